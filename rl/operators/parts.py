"""What a design is made of and does: materials, grades, spaces, performance, components."""

from collections.abc import Iterable, Iterator
from itertools import islice
from math import hypot, prod

from rl.operators.editing import Design, append, set_value
from rl.operators.limits import MOST_FILLED, box, usual_figure
from rl.operators.operator import Facts
from rl.operators.sizes import MOST_LOAD, footprint, rounded
from rl.operators.typical import Knowledge, Typical
from specs.design import DesignSpec, Material, Performance, Space

# An edit adds a handful, so that a spec grows step by step and a reader can follow it.
AT_ONCE = 2


def _wanted_materials(spec: DesignSpec, typical: Typical) -> list[Material]:
    uses = {material.use for material in spec.materials}
    types = {material.type for material in spec.materials}
    return [m for m in typical.materials if m.use not in uses and m.type not in types]


def material_applies(design: Design, facts: Facts, knowledge: Knowledge) -> bool:
    return bool(_allowed_materials(design, facts, knowledge))


def _allowed_materials(design: Design, facts: Facts, knowledge: Knowledge) -> list[Material]:
    spec = design.spec
    wanted = _wanted_materials(spec, knowledge.typical(spec))
    out = facts.ruled_out(design)
    return [material for material in wanted if material.type not in out]


def material(design: Design, facts: Facts, knowledge: Knowledge) -> Design:
    why = knowledge.typical(design.spec).why("material")
    wanted = _allowed_materials(design, facts, knowledge)[:1]
    return append(design, "materials", wanted, rule="add_material", reason=why)


def grades_apply(design: Design, facts: Facts, knowledge: Knowledge) -> bool:
    return any(
        (m.grade is None and m.type in knowledge.grades) or m.use is None
        for m in design.spec.materials
    )


def grades(design: Design, facts: Facts, knowledge: Knowledge) -> Design:
    for index, item in enumerate(design.spec.materials):
        if item.grade is None and item.type in knowledge.grades:
            design = set_value(
                design,
                f"/materials/{index}/grade",
                knowledge.grades[item.type],
                rule="set_grades",
                reason=f"the usual grade of {item.type}",
            )
        if item.use is None:
            design = set_value(
                design,
                f"/materials/{index}/use",
                knowledge.use(design.spec.design_type, item.type),
                rule="set_grades",
                reason=f"where {item.type} usually goes in a {design.spec.design_type}",
            )
    return design


def _wanted_rooms(design: Design, typical: Typical, facts: Facts) -> Iterator[Space]:
    """One after the other: who only asks whether there are any needs no more than the first."""
    have = {space.type for space in design.spec.spaces}
    if facts.reading is not None:
        have.update(space.type for space in facts.reading.spec.spaces)
    out = facts.ruled_out(design)
    rooms = [room for room in typical.rooms if room.type not in have | out]
    area = floor_area(design.spec)
    if area is None or not typical.floor_area:
        yield from rooms
        return
    scale = area / typical.floor_area
    room_left = 0.85 * area - sum(s.count * (s.area or 0) for s in design.spec.spaces)
    for room in rooms:
        # One of a kind stays one; rows of rooms follow the size of the building.
        count = room.count if room.count <= 2 else max(1, round(room.count * scale))
        size = rounded((room.area or 0) * (scale**0.5 if room.count <= 2 and scale < 0.9 else 1.0))
        if count * size <= room_left and size > 0:
            room_left -= count * size
            yield Space(room.type, count, size)


def floor_area(spec: DesignSpec) -> float | None:
    if spec.dimensions.floor_area is not None:
        return spec.dimensions.floor_area
    plan = footprint(spec.dimensions)
    return plan * (spec.stories or 1) if plan is not None else None


def spaces_apply(design: Design, facts: Facts, knowledge: Knowledge) -> bool:
    if design.spec.design_type != "building":
        return False
    return any(_wanted_rooms(design, knowledge.typical(design.spec), facts))


def spaces(design: Design, facts: Facts, knowledge: Knowledge) -> Design:
    typical = knowledge.typical(design.spec)
    wanted = islice(_wanted_rooms(design, typical, facts), AT_ONCE)
    return append(design, "spaces", wanted, rule="add_spaces", reason=typical.why("rooms"))


def _unsized(spec: DesignSpec, knowledge: Knowledge) -> list[int]:
    return [i for i, s in enumerate(spec.spaces) if s.area is None and s.type in knowledge.rooms]


def space_sizes_apply(design: Design, facts: Facts, knowledge: Knowledge) -> bool:
    return bool(_unsized(design.spec, knowledge))


def space_sizes(design: Design, facts: Facts, knowledge: Knowledge) -> Design:
    spec = design.spec
    places = _unsized(spec, knowledge)
    wanted = {i: knowledge.rooms[spec.spaces[i].type] for i in places}
    total = sum(spec.spaces[i].count * size for i, size in wanted.items())
    area = floor_area(spec)
    scale = 1.0
    if area is not None:
        sized = sum(s.count * s.area for s in spec.spaces if s.area is not None)
        scale = min(1.0, max(0.85 * area - sized, 0.0) / total)
    for index, size in wanted.items():
        if size * scale >= 1.0:
            design = set_value(
                design,
                f"/spaces/{index}/area",
                rounded(size * scale),
                rule="size_spaces",
                reason=f"usual area of a {spec.spaces[index].type.replace('_', ' ')}"
                + (", reduced to fit the floor area" if scale < 1 else ""),
            )
    return design


# Figures that grow with the size of the thing.
GROWING = {
    "building": ("occupancy", "power"),
    "appliance": ("capacity",),
    "vehicle": ("payload",),
    "furniture": ("payload",),
}


def usual_performance(
    spec: DesignSpec, typical: Typical, metrics: Iterable[str]
) -> dict[str, float]:
    """Those of the figures that the category usually has, for a thing of this size."""
    growing = GROWING.get(spec.design_type, ())
    usual = typical.performance
    figures = {metric: usual[metric] for metric in metrics if metric in usual}
    for metric, value in figures.items():
        if metric in growing:
            scale = size_factor(spec, typical)
            figures[metric] = usual_figure(spec, metric, _grown(value, scale))
    return figures


def _wanted_performance(design: Design, typical: Typical, facts: Facts) -> Iterator[Performance]:
    spec = design.spec
    have = {item.metric for item in spec.performance} | facts.metrics
    missing = [metric for metric in typical.performance if metric not in have]
    if not missing:
        return
    if spec.design_type != "building" and _of_usual_volume(spec, typical) < TOY:
        return
    for metric in missing:
        value = usual_performance(spec, typical, (metric,))[metric]
        item = Performance(metric, value, UNITS[metric])
        if _bearable(item, spec):
            yield item


def _bearable(item: Performance, spec: DesignSpec) -> bool:
    """Not more load than such a light thing carries, not more inside than it is large."""
    d = spec.dimensions
    if item.metric == "payload" and d.weight and spec.design_type == "vehicle":
        return item.value <= MOST_LOAD * d.weight
    if item.metric == "display_size" and d.width and d.height:
        return item.value * 0.0254 <= hypot(d.width, d.height)
    if item.metric == "shelves" and d.height:
        return item.value * LEAST_SHELF <= d.height
    around = box(d)
    if item.metric == "capacity" and around is not None:
        return item.value <= MOST_FILLED * 1000 * around
    return True


# Metres of height for each shelf, rule F3b.
LEAST_SHELF = 0.1
# A model of the thing, of less than a fiftieth of its volume, does not do what the thing does.
TOY = 1 / 50


def _grown(value: float, scale: float) -> float:
    return max(1, round(value * scale)) if value >= 2 else rounded(value * scale)


def size_factor(spec: DesignSpec, typical: Typical) -> float:
    """How much larger than usual the design is, by floor area or by volume."""
    area = floor_area(spec)
    if spec.design_type == "building":
        return area / typical.floor_area if area and typical.floor_area else 1.0
    return min(max(_of_usual_volume(spec, typical), 0.2), 8.0)


def _of_usual_volume(spec: DesignSpec, typical: Typical) -> float:
    """By the sides that are known."""
    usual = dict(zip(typical.sides, typical.size, strict=False))
    known = [value / usual[s] for s in usual if (value := getattr(spec.dimensions, s, None))]
    return float(prod(known))


# The one unit of each metric that the data files propose, as vocabulary.json has it.
UNITS = {
    "power": "kW", "torque": "N*m", "top_speed": "km/h", "acceleration_0_100": "s", "range": "km",
    "battery_charge": "mAh", "battery_life": "h", "charging_power": "kW", "seats": "1",
    "payload": "kg", "capacity": "L", "load": "kg", "place_settings": "1", "display_size": "in",
    "refresh_rate": "Hz", "brightness": "cd/m2", "memory": "GB", "storage": "GB",
    "camera_resolution": "MP", "noise": "dB", "spin_speed": "rpm", "pressure": "bar",
    "cooling_capacity": "kW", "airflow": "m3/h", "occupancy": "1", "energy_use": "kWh/year",
    "energy_intensity": "kWh/m2/year", "gears": "1", "wheel_size": "in", "shelves": "1",
    "drawers": "1", "burners": "1", "luminous_flux": "lm", "fuel_tank": "L",
}  # fmt: skip


def performance_applies(design: Design, facts: Facts, knowledge: Knowledge) -> bool:
    return any(_wanted_performance(design, knowledge.typical(design.spec), facts))


def performance(design: Design, facts: Facts, knowledge: Knowledge) -> Design:
    typical = knowledge.typical(design.spec)
    wanted = islice(_wanted_performance(design, typical, facts), AT_ONCE)
    why = typical.why("performance")
    return append(design, "performance", wanted, rule="add_performance", reason=why)


def _wanted_components(design: Design, typical: Typical, facts: Facts) -> list[str]:
    out = {*design.spec.components, *facts.ruled_out(design)}
    return [name for name in typical.components if name not in out]


def components_apply(design: Design, facts: Facts, knowledge: Knowledge) -> bool:
    return bool(_wanted_components(design, knowledge.typical(design.spec), facts))


def components(design: Design, facts: Facts, knowledge: Knowledge) -> Design:
    typical = knowledge.typical(design.spec)
    wanted = _wanted_components(design, typical, facts)[:AT_ONCE]
    why = typical.why("components")
    return append(design, "components", wanted, rule="add_components", reason=why)
