"""What tests ask of a reading: the spec as it is sent, its sides, its rooms."""

from typing import Any

from specs.extraction import read
from specs.records import Number

Sides = dict[str, Number]
Rooms = list[tuple[str, int, Number | None]]


def spec(prompt: str) -> dict[str, Any]:
    return read(prompt).spec.as_json()


def sides(prompt: str) -> Sides:
    """Those that have a value."""
    found = spec(prompt)["dimensions"]
    return {name: value for name, value in found.items() if value is not None}


def rooms(prompt: str) -> Rooms:
    """Type, count and area of each, as they are listed."""
    return [(room.type, room.count, room.area) for room in read(prompt).spec.spaces]


def counts(prompt: str) -> dict[str, int]:
    """How many of each type, whatever their sizes."""
    found: dict[str, int] = {}
    for name, count, _ in rooms(prompt):
        found[name] = found.get(name, 0) + count
    return found
