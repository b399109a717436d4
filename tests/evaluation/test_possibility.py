"""What the LLM engine is told cannot be built, by the evaluator's own rules."""

import time
from dataclasses import replace

from evaluation.possibility import RulesOfThePossible
from specs.design import DesignSpec, Dimensions
from specs.generation.llm.additions import Addition, feasible

HOUSE = DesignSpec(
    design_type="building",
    category="house",
    title="House",
    stories=2,
    dimensions=Dimensions(length=12, width=8, height=6.5),
    exclusions=("basement",),
)


def test_an_ordinary_house_is_possible():
    assert RulesOfThePossible().impossible(HOUSE) == []


def test_a_tower_of_paper_is_not():
    low = replace(HOUSE, dimensions=replace(HOUSE.dimensions, height=2))
    assert {wrong.pointer for wrong in RulesOfThePossible().impossible(low)}


def test_impossible_additions_go_and_the_others_stay():
    additions = [
        Addition(("dimensions", "weight"), 1e9),
        Addition(("features", "-"), "basement"),
        Addition(("features", "-"), "fireplace"),
        Addition(("dimensions", "floor_area"), 180),
    ]
    taken, dropped = feasible(HOUSE.as_json(), additions, RulesOfThePossible())
    assert taken.document["features"] == ["fireplace"]
    assert taken.document["dimensions"]["floor_area"] == 180
    assert taken.document["dimensions"]["weight"] is None
    assert len(dropped) == 2


def test_asking_is_quick_enough_to_do_it_for_each_addition():
    judge = RulesOfThePossible()
    judge.impossible(HOUSE)
    started = time.perf_counter()
    for _ in range(20):
        judge.impossible(HOUSE)
    assert (time.perf_counter() - started) / 20 < 0.05
