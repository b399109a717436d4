"""Sides without a unit that their size tells, and figures that are none."""

from typing import Any

import pytest

from specs.extraction import read
from specs.language import quantities


def lengths(text: str) -> list[float]:
    return [round(q.value, 4) for q in quantities(text) if q.unit == "m"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("desk 1600 wide, 800 deep and 25 thick", [1.6, 0.8, 0.025]),
        ("width 1600, height: 720", [1.6, 0.72]),
        ("1200 dia round table, 750 high", [1.2, 0.75]),
        ("a desk 1600 wide and 75 cm high", [1.6, 0.75]),
        ("worktop 3000 x 600 x 40 in oak", [3, 0.6, 0.04]),
        ("opening 900 × 2100", [0.9, 2.1]),
        ("Wardrobe: H 2360 x W 1500 x D 580", [2.36, 1.5, 0.58]),
        ("a pair of doors 900 wide", [0.9]),
        ("mattress 140x200, slats included", [1.4, 2]),
        ("dishwasher 60x60x85", [0.6, 0.6, 0.85]),
        ("bookcase 90 wide, 35 deep, 200 tall", [0.9, 0.35, 2]),
        ("laser cutter 600x400 bed", [0.6, 0.4]),
    ],
)
def test_the_size_tells_the_unit(text: str, expected: list[float]) -> None:
    assert lengths(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "a tower 830 high",
        "1500 x 1000 pixels",
        "a 1500 x 1000 screen",
        "1920 x 1080 display",
        "500 high chairs",
        "a sofa 84 x 38 x 34",
        "a bookcase 72 tall",
        "a wardrobe for 120 long coats",
        "a monitor 160 x 40 x 20",
        "600 long-stay spaces",
        "a school for 600, 4 wide corridors",
    ],
)
def test_figures_that_are_no_sides(text: str) -> None:
    assert lengths(text) == []


@pytest.mark.parametrize(
    ("prompt", "sides"),
    [
        ("an oak worktop 3000 x 600 x 40", {"width": 3, "depth": 0.6, "height": 0.04}),
        ("a garage 3000 wide x 6000 long", {"width": 3, "length": 6}),
        ("a van 5400 long, 2000 wide", {"length": 5.4, "width": 2}),
        ("a table 180 x 90 in oak", {"width": 1.8, "depth": 0.9}),
    ],
)
def test_a_design_has_these_sides(prompt: str, sides: dict[str, Any]) -> None:
    dimensions = read(prompt).spec.as_json()["dimensions"]
    assert {name: dimensions[name] for name in sides} == sides


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bookcase 2 m by 1 m by 30", [2, 1, 0.3]),
        ("one metre sixty by eighty", [1.6, 0.8]),
        ("ten inches by a foot", [0.254, 0.3048]),
        ("30 m x 20", [30, 20]),
        ("inch-thick top, metre-wide", [0.0254, 1]),
        ("ottoman, an 18 in cube", [0.4572]),
        ("90 x 90 cm square, h=75", [0.9, 0.9, 0.75]),
        ("wheels 20 x 4.0 in fat", [0.508, 0.1016]),
    ],
)
def test_sides_beside_a_length(text: str, expected: list[float]) -> None:
    assert lengths(text) == expected
