"""A fitted reward model joins what training, `/iterate` and the gate go by; without one nothing
changes."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from django.core.cache import cache

from feedback.models import RewardModel
from feedback.preferences import PreferenceModel, fit
from rl.agent import RLLoop
from rl.environment import DesignWorld
from rl.evaluator import EvaluatorJudge
from rl.judging import Case
from rl.models import IterationSession, PolicyVersion
from rl.raters import Raters, RaterSettings
from rl.services import policy_compare, policy_train, session_run
from rl.taste import LearntTaste
from rl.tasting import rated, wander
from tests.rl.conftest import HOUSE


@pytest.fixture(scope="module")
def model(world: DesignWorld) -> PreferenceModel:
    rng = np.random.default_rng(5)
    raters = Raters(RaterSettings(seed=5))
    pool = wander(world, rng, 150)
    raters.calibrate(pool)
    return fit(rated(raters, pool, rng))


@pytest.fixture
def stored(model: PreferenceModel, engines: None, db: None) -> RewardModel:
    cache.clear()
    return RewardModel.objects.create(
        version=model.version,
        features=model.features,
        document=model.as_json(),
        ratings=150,
        comparisons=0,
    )


def played(session: IterationSession) -> list[dict[str, Any]]:
    return list(session.iterations.values("action", "reward", "reward_parts", "document"))


def test_iterating_weighs_what_people_would_think(stored: RewardModel) -> None:
    session = session_run(owner=None, prompt=HOUSE, n_iter=4)
    assert session.result["reward_model"] == stored.version
    steps = played(session)
    assert steps
    for step in steps:
        assert set(step["reward_parts"]) == {"evaluator", "preference", "cost"}
        total = sum(step["reward_parts"].values())
        assert total == pytest.approx(10 * step["reward"], abs=0.001)
    assert session.final_score >= session.initial_score


@pytest.mark.django_db
@pytest.mark.usefixtures("engines")
def test_without_a_model_the_session_is_what_it_was_before(model: PreferenceModel) -> None:
    before = session_run(owner=None, prompt=HOUSE, n_iter=4)
    row = RewardModel.objects.create(
        version=model.version, features=model.features, document=model.as_json(), ratings=150,
        comparisons=0,
    )  # fmt: skip
    cache.clear()
    between = session_run(owner=None, prompt=HOUSE, n_iter=4)
    row.delete()
    cache.clear()
    after = session_run(owner=None, prompt=HOUSE, n_iter=4)
    assert played(before) == played(after) != played(between)
    assert before.result == after.result == {"engine": "rules", "usage": []}


def test_training_learns_from_it_and_the_gate_then_asks_for_votes(stored: RewardModel) -> None:
    PolicyVersion.objects.all().delete()
    with_taste = policy_train(episodes=32, training_prompts=12)
    assert with_taste.reward_model == stored.version
    decision = policy_compare(with_taste)
    assert any("blind votes" in reason for reason in decision.reasons)
    stored.delete()
    cache.clear()
    alone = policy_train(episodes=32, training_prompts=12)
    assert alone.reward_model == ""
    assert alone.weights_hash != with_taste.weights_hash


def test_what_people_like_is_not_kept_where_the_evaluator_finds_it_worse(
    cases: tuple[Case, ...], model: PreferenceModel
) -> None:
    class NewIsBetter(LearntTaste):
        """Likes whatever is new."""

        def __call__(self, spec: Any, scores: Any) -> float:
            return float(min(100, 5 * len(spec.features) + 5 * len(spec.materials)))

    loop = RLLoop(EvaluatorJudge(), taste=NewIsBetter(model))
    for case in cases[::6]:
        improved = loop.improve(replace(case, name=f"taste {case.name}"), steps=6)
        assert improved.final_score >= improved.initial_score
        assert EvaluatorJudge().judge(improved.best, case).score == improved.final_score
