"""Mend what cannot be: contradictions, figures of the wrong scale, areas that disagree."""

from typing import Any

from rl.operators.editing import Design, protected, remove, set_value
from rl.operators.operator import Facts
from rl.operators.parts import usual_performance
from rl.operators.sizes import estimated_weight, footprint, rounded
from rl.operators.typical import Knowledge, Typical
from specs.design import DesignSpec

# Slips of unit that people make: millimetres, centimetres or feet written as metres, grams or
# pounds as kilograms, watts as kilowatts.
SLIPS = (1000.0, 100.0, 10.0, 1 / 0.3048, 1 / 0.45359, 0.001, 0.01, 0.1)
# So far off the usual value that a slip is likelier than a design.
FAR = 8.0


def _contradicting(
    design: Design, facts: Facts, knowledge: Knowledge
) -> list[tuple[str, list[int]]]:
    """Unstated features and components that are excluded or exclude one another."""
    spec = design.spec
    out = set(facts.ruled_out(design))
    opposed = knowledge.opposed.intersection(spec.features)
    for one, other in knowledge.opposites if len(opposed) > 1 else ():
        if one in opposed and other in opposed:
            later = max(one, other, key=spec.features.index)
            earlier = other if later == one else one
            out.add(later if not _stated_feature(design, later) else earlier)
    found: list[tuple[str, list[int]]] = []
    if not out:
        return found
    for section in ("features", "components"):
        items = getattr(spec, section)
        places = [
            i for i, name in enumerate(items) if name in out and not _keeps(design, section, i)
        ]
        if places:
            found.append((section, places))
    return found


def _keeps(design: Design, section: str, index: int) -> bool:
    return protected(design, f"/{section}/{index}")


def _stated_feature(design: Design, name: str) -> bool:
    return protected(design, f"/features/{design.spec.features.index(name)}")


def contradiction_applies(design: Design, facts: Facts, knowledge: Knowledge) -> bool:
    return bool(_contradicting(design, facts, knowledge))


def contradiction(design: Design, facts: Facts, knowledge: Knowledge) -> Design:
    for section, places in _contradicting(design, facts, knowledge):
        design = remove(design, section, places)
    return design


def _unusual(spec: DesignSpec, typical: Typical) -> list[tuple[str, float, float]]:
    """The figures that are far from usual, each with its pointer and what is usual; a building's
    sizes vary too much."""
    found: list[tuple[str, float, float]] = []
    if spec.design_type != "building":
        for side, usual in zip(typical.sides, typical.size, strict=False):
            value = getattr(spec.dimensions, side)
            if value is not None and _far(value, usual):
                found.append((f"/dimensions/{side}", value, usual))
        # A small thing is light: what is usual follows the sides.
        heavy = spec.dimensions.weight
        estimate = estimated_weight(spec, typical) if heavy is not None else None
        if heavy is not None and estimate is not None and _far(heavy, estimate[0]):
            found.append(("/dimensions/weight", heavy, estimate[0]))
    if not spec.performance:
        return found
    figures = usual_performance(spec, typical, [item.metric for item in spec.performance])
    for index, item in enumerate(spec.performance):
        if item.metric in figures and _far(item.value, figures[item.metric]):
            found.append((f"/performance/{index}/value", item.value, figures[item.metric]))
    return found


def _far(value: float, usual: float) -> bool:
    return value > 0 and not 1 / FAR <= value / usual <= FAR


def _slips(design: Design, typical: Typical) -> list[tuple[str, float, float]]:
    """Unstated figures far from usual that one slip of unit would explain, with the mended one."""
    found = []
    for pointer, value, usual in _unusual(design.spec, typical):
        if protected(design, pointer):
            continue
        best = min((value / slip for slip in SLIPS), key=lambda v: max(v / usual, usual / v))
        if max(best / usual, usual / best) < 4.0:
            found.append((pointer, value, best))
    return found


def scale_applies(design: Design, facts: Facts, knowledge: Knowledge) -> bool:
    return bool(_slips(design, knowledge.typical(design.spec)))


def scale(design: Design, facts: Facts, knowledge: Knowledge) -> Design:
    for pointer, value, mended in _slips(design, knowledge.typical(design.spec)):
        number: Any = rounded(mended)
        if isinstance(value, int) or (pointer.startswith("/performance") and number.is_integer()):
            number = max(1, round(mended))
        design = set_value(
            design,
            pointer,
            number,
            rule="correct_scale",
            reason=f"{value:g} is far from usual and reads as a slip of unit",
        )
    return design


def _disagreeing(design: Design, typical: Typical) -> dict[str, tuple[float, str]]:
    """Unstated figures that contradict the others, with what the others ask for."""
    spec, found = design.spec, {}
    d = spec.dimensions
    rectangle = d.length * d.width if d.length and d.width else None
    if d.footprint_area and rectangle and not 0.3 <= d.footprint_area / rectangle <= 1.05:
        found["/dimensions/footprint_area"] = (rectangle, "length times width")
    plan = rectangle or footprint(d)
    if spec.design_type == "building" and spec.stories:
        if d.floor_area and plan and not 0.3 <= d.floor_area / (plan * spec.stories) <= 2.0:
            found["/dimensions/floor_area"] = (plan * spec.stories, "plan times storeys")
        if d.height and not 2.2 <= d.height / spec.stories <= max(8.0, 1.5 * typical.storey):
            found["/dimensions/height"] = (
                spec.stories * typical.storey,
                f"{spec.stories} storeys of {typical.storey:g} m",
            )
    estimate = estimated_weight(spec, typical) if d.weight else None
    if d.weight and estimate and not 1 / 6 <= d.weight / estimate[0] <= 6:
        found["/dimensions/weight"] = estimate
    return {
        pointer: (value, f"what was there contradicts {why}")
        for pointer, (value, why) in found.items()
        if not protected(design, pointer)
    }


def agree_applies(design: Design, facts: Facts, knowledge: Knowledge) -> bool:
    return bool(_disagreeing(design, knowledge.typical(design.spec)))


def agree(design: Design, facts: Facts, knowledge: Knowledge) -> Design:
    figures = _disagreeing(design, knowledge.typical(design.spec))
    for pointer, (value, why) in figures.items():
        design = set_value(
            design, pointer, rounded(value), rule="reconcile", reason=why, derived=True
        )
    return design
