"""Areas in lists and schedules of rooms: those without a unit, sizes that differ, the whole's."""

import pytest

from specs.extraction import read
from tests.specs.extraction.readings import counts, rooms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A tavern: bar 60 m2, snug 22, kitchen 35, one floor",
            {"bar": 60, "snug": 22, "kitchen": 35},
        ),
        (
            "House; all in square metres: kitchen 16, living room 30",
            {"kitchen": 16, "living_room": 30},
        ),
        ("Museum: lobby 90, workshop 45, gallery 210 m2", {"lobby": 90, "workshop": 45}),
        ("Community hall with a kitchen of 18 m2 and a lobby 25", {"kitchen": 18, "lobby": 25}),
        (
            "School: science lab, 1 no., 70 m2; library, 1 no., 90 m2",
            {"laboratory": 70, "library": 90},
        ),
        ("Farm shop: milk room 24 m2, egg store 60 m2, office", {"milk_room": 24, "egg_store": 60}),
        ("Boat club: canoe bay 110 m2 and two offices", {"canoe_bay": 110}),
        ("Hotel. Rooms: 20 of 24 m2, 6 of 36 m2", {"hotel_room": 36}),
        ("Data centre with 2 data halls x 480 m2", {"data_hall": 480}),
        ("Fire station: engine bays (3) at 90 m2 each", {"engine_bay": 90}),
    ],
)
def test_areas_of_a_list(text: str, expected: dict[str, float]) -> None:
    found = {name: area for name, _, area in rooms(text)}
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dance school: 3 studios (120, 90, 60 m2)",
            [("studio", 1, 120), ("studio", 1, 90), ("studio", 1, 60)],
        ),
        (
            "Block of 30 flats: 18 of 50 m2, 12 of 70 m2",
            [("apartment", 18, 50), ("apartment", 12, 70)],
        ),
        (
            "Hotel, 80 keys (70 standard at 26 m2, 10 suites at 50 m2)",
            [("hotel_room", 70, 26), ("hotel_room", 10, 50)],
        ),
    ],
)
def test_sizes_that_differ(text: str, expected: list[tuple[str, int, float]]) -> None:
    assert rooms(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Workshop building, floorspace 400 m2, two offices",
        "Pavilion with a kitchen, plot 900 m2, terrace 60 m2",
        "House, kitchen and lounge, total usable 140 m2, garden 300 m2",
    ],
)
def test_areas_that_are_no_rooms(text: str) -> None:
    assert all(area is None for _, _, area in rooms(text))


def test_a_bare_figure_needs_an_area_beside_it() -> None:
    assert rooms("Cafe building with kitchen 32, lobby 20") == [
        ("kitchen", 1, None),
        ("lobby", 1, None),
    ]


def test_rooms_that_only_an_area_makes() -> None:
    text = "Clubhouse: lounge 120 m2, dining 90 m2, kitchen 45 m2, hairdresser 20 m2"
    assert counts(text) == {"living_room": 1, "dining_room": 1, "kitchen": 1, "hairdresser": 1}
    assert "dining_room" not in counts("House with dining for eight and a kitchen")


def test_an_area_after_a_semicolon_has_the_unit_of_its_neighbours() -> None:
    found = rooms("School: 6 classrooms @ 58 m2; hall 140 m2; staff room 32; kitchen 45 m2")
    assert ("staff_room", 1, 32) in found


def test_a_block_with_an_area_is_a_room_of_a_warehouse() -> None:
    spec = read("Warehouse, 210 m x 42 m, office block 900 m2, lounge").spec
    assert ("office", 1, 900) in [(s.type, s.count, s.area) for s in spec.spaces]
    assert spec.dimensions.floor_area is None


def test_no_building_is_smaller_than_its_rooms() -> None:
    spec = read("Clinic. Consulting (4) at 14 m2, treatment 18 m2, waiting 30 m2, store 4 m2").spec
    assert spec.dimensions.floor_area is None


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("Research building, 3 floors x 850 m2", 2550),
        ("Four-storey office: 420 m2 per floor", 1680),
        ("Four-storey office of 420 m2", 420),
    ],
)
def test_areas_of_one_floor(text: str, area: float) -> None:
    assert read(text).spec.dimensions.floor_area == area
