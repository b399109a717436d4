"""How many a building holds, in whatever words."""

from typing import Any

import pytest

from specs.extraction import read


def figures(prompt: str) -> dict[str, Any]:
    return {p["metric"]: p["value"] for p in read(prompt).spec.as_json()["performance"]}


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("Secondary school. Enrollment: 880. 30 classrooms", {"occupancy": 880}),
        ("A 1,200-capacity concert hall in oak", {"occupancy": 1200}),
        ("Weaving mill with room for 35 weavers, 900 m2", {"occupancy": 35}),
        ("Night shelter, 24 beds, one kitchen", {"occupancy": 24}),
        ("Student residence, 310 beds, a laundry", {"occupancy": 310}),
        ("School annex for 90 more pupils", {"occupancy": 90}),
        ("Workshop building. There are nine of us.", {"occupancy": 9}),
        ("Depot of 2,000 m2. Forty people work here at night.", {"occupancy": 40}),
        ("Multiplex, 3 screens (200, 150, 90 seats; 440 in all)", {"seats": 440}),
        ("Hospital with two bed lifts and a helipad", {}),
        ("Corner shop with a flat (2 bed)", {}),
        ("House with a lawn, two of us have dogs", {}),
        ("Fire station, volunteers: 3 appliance bays", {}),
        ("Depot with room for 12 trailers", {}),
    ],
)
def test_people_of_a_building(prompt: str, expected: dict[str, int]) -> None:
    assert figures(prompt) == expected
