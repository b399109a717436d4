"""Rooms that a few words hold: flats of so many rooms, cells with a shower of their own."""

import pytest

from specs.extraction import read


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("Block of six 3-room flats and two 4-room flats", {("apartment", 8, None)}),
        ("Bakery; first floor: 3-room flat of 88 m2", {("apartment", 1, 88)}),
        (
            "Convent: five cells of 14 m2 with own shower room, chapel",
            {("cell", 5, 14), ("shower_room", 5, None), ("chapel", 1, None)},
        ),
        (
            "Terminal 186 x 38 m with 3-storey office head 1,150 m2, steel frame",
            {("office", 1, 1150)},
        ),
        ("Factory, 90 x 40 m, 640 m2 of offices", set()),
        ("Holiday village: 24 cabins of 46 m2 each", {("cabin", 24, 46)}),
        ("School, 12 pit latrines, 8 classrooms", {("restroom", 12, None), ("classroom", 8, None)}),
    ],
)
def test_rooms_in_a_few_words(prompt: str, expected: set[tuple[str, int, float | None]]) -> None:
    found = read(prompt).spec.as_json()["spaces"]
    assert {(s["type"], s["count"], s["area"]) for s in found} == expected
