"""The queue asks first for what is learnt most from, and a random share cannot be steered."""

import uuid

import pytest

from feedback.judgements import Prediction
from feedback.knowledge import read
from feedback.ranking import REASONS, Candidate, in_random_share, rank, share_of

CALM = uuid.UUID(int=1)


def candidate(**values: object) -> Candidate:
    given = {"revision_id": CALM, "score": 85.0, "category_ratings": 40}
    return Candidate(**{**given, **values})  # type: ignore[arg-type]


@pytest.fixture(autouse=True)
def _calm_is_outside_the_share() -> None:
    assert not in_random_share(CALM, read("queue")["entry"]["random_share"])


def test_an_ordinary_spec_does_not_enter() -> None:
    assert not rank(candidate()).enters


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"score": 40.0}, "low_score"),
        ({"category_ratings": 0}, "new_category"),
        ({"people": 1.5}, "disagreement"),
        ({"prediction": Prediction(4.4, 2.0, 4.9, 50.0, 80)}, "uncertainty"),
        ({"prediction": Prediction(2.0, 1.5, 2.5, 20.0, 80)}, "disagreement"),
    ],
)
def test_each_rule_lets_in_with_its_reason(values: dict[str, object], reason: str) -> None:
    found = rank(candidate(**values))
    assert reason in found.reasons
    assert found.priority > 0
    assert set(found.reasons) <= set(REASONS)


def test_what_people_say_counts_before_what_is_predicted_of_them() -> None:
    predicted_bad = Prediction(1.0, 0.8, 1.2, 5.0, 80)
    assert not rank(candidate(people=4.4, prediction=predicted_bad)).enters


def test_disagreement_comes_before_a_new_category_before_a_low_score() -> None:
    order = [{"people": 1.0}, {"category_ratings": 0}, {"score": 20.0}]
    priorities = [rank(candidate(**values)).priority for values in order]
    assert priorities == sorted(priorities, reverse=True)


def test_the_random_share_is_a_share_and_the_same_twice() -> None:
    ids = [uuid.UUID(int=i) for i in range(5000)]
    share = sum(in_random_share(i, 0.1) for i in ids) / len(ids)
    assert abs(share - 0.1) < 0.015
    assert share_of(ids[7], "x") == share_of(ids[7], "x") != share_of(ids[7], "y")


def test_a_spec_without_a_score_is_no_low_score() -> None:
    assert not rank(candidate(score=None, people=1.0)).enters
