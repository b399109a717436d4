"""Limits of roads, kitchens, rooms and beds, and what stands high."""

from collections.abc import Iterator

from evaluation.criterion import Severity
from evaluation.numbers import expectation, shown
from evaluation.rules.rule import Check, Rule
from evaluation.rules.thing import Thing
from evaluation.rules.verdict import Verdict


def road_limits(thing: Thing, rule: Rule) -> Iterator[Verdict]:
    limits = dict(rule.options["limits"])
    own_length = rule.options.get("lengths", {}).get(thing.category)
    if own_length is not None:
        limits["length"] = own_length
    over = [name for name, limit in limits.items() if thing.dims.get(name, 0) > limit]
    if not over or thing.says(rule.options["off_road"]):
        return
    for name in over:
        yield Verdict(
            Severity.WARNING,
            f"/dimensions/{name}",
            expectation(None, limits[name], "m"),
            shown(thing.dims[name], "m"),
            name,
        )


def large_bed(thing: Thing, rule: Rule) -> Iterator[Verdict]:
    for name, limit in rule.options["limits"].items():
        value = thing.dims.get(name)
        if value is not None and value > limit:
            yield Verdict(
                Severity.WARNING,
                f"/dimensions/{name}",
                expectation(None, limit, "m"),
                shown(value, "m"),
                name,
            )


def built_in_module(thing: Thing, rule: Rule) -> Iterator[Verdict]:
    width = thing.dims.get("width")
    if "built_in" not in thing.features or width is None:
        return
    fits = any(
        module - rule.options["clearance"] <= width <= module + 0.003
        for module in rule.options["modules"]
    )
    if not fits:
        nearest = min(rule.options["modules"], key=lambda module: abs(module - width))
        yield Verdict(
            Severity.ADVICE, "/dimensions/width", shown(nearest, "m"), shown(width, "m"), "width"
        )


def tipping(thing: Thing, rule: Rule) -> Iterator[Verdict]:
    height = thing.dims.get("height")
    if height is None or height <= rule.options["above_height"]:
        return
    if not thing.says(rule.options["words"]):
        yield Verdict(
            Severity.ADVICE, "/requirements", "a word on the anchor", shown(height, "m"), "height"
        )


def bunk_rails(thing: Thing, rule: Rule) -> Iterator[Verdict]:
    height = thing.dims.get("height")
    if height is None or height <= rule.options["above_height"]:
        return
    if thing.says(rule.options["bunk"]) and not thing.says(rule.options["words"]):
        yield Verdict(Severity.ADVICE, "/requirements", "guard rails", shown(height, "m"), "height")


def high_rise_safety(thing: Thing, rule: Rule) -> Iterator[Verdict]:
    height = thing.dims.get("height") or rule.options["storey"] * (thing.stories or 0)
    # Only storeys are occupied: a church or a stadium has few, however high.
    if height <= rule.options["above_height"] or (thing.stories or 0) < 6:
        return
    missing = [name for name in rule.options["needs"] if name not in thing.features]
    if missing:
        words = " and ".join(name.replace("_", " ") for name in missing)
        yield Verdict(Severity.ADVICE, "/features", words, shown(height, "m"))


LIMIT_CHECKS: dict[str, Check] = {
    "road_limits": road_limits,
    "large_bed": large_bed,
    "built_in_module": built_in_module,
    "tipping": tipping,
    "bunk_rails": bunk_rails,
    "high_rise_safety": high_rise_safety,
}
