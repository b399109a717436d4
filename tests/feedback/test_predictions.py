"""What people would say stands beside an evaluation once enough of them have spoken."""

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError

from accounts.journal import Journal, replay
from accounts.models import User
from evaluation.models import Evaluation
from evaluation.services import spec_evaluate
from feedback.errors import TooFewRatings
from feedback.models import RewardModel
from feedback.preferences import PreferenceConfig
from feedback.ranking import Candidate, rank
from feedback.selectors.queue import candidates
from feedback.services import RatingValues, rating_submit, reward_model_fit
from specs.models import Spec
from tests.feedback.conftest import MakeSpec, client_of, document, reviewer_named

pytestmark = pytest.mark.django_db
NEEDED = PreferenceConfig().min_judgements


def say(make_spec: MakeSpec, owner: User, ratings: int) -> None:
    """Two raters who like gardens, on specs with and without."""
    anna, ben = reviewer_named("anna"), reviewer_named("ben")
    turns: Iterator[bool] = itertools.cycle((True, False))
    for number in range((ratings + 1) // 2):
        liked = next(turns)
        spec = make_spec(owner, f"House {number}", features=("garden",) if liked else ())
        spec_evaluate(spec=spec)
        for person in (anna, ben):
            rating_submit(
                revision=spec.latest, person=person, values=RatingValues(5 if liked else 1)
            )


def evaluate(client: Any, spec: Spec) -> dict[str, Any]:
    answer = client.post("/evaluate", {"spec_id": str(spec.pk)})
    assert answer.status_code == 200, answer.content
    evaluation: dict[str, Any] = answer.json()["evaluation"]
    return evaluation


def test_below_the_number_there_is_none(make_spec: MakeSpec, user: User, spec: Spec) -> None:
    say(make_spec, user, NEEDED - 2)
    with pytest.raises(TooFewRatings):
        reward_model_fit()
    assert "predicted_rating" not in evaluate(client_of(user), spec)
    assert all(candidate.prediction is None for candidate in candidates(limit=10))


def test_with_enough_it_stands_beside_the_scorecard(
    make_spec: MakeSpec, user: User, spec: Spec
) -> None:
    client = client_of(user)
    before = evaluate(client, spec)
    say(make_spec, user, NEEDED)
    model = reward_model_fit()
    said = evaluate(client, spec)
    predicted = said.pop("predicted_rating")
    # The score knows nothing of it.
    assert said == before
    assert 1 <= predicted["low"] < predicted["stars"] < predicted["high"] <= 5
    assert (predicted["ratings"], predicted["model"]) == (NEEDED, model.version)
    made = Evaluation.objects.first()
    assert made is not None
    assert "predicted_rating" not in made.scorecard
    for address in (f"/reports/{made.pk}", f"/api/v1/evaluations/{made.pk}/"):
        assert client.get(address).json()["evaluation"]["predicted_rating"] == predicted
    batch = client.post("/batch-evaluate", [{"spec": document()}]).json()
    assert batch["results"][0]["evaluation"]["predicted_rating"]["model"] == model.version


def test_what_people_like_is_predicted_higher(make_spec: MakeSpec, user: User) -> None:
    say(make_spec, user, 80)
    reward_model_fit()
    client = client_of(user)
    stars = [
        evaluate(client, make_spec(user, features=features))["predicted_rating"]["stars"]
        for features in (("garden",), ())
    ]
    assert stars[0] > stars[1]


def test_an_evaluation_keeps_what_was_predicted_then(
    make_spec: MakeSpec, user: User, spec: Spec
) -> None:
    """A report never changes; its ETag says so."""
    say(make_spec, user, NEEDED)
    reward_model_fit()
    made = spec_evaluate(spec=spec)
    RewardModel.objects.all().delete()
    shown = client_of(user).get(f"/reports/{made.pk}").json()["evaluation"]["predicted_rating"]
    assert shown == made.predicted_rating


def test_weights_of_other_features_say_nothing(make_spec: MakeSpec, user: User, spec: Spec) -> None:
    say(make_spec, user, NEEDED)
    RewardModel.objects.filter(pk=reward_model_fit().pk).update(features="0" * 16)
    assert "predicted_rating" not in evaluate(client_of(user), spec)


def test_without_the_setting_there_is_none(
    make_spec: MakeSpec, user: User, spec: Spec, settings: Any
) -> None:
    say(make_spec, user, NEEDED)
    reward_model_fit()
    settings.RATING_PREDICTOR = ""
    assert "predicted_rating" not in evaluate(client_of(user), spec)


def test_a_database_that_is_away_costs_the_prediction_only(
    user: User, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*args: Any, **kwargs: Any) -> Any:
        raise OperationalError("gone")

    settings.FALLBACK_DIR = tmp_path
    monkeypatch.setattr("accounts.journal.recording.replay.start_thread", lambda: None)
    with monkeypatch.context() as broken:
        broken.setattr("feedback.selectors.predictions.RewardModel.objects.values_list", away)
        broken.setattr("evaluation.services.evaluations.specs_store", away)
        answer = client_of(user).post("/evaluate", {"spec": document()})
    assert answer.status_code == 202, answer.content
    assert "predicted_rating" not in answer.json()["evaluation"]
    assert replay(Journal(tmp_path)) == 1


def test_the_queue_asks_for_what_the_model_is_unsure_of(
    make_spec: MakeSpec, user: User, spec: Spec
) -> None:
    say(make_spec, user, NEEDED)
    spec_evaluate(spec=spec)
    reward_model_fit()
    by_id = {candidate.revision_id: candidate for candidate in candidates(limit=100)}
    own = by_id[spec.latest_id]
    assert own.prediction is not None
    assert own.prediction.low < own.prediction.stars < own.prediction.high
    plain = Candidate(own.revision_id, own.score, 99, prediction=own.prediction)
    wide = Candidate(
        own.revision_id,
        own.score,
        99,
        prediction=type(own.prediction)(3.0, 1.2, 4.8, 50.0, NEEDED, "x"),
    )
    assert "uncertainty" in rank(wide).reasons
    assert rank(wide).priority > rank(plain).priority
