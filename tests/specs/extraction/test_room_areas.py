"""Whose an area is: a room's, or the whole building's."""

import pytest

from specs.extraction import read
from tests.specs.extraction.readings import rooms


@pytest.mark.parametrize(
    ("prompt", "area", "expected"),
    [
        ("Bakery with a shop: 165 m2, 18 seats", 165, {("retail_unit", 1, None)}),
        ("Library with a café: 900 m2 on two floors", 900, {("cafe", 1, None)}),
        ("Market hall with 38 stalls on 2,050 m2", 2050, {("stall", 38, None)}),
        ("School, 12 classrooms on 60 m2 each", None, {("classroom", 12, 60)}),
        ("Library // one floor // 480 m2 // 3 reading rooms", 480, {("reading_room", 3, None)}),
        ("2BHK row house, 74 sqm, 2 bedrooms", 74, {("bedroom", 2, None)}),
        ("3-bed bungalow, 110 m2, three bedrooms, one bath", 110,
         {("bedroom", 3, None), ("bathroom", 1, None)}),
        ("House, 140 m2, 2 bedrooms downstairs, 2 bedrooms upstairs", 140,
         {("bedroom", 4, None)}),
    ],
)  # fmt: skip
def test_whose_area_it_is(
    prompt: str, area: float | None, expected: set[tuple[str, int, float | None]]
) -> None:
    spec = read(prompt).spec
    assert spec.dimensions.floor_area == area
    assert set(rooms(prompt)) == expected


def test_whom_a_room_is_for_and_whom_the_whole() -> None:
    found = read("Factory, 900 m2, canteen for 60 people, 200 workers").spec.as_json()
    assert found["performance"] == [{"metric": "occupancy", "value": 200, "unit": "1"}]
