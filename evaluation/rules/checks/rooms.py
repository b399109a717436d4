"""Rooms, lifts and compartments."""

from collections.abc import Iterator

from evaluation.criterion import Severity
from evaluation.numbers import expectation, shown
from evaluation.rules.quantities.buildings import floor_area
from evaluation.rules.rule import Check, Rule
from evaluation.rules.thing import Thing
from evaluation.rules.verdict import Verdict

LIFTS = ("elevator", "elevators", "lift", "lifts")
STOREY = 3.2  # m, to count the storeys of a height


def rooms_in_floor(thing: Thing, rule: Rule) -> Iterator[Verdict]:
    """Rooms without an area of their own take the least that such a room has."""
    per = rule.options["per"]
    rooms = [
        (space.count * per[space.type], index)
        for index, space in enumerate(thing.spec.spaces)
        if space.type in per
    ]
    floor = floor_area(thing) if rooms else None
    if floor is None:
        return
    need = sum(area for area, _ in rooms)
    bedrooms = sum(space.count for space in thing.spec.spaces if space.type == "bedroom")
    usual = bedrooms * rule.options.get("bedroom_usual", 0)
    if floor.value >= max(need, usual):
        return
    severity = Severity.ERROR if floor.value < need else Severity.WARNING
    names = " and ".join(
        f"{space.count} {space.type.replace('_', ' ')}{'s' if space.count > 1 else ''}"
        for space in thing.spec.spaces
        if space.type in per
    )
    yield Verdict(
        severity,
        f"/spaces/{max(rooms)[1]}/count",
        expectation(max(need, usual), None, "m2"),
        shown(floor.value, "m2"),
        names,
    )


def small_rooms(thing: Thing, rule: Rule) -> Iterator[Verdict]:
    for index, space in enumerate(thing.spec.spaces):
        least = rule.options["rooms"].get(space.type)
        if least is None or space.area is None or space.area >= least:
            continue
        for severity, low, _, _ in rule.cases[0].bounds:
            limit = low if low is not None else least
            if space.area < limit:
                yield Verdict(
                    severity,
                    f"/spaces/{index}/area",
                    expectation(limit, None, "m2"),
                    shown(space.area, "m2"),
                    space.type.replace("_", " "),
                )
                break


def no_elevator(thing: Thing, rule: Rule) -> Iterator[Verdict]:
    ruled_out = [i for i, name in enumerate(thing.spec.exclusions) if name in LIFTS]
    if not ruled_out:
        return
    ordinary_height = thing.dims.get("height", 0) / STOREY
    stories = thing.stories if thing.stories is not None else int(ordinary_height)
    for severity, _, _, limits in rule.cases[0].bounds:
        if stories >= limits["stories"]:
            yield Verdict(
                severity,
                f"/exclusions/{ruled_out[0]}",
                "people who cannot climb need one",
                "ruled out",
                f"{stories} storeys",
            )
            return


def counts_of_compartments(thing: Thing, rule: Rule) -> Iterator[Verdict]:
    for metric, most in rule.options["most"].items():
        count = thing.positive(metric)
        if count is not None and count > most:
            yield Verdict(
                Severity.ERROR,
                thing.pointer(f"performance.{metric}"),
                expectation(None, most),
                shown(count),
                metric,
            )


ROOM_CHECKS: dict[str, Check] = {
    "rooms_in_floor": rooms_in_floor,
    "small_rooms": small_rooms,
    "no_elevator": no_elevator,
    "counts_of_compartments": counts_of_compartments,
}
