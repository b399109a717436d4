"""Rooms of a building, with how many and how large."""

from specs.extraction.spaces.reading import read_spaces
from specs.extraction.spaces.rooms import Room

__all__ = ["Room", "read_spaces"]
