"""Which sides of a design can be drawn, seen from where, from the sides that are known."""

from dataclasses import dataclass

from specs.design import DesignSpec


@dataclass(frozen=True, slots=True)
class View:
    """A projection in metres: `across` the page and `up` it, with the names of those sides."""

    title: str
    across: float
    up: float
    across_name: str
    up_name: str
    kind: str = "box"  # box, building, vehicle, circle
    levels: int = 1


def views(spec: DesignSpec) -> tuple[View, ...]:
    """Elevation first, then the plan; empty when fewer than two sides of any view are known."""
    if spec.design_type == "building":
        found = _building(spec)
    elif spec.design_type == "vehicle":
        found = _vehicle(spec)
    else:
        found = _thing(spec)
    return tuple(view for view in found if view is not None)


def _building(spec: DesignSpec) -> list[View | None]:
    size = spec.dimensions
    front = ("length", size.length) if size.length else ("width", size.width)
    if not front[1]:
        front = ("diameter", size.diameter)
    return [
        _view("Elevation", front, ("height", size.height), "building", spec.stories or 1),
        _plan(size.length, size.width, ("length", "width"), size.diameter),
    ]


def _vehicle(spec: DesignSpec) -> list[View | None]:
    size = spec.dimensions
    return [
        _view("Side", ("length", size.length), ("height", size.height), "vehicle"),
        _plan(size.length, size.width, ("length", "width"), size.diameter),
    ]


def _thing(spec: DesignSpec) -> list[View | None]:
    """Furniture, appliances and devices have a width, a depth and a height; some a length."""
    size = spec.dimensions
    across = ("width", size.width) if size.width else ("length", size.length)
    deep = ("depth", size.depth)
    if not size.depth and size.width and size.length:
        across, deep = ("length", size.length), ("width", size.width)
    front = across if across[1] else ("diameter", size.diameter)
    return [
        _view("Front", front, ("height", size.height)),
        _view("Side", deep, ("height", size.height)),
        _plan(across[1], deep[1], (across[0], deep[0]), size.diameter),
    ]


def _view(
    title: str,
    across: tuple[str, float | None],
    up: tuple[str, float | None],
    kind: str = "box",
    levels: int = 1,
) -> View | None:
    if not across[1] or not up[1]:
        return None
    return View(title, across[1], up[1], across[0], up[0], kind, levels)


def _plan(
    across: float | None, up: float | None, names: tuple[str, str], diameter: float | None
) -> View | None:
    if across and up:
        return View("Plan", across, up, *names)
    if diameter:
        return View("Plan", diameter, diameter, "diameter", "diameter", "circle")
    return None
