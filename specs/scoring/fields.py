"""The scorers of single fields: scalars, dimensions, performance, exclusions, cost, timeline."""

from collections.abc import Callable

from specs.scoring.comparison import Comparison
from specs.scoring.materials import score_materials
from specs.scoring.names import norm, same_unit
from specs.scoring.numbers import close, days
from specs.scoring.parts import score_parts

# What sleeps in a vehicle sits in a building: one metric for the scorer.
SLEEPING = frozenset({"sleep", "sleeps", "berth", "berths"})
SEATS = frozenset({"seat", "seats"})
TIMELINE_TOLERANCE = 0.02


def score_scalars(line: Comparison) -> None:
    for name in ("design_type", "category", "stories"):
        gold, predicted = line.gold.get(name), line.spec.get(name)
        stated = line.stated(f"/{name}")
        if gold is not None and predicted is not None and _same(line, name, gold, predicted):
            line.hit(name, gold, stated)
            continue
        if gold is not None:
            line.miss(name, gold)
        if predicted is not None and stated and not line.ignores(name):
            line.fault(name, predicted)


def _same(line: Comparison, name: str, gold: object, predicted: object) -> bool:
    if name != "category":
        return predicted == gold
    kind = line.design_type
    return line.names.category(str(predicted), kind) == line.names.category(str(gold), kind)


def score_dimensions(line: Comparison) -> None:
    gold, predicted = line.gold.get("dimensions") or {}, line.spec.get("dimensions") or {}
    for name, value in gold.items():
        figure, stated = predicted.get(name), line.stated(f"/dimensions/{name}")
        if close(figure, value, line.loose.get(f"/dimensions/{name}")):
            line.hit("dimensions", [name, value], stated)
        else:
            line.miss("dimensions", [name, value])
            if figure is not None and stated:
                line.fault("dimensions", [name, figure])
    for name, figure in predicted.items():
        if name in gold or figure is None or not line.stated(f"/dimensions/{name}"):
            continue
        if not line.ignores("dimensions", norm(name)):
            line.fault("dimensions", [name, figure])


def score_performance(line: Comparison) -> None:
    same = SLEEPING | SEATS if line.design_type == "building" else SLEEPING

    def canonical(metric: str) -> str:
        return "occupancy" if metric in same else metric

    left = [
        (
            canonical(line.names.metric(entry.get("metric"))),
            entry.get("value"),
            same_unit(entry.get("unit")),
            line.stated(f"/performance/{index}", f"/performance/{entry.get('metric')}"),
        )
        for index, entry in enumerate(line.spec.get("performance") or [])
    ]
    gold_metrics = set()
    for index, entry in enumerate(line.gold.get("performance") or []):
        metric, unit = canonical(line.names.metric(entry["metric"])), same_unit(entry["unit"])
        gold_metrics.add(metric)
        loose = line.loose.get(f"/performance/{index}/value")
        for figure in left:
            if figure[:3:2] == (metric, unit) and close(figure[1], entry["value"], loose):
                left.remove(figure)
                line.hit("performance", [metric, entry["value"]], figure[3])
                break
        else:
            line.miss("performance", [metric, entry["value"]])
    ignored = {
        canonical(name or "") for place, name in line.ignored_names if place == "performance"
    }
    known = {canonical(metric) for metric in line.names.metrics}
    for metric, value, unit, stated in left:
        if not stated:
            continue
        if metric not in gold_metrics:
            if line.ignores("performance", metric) or metric in ignored:
                continue
            if metric not in known and line.in_prompt(metric):
                continue
        line.fault("performance", [metric, value, unit])


def score_exclusions(line: Comparison) -> None:
    kind, predicted_kind = line.design_type, line.spec.get("design_type") or line.design_type
    gold = line.gold.get("exclusions") or []
    predicted = [
        (
            name,
            line.names.exclusion(name, predicted_kind),
            line.stated(f"/exclusions/{index}", f"/exclusions/{name}"),
        )
        for index, name in enumerate(line.spec.get("exclusions") or [])
    ]
    used: set[int] = set()
    for name in gold:
        wanted = line.names.exclusion(name, kind)
        match = next((i for i, p in enumerate(predicted) if p[1] & wanted), None)
        if match is None:
            line.miss("exclusion", norm(name))
        else:
            used.add(match)
            line.hit("exclusion", norm(name), predicted[match][2])
    vocabulary = line.names.all_features | line.names.materials | line.names.spaces
    for index, (name, meanings, stated) in enumerate(predicted):
        if index in used or not stated:
            continue
        if any(line.ignores("exclusions", meaning) for meaning in meanings):
            continue
        if any(meanings & line.names.exclusion(other, kind) for other in gold):
            continue
        if not meanings & vocabulary and line.in_prompt(name):
            continue
        line.fault("exclusion", norm(name))


def score_cost(line: Comparison) -> None:
    gold, predicted = line.gold.get("estimated_cost"), line.spec.get("estimated_cost")
    stated = line.stated("/estimated_cost")
    right = (
        gold
        and predicted
        and predicted.get("currency") == gold["currency"]
        and close(predicted.get("amount"), gold["amount"], line.loose.get("/estimated_cost/amount"))
    )
    _outcome(line, "cost", gold, predicted, bool(right), stated, "estimated_cost")


def score_timeline(line: Comparison) -> None:
    gold, predicted = line.gold.get("timeline"), line.spec.get("timeline")
    wanted, got = days(gold), days(predicted)
    loose = line.loose.get("/timeline")
    right = bool(gold and predicted) and wanted is not None and got is not None
    right = right and close(got, wanted or 0, loose, TIMELINE_TOLERANCE)
    _outcome(line, "timeline", gold, predicted, right, line.stated("/timeline"), "timeline")


def _outcome(
    line: Comparison,
    name: str,
    gold: object,
    predicted: object,
    right: bool,
    stated: bool,
    ignore: str,
) -> None:
    if gold:
        if right:
            line.hit(name, gold, stated)
        else:
            line.miss(name, gold)
    if predicted and not right and stated and not line.ignores(ignore):
        line.fault(name, predicted)


SCORERS: tuple[Callable[[Comparison], None], ...] = (
    score_scalars,
    score_dimensions,
    score_materials,
    score_parts,
    score_performance,
    score_exclusions,
    score_cost,
    score_timeline,
)
