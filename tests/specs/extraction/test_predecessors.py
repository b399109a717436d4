"""What has to make way gives the design its kind at most, and none of its figures."""

import pytest

from specs.extraction import read
from tests.specs.extraction.readings import sides, spec


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


@pytest.mark.parametrize(
    ("prompt", "category", "side", "value"),
    [
        ("Replace my desk with something 140 cm wide", "desk", "width", 1.4),
        ("Replace our fridge with a new one 60 cm wide", "refrigerator", "width", 0.6),
        ("We want to replace our old car by something smaller, 3.9 m long", "car", "length", 3.9),
        ("Trading in my van for an electric one 5.2 m long", "van", "length", 5.2),
        ("Swap my old bike for a faster and lighter one weighing 9 kg", "bicycle", "weight", 9),
        ("Replace my wardrobe (120 cm wide) with an oak one 180 cm wide", "wardrobe", "width", 1.8),
        ("Replace our six chairs with new ones 45 cm wide", "chair", "width", 0.45),
        ("We are replacing the shed with a 24 m2 one", "shed", "floor_area", 24),
        ("Replace our kitchen table with one that is 180 cm long", "table", "length", 1.8),
        ("Replace my laptop with one lighter than 1.2 kg", "laptop", "weight", 1.2),
        ("Replace the old bookcase with one of oak 80 cm wide", "bookshelf", "width", 0.8),
        ("Replace my desk with a 140 cm wide desk", "desk", "width", 1.4),
        # A part of the old one, and then the new one.
        ("We replace our desk with one broken leg by an oak one 160 cm wide", "desk", "width", 1.6),
        ("Replace our swing for the little ones 2 m wide with something 3 m wide",
         "swing", "width", 3),
        ("Replace our van for the bakery with something 5 m long", "van", "length", 5),
    ],
)  # fmt: skip
def test_something_or_one_stands_for_another_of_the_kind(
    prompt: str, category: str, side: str, value: float
) -> None:
    found = spec(prompt)
    assert found["category"] == category
    assert sides(prompt) == {side: value}


@pytest.mark.parametrize(
    "prompt",
    [
        "We replace our desk with one broken leg 140 cm wide. The new one: 160 cm wide, oak",
        "We replace our desk with one of its legs broken 140 cm wide. The new one: 160 cm wide",
        "We replace our desk with one big 140 cm wide top. The new one: 160 cm wide",
        "We replace our desk with something wrong inside 140 cm wide. The new one: 160 cm wide",
        "Replace my desk with a one metre top. The new one: 160 cm wide",
        "Replacement for my desk with one cover 140 cm wide. The new one: 160 cm wide",
        "We currently have a desk with something like 140 cm of width. The new one: 160 cm wide",
    ],
)
def test_one_part_or_a_fault_is_still_the_old_one(prompt: str) -> None:
    assert spec(prompt)["category"] == "desk"
    assert sides(prompt) == {"width": 1.6}
