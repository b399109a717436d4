"""Rubrics: data in, the same data out, and nothing that could not be scored with."""

from typing import Any

import pytest

from evaluation.rubric import InvalidRubric, first_rubric, first_rubrics, rubric_from
from evaluation.scoring import score
from specs.design import DESIGN_TYPES
from tests.evaluation.things import golden


def data(**changes: Any) -> dict[str, Any]:
    return first_rubric("building").as_mapping() | changes


def test_every_design_type_has_a_first_rubric() -> None:
    assert tuple(first_rubrics()) == DESIGN_TYPES
    assert [rubric.name for rubric in first_rubrics().values()] == [f"{t}-1" for t in DESIGN_TYPES]


def test_a_rubric_survives_storage() -> None:
    assert rubric_from(data()) == first_rubric("building")


@pytest.mark.parametrize(
    "changes",
    [
        {"design_type": "spaceship"},
        {"version": "one"},
        {"weights": {"completeness": 1}},
        {"weights": {**data()["weights"], "feasibility": -1}},
        {"weights": dict.fromkeys(data()["weights"], 0) | {"fidelity": 1}},
        {"penalties": {"error": 1}},
        {"assumed_credit": 1},
        {"wanted": [{"name": "size"}]},
        {"wanted": [{"name": "size", "weight": 0}]},
        {"wanted": [{"name": "beauty", "weight": 1}]},
    ],
)
def test_what_could_not_be_scored_with_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(InvalidRubric):
        rubric_from(data(**changes))


def test_another_version_scores_otherwise_and_says_so() -> None:
    second = rubric_from(data(version=2, weights={**data()["weights"], "completeness": 50}))
    document = golden("reality_dev")[2]["spec"]
    ours, theirs = score(document), score(document, rubrics={"building": second})
    assert (ours.rubric_version, theirs.rubric_version) == ("building-1", "building-2")
    assert ours.score != theirs.score
