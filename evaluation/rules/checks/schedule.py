"""How fast things can be built."""

from collections.abc import Iterator

from evaluation.criterion import Severity
from evaluation.numbers import shown
from evaluation.rules.quantities.buildings import floor_area
from evaluation.rules.rule import Check, Rule
from evaluation.rules.thing import Thing
from evaluation.rules.verdict import Verdict


def _too_fast(severity: Severity, days: float, least: float, name: str) -> Verdict:
    return Verdict(
        severity, "/timeline", f"at least {shown(least, 'days')}", shown(days, "days"), name
    )


def building_time(thing: Thing, rule: Rule) -> Iterator[Verdict]:
    days, options = thing.days, rule.options
    if days is None:
        return
    floor, stories = floor_area(thing), thing.stories or 0
    area, height = floor.value if floor else 0, thing.dims.get("height", 0)
    large = options["large"]
    is_large = area > large["floor_area"] or stories >= large["stories"] or height > large["height"]
    least = max(stories / options["storeys_a_day"], area / options["floor_a_day"])
    if is_large:
        least = max(least, options["least_days"])
    if days < least:
        yield _too_fast(
            Severity.ERROR, days, least, f"{stories} storeys" if stories else shown(area, "m2")
        )
    elif is_large and days < options["usual_days"] and not thing.says(options["prefabricated"]):
        yield _too_fast(
            Severity.WARNING, days, options["usual_days"], "a building that is not prefabricated"
        )


def vehicle_time(thing: Thing, rule: Rule) -> Iterator[Verdict]:
    days, options = thing.days, rule.options
    large = [name for name, limit in options["large"].items() if thing.dims.get(name, 0) > limit]
    if days is None or not large:
        return
    units = {"length": "m", "weight": "kg"}
    name = f"a {large[0]} of {shown(thing.dims[large[0]], units[large[0]])}"
    if days < options["least_days"]:
        yield _too_fast(Severity.ERROR, days, options["least_days"], name)
    elif days < options["usual_days"]:
        yield _too_fast(Severity.WARNING, days, options["usual_days"], name)


SCHEDULE_CHECKS: dict[str, Check] = {
    "building_time": building_time,
    "vehicle_time": vehicle_time,
}
