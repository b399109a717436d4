"""Sides that another product replaces, and what stands beside the thing that is asked for."""

import pytest

from specs.extraction import read
from tests.specs.extraction.readings import Sides, sides


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


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        (
            "A kayak: 3.6 m long, 66 cm wide, packs in 5 min to 80 x 45 x 25 cm, footrest",
            {"length": 3.6, "width": 0.66},
        ),
        (
            "Wine cooler for 46 bottles, 595 x 570 x 820 mm built-in, 38 dB",
            {"width": 0.595, "depth": 0.57, "height": 0.82},
        ),
        (
            "Trolley: 900 mm long, 400 mm deep, 1100 high, steel. Not taller than 1.2 m.",
            {"length": 0.9, "depth": 0.4, "height": 1.1},
        ),
        ("coffee table: round, dia 90, h 38, travertine", {"diameter": 0.9, "height": 0.38}),
        ("Bathroom vanity, wall hung, 120 cm, double basin", {"width": 1.2}),
        (
            "The client, a yoga school, currently rents 140 m2 above a shop. They want to build "
            "their own: 260 m2 on one floor",
            {"floor_area": 260},
        ),
    ],
)
def test_which_figure_is_the_side(prompt: str, expected: Sides) -> None:
    assert sides(prompt) == pytest.approx(expected)


def test_who_weighs_in_kilograms_pays_in_pounds() -> None:
    spec = read("A lectern: 115 cm tall, walnut, 25 kg at most. Around 900 pounds.").spec
    assert spec.estimated_cost is not None
    assert (spec.estimated_cost.amount, spec.estimated_cost.currency) == (900, "GBP")


def test_what_it_will_not_get_is_ruled_out() -> None:
    spec = read("Convert our garage to a flat: bedroom, kitchenette. It won't get a window.").spec
    assert (spec.category, spec.exclusions) == ("apartment", ("window",))


@pytest.mark.parametrize(
    "prompt",
    [
        "A caravan that a small car can pull: under 750 kg, 2 berths",
        "A cabinet light enough for one person to carry: 12 kg, oak",
        "A boat which two people can lift: 48 kg, 3.2 m long",
    ],
)
def test_who_moves_the_thing_is_no_load_of_it(prompt: str) -> None:
    spec = read(prompt).spec
    assert spec.dimensions.weight in (750, 12, 48)
    assert not {"payload", "seats"} & {metric.metric for metric in spec.performance}


def test_an_earlier_version_is_another_one() -> None:
    spec = read("House, 150 m2, brick. The first sketch had a pool and 5 bedrooms.").spec
    assert (spec.spaces, spec.features) == ((), ())
