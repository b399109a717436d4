"""Rooms: how many, how large, on every floor, and where the text puts their number."""

import pytest

from tests.specs.extraction.readings import spec


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("Primary school: classrooms x9, washrooms four, music practice cells: 3",
         {"classroom": 9, "restroom": 4, "music_practice_cell": 3}),
        ("Cinema building, 2 foyers, parking 85, roof terrace", {"lobby": 2, "parking_space": 85}),
        ("Tram depot with 18 covered bays", {"parking_space": 18}),
        ("Parking deck, 4 levels, 230 stalls, 12 EV charging bays", {"parking_space": 230}),
        ("Rescue base, showers x4", {"shower": 4}),
        ("Tower, levels 2 to 5 offices, levels 6 to 9 flats, 28 of them", {"apartment": 28}),
        ("Hostel, upstairs bar, 9 dorm rooms", {"bar": 1, "dorm_room": 9}),
        ("Office block, flats on levels 5 to 7, 12 of them", {"apartment": 12}),
        ("Clinic, 4 rooms for treatment, two OR, 3 rooms (exam rooms)",
         {"treatment_room": 4, "operating_room": 2, "exam_room": 3}),
        ("Bungalow, 3 bed 2 bath study pantry, oak floor",
         {"bedroom": 3, "bathroom": 2, "office": 1, "pantry": 1}),
        ("Rowing club: gym (weights room), 1 store, a small bar",
         {"gym": 1, "storage_room": 1, "bar": 1}),
        ("School with twenty-one (21) classrooms", {"classroom": 21}),
    ],
)  # fmt: skip
def test_rooms_wherever_their_number_stands(prompt: str, expected: dict[str, int]) -> None:
    assert {s["type"]: s["count"] for s in spec(prompt)["spaces"]} == expected


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("Apartment block, G+3, 6 flats on every floor", {"apartment": 24}),
        ("Clinic wing, 2 levels, each level 8 exam rooms and 1 lab",
         {"exam_room": 16, "laboratory": 2}),
        ("Hostel, 12 dorm rooms per floor (so 36)", {"dorm_room": 36}),
        ("Apartment block, four storeys, 32 flats, 8 flats each floor", {"apartment": 32}),
        ("Apartment block, 6 flats per floor", {"apartment": 6}),
    ],
)  # fmt: skip
def test_rooms_of_every_floor(prompt: str, expected: dict[str, int]) -> None:
    assert {s["type"]: s["count"] for s in spec(prompt)["spaces"]} == expected


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("Stable, 8 loose boxes of 3 x 4 m", [("loose_box", 8, 12)]),
        ("Market: 20 shop units of 15 m2, 4 of 40 m2",
         [("retail_unit", 20, 15), ("retail_unit", 4, 40)]),
        ("Research building, 1,900 m2, 7 labs of 55", [("laboratory", 7, 55)]),
        ("School, 9 classrooms of 28, 2,000 m2", [("classroom", 9, None)]),
        ("Hotel with 64 keys, later; each 31 m2", [("hotel_room", 64, 31)]),
        ("Club house\nSauna room: yes, 12 m2", [("sauna_room", 1, 12)]),
        ("A flat over a bakery shop. Flat 70 m2.", [("apartment", 1, 70)]),
        ("Hotel, 40 rooms? 52 rooms now, 25 m2 each", [("hotel_room", 52, 25)]),
        ("Club house: 3 changing rooms? No, 5.", [("changing_room", 5, None)]),
    ],
)  # fmt: skip
def test_rooms_with_their_area(prompt: str, expected: list[tuple[str, int, float]]) -> None:
    assert [(s["type"], s["count"], s["area"]) for s in spec(prompt)["spaces"]] == expected


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("Distribution hub with a footprint near 9,500 m2", {"footprint_area": 9500}),
        ("Passive house, 148 m2 TFA", {"floor_area": 148}),
        ("Villa, 14 x 9 m each floor", {"length": 14, "width": 9}),
        ("Depot, 40 m x 20 m, side height 6 m", {"length": 40, "width": 20}),
    ],
)
def test_the_size_of_the_whole(prompt: str, expected: dict[str, float]) -> None:
    sides = spec(prompt)["dimensions"]
    assert {name: value for name, value in sides.items() if value is not None} == expected


@pytest.mark.parametrize(
    ("prompt", "features", "exclusions"),
    [
        ("Villa. sauna no. lift yes.", ["elevator"], ["sauna"]),
        ("Barn, unheated, brick", [], ["heating"]),
        ("Villa; sauna, absolutely not; garage not reqd", [], ["sauna", "garage"]),
        ("Chapel. The vicar hoped for a balcony; voted down.", [], ["balcony"]),
        ("Clinic, no showy glass atrium, no theatres", [], ["atrium", "operating_room"]),
        ("Villa with a sauna, three of us have toddlers", ["sauna"], []),
        ("House, no larch decking, no oak showing", [], ["larch_decking", "oak"]),
        ("Factory with a DG set, EV, skylit", ["backup_generator", "ev_charging", "skylight"], []),
        ("Chapel. The porch must let a wheelchair pass", ["porch", "wheelchair_access"], []),
    ],
)
def test_what_a_building_has_and_has_not(
    prompt: str, features: list[str], exclusions: list[str]
) -> None:
    found = spec(prompt)
    assert (sorted(found["features"]), sorted(found["exclusions"])) == (
        sorted(features),
        sorted(exclusions),
    )
