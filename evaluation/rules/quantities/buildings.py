"""Storeys, floors, people, rooms and money of buildings."""

from evaluation.rules.quantities.geometry import plan
from evaluation.rules.quantities.measure import Measure, Quantity
from evaluation.rules.thing import Thing

# Parking outdoors is not floor area.
OUTDOORS = frozenset({"parking_space"})
HEIGHT = "dimensions.height"
FLOOR = "dimensions.floor_area"


def height_per_storey(thing: Thing) -> Measure | None:
    height, stories = thing.dims.get("height"), thing.stories
    if height is None or not stories:
        return None
    return Measure(height / stories, (HEIGHT,))


def slenderness(thing: Thing) -> Measure | None:
    height = thing.dims.get("height")
    sides = [name for name in ("length", "width", "depth", "diameter") if name in thing.dims]
    if height is None or not sides:
        return None
    least = min(sides, key=thing.dims.__getitem__)
    return Measure(height / thing.dims[least], (HEIGHT, f"dimensions.{least}"))


def covered(thing: Thing) -> Measure | None:
    """What one storey covers at most, m2: the footprint, else the plan rectangle."""
    footprint = thing.dims.get("footprint_area")
    if footprint is not None:
        return Measure(footprint, ("dimensions.footprint_area",))
    return plan(thing)


def floor_share_of_storeys(thing: Thing) -> Measure | None:
    floor = thing.dims.get("floor_area")
    one = covered(thing) if floor is not None else None
    if floor is None or one is None or not thing.stories:
        return None
    return Measure(floor / (one.value * thing.stories), (FLOOR, *one.figures))


def floor_area(thing: Thing) -> Measure | None:
    """The floor area as stated; else all that footprint and storeys allow."""
    floor = thing.dims.get("floor_area")
    if floor is not None:
        return Measure(floor, (FLOOR,))
    one = covered(thing)
    # Twice: basements count in floor area and not in storeys (rule B7).
    return Measure(one.value * thing.stories * 2, ()) if one and thing.stories else None


def spaces_share_of_floor(thing: Thing) -> Measure | None:
    parts = [
        (space.count * space.area, index)
        for index, space in enumerate(thing.spec.spaces)
        if space.area and space.type not in OUTDOORS
    ]
    floor = floor_area(thing) if parts else None
    if floor is None:
        return None
    return Measure(sum(area for area, _ in parts) / floor.value, (f"spaces.{max(parts)[1]}",))


def floor_per_person(thing: Thing) -> Measure | None:
    metric = "occupancy" if thing.positive("occupancy") else "seats"
    people = thing.positive(metric)
    floor = floor_area(thing) if people is not None else None
    if floor is None or people is None:
        return None
    return Measure(floor.value / people, (f"performance.{metric}",))


def floor_per_bed(thing: Thing) -> Measure | None:
    floor, beds = thing.dims.get("floor_area"), thing.positive("occupancy")
    return Measure(floor / beds, ("performance.occupancy",)) if floor and beds else None


def cost_per_floor(thing: Thing) -> Measure | None:
    floor = thing.dims.get("floor_area")
    return Measure(thing.cost / floor, ("cost",)) if thing.cost is not None and floor else None


def cost_per_storey(thing: Thing) -> Measure | None:
    if thing.cost is None:
        return None
    return Measure(thing.cost / (thing.stories or 1), ("cost",))


def weight_per_floor(thing: Thing) -> Measure | None:
    floor, weight = thing.dims.get("floor_area"), thing.dims.get("weight")
    if not floor or not weight:
        return None
    return Measure(weight / floor, ("dimensions.weight", FLOOR))


def power_per_floor(thing: Thing) -> Measure | None:
    floor, power = thing.dims.get("floor_area"), thing.positive("power")
    return Measure(power / floor, ("performance.power",)) if floor and power else None


BUILDINGS: dict[str, Quantity] = {
    "height_per_storey": height_per_storey,
    "slenderness": slenderness,
    "floor_share_of_storeys": floor_share_of_storeys,
    "spaces_share_of_floor": spaces_share_of_floor,
    "floor_per_person": floor_per_person,
    "floor_per_bed": floor_per_bed,
    "cost_per_floor": cost_per_floor,
    "cost_per_storey": cost_per_storey,
    "weight_per_floor": weight_per_floor,
    "power_per_floor": power_per_floor,
}
