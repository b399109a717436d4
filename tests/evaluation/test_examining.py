"""Judging one spec after another: only what read a changed part is judged again."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from inspect import getmembers, isfunction
from typing import Any

import pytest

from evaluation import examining, fitting
from evaluation.criteria.unit import IsAssumed, Unit
from evaluation.criterion import Finding
from evaluation.differing import BITS, EVERYTHING_ASSUMED, PARTS, assumed_bit, named_bit
from evaluation.document import Document, document_of, read_document
from evaluation.examining import Examiner
from evaluation.fitting import PLAIN, UNIQUE
from evaluation.panel import Units
from evaluation.rubric import first_rubrics
from evaluation.rules.quantities import LOOKED_AT, QUANTITIES
from evaluation.rules.thing import Thing
from evaluation.scoring import Units as ByCriterion
from evaluation.scoring import score_read
from evaluation.watching import BEHIND, Watch
from specs.design import DesignSpec, Dimensions, Material, Performance, Space
from specs.schema import spec_schema
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
    asked: list[Unit] = []

    def counted(unit: Unit) -> Unit:
        def noted(thing: Thing, is_assumed: IsAssumed) -> Sequence[Finding]:
            asked.append(unit)
            return unit(thing, is_assumed)

        return noted

    class Counted(Units):
        def __init__(self, by_criterion: ByCriterion) -> None:
            super().__init__(by_criterion)
            self.units = [counted(unit) for unit in self.units]

    monkeypatch.setattr(examining, "Units", Counted)
    examiner = Examiner(first_rubrics())
    examiner.weighed(TABLE, None, NONE)
    everything = len(asked)
    asked.clear()
    examiner.weighed(replace(TABLE, estimated_cost=None), None, NONE)
    assert 0 < len(asked) < everything / 5


def test_what_moves_no_finding_is_weighed_no_further() -> None:
    examiner = Examiner(first_rubrics())
    weighed = examiner.weighed(TABLE, None, NONE)
    spec = replace(TABLE, constraints=("to be carried up a narrow stair",))
    assert examiner.weighed(spec, None, NONE) is weighed
    assert repr(examiner.scorecard(spec, None, NONE)) == answer_of_the_whole(spec)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"dimensions": Dimensions(length=0.9)},
        {"performance": (Performance("load", 40.0, "kg"),)},
        {"features": ("washable",), "materials": (Material("steel"),)},
        {"stories": 2, "estimated_cost": None},
    ],
)
def test_a_thing_made_after_another_is_as_one_made_afresh(changes: dict[str, Any]) -> None:
    spec = replace(TABLE, **changes)
    assert vars(Thing(spec, Thing(TABLE))) == vars(Thing(spec))


def test_every_derived_figure_says_what_it_rests_on() -> None:
    assert set(QUANTITIES) <= set(LOOKED_AT)


def test_ordinary_words_are_not_put_to_the_schema(monkeypatch: pytest.MonkeyPatch) -> None:
    examiner = Examiner(first_rubrics())
    examiner.weighed(TABLE, None, NONE)
    put: list[DesignSpec] = []

    def noted(spec: DesignSpec) -> Document:
        put.append(spec)
        return document_of(spec)

    monkeypatch.setattr(fitting, "document_of", noted)
    for words in ("A table of ash", "Table no. 7"):
        spec = replace(TABLE, title=words, requirements=(words,), timeline="P6W")
        spec = replace(spec, materials=(Material("ash", words, None),), components=("drawer",))
        assert repr(examiner.scorecard(spec, None, NONE)) == answer_of_the_whole(spec)
    assert not put
    examiner.weighed(replace(TABLE, title="Tisch für 6"), None, NONE)
    assert put


@pytest.mark.parametrize(
    "words",
    ["ash", "a_1", "1a", "Ash", "", " ", "a\n", "<b>", "x" * 120, "x" * 121, "ä", "P6W", "P"],
)
def test_what_is_plainly_fit_is_fit(words: str) -> None:
    values: dict[str, Any] = {
        **dict.fromkeys(("category", "title", "target_audience", "timeline"), words),
        **dict.fromkeys((*UNIQUE, "requirements", "constraints", "use_cases"), (words,)),
        "materials": (Material(words, words, words),),
        "spaces": (Space(words),),
    }
    assert set(values) == set(PLAIN)
    for name, value in values.items():
        if PLAIN[name](value):
            read = document_of(replace(TABLE, **{name: value}))
            assert (read.exact, read.notes) == (True, ()), name


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
    for part in PARTS:
        watch = Watch(TABLE, NONE)
        value: object = watch.thing.spec
        for name in part.split("."):
            value = getattr(value, name)
        # The features are noticed as they are looked at.
        repr(list(value) if part == "features" else value)  # type: ignore[call-overload]
        assert watch.reads == BITS[part]


def test_names_in_a_list_are_noticed_one_by_one() -> None:
    watch = Watch(TABLE, NONE)
    assert "foldable" in watch.thing.features
    assert "foldable" in watch.thing.spec.features
    assert watch.reads == named_bit("features", "foldable")
    assert watch.thing.features & frozenset({"washable"}) == frozenset()
    assert watch.thing.figure("performance.load") is None
    for part, name in (("features", "washable"), ("performance", "load")):
        assert watch.reads & named_bit(part, name)
    assert not watch.reads & (BITS["features"] | BITS["performance"])


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
    assert assumed_bit(pointer).bit_count() == parts
    assert assumed_bit(pointer) & EVERYTHING_ASSUMED == assumed_bit(pointer)


def test_a_figure_that_moves_in_its_list_counts_as_another_one() -> None:
    load, height = Performance("load", 40.0, "kg"), Performance("drawers", 2.0, "1")
    examiner = Examiner(first_rubrics())
    for figures in ((load, height), (height, load), (load,), (height, load, load)):
        spec = replace(TABLE, performance=figures)
        assert repr(examiner.scorecard(spec, None, NONE)) == answer_of_the_whole(spec)


def test_lists_that_the_schema_wants_without_repetition() -> None:
    lists = spec_schema()["properties"]
    assert set(UNIQUE) == {name for name, part in lists.items() if part.get("uniqueItems")}
    # Neither knows of others in its list but for that.
    assert not any({"minItems", "maxItems", "contains"} & set(part) for part in lists.values())


def test_known_entries_may_not_stand_twice() -> None:
    examiner = Examiner(first_rubrics())
    for features in (("foldable", "washable"), ("washable", "foldable"), ("washable",) * 2):
        spec = replace(TABLE, features=features)
        assert repr(examiner.scorecard(spec, None, NONE)) == answer_of_the_whole(spec)
