"""Judging one spec after another: only what read a changed part is judged again."""

from dataclasses import replace
from functools import cached_property
from inspect import getmembers, isfunction
from typing import Any

import pytest

from evaluation.criteria.unit import Unit
from evaluation.document import read_document
from evaluation.examining import Examiner
from evaluation.rubric import first_rubrics
from evaluation.rules.thing import Thing
from evaluation.scoring import score_read
from evaluation.watching import BEHIND, BITS, PARTS, Answer, Watch, bit_of
from specs.design import DesignSpec, Dimensions, Material, Performance
from tests.evaluation import things

TABLE = DesignSpec.from_json(
    things.spec(
        dimensions={"length": 1.8, "width": 0.9, "height": 0.74, "weight": 30.0},
        materials=["oak"],
        features=["foldable"],
        estimated_cost={"amount": 400.0, "currency": "EUR"},
    )
)
NONE: frozenset[str] = frozenset()


def answer_of_the_whole(spec: DesignSpec, assumed: frozenset[str] = NONE) -> str:
    rubric = first_rubrics()[spec.design_type]
    return repr(score_read(read_document(spec.as_json()), None, rubric=rubric, assumed=assumed))


@pytest.mark.parametrize(
    "changes",
    [
        {"dimensions": Dimensions(length=0.9, width=1.8, height=0.74, weight=9000.0)},
        {"dimensions": Dimensions()},
        {"category": "chair"},
        {"design_type": "building", "category": "house"},
        {"title": "<script>alert(1)</script>"},
        {"features": ("foldable", "Not A Name")},
        {"performance": (Performance("power", 3000.0, "W"),)},
        {"performance": (Performance("load", float("nan"), "kg"),)},
        {"requirements": ("anchored to the wall",), "exclusions": ("foldable",)},
        {"materials": (Material("oak", "A36", "top"), Material("steel"))},
        {"requirements": tuple(f"wish {i}" for i in range(300))},
    ],
)
def test_a_changed_part_changes_what_the_whole_says(changes: dict[str, Any]) -> None:
    examiner = Examiner(first_rubrics())
    other = replace(TABLE, **changes)
    for spec in (TABLE, other, TABLE, other):
        assert repr(examiner.scorecard(spec, None, NONE)) == answer_of_the_whole(spec)


def test_what_is_assumed_counts_though_the_spec_is_the_same() -> None:
    examiner = Examiner(first_rubrics())
    for assumed in (NONE, frozenset({"/dimensions/length"}), frozenset({"/materials/0"}), NONE):
        card = repr(examiner.scorecard(TABLE, None, assumed))
        assert card == answer_of_the_whole(TABLE, assumed)


def test_only_what_read_the_changed_part_is_judged_again(monkeypatch: pytest.MonkeyPatch) -> None:
    examiner = Examiner(first_rubrics())
    asked: list[Unit] = []
    answer = Watch.answer

    def noted(watch: Watch, unit: Unit) -> Answer:
        asked.append(unit)
        return answer(watch, unit)

    monkeypatch.setattr(Watch, "answer", noted)
    examiner.weighed(TABLE, None, NONE)
    everything = len(asked)
    asked.clear()
    examiner.weighed(replace(TABLE, estimated_cost=None), None, NONE)
    assert 0 < len(asked) < everything / 5


def test_nothing_of_a_thing_is_read_unnoticed() -> None:
    """A new figure of the thing needs a line in the table of what lies behind it."""
    kept = set(vars(Thing(TABLE))) | {
        name for name, member in vars(Thing).items() if isinstance(member, cached_property)
    }
    assert kept - {"spec", "dims"} == set(BEHIND)
    # Whatever else a thing answers, it answers by a method from these.
    others = {name for name in vars(Thing) if not name.startswith("__")} - set(BEHIND)
    assert others == {name for name, _ in getmembers(Thing, isfunction)} - {"__init__"}


def test_each_part_is_noticed_by_itself() -> None:
    watch = Watch(TABLE, NONE)
    for part in PARTS:
        watch.reads = 0
        value: object = watch.thing.spec
        for name in part.split("."):
            value = getattr(value, name)
        assert watch.reads == BITS[part]


@pytest.mark.parametrize(
    ("pointer", "parts"),
    [
        ("/stories", 1),
        ("/materials/0/type", 1),
        ("/dimensions/height", 1),
        ("/dimensions", len(PARTS)),
        ("", len(PARTS)),
        ("/nowhere/at/all", len(PARTS)),
    ],
)
def test_an_unknown_place_stands_for_every_part(pointer: str, parts: int) -> None:
    assert bit_of(pointer).bit_count() == parts
