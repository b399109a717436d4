"""Whole briefs of buildings and furniture: whose sides, whose cars, what was there before."""

import pytest

from specs.errors import NotADesign
from specs.extraction import read
from tests.specs.extraction.readings import sides


def rooms(prompt: str) -> dict[str, int]:
    return {room.type: room.count for room in read(prompt).spec.spaces}


@pytest.mark.parametrize(
    "prompt",
    [
        "Village hall with a main hall 14 x 9 m, a kitchen and two toilets.",
        "We want a church hall, main hall 12 by 8 metres with a stage, in brick.",
        "School with a sports hall of 33 x 18 m.",
        "School with two classrooms, each classroom 8 by 7 metres.",
        "House with a workshop 6 x 4 m.",
        "Fire station with three bays and a drill tower 12 m high.",
        "Car showroom with a glass front 40 m long.",
    ],
)
def test_sides_of_a_room_are_not_the_buildings(prompt: str) -> None:
    assert sides(prompt) == {}


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("Riding hall of 20 x 40 m.", {"length": 40, "width": 20}),
        ("A workshop 8 x 5 m with an office.", {"length": 8, "width": 5}),
        ("Garage with a loft? Just the garage: 7 m by 6.", {"length": 7, "width": 6}),
        ("Clinic 20 x 12 m, waiting room 6 x 5 m.", {"length": 20, "width": 12}),
        ("A wardrobe 1800 wide in birch ply.", {"width": 1.8}),
        ("Vanity unit, 90 wide, oak.", {"width": 0.9}),
        (
            "Steel lockers, 1800 H x 300 W x 500 D each.",
            {"width": 0.3, "depth": 0.5, "height": 1.8},
        ),
    ],
)
def test_sides_of_the_whole(prompt: str, expected: dict[str, float]) -> None:
    assert sides(prompt) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("House with a double garage for two cars and 3 bedrooms.", {"garage": 1, "bedroom": 3}),
        ("House with a carport for 2 cars.", {"garage": 1}),
        ("Car showroom with 15 cars on display and a workshop.", {"workshop": 1}),
        ("Office block with parking for 40 cars.", {"parking_space": 40}),
    ],
)
def test_cars(prompt: str, expected: dict[str, int]) -> None:
    assert rooms(prompt) == expected


def test_the_beds_of_a_room_are_no_area() -> None:
    spec = read("Hostel for 200 students, 50 rooms of 4, dining hall 250 sqm.").spec
    assert [room.area for room in spec.spaces] == [None, 250]


@pytest.mark.parametrize(
    ("prompt", "category"),
    [
        ("Convert the barn into a home with four bedrooms.", "house"),
        ("Turn the old chapel into a three-bedroom house with a mezzanine.", "house"),
        ("Please convert our garage into a library with 300 m of shelves.", "library"),
    ],
)
def test_conversions(prompt: str, category: str) -> None:
    assert read(prompt).spec.category == category


@pytest.mark.parametrize(
    "prompt",
    [
        "Convert 5 miles into kilometres.",
        "Convert this file into a PDF.",
        "Convert the barn's area into square feet.",
    ],
)
def test_conversions_of_nothing_built(prompt: str) -> None:
    with pytest.raises(NotADesign):
        read(prompt)


@pytest.mark.parametrize(
    ("prompt", "uses"),
    [
        ("Toy box with a soft-close lid and wheels, 80 x 40 x 45 cm, plywood.", [None]),
        ("Coat stand, bent beech, 1.8 m high.", [None]),
        ("Bed with four drawers, FSC oak.", [None]),
    ],
)
def test_no_part(prompt: str, uses: list[str | None]) -> None:
    assert [material.use for material in read(prompt).spec.materials] == uses


def test_what_is_excepted_is_wanted() -> None:
    spec = read("Teak bench with no metal parts except stainless screws.").spec
    assert spec.exclusions == ("metal_parts",)


def test_units_of_self_storage_are_no_flats() -> None:
    assert rooms("Self-storage facility on three floors with 450 units.") == {"storage_unit": 450}
    assert rooms("Apartment building with 45 units.") == {"apartment": 45}


@pytest.mark.parametrize(
    ("prompt", "features"),
    [
        ("Hay barn 60 x 40 ft with 16 ft sidewalls and a metal roof.", ()),
        ("Nest of three tables, largest 60 x 40 x 50 cm, oak.", ()),
        ("House with a vaulted ceiling and a green wall.", ("vaulted_ceiling", "green_wall")),
    ],
)
def test_what_is_only_measured_is_no_feature(prompt: str, features: tuple[str, ...]) -> None:
    assert read(prompt).spec.features == features


def test_a_hide_is_a_building() -> None:
    spec = read("Bird hide on stilts, 6 m x 2.4 m, cedar shingles.").spec
    assert (spec.design_type, spec.category) == ("building", "bird_hide")
