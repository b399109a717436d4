"""Sides that another product replaces, and what stands beside the thing that is asked for."""

import pytest

from specs.extraction import read
from specs.records import Number

Sides = dict[str, Number]


def sides(prompt: str) -> Sides:
    found = read(prompt).spec.as_json()["dimensions"]
    return {name: value for name, value in found.items() if value is not None}


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        (
            "Folks, we met. Result: pavilion 12 x 8 m instead of 15 x 10, timber, bar",
            {"length": 12, "width": 8},
        ),
        ("Shed 4 x 3 m rather than 5 x 4 m, cedar", {"length": 4, "width": 3}),
        ("Desk 160 x 80 cm - no, make that 180 x 90, oak", {"width": 1.8, "depth": 0.9}),
        ("Desk 160 x 80 cm (not 180 x 90), oak", {"width": 1.6, "depth": 0.8}),
        (
            "A chest, 90 x 45 x 50 cm. Sorry, 100 x 45 x 50 cm, pine",
            {"width": 1, "depth": 0.45, "height": 0.5},
        ),
    ],
)
def test_one_product_replaces_another(prompt: str, expected: Sides) -> None:
    assert sides(prompt) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        (
            "A small hall for our brass band: 14 x 10 m, 5 m high",
            {"length": 14, "width": 10, "height": 5},
        ),
        (
            "Library extension (the existing 1970s building stays, 900 m2): 650 m2 new",
            {"floor_area": 650},
        ),
        ("Chicken coop, 2 x 1.5 m, pine, nest boxes, run 4 m long", {"length": 2, "width": 1.5}),
    ],
)
def test_sides_are_of_what_is_asked_for(prompt: str, expected: Sides) -> None:
    assert sides(prompt) == pytest.approx(expected)


def test_what_the_writer_owns_is_another_one() -> None:
    prompt = "I want a desk for him. My own desk is 2 m wide with 6 drawers."
    assert read(prompt).spec.performance == ()


@pytest.mark.parametrize(
    ("prompt", "category"),
    [
        ("The brief is for a chapel. It seats ninety, is nine metres wide.", "worship"),
        ("Sports pavilion 12 x 8 m, timber, bar, two changing rooms", "community_center"),
        ("We met. Result: pavilion 12 x 8 m, timber, bar, two changing rooms", "general"),
    ],
)
def test_a_room_of_the_list_is_not_the_kind(prompt: str, category: str) -> None:
    assert read(prompt).spec.category == category
