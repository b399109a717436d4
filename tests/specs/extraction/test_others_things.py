"""What other people have, and what was only looked at."""

import pytest

from specs.extraction import read


@pytest.mark.parametrize(
    ("prompt", "area"),
    [
        ("We looked at two houses last month, one 24 m2, and liked neither. Ours: 27 m2.", 27),
        ("We visited a 300 m2 clinic with 12 rooms last week. Ours should be 200 m2.", 200),
        ("My brother's house is 180 m2 and has 5 bedrooms. I want a house of 120 m2.", 120),
        ("We tried to plan it ourselves: a house of 120 m2, brick walls.", 120),
    ],
)
def test_figures_of_other_things(prompt: str, area: float) -> None:
    spec = read(prompt).spec
    assert (spec.dimensions.floor_area, spec.spaces) == (area, ())


def test_the_thing_of_another_names_the_kind() -> None:
    prompt = (
        "Our competitor's kettle holds 1.7 l and costs 49 euros. We want: 2 l, 39 euros, steel."
    )
    spec = read(prompt).spec
    assert spec.category == "kettle"
    assert [metric.value for metric in spec.performance] == [2]
    assert spec.estimated_cost is not None
    assert spec.estimated_cost.amount == 39


def test_what_is_only_mentioned_may_be_all_that_is_asked_for() -> None:
    spec = read("My brother's van has 190 hp and 3 seats, steel body").spec
    assert [metric.metric for metric in spec.performance] == ["power", "seats"]


@pytest.mark.parametrize(
    "prompt",
    [
        "A bench, oak or beech, 2 m",
        "If possible oak, otherwise beech: a bench, 2 m",
        "A bench in oak, failing that beech, 2 m",
    ],
)
def test_the_first_choice_of_a_material_holds(prompt: str) -> None:
    assert [found.grade for found in read(prompt).spec.materials] == ["oak"]
