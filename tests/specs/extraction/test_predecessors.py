"""What has to make way gives the design its kind at most, and none of its figures."""

import pytest

from specs.extraction import read
from tests.specs.extraction.readings import spec


@pytest.mark.parametrize(
    ("prompt", "category", "side", "value"),
    [
        ("Our forge, 90 m2, is too small. We need a new one of 260 m2, single storey",
         "factory", "floor_area", 260),
        ("Our library (420 m2) has become far too small. Design a library of 1,100 m2",
         "library", "floor_area", 1100),
        ("My desk, 120 cm wide, is too low. I want a desk 160 cm wide", "desk", "width", 1.6),
        ("Our old barn (300 m2) collapsed. Replacement: 420 m2, steel frame",
         "barn", "floor_area", 420),
        ("We have outgrown the shed, it is 60 m2 and leaks. New one please: 210 m2, one storey",
         "shed", "floor_area", 210),
        ("Hello, our café's oven died after 19 years. Wanted: a deck oven, 90 cm wide",
         "oven", "width", 0.9),
        # What is too small here is no predecessor.
        ("Our budget is too small for a pool; a house of 120 m2", "house", "floor_area", 120),
        ("Our hall is too narrow for a deep cabinet: we want a shoe cabinet 18 cm deep",
         "cabinet", "depth", 0.18),
    ],
)  # fmt: skip
def test_the_new_one(prompt: str, category: str, side: str, value: float) -> None:
    found = spec(prompt)
    assert found["category"] == category
    assert found["dimensions"][side] == value


def test_what_became_a_wall_is_none() -> None:
    found = spec("Our stairs have become a wall. Please design us a bungalow of 128 m2")
    assert found["category"] == "house"


@pytest.mark.parametrize(
    ("prompt", "category", "area"),
    [
        (
            "We want to replace our old hall with a new community building of 450 m2",
            "community_center",
            450,
        ),
        ("Replace the old bus depot with an office of 3,000 m2", "office", 3000),
        ("The parish replaces its leaking hall by a library of 800 m2", "library", 800),
    ],
)
def test_what_takes_the_place_of_the_old_is_wanted(prompt: str, category: str, area: float) -> None:
    spec = read(prompt).spec
    assert spec.category == category
    assert spec.dimensions.floor_area == area


@pytest.mark.parametrize(
    "prompt",
    [
        "Net zero carbon office, 2,000 m2",
        "Office, 2,000 m2, net zero operational carbon",
        "Office, 2,000 m2, nearly zero energy",
    ],
)
def test_nothing_of_carbon_or_energy_rules_out_nothing(prompt: str) -> None:
    spec = read(prompt).spec
    assert spec.category == "office"
    assert spec.exclusions == ()
