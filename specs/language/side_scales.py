"""The unit of a side that leaves it out, by the figure beside it."""

from specs.language.quantity import Quantity

OUT_OF_SCALE = 25.0
"""No side is as many times another: "2.05 m long, 95 wide" goes on in centimetres."""


def scale_of(near: Quantity, number: float, label: str | None = None) -> float:
    """Metres for one of a figure whose unit the neighbour says."""
    factor = near.value / near.number if near.number else 1.0
    deep = label in ("depth", "thickness") and near.number < ROOM and number > THIN
    limit = OUT_OF_DEPTH if deep else OUT_OF_SCALE
    if near.written != "metre" or not number > limit * near.number > 0:
        return factor
    # "3.2 m of worktop, 600 deep": so many are millimetres.
    return factor / (1_000 if number >= MILLIMETRES else 100)


MILLIMETRES = 300
OUT_OF_DEPTH, ROOM, THIN = 8.0, 4.0, 20.0
"""A wall of 2.5 m may have shelves "28 deep", and those are not deeper than it is wide."""
