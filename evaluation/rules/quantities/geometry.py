"""Boxes, plans and what is put in relation to them."""

from math import hypot, pi

from evaluation.rules.quantities.measure import Measure, Quantity
from evaluation.rules.thing import Thing

# The sides of the face that holds the screen; what lies flat has it on its width and depth.
FACE = {"laptop": {"width", "depth"}}
# A height below this is that of a device that lies flat.
THICKNESS = 0.03


def box(thing: Thing) -> Measure | None:
    """The volume of the box or cylinder around the thing, m3."""
    dims = thing.dims
    height = dims.get("height")
    sides = [name for name in ("length", "width", "depth") if name in dims]
    if height is not None and len(sides) >= 2:
        first, second = sides[:2]
        names = (f"dimensions.{first}", f"dimensions.{second}", "dimensions.height")
        return Measure(dims[first] * dims[second] * height, names)
    if len(sides) == 3:
        return Measure(
            dims["length"] * dims["width"] * dims["depth"],
            ("dimensions.length", "dimensions.width", "dimensions.depth"),
        )
    if "diameter" in dims:
        other = "height" if height is not None else next(iter(sides), None)
        if other is not None:
            return Measure(
                pi / 4 * dims["diameter"] ** 2 * dims[other],
                ("dimensions.diameter", f"dimensions.{other}"),
            )
    return None


def plan(thing: Thing) -> Measure | None:
    """The area of the rectangle or circle around the plan, m2."""
    dims = thing.dims
    sides = [name for name in ("length", "width", "depth") if name in dims]
    if len(sides) >= 2:
        first, second = sides[:2]
        return Measure(dims[first] * dims[second], (f"dimensions.{first}", f"dimensions.{second}"))
    if "diameter" in dims:
        return Measure(pi / 4 * dims["diameter"] ** 2, ("dimensions.diameter",))
    return None


def volume_share_of_box(thing: Thing) -> Measure | None:
    volume = thing.dims.get("volume")
    if volume is None:
        return None
    around = box(thing)
    if around is None:
        footprint, height = thing.dims.get("footprint_area"), thing.dims.get("height")
        if footprint is None or height is None:
            return None
        around = Measure(footprint * height, ("dimensions.footprint_area", "dimensions.height"))
    return Measure(volume / around.value, ("dimensions.volume", *around.figures))


def footprint_share_of_plan(thing: Thing) -> Measure | None:
    footprint = thing.dims.get("footprint_area")
    around = plan(thing) if footprint is not None else None
    if footprint is None or around is None:
        return None
    return Measure(footprint / around.value, ("dimensions.footprint_area", *around.figures))


def box_density(thing: Thing) -> Measure | None:
    weight = thing.dims.get("weight")
    if weight is None:
        return None
    around = box(thing)
    if around is None and "volume" in thing.dims:
        around = Measure(thing.dims["volume"], ("dimensions.volume",))
    if around is None:
        return None
    return Measure(weight / around.value, ("dimensions.weight", *around.figures))


def capacity_share_of_box(thing: Thing) -> Measure | None:
    capacity = thing.positive("capacity")
    around = box(thing) if capacity is not None else None
    if capacity is None or around is None:
        return None
    return Measure(capacity / 1000 / around.value, ("performance.capacity", *around.figures))


def screen_share_of_face(thing: Thing) -> Measure | None:
    """The screen against the diagonal of the largest face, both in inches."""
    screen, dims = thing.positive("display_size"), thing.dims
    if screen is None:
        return None
    sides = sorted(
        (name for name in ("length", "width", "height", "depth") if name in dims),
        key=dims.__getitem__,
    )
    if "diameter" in dims and len(sides) < 2:
        return Measure(
            screen * 0.0254 / dims["diameter"], ("performance.display_size", "dimensions.diameter")
        )
    # With one side unknown the largest face is known only if the two others are that face.
    if len(sides) < 3 and (
        set(sides) != FACE.get(thing.category, {"width", "height"}) or dims[sides[0]] < THICKNESS
    ):
        return None
    first, second = sides[-2:]
    diagonal = hypot(dims[first], dims[second])
    return Measure(
        screen * 0.0254 / diagonal,
        ("performance.display_size", f"dimensions.{second}", f"dimensions.{first}"),
    )


GEOMETRY: dict[str, Quantity] = {
    "volume_share_of_box": volume_share_of_box,
    "footprint_share_of_plan": footprint_share_of_plan,
    "box_density": box_density,
    "capacity_share_of_box": capacity_share_of_box,
    "screen_share_of_face": screen_share_of_face,
}
