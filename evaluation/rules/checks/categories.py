"""Tables 1 to 3: sizes, weights, densities, prices and metrics by category."""

from collections.abc import Iterator
from functools import lru_cache

from evaluation.criterion import Severity
from evaluation.numbers import expectation, shown
from evaluation.rules.quantities.geometry import box_density
from evaluation.rules.rule import Check, Rule
from evaluation.rules.tables import (
    Span,
    density_span,
    flat_height,
    metric_span,
    price_span,
    sizes_for,
)
from evaluation.rules.thing import Thing
from evaluation.rules.verdict import Verdict, verdicts_at

UNITS = {"weight": "kg", "footprint_area": "m2", "floor_area": "m2", "volume": "m3"}


def _against(span: Span, value: float, unit: str) -> tuple[Severity, str] | None:
    lowest, low, high, highest = span
    if (lowest is not None and value < lowest) or (highest is not None and value > highest):
        return Severity.ERROR, expectation(lowest, highest, unit)
    if (low is not None and value < low) or (high is not None and value > high):
        return Severity.WARNING, expectation(low, high, unit)
    return None


def sizes_of_category(thing: Thing, rule: Rule) -> Iterator[Verdict]:
    spans = sizes_for(thing.design_type, thing.category)
    building = thing.design_type == "building"
    for name, value in thing.dims.items():
        # How high a building may be is rule B4's business.
        if name == "weight" or name not in spans or (building and name == "height"):
            continue
        unit = UNITS.get(name, "m")
        span = spans[name]
        if name == "height" and "depth" not in thing.dims:
            span = flat_height(thing.design_type, thing.category) or span
        broken = _against(span, value, unit)
        if broken:
            severity, expected = broken
            words = name.replace("_", " ")
            yield Verdict(severity, f"/dimensions/{name}", expected, shown(value, unit), words)


def weight_of_category(thing: Thing, rule: Rule) -> Iterator[Verdict]:
    weight, span = (
        thing.dims.get("weight"),
        sizes_for(thing.design_type, thing.category).get("weight"),
    )
    broken = _against(span, weight, "kg") if weight is not None and span else None
    if broken and weight is not None:
        yield Verdict(broken[0], "/dimensions/weight", broken[1], shown(weight, "kg"))


def density_of_kind(thing: Thing, rule: Rule) -> Iterator[Verdict]:
    measure, span = box_density(thing), density_span(thing.design_type, thing.category)
    if measure is None or span is None:
        return
    above = rule.options["side"] == "above"
    low, high = (None, span[1]) if above else (span[0], None)
    if (high is not None and measure.value > high) or (low is not None and measure.value < low):
        yield from verdicts_at(
            thing,
            measure.figures,
            Severity.ERROR,
            expectation(low, high, rule.unit),
            shown(measure.value, rule.unit),
        )


def price_of_category(thing: Thing, rule: Rule) -> Iterator[Verdict]:
    cost = thing.cost
    if cost is None or thing.design_type in ("building", "general"):
        return
    floor, ceiling = price_span(thing.design_type, thing.category, thing.features)
    above = rule.options["side"] == "above"
    low, high = (None, ceiling) if above else (floor, None)
    if (high is not None and cost > high) or (low is not None and cost < low):
        yield Verdict(
            Severity.WARNING if above else Severity.ERROR,
            "/estimated_cost/amount",
            expectation(low, high, rule.unit),
            shown(cost, rule.unit),
        )


def metrics_of_category(thing: Thing, rule: Rule) -> Iterator[Verdict]:
    margin, excepted = rule.options["margin"], rule.options["except"]
    for item in thing.spec.performance:
        wide = _wide_span(item.metric, thing.design_type, thing.category, margin)
        if wide is None or item.metric in excepted or item.value <= 0:
            continue
        broken = _against(wide, item.value, item.unit)
        if broken:
            yield Verdict(
                Severity.ERROR,
                f"/performance/{thing.metric_index[item.metric]}/value",
                broken[1],
                shown(item.value, item.unit),
                item.metric.replace("_", " "),
            )


# Any text may be a metric, so the cache is bounded.
@lru_cache(maxsize=4096)
def _wide_span(metric: str, design_type: str, category: str, margin: float) -> Span | None:
    span = metric_span(metric, design_type, category)
    if span is None:
        return None
    # The usual range is left out: it only serves to find the odd figure out.
    return Span(
        span.lowest and span.lowest / margin, None, None, span.highest and span.highest * margin
    )


CATEGORY_CHECKS: dict[str, Check] = {
    "sizes_of_category": sizes_of_category,
    "weight_of_category": weight_of_category,
    "density_of_kind": density_of_kind,
    "price_of_category": price_of_category,
    "metrics_of_category": metrics_of_category,
}
