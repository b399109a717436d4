"""The score as a whole: the sum of the findings, the cap, the order, the same bytes."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.agent import EvaluatorAgent
from evaluation.criterion import SEVERITY_ORDER, Severity
from evaluation.rubric import CRITERIA, first_rubric
from evaluation.scoring import Scorecard, score
from evaluation.vocabulary import vocabulary
from tests.evaluation.things import golden, known_things, spec

EVERYTHING = [line["spec"] for name in ("reality_dev", "corrupt_dev") for line in golden(name)]


def lost(card: Scorecard) -> float:
    return round(sum(f.points for f in card.findings), 2)


@pytest.mark.parametrize("assumed", [(), ("/category", "/dimensions/height", "/materials/0/type")])
def test_findings_sum_to_what_is_lost(assumed: tuple[str, ...]) -> None:
    for document in EVERYTHING:
        card = score(document, assumed=assumed)
        assert lost(card) == round(100 - card.score, 2)


def test_the_score_before_the_cap_is_the_weighted_mean() -> None:
    for document in EVERYTHING:
        card = score(document)
        cap = sum(f.points for f in card.findings if f.rule == "CAP")
        mean = sum((part.score or 0) * part.weight for part in card.criteria.values())
        assert card.score + cap == pytest.approx(mean, abs=0.05)


def test_each_criterion_loses_what_its_findings_say() -> None:
    for document in EVERYTHING:
        card = score(document)
        for name, part in card.criteria.items():
            if part.score is None:
                continue
            points = sum(f.points for f in card.findings if f.criterion == name and f.rule != "CAP")
            assert points == pytest.approx((100 - part.score) * part.weight, abs=0.1)


def test_an_error_caps_the_score_and_the_cap_explains_itself() -> None:
    table = known("BILLY bookcase") | {"exclusions": ["flat_pack"]}
    card = score(table)
    assert card.score == 49
    assert card.grade == "F"
    assert [f.rule for f in card.findings if f.severity is Severity.ERROR] == ["G1", "G1", "CAP"]
    assert card.findings[2].points == pytest.approx(51 - lost_without_cap(card))


def lost_without_cap(card: Scorecard) -> float:
    return sum(f.points for f in card.findings if f.rule != "CAP")


def test_a_score_below_the_cap_needs_none() -> None:
    impossible = {"height": -3, "width": 90, "depth": -1, "weight": 9e9}
    exclusions = ["wheels", "armrests"]
    card = score(
        spec(category="chair", dimensions=impossible, features=exclusions, exclusions=exclusions)
    )
    assert card.score < 49
    assert "CAP" not in {f.rule for f in card.findings}


def test_errors_come_first() -> None:
    for document in EVERYTHING:
        order = [SEVERITY_ORDER[f.severity] for f in score(document).findings]
        assert order == sorted(order)


def test_the_same_spec_gives_the_same_bytes() -> None:
    for document in EVERYTHING[:40]:
        first = json.dumps(EvaluatorAgent().evaluate(document).as_json())
        again = json.dumps(EvaluatorAgent().evaluate(json.loads(json.dumps(document))).as_json())
        assert first == again


def test_the_evaluation_object_has_the_keys_of_the_api() -> None:
    answer = EvaluatorAgent().evaluate(EVERYTHING[-1]).as_json()
    assert list(answer) == [
        "score", "grade", "criteria", "findings", "suggestions", "feedback", "rubric_version",
    ]  # fmt: skip
    assert tuple(answer["criteria"]) == CRITERIA
    assert all({"score", "weight"} == part.keys() for part in answer["criteria"].values())
    assert answer["criteria"]["fidelity"] == {"score": None, "weight": 0.0}
    required = {"rule", "criterion", "severity", "pointer", "points", "message", "source"}
    assert all(required <= found.keys() for found in answer["findings"])
    assert answer["feedback"] == [found["message"] for found in answer["findings"]]
    assert answer["rubric_version"].endswith("-1")


def test_the_evaluated_document_is_left_alone() -> None:
    before = json.dumps(EVERYTHING)
    for document in EVERYTHING:
        EvaluatorAgent().evaluate(document)
    assert json.dumps(EVERYTHING) == before


@pytest.mark.parametrize(
    ("points", "grade"),
    [(100, "A"), (90, "A"), (89.99, "B"), (70, "C"), (60, "D"), (50, "E"), (49, "F"), (0, "F")],
)
def test_grades(points: float, grade: str) -> None:
    assert first_rubric("building").grade(points) == grade


FEATURES = vocabulary()["features"]["vehicle"]


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(FEATURES), min_size=12, max_size=29, unique=True))
def test_stuffing_with_legal_features_lowers_the_score(features: list[str]) -> None:
    bicycle = known("Urban Arrow Family")
    stuffed = bicycle | {
        "features": [*bicycle["features"], *(f for f in features if f not in bicycle["features"])]
    }
    assert score(stuffed).score < score(bicycle).score


def known(name: str) -> dict:
    return dict(known_things())[name]


def test_a_plain_spec_is_possible() -> None:
    assert score(spec()).score > 49
