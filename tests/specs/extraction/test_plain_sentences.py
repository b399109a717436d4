"""Whole sentences such as everybody writes: what is said in them is read, however it is put."""

# ruff: noqa: E501 - sentences as people write them, each on a line of its own

import pytest

from specs.extraction import read

# Each says: an oak desk, 142 cm wide, 63 cm deep, for 450 euros.
DESKS = [
    "I need a desk made of oak that is 142 cm wide and 63 cm deep for at most 450 euros",
    "Please design a desk in oak with a width of 142 cm and a depth of 63 cm. The budget is 450 EUR.",
    "Could you make me a desk out of oak? It should be 142 cm wide and 63 cm deep. I can spend 450 euros.",
    "The desk should be made from oak. Width 142 cm, depth 63 cm. Maximum price 450 euros.",
    "I would like a desk whose width is 142 cm and whose depth is 63 cm, built of oak, for 450 euros",
    "A desk of oak measuring 142 cm by 63 cm and costing about 450 euros",
    "For 450 euros I want an oak desk that measures 142 by 63 cm",
    "What I want is a desk. The material is oak. It is 142 cm wide and 63 cm deep. It may cost 450 euros.",
    "Hello, we want to order a desk (oak, 142 cm wide, 63 cm deep). We can pay 450 euros.",
    "A desk made of oak that is 142 cm wide, 63 cm deep, price 450 euros",
    "DESK, OAK, 142X63CM, €450",
]  # fmt: skip

# Each says: a timber school of three storeys, 52 m long and 14 m wide, for 4 million euros.
SCHOOLS = [
    "We want to build a school with 3 floors that is 52 m long and 14 m wide, made of timber, for no more than 4 million euros",
    "A school. It has 3 floors. It is 52 m long and 14 m wide. The walls are made of timber. It costs 4 million euros.",
    "I would like a school that has three floors and measures 52 by 14 metres, built from timber, costing around 4 million euros",
    "Can you draw up a school with a footprint of 52 by 14 m, three storeys high, out of timber, that costs 4 million euros or less?",
    "We need a timber school which is 52 metres long, 14 metres wide and three storeys tall, with a budget of 4 million euros",
    "School, 3 floors, 52 m x 14 m, timber, 4 million euros",
]  # fmt: skip


@pytest.mark.parametrize("prompt", DESKS)
def test_an_oak_desk(prompt: str) -> None:
    spec = read(prompt).spec
    assert spec.category == "desk"
    assert [(each.type, each.grade) for each in spec.materials] == [("wood", "oak")]
    assert (spec.dimensions.width, spec.dimensions.depth) == (1.42, 0.63)
    assert spec.estimated_cost is not None
    assert (spec.estimated_cost.amount, spec.estimated_cost.currency) == (450, "EUR")


@pytest.mark.parametrize("prompt", SCHOOLS)
def test_a_timber_school(prompt: str) -> None:
    spec = read(prompt).spec
    assert (spec.category, spec.stories) == ("school", 3)
    assert [each.type for each in spec.materials] == ["wood"]
    assert (spec.dimensions.length, spec.dimensions.width) == (52, 14)
    assert spec.estimated_cost is not None
    assert spec.estimated_cost.amount == 4_000_000


@pytest.mark.parametrize(
    ("prompt", "material"),
    [("A steel warehouse, 33 m long", "steel"), ("A timber warehouse, 900 m2", "wood")],
)
def test_a_warehouse_is_built_of_something(prompt: str, material: str) -> None:
    assert [each.type for each in read(prompt).spec.materials] == [material]


def test_how_deep_it_may_dive_is_no_side() -> None:
    spec = read("Dive watch, waterproof to a depth of 200 m, 44 mm across").spec
    assert spec.dimensions.depth is None
