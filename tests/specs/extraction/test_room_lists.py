"""Lists and schedules of rooms: counting words, sorts of rooms, rooms that belong together."""

import pytest

from specs.extraction import read
from tests.specs.extraction.readings import counts, rooms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Office building. Meeting rooms, 6 no.; toilets - 8 nos",
            {"conference_room": 6, "restroom": 8},
        ),
        ("Village school: 4 nos. classrooms, 1 library", {"classroom": 4, "library": 1}),
        ("Rural firehouse, (3) apparatus bays and (2) offices", {"apparatus_bay": 3, "office": 2}),
        ("Clinic with 9 exam rms, 2 procedure rms", {"exam_room": 9, "procedure_room": 2}),
        ("Library: kids' room, 3 doctors' offices", {"kids_room": 1}),
        ("4 bed 2 bath house on one floor", {"bedroom": 4, "bathroom": 2}),
        ("Bungalow, bedrooms 3 no garage", {"bedroom": 3}),
    ],
)
def test_counting_words(text: str, expected: dict[str, int]) -> None:
    found = counts(text)
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("House with three bedrooms, each with its own bathroom", 3),
        ("Villa with four bedrooms, all en suite", 4),
        ("House. Four bedrooms. Every bedroom has its own bathroom.", 4),
        ("House with 4 bedrooms and one bathroom per bedroom", 4),
        ("House, 3 bedrooms, all upstairs, and a bathroom", 1),
        ("House of 3 bedrooms, one with its own bathroom", 1),
    ],
)
def test_a_bathroom_for_each(text: str, count: int) -> None:
    assert counts(text)["bathroom"] == count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "School: 4 classrooms on the ground floor and 6 upstairs, 55 m2 each",
            [("classroom", 10, 55)],
        ),
        ("Almshouses: nine dwellings in one range, each 44 m2", [("apartment", 9, 44)]),
        ("Eight rooms. Each is 22 m2. It's a hotel.", [("hotel_room", 8, 22)]),
        ("Institute\nStoreys: 2\nLabs: 5 per floor, 40 m2 each", [("laboratory", 10, 40)]),
        ("Student housing, 4 fl., 3 shared kitchens per fl.", [("kitchen", 12, None)]),
        (
            "Plot-free house, 3 bed 2 bath double garage",
            [("bedroom", 3, None), ("bathroom", 2, None), ("garage", 1, None)],
        ),
        ("Office building: meeting rooms 3 x 40 m2", [("conference_room", 3, 40)]),
    ],
)
def test_rooms_said_apart(text: str, expected: list[tuple[str, int, float | None]]) -> None:
    assert rooms(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Block of 14 flats (6 one-bed, 8 two-bed) on four floors", {"apartment": 14}),
        ("Apartment building with 8 two-bedroom flats", {"apartment": 8}),
        ("School extension with three more classrooms", {"classroom": 3}),
        ("Bungalow: three plus a study, 120 m2", {"bedroom": 3, "office": 1}),
        ("Cottage, 2 + den, one bathroom", {"bedroom": 2, "den": 1, "bathroom": 1}),
    ],
)
def test_counts_with_words_between(text: str, expected: dict[str, int]) -> None:
    assert counts(text) == expected


def test_people_of_a_lodging() -> None:
    spec = read("Nurses' accommodation for 24, three floors").spec.as_json()
    assert [(m["metric"], m["value"]) for m in spec["performance"]] == [("occupancy", 24)]


@pytest.mark.parametrize(
    "prompt",
    [
        "⼰ 240 m2 single-storey ranch house, 4 bedrooms",
        "Hotel, 132 keys (120 standard 1/2 at 28 m², 12 suites at 55 m²), three meeting rooms",
        "Clubhouse: boat bay 220 m2, bar of 60 m2, two changing rooms of 0 25 m2 each",
    ],
)
def test_no_room_without_a_name_a_whole_count_and_a_size_above_nothing(prompt: str) -> None:
    """The fuzzer's: a sign of another script, half a suite, rooms of 0."""
    spaces = read(prompt).spec.spaces
    assert spaces
    assert all(space.type and space.count >= 1 and space.area != 0 for space in spaces)


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        # Flats by their beds.
        ("Block of flats: 10 x 1-bed (48 m2), 14 x 2-bed (70 m2), bike store",
         {("apartment", 10, 48), ("apartment", 14, 70)}),
        ("Apartment block, 8 two-bed and 4 one-bed flats", {("apartment", 12, None)}),
        ("Mansion block, ten 2BHK and six 3BHK flats", {("apartment", 16, None)}),
        ("Housing, 30 dwellings: 12 x 2-person flats at 50 m2, 18 x 4-person flats at 75 m2",
         {("apartment", 12, 50), ("apartment", 18, 75)}),
        ("Lodge, 12 four-bed dorms, shared kitchen",
         {("dorm", 12, None), ("kitchen", 1, None)}),
        # The words in front of a room's last word.
        ("Police station, 9 detention cells, armoury",
         {("detention_cell", 9, None), ("armoury", 1, None)}),
        ("Dairy, milk tank room, ground floor tasting room, 2 wash tunnels",
         {("milk_tank_room", 1, None), ("tasting_room", 1, None), ("wash_tunnel", 2, None)}),
        # What is a building of its own elsewhere is a room among others.
        ("Funeral home, cold room, arranging room, flower shop, 3 offices",
         {("cold_room", 1, None), ("arranging_room", 1, None), ("flower_shop", 1, None),
          ("office", 3, None)}),
        ("Radio station, 4 studios, editing suite, newsroom 90 m2",
         {("studio", 4, None), ("editing_suite", 1, None), ("newsroom", 1, 90)}),
        ("Clinic: 8 exam rooms, 2 labs of 30 m2, waiting 60 m2, reception 20 m2",
         {("exam_room", 8, None), ("laboratory", 2, 30), ("waiting", 1, 60), ("lobby", 1, 20)}),
        ("Hospital, 24 single rooms (18 m2 each), 6 double rooms",
         {("patient_room", 24, 18), ("patient_room", 6, None)}),
        ("Shop 140 m2, store 30 m2, brick walls",
         {("storage_room", 1, 30)}),
        # The size of the whole.
        ("Retail park unit for a pet store: 1,400 sqm, 1 loading dock, canteen",
         {("loading_dock", 1, None), ("cafeteria", 1, None)}),
    ],
)  # fmt: skip
def test_rooms_by_their_sort(prompt: str, expected: set[tuple[str, int, float | None]]) -> None:
    rooms = read(prompt).spec.as_json()["spaces"]
    assert {(r["type"], r["count"], r["area"]) for r in rooms} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chalet - 4 bedrooms - sauna - ski room - no TV room", {"bedroom": 4, "ski_room": 1}),
        ("Bakery with a flour store room of 12 m2 and 2 toilets", {"storage_room": 1}),
        ("Recording studio, live room of 60 m2, control room", {"live_room": 1}),
        ("House, 3 bedrooms, kitchen - 14 m2", {"bedroom": 3, "kitchen": 1}),
    ],
)
def test_rooms_between_dashes_and_for_goods(text: str, expected: dict[str, int]) -> None:
    found = counts(text)
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hotel, 122 keys (incl. 8 suites), spa", {"hotel_room": 122}),
        ("Villa, 4 bed, 3 attached baths", {"bedroom": 4, "bathroom": 3}),
        ("House. Two bedrooms, bath, kitchen-living room", {"bathroom": 1, "kitchen": 1}),
        ("Barn, tractor bay, tool store, staff mess with kitchen",
         {"tractor_bay": 1, "tool_store": 1, "staff_mess": 1, "kitchen": 1}),
        ("Archive, two strongrooms, digitisation studio, reading room",
         {"digitisation_studio": 1, "reading_room": 1}),
        ("School. WC 2 no., store 1 no., labs 3 no.",
         {"restroom": 2, "storage_room": 1, "laboratory": 3}),
        ("Schedule of areas, village school: 6 classrooms; stores 3 no.",
         {"classroom": 6, "storage_room": 3}),
    ],
)  # fmt: skip
def test_rooms_in_crowded_lists(text: str, expected: dict[str, int]) -> None:
    found = counts(text)
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("House, family bathroom, ensuite to the main bedroom", {"bathroom": 2}),
        ("House, 2 bathrooms, one of them ensuite", {"bathroom": 2}),
        ("Care home, 4 day rooms, one kitchen, built in 14 days", {"day_room": 4, "kitchen": 1}),
        ("Kennel, 22 runs @ 4.5 sqm, 14 cat rooms @ 2 sqm", {"run": 22, "cat_room": 14}),
        ("Bus station, toilets 4, waiting room 1 x 140 m2", {"restroom": 4, "waiting_room": 1}),
        ("Student hall, six floors, each with 12 studios and a shared kitchen",
         {"studio": 72, "kitchen": 6}),
        ("Retirement village with 40 one-bed and 20 two-bed bungalows, clubhouse 300 m2, 2 shops",
         {"bungalow": 60, "clubhouse": 1, "retail_unit": 2}),
    ],
)  # fmt: skip
def test_rooms_that_belong_together(text: str, expected: dict[str, int]) -> None:
    assert {name: count for name, count in counts(text).items() if name in expected} == expected
