"""Sides, height, diameter, areas, volume and weight of the whole design."""

from specs.extraction.dimensions.reading import read_dimensions
from specs.extraction.dimensions.side import Side

__all__ = ["Side", "read_dimensions"]
