"""Around the design: kind, spelling, cost, time, what for and for whom."""

from collections.abc import Iterable
from functools import lru_cache

from rl.operators.editing import (
    Design,
    append,
    origin_at,
    protected,
    remove,
    rewrite,
    set_cost,
    set_value,
)
from rl.operators.operator import Facts
from rl.operators.parts import floor_area, size_factor
from rl.operators.spelling import canonical
from rl.operators.typical import Knowledge
from specs.design import Cost, Material, Space


def category_applies(design: Design, facts: Facts, knowledge: Knowledge) -> bool:
    spec = design.spec
    return (
        spec.category == "general"
        and (facts.reading is None or facts.reading.spec.category == "general")
        and not protected(design, "/category")
        and knowledge.category_for(spec) is not None
    )


def category(design: Design, facts: Facts, knowledge: Knowledge) -> Design:
    name = knowledge.category_for(design.spec)
    if name is None:
        return design
    return set_value(
        design,
        "/category",
        name,
        rule="refine_category",
        reason="what the spec contains is usual in this category",
    )


def cost_applies(design: Design, facts: Facts, knowledge: Knowledge) -> bool:
    return design.spec.estimated_cost is None and not facts.states("/estimated_cost/amount")


def cost(design: Design, facts: Facts, knowledge: Knowledge) -> Design:
    spec = design.spec
    typical = knowledge.typical(spec)
    if spec.design_type == "building":
        area = floor_area(spec) or typical.floor_area
        amount = area * typical.cost
        why = f"{typical.cost:g} USD per m2 over {area:g} m2"
    else:
        # Twice the size does not cost twice as much.
        amount = typical.cost * size_factor(spec, typical) ** 0.6
        why = typical.why("price")
    guess = Cost(float(f"{amount:.2g}"), "USD")
    return set_cost(design, guess, rule="estimate_cost", reason=why)


def timeline_applies(design: Design, facts: Facts, knowledge: Knowledge) -> bool:
    return design.spec.timeline is None and not facts.states("/timeline")


def timeline(design: Design, facts: Facts, knowledge: Knowledge) -> Design:
    typical = knowledge.typical(design.spec)
    factor = size_factor(design.spec, typical)
    scale = factor**0.3 if design.spec.design_type == "building" else 1.0
    weeks = max(1, round(typical.weeks * scale))
    return set_value(
        design, "/timeline", f"P{weeks}W", rule="estimate_timeline", reason=typical.why("duration")
    )


def purpose_applies(design: Design, facts: Facts, knowledge: Knowledge) -> bool:
    return not design.spec.use_cases or design.spec.target_audience is None


def purpose(design: Design, facts: Facts, knowledge: Knowledge) -> Design:
    typical = knowledge.typical(design.spec)
    if not design.spec.use_cases:
        why = typical.why("use")
        design = append(design, "use_cases", typical.uses[:1], rule="add_context", reason=why)
    if design.spec.target_audience is None:
        design = set_value(
            design,
            "/target_audience",
            typical.audience,
            rule="add_context",
            reason=typical.why("audience"),
        )
    return design


def _respelt(design: Design) -> list[tuple[str, str]]:
    spec, kind = design.spec, design.spec.design_type
    features = _canonical("features", spec.features, kind)
    materials = _canonical("materials", _types(spec.materials), kind)
    spaces = _canonical("spaces", _types(spec.spaces), kind)
    category = _canonical("category", (spec.category,), kind)
    if not (features or materials or spaces or category):
        return []
    better = [
        *((f"/features/{index}", name) for index, name in features),
        *((f"/materials/{index}/type", name) for index, name in materials),
        *((f"/spaces/{index}/type", name) for index, name in spaces),
        *(("/category", name) for _, name in category),
    ]
    return [
        (pointer, name)
        for pointer, name in better
        if origin_at(design, pointer) is not None and not protected(design, pointer)
    ]


def _types(items: Iterable[Material | Space]) -> tuple[str, ...]:
    return tuple([item.type for item in items])


# Any text may be a name, so the cache is bounded.
@lru_cache(maxsize=4096)
def _canonical(section: str, names: tuple[str, ...], kind: str) -> tuple[tuple[int, str], ...]:
    """The better names, each with its place."""
    better = [canonical(section, name, kind) for name in names]
    return tuple((place, name) for place, name in enumerate(better) if name != names[place])


def _doubles(design: Design) -> list[int]:
    """Places of unstated performance figures that repeat a metric."""
    metrics = [item.metric for item in design.spec.performance]
    if len(set(metrics)) == len(metrics):
        return []
    seen: set[str] = set()
    again = []
    for index, item in enumerate(design.spec.performance):
        if item.metric in seen and not protected(design, f"/performance/{index}/value"):
            again.append(index)
        seen.add(item.metric)
    return again


def spelling_applies(design: Design, facts: Facts, knowledge: Knowledge) -> bool:
    return bool(_respelt(design) or _doubles(design))


def spelling(design: Design, facts: Facts, knowledge: Knowledge) -> Design:
    repeated = []
    for pointer, name in _respelt(design):
        if pointer.startswith("/features/") and name in design.spec.features:
            repeated.append(int(pointer.split("/")[2]))
        else:
            design = rewrite(design, pointer, name)
    design = remove(design, "features", repeated) if repeated else design
    doubles = _doubles(design)
    return remove(design, "performance", doubles) if doubles else design
