"""Sizes: fill the missing sides, and derive what follows from the others."""

from math import prod, sqrt

from rl.operators.editing import Design, protected, set_value, set_values
from rl.operators.limits import possible_weight, roomy, usual_side
from rl.operators.operator import Facts
from rl.operators.typical import Knowledge, Typical
from specs.design import DesignSpec, Dimensions


def rounded(value: float) -> float:
    """Three significant figures: an assumption should not look like a measurement."""
    return float(f"{value:.3g}")


def stories_apply(design: Design, facts: Facts, knowledge: Knowledge) -> bool:
    return (
        design.spec.design_type == "building"
        and design.spec.stories is None
        and not facts.states("/stories")
    )


def stories(design: Design, facts: Facts, knowledge: Knowledge) -> Design:
    typical = knowledge.typical(design.spec)
    d = design.spec.dimensions
    plan = footprint(d)
    if d.height is not None:
        count, why = d.height / typical.storey, f"{d.height:g} m at {typical.storey:g} m a storey"
    elif d.floor_area is not None and plan is not None:
        count, why = d.floor_area / plan, f"{d.floor_area:g} m2 on a plan of {plan:g} m2"
    elif d.floor_area is not None:
        count = min(typical.stories, d.floor_area / 60)
        why = typical.why("storeys")
    else:
        count, why = typical.stories, typical.why("storeys")
    number = max(1, min(150, round(count)))
    return set_value(design, "/stories", number, rule="set_stories", reason=why)


def footprint(d: Dimensions) -> float | None:
    if d.footprint_area is not None:
        return d.footprint_area
    if d.length is not None and d.width is not None:
        return d.length * d.width
    if d.diameter is not None:
        return 0.785 * d.diameter**2
    return None


def missing_sides(spec: DesignSpec, typical: Typical) -> list[str]:
    d = spec.dimensions
    if d.diameter is not None:
        return ["height"] if d.height is None and "height" in typical.sides else []
    return [side for side in typical.sides if getattr(d, side) is None and not _other(d, side)]


def _proposable(spec: DesignSpec, typical: Typical, facts: Facts) -> list[str]:
    missing = missing_sides(spec, typical)
    return [side for side in missing if not facts.states(f"/dimensions/{side}")]


def _other(d: Dimensions, side: str) -> bool:
    """Length and depth name the same side of a table, a bed or a cabinet."""
    twin = {"length": "depth", "depth": "length"}.get(side)
    return twin is not None and d.width is not None and getattr(d, twin) is not None


def sides_apply(design: Design, facts: Facts, knowledge: Knowledge) -> bool:
    typical = knowledge.typical(design.spec)
    known = design.spec.design_type == "building" or bool(typical.size)
    return (
        known
        and bool(_proposable(design.spec, typical, facts))
        and not oddly_placed(design.spec, typical)
    )


def sides(design: Design, facts: Facts, knowledge: Knowledge) -> Design:
    typical = knowledge.typical(design.spec)
    if design.spec.design_type == "building":
        values, why = _plan(design.spec, typical)
    else:
        values, why = _scaled(design.spec, typical)
    proposed = {
        side: usual_side(design.spec, side, values[side])
        for side in _proposable(design.spec, typical, facts)
        if side in values
    }
    d = design.spec.dimensions
    stated = d.weight if protected(design, "/dimensions/weight") else None
    numbers = {
        f"/dimensions/{side}": rounded(usual_side(design.spec, side, value))
        for side, value in roomy(design.spec, proposed, stated).items()
    }
    design = set_values(design, numbers, rule="fill_dimensions", reason=why)
    return _as_heavy_as_large(design) if stated is None and d.weight is not None else design


def _as_heavy_as_large(design: Design) -> Design:
    """An unstated weight follows the sides where it would be impossible for them."""
    weight = design.spec.dimensions.weight or 0.0
    fitting = possible_weight(design.spec, weight)
    if fitting is None or fitting == weight:
        return design
    return set_value(
        design,
        "/dimensions/weight",
        rounded(fitting),
        rule="fill_dimensions",
        reason="what was there contradicts the size",
        derived=True,
    )


def _plan(spec: DesignSpec, typical: Typical) -> tuple[dict[str, float], str]:
    """Sides of a building from its area, or from the usual plan of its category."""
    d = spec.dimensions
    area = d.footprint_area
    why = f"plan of {area:g} m2 as a rectangle" if area else typical.why("plan")
    if area is None and d.floor_area is not None:
        floors = spec.stories or max(1, min(typical.stories, round(d.floor_area / 60)))
        area = d.floor_area / floors
        why = f"{d.floor_area:g} m2 of floor on {floors} storeys"
    area = area or typical.plan
    if d.length is not None:
        return {"width": min(max(area / d.length, d.length / 6), d.length)}, why
    if d.width is not None:
        return {"length": max(min(area / d.width, d.width * 6), d.width)}, why
    width = sqrt(area / typical.aspect)
    return {"width": width, "length": width * typical.aspect}, why


def _scaled(spec: DesignSpec, typical: Typical) -> tuple[dict[str, float], str]:
    """The usual size of the category, as much larger or smaller as the known figures say."""
    usual = dict(zip(typical.sides, typical.size, strict=True))
    ratios = [
        value / usual[side] for side in usual if (value := getattr(spec.dimensions, side, None))
    ]
    metrics = {item.metric: item.value for item in spec.performance if item.value > 0}
    scale = prod(ratios) ** (1 / len(ratios)) if ratios else 1.0
    if not ratios and "seats" in metrics and typical.performance.get("seats"):
        scale = (metrics["seats"] / typical.performance["seats"]) ** 0.5
    scale = min(max(scale, 0.65), 2.2)
    if spec.dimensions.weight and typical.weight and not ratios:
        scale = (spec.dimensions.weight / typical.weight) ** (1 / 3)
    # What has to fit inside, or show on the face, decides more than the other sides do.
    if "capacity" in metrics and typical.performance.get("capacity"):
        scale = max(scale, (metrics["capacity"] / typical.performance["capacity"]) ** (1 / 3))
    if "display_size" in metrics and typical.performance.get("display_size"):
        scale = metrics["display_size"] / typical.performance["display_size"]
    sides = {side: value * scale for side, value in usual.items()}
    if "display_size" in metrics:
        _give_room(sides, spec, metrics["display_size"] * 0.0254)
    return sides, typical.why("size")


def _give_room(sides: dict[str, float], spec: DesignSpec, diagonal: float) -> None:
    """A face has to be as large as the screen: what is given on one side decides the other."""
    face = ("width", "height")
    if all(side in sides and getattr(spec.dimensions, side) is None for side in face):
        short = diagonal / (sides["width"] ** 2 + sides["height"] ** 2) ** 0.5
        sides.update({side: sides[side] * max(short * 1.02, 1.0) for side in face})
    for given, other in (("width", "height"), ("height", "width")):
        known = getattr(spec.dimensions, given)
        if known and other in sides and getattr(spec.dimensions, other) is None:
            sides[other] = max(sides[other], max(diagonal**2 - known**2, 0.0) ** 0.5 * 1.02)


def oddly_placed(spec: DesignSpec, typical: Typical) -> bool:
    """A side so far from usual that the thing lies or stands otherwise than most: a tablet whose
    height is its thickness. The usual other sides would be wrong then."""
    return any(
        not 1 / ODD < value / usual < ODD
        for side, usual in zip(typical.sides, typical.size, strict=False)
        if (value := getattr(spec.dimensions, side))
    )


ODD = 5.0


def _dubious(design: Design, typical: Typical) -> bool:
    """A side far from usual that nobody stated: it is mended first, or the weight would follow."""
    return design.spec.design_type != "building" and any(
        not 1 / ODD < value / usual < ODD
        for side, usual in zip(typical.sides, typical.size, strict=False)
        if (value := getattr(design.spec.dimensions, side))
        and not protected(design, f"/dimensions/{side}")
    )


def _derivable(spec: DesignSpec, typical: Typical, facts: Facts) -> dict[str, tuple[float, str]]:
    """Figures of a building that follow from others, with how."""
    d = spec.dimensions
    found: dict[str, tuple[float, str]] = {}
    plan = footprint(d)
    if d.footprint_area is None and plan is not None:
        found["footprint_area"] = (plan, "length times width")
    if plan is None and d.floor_area is not None and spec.stories:
        found["footprint_area"] = (d.floor_area / spec.stories, "floor area over storeys")
    if d.floor_area is None and plan is not None and spec.stories:
        found["floor_area"] = (plan * spec.stories, "plan times storeys")
    if d.height is None and spec.stories:
        found["height"] = (
            spec.stories * typical.storey,
            f"{spec.stories} storeys of {typical.storey:g} m",
        )
    return {name: how for name, how in found.items() if not facts.states(f"/dimensions/{name}")}


def derived_apply(design: Design, facts: Facts, knowledge: Knowledge) -> bool:
    spec = design.spec
    return spec.design_type == "building" and bool(_derivable(spec, knowledge.typical(spec), facts))


def derived(design: Design, facts: Facts, knowledge: Knowledge) -> Design:
    figures = _derivable(design.spec, knowledge.typical(design.spec), facts)
    for name, (value, why) in figures.items():
        design = set_value(
            design,
            f"/dimensions/{name}",
            rounded(value),
            rule="derive_dimensions",
            reason=why,
            derived=name != "height",
        )
    return design


def estimated_weight(spec: DesignSpec, typical: Typical) -> tuple[float, str] | None:
    d = spec.dimensions
    if spec.design_type == "building":
        plan = footprint(d)
        area = d.floor_area or (plan * (spec.stories or 1) if plan else None)
        if area is None:
            return None
        return area * typical.load, f"{typical.load:g} kg per m2 of floor"
    if typical.weight is None:
        return None
    usual = dict(zip(typical.sides, typical.size, strict=True))
    known = [value / usual[s] for s in usual if (value := getattr(d, s, None))]
    scale = min(max(prod(known), 0.01), 5.0) if known else 1.0
    payload = next((p.value for p in spec.performance if p.metric == "payload"), 0.0)
    if spec.design_type == "vehicle" and payload > MOST_LOAD * typical.weight * scale:
        return payload / MOST_LOAD, f"enough to carry {payload:g} kg"
    value = possible_weight(spec, typical.weight * scale)
    return None if value is None else (value, typical.why("weight"))


# Kilograms of load for one of the thing itself; rule V7 of the evaluation allows nearly twice it.
MOST_LOAD = 8.0


def weight_applies(design: Design, facts: Facts, knowledge: Knowledge) -> bool:
    spec = design.spec
    return (
        spec.dimensions.weight is None
        and not facts.states("/dimensions/weight")
        and not _dubious(design, knowledge.typical(spec))
        and estimated_weight(spec, knowledge.typical(spec)) is not None
    )


def weight(design: Design, facts: Facts, knowledge: Knowledge) -> Design:
    estimate = estimated_weight(design.spec, knowledge.typical(design.spec))
    if estimate is None:
        return design
    value, why = estimate
    return set_value(design, "/dimensions/weight", rounded(value), rule="derive_weight", reason=why)
