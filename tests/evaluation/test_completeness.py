"""Completeness: what is missing is named, and a guess earns less than a fact."""

import pytest

from evaluation.rubric import first_rubrics
from evaluation.scoring import score
from evaluation.vocabulary import vocabulary
from specs.pointers import leaves
from tests.evaluation.things import golden, spec

CATEGORIES = [(t, c) for t, categories in vocabulary()["categories"].items() for c in categories]


def completeness(document: dict, assumed: tuple[str, ...] = ()) -> float:
    return score(document, assumed=assumed).criteria["completeness"].score or 0.0


@pytest.mark.parametrize(("design_type", "category"), CATEGORIES)
def test_every_category_has_a_list_of_wants_and_an_empty_spec_meets_few(
    design_type: str, category: str
) -> None:
    assert first_rubrics()[design_type].wanted(category)
    assert completeness(spec(design_type, category)) <= 25


@pytest.mark.parametrize(
    ("part", "named"),
    [
        ({"dimensions": {"width": 1.2}}, "width"),
        ({"materials": ["wood"]}, "materials"),
        ({"estimated_cost": {"amount": 100, "currency": "EUR"}}, "cost"),
        ({"use_cases": ["dinner"]}, "purpose"),
    ],
)
def test_what_is_stated_is_no_longer_missed(part: dict, named: str) -> None:
    missed = [f.expected for f in score(spec()).findings if f.rule == "C1"]
    assert named in missed
    assert named not in [f.expected for f in score(spec(**part)).findings if f.rule == "C1"]
    assert completeness(spec(**part)) > completeness(spec())


def test_a_stated_value_earns_more_than_an_assumed_one_and_that_more_than_none() -> None:
    with_height = spec(dimensions={"height": 0.7})
    none, stated = completeness(spec()), completeness(with_height)
    assumed = completeness(with_height, ("/dimensions/height",))
    assert none < assumed < stated


def test_a_use_that_was_assumed_does_not_make_its_material_a_guess() -> None:
    document = spec(materials=[{"type": "wood", "grade": "oak", "use": "top"}])
    assert completeness(document, ("/materials/0/use",)) == completeness(document)
    assert completeness(document, ("/materials/0/type",)) < completeness(document)


def test_no_amount_of_invention_completes_a_bare_prompt() -> None:
    for line in golden("reality_dev"):
        invented = tuple(
            pointer
            for pointer, _ in leaves(line["spec"])
            if pointer not in ("/schema_version", "/design_type", "/category", "/title")
        )
        card = score(line["spec"], assumed=invented)
        assert (card.criteria["completeness"].score or 0) <= 60
        assert card.score < 90


def test_part_of_a_list_earns_part_of_the_credit() -> None:
    scores = [
        completeness(spec("building", "house", features=names))
        for names in ([], ["porch"], ["porch", "attic"], ["porch", "attic", "garden"])
    ]
    assert scores == sorted(scores)
    assert len(set(scores)) == 4


def test_missing_figures_are_advice_never_worse() -> None:
    findings = score(spec("vehicle", "car")).findings
    assert {f.severity.value for f in findings if f.criterion == "completeness"} == {"advice"}
