"""Figures that name a region: 'in the €600 bracket'."""

from specs.language.quantity import Quantity


def is_in_the_region(words: list[str], quantity: Quantity) -> bool:
    """'in the €600 region', 'in the 40 kg range'; 'in the 400 km range' speaks of a battery."""
    at = quantity.end
    if at >= len(words) or words[at] not in REGIONS or quantity.first < 2:
        return False
    ranges = words[at] == "range" and quantity.kind == "length"
    return words[quantity.first - 2 : quantity.first] == ["in", "the"] and not ranges


REGIONS = frozenset({"region", "range", "ballpark", "bracket", "vicinity", "neighbourhood",
                     "neighborhood", "class", "mark"})  # fmt: skip
