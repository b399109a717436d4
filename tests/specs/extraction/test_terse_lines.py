"""Lines jotted down without commas, and what goes back to the whole behind an aside."""

import pytest

from specs.errors import NotADesign
from specs.extraction import read
from specs.language import analyse
from tests.specs.extraction.readings import Sides, sides


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("Bookcase 80 x 30 x 200 cm pine", {"width": 0.8, "depth": 0.3, "height": 2}),
        ("Chest 5 drawers 90 x 45 x 110 cm ash", {"width": 0.9, "depth": 0.45, "height": 1.1}),
        ("cabinet, two doors 80 x 40 x 90 cm", {"width": 0.8, "depth": 0.4, "height": 0.9}),
        ("SUV 4.6 x 1.9 x 1.7 m hybrid", {"length": 4.6, "width": 1.9, "height": 1.7}),
        ("aircraft 9 x 11 m span", {"length": 9, "width": 11}),
        ("Oven 60x59x57 cm pyrolysis", {"width": 0.6, "depth": 0.59, "height": 0.57}),
    ],
)
def test_three_sides_are_the_whole_ones_whatever_comes_next(prompt: str, expected: Sides) -> None:
    assert sides(prompt) == pytest.approx(expected)


@pytest.mark.parametrize(
    "prompt",
    [
        "Fridge with a 40 x 30 x 20 cm drawer, 200 l",
        "Cargo trike, front box 90 x 65 x 50 cm, 250 W",
        "Bookcase, 5 shelves 80 x 30 x 2 cm",
    ],
)
def test_sides_of_a_part_stay_with_it(prompt: str) -> None:
    assert sides(prompt) == {}


def test_counted_rooms_behind_the_size_of_one_are_the_whole_ones() -> None:
    spec = read("A school for 400 pupils. The hall is 200 m2, 16 classrooms, two storeys.").spec
    assert [(room.type, room.count) for room in spec.spaces] == [("classroom", 16)]
    assert spec.stories == 2


def test_rooms_of_what_was_there_before_stay_away() -> None:
    spec = read("The hall we use now has 90 seats, one toilet. We want a temple, 4 toilets.").spec
    assert [(room.type, room.count) for room in spec.spaces] == [("restroom", 4)]


@pytest.mark.parametrize(
    ("prompt", "category"),
    [
        ("Refurbish the old mill as 14 flats, 1,150 m2", "apartment"),
        ("Remodel our garage as an office, 24 m2", "office"),
        ("SCHEDULE B - the vessel: a car ferry, 60 m long", "boat"),
    ],
)
def test_what_becomes_of_it_is_the_kind(prompt: str, category: str) -> None:
    assert read(prompt).spec.category == category


def test_an_order_to_schedule_is_no_design() -> None:
    with pytest.raises(NotADesign):
        read("Schedule a meeting with the architect for Monday")


@pytest.mark.parametrize(
    ("prompt", "design_type"),
    [
        ("School of 1,800 sqm each", "building"),
        ("A farm shop, 90 m2 per", "building"),
        ("Office: waiting rooms 1 x", "building"),
        ("units, mall, 148 shops", "building"),
        ("Research lab, 6 meeting rooms, 120 more", "building"),
        ("Desk (oak top oak (", "furniture"),
    ],
)
def test_what_breaks_off_is_read(prompt: str, design_type: str) -> None:
    assert read(prompt).spec.design_type == design_type


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        (
            "trike 2.6 m long 1.1 m wide 1.2 m high 2 seats aluminium frame hydraulic brakes 28 kg",
            {"length": 2.6, "width": 1.1, "height": 1.2, "weight": 28},
        ),
        (
            "shed length 4 m width 3 m height 2.2 m cedar walls felt roof one window no floor",
            {"length": 4, "width": 3, "height": 2.2},
        ),
        (
            "house 140 m2 brick walls slate roof garage 3 bedrooms 2 bathrooms no basement",
            {"floor_area": 140},
        ),
        (
            "speaker bluetooth 20 W 12 h battery waterproof 18 x 7 x 7 cm 560 g",
            {"width": 0.18, "height": 0.07, "depth": 0.07, "weight": 0.56},
        ),
    ],
)
def test_sides_of_a_list_without_commas(prompt: str, expected: Sides) -> None:
    assert sides(prompt) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        (
            "desk 160 x 80 cm oak top steel legs cable tray no drawers",
            [("wood", "top"), ("steel", "legs")],
        ),
        (
            "house 120 m2 brick walls slate roof garage 3 bedrooms",
            [("brick", "walls"), ("slate", "roof")],
        ),
        (
            "trike 2 seats aluminium frame hydraulic brakes 28 kg leather saddle",
            [("aluminum", "frame"), ("leather", "saddle")],
        ),
    ],
)
def test_materials_of_a_list_without_commas(
    prompt: str, expected: list[tuple[str, str | None]]
) -> None:
    assert [(found.type, found.use) for found in read(prompt).spec.materials] == expected


def test_items_of_a_list_without_commas() -> None:
    spec = read("hotel 4 storeys 60 rooms 2800 m2 spa gym seats 80 in the hall no pool").spec
    assert spec.stories == 4
    assert spec.exclusions == ("swimming_pool",)
    spec = read("chest lid height 40 cm width 90 cm oak lid steel hinges two locks no wheels").spec
    assert spec.exclusions == ("wheels",)


def test_quotes_are_of_the_prompt_as_written() -> None:
    prompt = "house 140 m2 brick walls slate roof garage 3 bedrooms 2 bathrooms no basement"
    spec = read(prompt).spec
    assert spec.constraints == ("no basement",)


def test_nobody_jots_down_thousands_of_words_without_a_mark() -> None:
    """Such a text is made to be slow to read, and is not read twice."""
    assert "," not in analyse("oak desk 2 m wide steel legs " * 300).words


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        (
            "fridge 320 l 60 wide 185 high no frost glass shelves 36 dB no ice maker",
            {"width": 0.6, "height": 1.85},
        ),
        ("Oven, 59 wide, 60 high, 71 l, pyrolytic", {"width": 0.59, "height": 0.6}),
        ("Oven, 71 l, 60 wide racks, pyrolytic", {}),
    ],
)
def test_sides_of_a_machine_without_their_unit(prompt: str, expected: Sides) -> None:
    assert sides(prompt) == pytest.approx(expected)
