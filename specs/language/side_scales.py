"""The unit of a side that leaves it out, by the figure beside it."""

from specs.language.quantity import Quantity

OUT_OF_SCALE = 25.0
"""No side is as many times another: "2.05 m long, 95 wide" goes on in centimetres."""


def scale_of(near: Quantity, number: float, label: str | None = None) -> float:
    """Metres for one of a figure whose unit the neighbour says."""
    factor = near.value / near.number if near.number else 1.0
    deep = label in ("depth", "thickness") and near.number < ROOM and number > THIN
    limit = OUT_OF_DEPTH if deep else OUT_OF_SCALE
    if near.written == "centimetre" and number >= WHOLE_METRES * 100 > 2 * near.number:
        # "75 cm high, 1600 wide": so many are millimetres.
        return factor / 10
    if near.written != "metre" or not number > limit * near.number > 0:
        return factor
    # "3.2 m of worktop, 600 deep": so many are millimetres.
    return factor / (1_000 if number >= MILLIMETRES else 100)


WHOLE_METRES = 10
MILLIMETRES = 300
OUT_OF_DEPTH, ROOM, THIN = 8.0, 4.0, 20.0
"""A wall of 2.5 m may have shelves "28 deep", and those are not deeper than it is wide."""


def neighbour(found: list[Quantity], index: int) -> Quantity | None:
    """The nearest length, before first: '20 cm wide, 12 deep'."""
    for other in (*reversed(found[:index]), *found[index + 1 :]):
        if other.kind == "length":
            return other
    return None


def metres_of(figure: str) -> Quantity | None:
    """'I'm 1.85 tall': to the hundredth, people and doors are measured in metres."""
    whole, _, part = figure.partition(".")
    if len(part) != HUNDREDTHS or not whole.isdigit() or not 0 < int(whole) <= TALLEST:
        return None
    return Quantity(0, 0, 1.0, "m", "length", 1.0, "metre")


HUNDREDTHS, TALLEST = 2, 4


def measure_runs(found: list[Quantity]) -> None:
    """'6.5 x 3.2 m, door 2.4 wide by 2.1 high': labelled sides in the unit of the length beside."""
    for index, first in enumerate(found):
        if first.group < 0 or first.place or first.kind != "count":
            continue
        sides = found[index : index + first.size]
        if any(side.kind != "count" or side.label is None for side in sides):
            continue
        near = neighbour(found, index)
        if near is None or not near.number:
            continue
        if not all(_is_of_scale(near, side.number) for side in sides):
            continue
        if near.written == "metre" and all(side.number % 1 == 0 for side in sides):
            continue
        for side in sides:
            side.kind, side.unit, side.written = near.kind, near.unit, near.written
            side.scaled(near.value / near.number)
            side.guessed = True


def _is_of_scale(near: Quantity, number: float) -> bool:
    """Whether so many of the neighbour's units are a side of something."""
    least, most = SCALES_OF_SIDES.get(near.written, (1.0, 0.0))
    return least <= number <= most


SCALES_OF_SIDES = {"metre": (0.1, 9.99), "centimetre": (25.0, 300.0), "millimetre": (200.0, 4000.0)}
