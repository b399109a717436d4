"""Furniture as people write it: what it is of, where that goes, what it has."""

from typing import Any

import pytest

from specs.extraction import read


def spec(prompt: str) -> dict[str, Any]:
    return read(prompt).spec.as_json()


def materials(prompt: str) -> list[tuple[str, str | None, str | None]]:
    return [(m["type"], m["grade"], m["use"]) for m in spec(prompt)["materials"]]


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("Console table, top solid walnut, legs black steel", [
            ("wood", "walnut", "top"), ("steel", None, "legs")]),
        ("Desk: top 25 mm bamboo, frame 30 mm steel tube", [
            ("bamboo", None, "top"), ("steel", None, "frame")]),
        ("Stool, seat cork w/ a cotton cover, four star base aluminium", [
            ("cork", None, "seat"), ("cotton", None, "cover"), ("aluminum", None, "base")]),
        ("Sideboard, back panels in oak veneer", [("wood", "oak", "panels")]),
        ("Bench: steel frame powder coat grey", [("steel", None, "frame")]),
        ("Armchair upholstered in mustard-yellow wool", [("wool", None, "upholstery")]),
        ("Headboard bench, upholstered linen", [("linen", None, "upholstery")]),
        ("Cabinet, the sides may be birch", [("wood", "birch", "sides")]),
        ("Worktable. Top 21 mm plywood with linoleum on it", [
            ("plywood", None, "top"), ("linoleum", None, "top")]),
        ("Wardrobe, MDF with melamine outside", [
            ("mdf", None, None), ("melamine", None, "outside")]),
        ("Crates shelf\nBoxes: 6, felt", [("felt", None, "boxes")]),
        ("Settle in velvet - er no, corduroy", [("corduroy", None, None)]),
        ("Chair, oak no wait beech legs", [("wood", "beech", "legs")]),
        ("Deckchair, cotton or linen? Linen.", [("linen", None, None)]),
    ],
)  # fmt: skip
def test_a_material_goes_where_its_part_stands(
    prompt: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    found = [m for m in materials(prompt) if m[0] != "veneer"]
    assert found == expected
