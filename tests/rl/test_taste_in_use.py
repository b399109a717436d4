"""A fitted reward model joins what training, `/iterate` and the gate go by; without one nothing
changes."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from django.core.cache import cache

from feedback.agent import FeedbackAgent
from feedback.models import RewardModel
from feedback.preferences import PreferenceModel, fit
from rl.agent import RLLoop
from rl.coordinator import AgentCoordinator
from rl.environment import DesignWorld
from rl.evaluator import EvaluatorJudge
from rl.judging import Case
from rl.models import IterationSession, PolicyVersion
from rl.operators import Design, Facts
from rl.raters import Raters, RaterSettings
from rl.services import coordination_run, policy_compare, policy_train, session_run
from rl.stored import design_from
from rl.taste import LearntTaste, scores_of
from rl.tasting import rated, wander
from specs.design import DesignSpec
from tests.rl import engine
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


def test_the_agents_weigh_it_too_and_say_which_model(
    stored: RewardModel, model: PreferenceModel
) -> None:
    asked = {"owner": None, "prompt": HOUSE, "target_score": 99.0, "max_rounds": 3}
    with_taste = coordination_run(**asked)
    assert with_taste.result["reward_model"] == stored.version
    assert with_taste.final_score >= with_taste.initial_score
    for step in played(with_taste):
        assert set(step["reward_parts"]) == {"evaluator", "preference", "cost"}
    stored.delete()
    cache.clear()
    alone = coordination_run(**asked)
    assert "reward_model" not in alone.result
    taste = LearntTaste(model)

    def liked(session: IterationSession) -> float:
        """What people would think of the result, on the pessimistic side."""
        best = DesignSpec.from_json(session.final_revision.document)
        facts = Facts(engine.read(HOUSE))
        report = EvaluatorJudge().judge(
            design_from(
                session.final_revision.document,
                session.final_revision.provenance,
                session.final_revision.assumptions,
            ),
            Case("end", HOUSE, facts, Design(best, {})),
        )
        return taste(best, scores_of(report))

    assert liked(with_taste) > liked(alone)


def test_agents_keep_what_people_like_of_the_states_that_are_no_worse(
    model: PreferenceModel,
) -> None:
    class FewerIsBetter(LearntTaste):
        """Likes what is short, so the first edits are the best liked."""

        def __call__(self, spec: Any, scores: Any) -> float:
            return float(max(0, 100 - 20 * (len(spec.features) + len(spec.materials))))

    ends = {}
    for name, taste in {"alone": None, "short": FewerIsBetter(model)}.items():
        agents = AgentCoordinator(
            engines={"rules": engine.generate},
            loop=RLLoop(EvaluatorJudge(), taste=taste),
            feedback=FeedbackAgent(),
        )
        ends[name] = agents.run(HOUSE, Facts(engine.read(HOUSE)), target=99.0, max_rounds=6)
    few, many = (
        len(ends[name].best.spec.features) + len(ends[name].best.spec.materials)
        for name in ("short", "alone")
    )
    assert few < many
    assert ends["short"].final_score >= ends["short"].initial_score
    assert ends["short"].utility > ends["short"].final_score / 2
