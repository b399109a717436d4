"""What could be done about a finding of the rules, from the place it points at."""

from collections.abc import Iterator

from evaluation.criterion import Repair
from evaluation.numbers import shown
from evaluation.rules.quantities.buildings import covered
from evaluation.rules.quantities.geometry import box, plan
from evaluation.rules.rule import all_rules
from evaluation.rules.tables import Span, metric_span, price_span, sizes_for, table
from evaluation.rules.thing import Thing
from specs.pointers import tokens

# Slips between mm, cm and m, g and kg, W and kW, a comma for a point.
# The smallest slip that brings a value back among the known ones is the likeliest.
SLIPS = (10.0, 0.1, 100.0, 0.01, 1000.0, 0.001)
LISTS = ("features", "components", "exclusions", "requirements", "constraints", "use_cases")


def repairs_for(thing: Thing, rule: str, pointer: str) -> Iterator[Repair]:
    """Best first: a value that follows from others, a slip undone, the place left open."""
    parts = tokens(pointer)
    if not parts:
        return
    where, leaf = parts[0], parts[-1]
    if where == "dimensions" and len(parts) == 2:
        yield from _dimension(thing, leaf)
    elif where == "performance" and len(parts) == 3:
        yield from _metric(thing, int(parts[1]))
    elif where == "estimated_cost":
        yield from _cost(thing)
    elif where in ("stories", "timeline"):
        yield _opened(f"/{where}", where)
    elif where == "spaces" and len(parts) == 3:
        yield from _space(thing, int(parts[1]), leaf)
    elif where == "materials" and len(parts) == 3 and leaf == "type":
        yield _removed(f"/materials/{parts[1]}", thing.spec.materials[int(parts[1])].type, where)
    elif where in LISTS and len(parts) == 2:
        yield _removed(pointer, str(getattr(thing.spec, where)[int(leaf)]), where)
    elif where == "features" and rule == "X1":
        yield _pruned(thing)


def _opened(pointer: str, name: str) -> Repair:
    words = name.replace("_", " ")
    message = f"Leave the {words} open: as it stands it cannot be right."
    return Repair("clear", message, [{"op": "replace", "path": pointer, "value": None}])


def _removed(pointer: str, name: str, part: str) -> Repair:
    words = name.replace("_", " ")[:60]
    return Repair("remove", f"Take {words} out of the {part}.", [{"op": "remove", "path": pointer}])


def _changed(pointer: str, name: str, value: float, unit: str, why: str) -> Repair:
    words = name.replace("_", " ")
    message = f"Make the {words} {shown(value, unit)}: {why}."
    return Repair("correct", message, [{"op": "replace", "path": pointer, "value": value}])


def _unslipped(value: float, span: Span | None) -> Iterator[float]:
    """The value as it was meant if it was a slip of some tens, inside what is known."""
    if span is None:
        return
    low = span.low if span.lowest is None else span.lowest
    high = span.high if span.highest is None else span.highest
    if low is None or high is None:
        return
    for factor in SLIPS:
        meant = float(f"{value * factor:.10g}")
        if low <= meant <= high:
            yield meant


def _dimension(thing: Thing, name: str) -> Iterator[Repair]:
    value, pointer = thing.dims.get(name), f"/dimensions/{name}"
    if value is None:
        return
    unit = {"weight": "kg", "volume": "m3"}.get(name, "m2" if name.endswith("area") else "m")
    derived = _derived(thing, name)
    if derived is not None:
        yield _changed(pointer, name, round(derived, 4), unit, "that follows from the sides")
    span = sizes_for(thing.design_type, thing.category).get(name)
    for meant in _unslipped(value, span):
        yield _changed(
            pointer, name, meant, unit, f"{shown(value, unit)} looks like a slip of tens"
        )
    yield _opened(pointer, name)


def _derived(thing: Thing, name: str) -> float | None:
    if name == "footprint_area":
        around = plan(thing)
        return around.value if around else None
    if name == "volume":
        around = box(thing)
        return around.value if around else None
    if name == "floor_area" and thing.stories:
        one = covered(thing)
        return one.value * thing.stories if one else None
    return None


def _metric(thing: Thing, index: int) -> Iterator[Repair]:
    item = thing.spec.performance[index]
    pointer = f"/performance/{index}/value"
    span = metric_span(item.metric, thing.design_type, thing.category)
    for meant in _unslipped(item.value, span):
        why = f"{shown(item.value, item.unit)} looks like a slip of tens"
        yield _changed(pointer, item.metric, meant, item.unit, why)
    yield _removed(f"/performance/{index}", item.metric, "performance")


def _cost(thing: Thing) -> Iterator[Repair]:
    cost = thing.spec.estimated_cost
    if cost is None:
        return
    low, high = price_span(thing.design_type, thing.category, thing.features)
    rate = table("currencies").get(cost.currency)
    if low is not None and high is not None and rate:
        for meant in _unslipped(cost.amount, Span(None, low / rate, high / rate, None)):
            why = f"{shown(cost.amount, cost.currency)} looks like a slip of tens"
            yield _changed("/estimated_cost/amount", "cost", meant, cost.currency, why)
    yield _opened("/estimated_cost", "cost")


def _space(thing: Thing, index: int, leaf: str) -> Iterator[Repair]:
    space = thing.spec.spaces[index]
    if leaf == "area" and space.area is not None:
        yield _opened(f"/spaces/{index}/area", f"area of the {space.type}")
    else:
        yield _removed(f"/spaces/{index}", space.type, "spaces")


def _pruned(thing: Thing) -> Repair:
    usual = next(rule.options["usual"] for rule in all_rules() if rule.id == "X1")
    kept = list(thing.spec.features[:usual])
    message = f"Keep the first {usual} features: a longer list describes nothing."
    return Repair("prune", message, [{"op": "replace", "path": "/features", "value": kept}])
