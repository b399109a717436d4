"""Materials with their kind and where they go."""

from specs.extraction.materials.reading import read_materials
from specs.extraction.materials.stuff import Stuff

__all__ = ["Stuff", "read_materials"]
