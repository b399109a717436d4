"""Numbers that name one of many: halls, threads, gauges, models and days."""

import pytest

from specs.language import quantities


def read(text: str) -> list[tuple[float, str]]:
    return [(round(q.value, 3), q.unit) for q in quantities(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Studio 3 needs a desk 2 m long", [(2, "m")]),
        ("Lab 5: benches 900 mm high", [(0.9, "m")]),
        ("a stand in Hall 7, 6 m wide", [(6, "m")]),
        ("season 2 starts in 8 weeks", [(8, "week")]),
        ("M6 x 20 screws, 40 of them", [(40, "1")]),
        ("four M10 x 120 anchors", [(4, "1")]),
        ("M8 x 40 mm screws", [(0.04, "m")]),
        ("3/8-16 UNC and BSP 3/4", []),
        ("class 10.9 screws", []),
        ("14-gauge wire, AWG 10, 18 ga. steel", []),
        ("sch 40 pipe, 2 in OD", [(0.051, "m")]),
        ("the 911 needs a garage 6 m deep", [(6, "m")]),
        ("due 3/11, 18 m²", [(18, "m2")]),
        ("Euro 6 diesel, 110 kW", [(110, "kW")]),
        ("hall 40 m2", [(40, "m2")]),
        ("the 300 need seats", [(300, "1")]),
        ("four halls of 40 m2", [(4, "1"), (40, "m2")]),
        ("4 in the hall, 3 in pine", [(4, "1"), (3, "1")]),
        ("twin 24-inch screens", [(2, "1"), (0.61, "m")]),
        ("twin beds and a dual-band router", []),
        ("a single-storey house", [(1, "1")]),
        ("a single bed", []),
        ("studs 16 in o.c.", [(0.406, "m")]),
        ("10 in on the left", [(10, "1")]),
        ("half a century of service", [(50, "year")]),
        ("5 dunams of olives, two quintals of them", [(5000, "m2"), (200, "kg")]),
        ("a ton and a half of cooling", [(5.275, "kW")]),
    ],
)
def test_names_and_amounts(text: str, expected: list[tuple[float, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("an i7-13700H with 16 GB", [(16, "GB")]),
        ("2700 K, 806 lm, CRI 90", [(806, "lm")]),
        ("a load of 1.5 kN over 2 m", [(2, "m")]),
        ("3/4 of an acre", [(3035.142, "m2")]),
        ("5/8ths of an inch", [(0.016, "m")]),
        ("the under-5s room, 30 m²", [(30, "m2")]),
        ("12 l/min at 3 bar", [(0.72, "m3/h"), (3, "bar")]),
    ],
)
def test_codes_and_cases(text: str, expected: list[tuple[float, str]]) -> None:
    assert read(text) == expected
