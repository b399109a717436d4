"""What follows from stated facts, and what practice fills in: assumptions with their reasons."""

from dataclasses import dataclass
from typing import Any

from specs.design import DIMENSIONS, DesignSpec, Dimensions, Material
from specs.knowledge import table
from specs.pointers import pointer
from specs.provenance import Assumption, Origin, Provenance, Source

BUILDING = "building"
GENERAL = "general"
ROUNDING = 2
STRUCTURAL = frozenset({"structure", "frame", "walls", "body", "hull", "fuselage"})


@dataclass(slots=True)
class Filling:
    """A spec that grows by what nobody stated, with the record of each addition.

    What is added stands beside the spec until `finish`: a spec of nineteen fields is copied once.
    """

    spec: DesignSpec
    provenance: Provenance
    assumptions: list[Assumption]
    sides: dict[str, float | None]
    stories: int | None
    materials: tuple[Material, ...]

    def add_side(self, name: str, value: float, source: Source, rule: str, reason: str) -> None:
        if value <= 0 or self.sides[name] is not None:
            return
        self.sides[name] = value
        self._record(pointer("dimensions", name), value, source, rule, reason)

    def add_stories(self, value: int, rule: str, reason: str) -> None:
        self.stories = value
        self._record("/stories", value, Source.DEFAULT, rule, reason)

    def add_material(self, material: Material, rule: str, reason: str) -> None:
        index = len(self.materials)
        self.materials = (*self.materials, material)
        for leaf, value in (("type", material.type), ("use", material.use)):
            self._record(pointer("materials", index, leaf), value, Source.DEFAULT, rule, reason)

    def finish(self) -> None:
        if self.assumptions:
            sides = Dimensions(**self.sides)
            self.spec = self.spec.filled(self.stories, sides, self.materials)

    def _record(self, at: str, value: Any, source: Source, rule: str, reason: str) -> None:
        self.provenance[at] = Origin(source, rule=rule)
        self.assumptions.append(Assumption(at, value, rule, reason))


def _sides(dimensions: Dimensions) -> dict[str, float | None]:
    return {name: getattr(dimensions, name) for name in DIMENSIONS}


def fill(spec: DesignSpec, provenance: Provenance) -> Filling:
    filling = Filling(
        spec,
        dict(provenance),
        _unnamed(spec, provenance),
        _sides(spec.dimensions),
        spec.stories,
        spec.materials,
    )
    if spec.design_type == BUILDING:
        _default_stories(filling)
        _areas(filling)
        _height(filling)
    _standard_sides(filling)
    _main_material(filling)
    filling.finish()
    return filling


def _unnamed(spec: DesignSpec, provenance: Provenance) -> list[Assumption]:
    """Design type, category and title where the prompt names no kind of thing."""
    values = {"/design_type": spec.design_type, "/category": spec.category, "/title": spec.title}
    return [
        Assumption(at, value, origin.rule or "unnamed_kind", "the prompt names no kind of thing")
        for at, value in values.items()
        if (origin := provenance[at]).source is Source.DEFAULT
    ]


def _default_stories(filling: Filling) -> None:
    entry = table("defaults")["stories"].get(filling.spec.category)
    if entry is not None and filling.stories is None and not _many_cars(filling.spec):
        filling.add_stories(entry["value"], "usual_stories", _because(entry))


def _many_cars(spec: DesignSpec) -> bool:
    """A garage for hundreds of cars is no detached garage."""
    return any(space.type == "parking_space" and space.count > 12 for space in spec.spaces)


def _areas(filling: Filling) -> None:
    """Footprint from the sides, floor area from footprint and storeys, and back."""
    known, stories = filling.spec.dimensions, filling.stories
    if known.length and known.width:
        area = round(known.length * known.width, ROUNDING)
        reason = f"{known.length:g} m x {known.width:g} m"
        filling.add_side("footprint_area", area, Source.DERIVED, "footprint_from_sides", reason)
    footprint = filling.sides["footprint_area"]
    if footprint and stories:
        area = round(footprint * stories, ROUNDING)
        reason = f"{footprint:g} m2 on each of {stories} storeys"
        filling.add_side("floor_area", area, Source.DERIVED, "floor_area_from_footprint", reason)
    elif known.floor_area and stories:
        area = round(known.floor_area / stories, ROUNDING)
        reason = f"{known.floor_area:g} m2 over {stories} storeys"
        filling.add_side(
            "footprint_area", area, Source.DERIVED, "footprint_from_floor_area", reason
        )


def _height(filling: Filling) -> None:
    stories = filling.stories
    if stories is None:
        return
    heights = table("defaults")["storey_height"]
    entry = heights.get(filling.spec.category, heights[GENERAL])
    height = round(stories * entry["value"], ROUNDING)
    reason = f"{stories} storeys of {entry['value']:g} m: {_because(entry)}"
    filling.add_side("height", height, Source.DERIVED, "height_from_stories", reason)


def _standard_sides(filling: Filling) -> None:
    if filling.sides["diameter"] is not None:
        return
    for name, entry in table("defaults")["dimensions"].get(filling.spec.category, {}).items():
        filling.add_side(name, entry["value"], Source.DEFAULT, f"standard_{name}", _because(entry))


def _main_material(filling: Filling) -> None:
    """One material for the main part, where the prompt names none that could be it."""
    spec = filling.spec
    entries = table("defaults")["material"].get(spec.design_type)
    if entries is None or spec.materials:
        return
    entry = entries.get(spec.category, entries.get(GENERAL))
    if entry is None or entry["type"] in spec.exclusions:
        return
    filling.add_material(
        Material(entry["type"], None, entry["use"]), "usual_material", _because(entry)
    )


def _because(entry: dict[str, Any]) -> str:
    return f"{entry['reason']} ({entry['source']})"
