"""The learners learn, on a world whose best return is known, and by the right gradients."""

import gc
import subprocess
import sys
from collections.abc import Callable
from itertools import islice

import numpy as np
import pytest

from rl.policy import LinearPolicy, chances_of, log_softmax
from rl.training import (
    ClippedSettings,
    LinUCBSettings,
    ReinforceSettings,
    Training,
    seldom_collecting,
    train_clipped,
    train_linucb,
    train_reinforce,
)
from rl.training.ascent import clipped_objective, reinforce_objective
from rl.training.climbing import shuffled
from rl.training.collecting import SELDOM
from rl.training.value import RidgeValue, advantages_gae
from tests.rl.toy import ShuffledRewards, ToyWorld

LEARNERS: dict[str, Callable[[ToyWorld, int, int], Training]] = {
    "clipped": lambda world, episodes, seed: train_clipped(
        world, ClippedSettings(episodes=episodes, seed=seed)
    ),
    "reinforce": lambda world, episodes, seed: train_reinforce(
        world, ReinforceSettings(episodes=episodes, seed=seed, rate=0.05)
    ),
    "linucb": lambda world, episodes, seed: train_linucb(
        world, LinUCBSettings(episodes=episodes, seed=seed)
    ),
}


def share_of_best(world: ToyWorld, policy: LinearPolicy) -> float:
    total = best = 0.0
    for case in range(world.cases):
        state, done = world.reset(case), False
        while not done:
            outcome = world.step(state, policy.choose(world.observe(state), world.legal(state)))
            total += outcome.reward
            state, done = outcome.state, outcome.done
        best += world.best(case)
    return total / best


@pytest.mark.parametrize("learner", LEARNERS)
@pytest.mark.parametrize("seed", range(3))
def test_learns_nearly_all_that_can_be_earned(learner: str, seed: int) -> None:
    world = ToyWorld()
    training = LEARNERS[learner](world, 1500, seed)
    assert share_of_best(world, training.policy) > 0.9
    assert share_of_best(world, LinearPolicy.blank(world.features, world.actions)) < 0.5


@pytest.mark.parametrize("learner", LEARNERS)
def test_rewards_that_say_nothing_teach_nothing(learner: str) -> None:
    world = ToyWorld()
    sham = [
        share_of_best(world, LEARNERS[learner](ShuffledRewards(), 400, seed).policy)
        for seed in range(4)
    ]
    assert np.mean(sham) < 0.75


@pytest.mark.parametrize("learner", LEARNERS)
def test_another_process_with_another_hash_seed_ends_with_the_same_weights(learner: str) -> None:
    program = (
        "from tests.rl.test_learners import LEARNERS; from tests.rl.toy import ToyWorld;"
        f"print(LEARNERS[{learner!r}](ToyWorld(), 200, 5).policy.digest)"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "DJANGO_SETTINGS_MODULE": "config.settings.test"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert digests == {LEARNERS[learner](ToyWorld(), 200, 5).policy.digest}


def test_chances_are_those_of_exp_to_the_last_digit() -> None:
    rng = np.random.default_rng(3)
    legal = rng.random((40, 9)) < 0.5
    legal[:, 0] = True
    logs = log_softmax(rng.normal(size=(40, 9)) * 30, legal)
    assert (chances_of(logs, legal) == np.exp(logs)).all()
    assert not chances_of(logs, legal)[~legal].any()


@pytest.fixture
def steps() -> dict[str, np.ndarray]:
    rng = np.random.default_rng(3)
    legal = rng.random((20, 5)) < 0.7
    legal[:, 0] = True
    weights = rng.normal(size=(4, 5))
    observations = rng.normal(size=(20, 4))
    actions = np.array([rng.choice(np.flatnonzero(row)) for row in legal])
    logs = log_softmax(observations @ weights, legal)[np.arange(20), actions]
    return {
        "weights": weights,
        "observations": observations,
        "legal": legal,
        "actions": actions,
        "advantages": rng.normal(size=20),
        "old": logs + rng.normal(0, 0.3, size=20),
    }


def numeric_gradient(objective: Callable[[np.ndarray], float], weights: np.ndarray) -> np.ndarray:
    gradient = np.zeros_like(weights)
    for place in np.ndindex(*weights.shape):
        step = np.zeros_like(weights)
        step[place] = 1e-6
        gradient[place] = (objective(weights + step) - objective(weights - step)) / 2e-6
    return gradient


def test_the_reinforce_gradient_agrees_with_finite_differences(steps: dict) -> None:
    data = (steps["observations"], steps["legal"], steps["actions"], steps["advantages"], 0.3)
    _, gradient = reinforce_objective(steps["weights"], *data)
    numeric = numeric_gradient(lambda w: reinforce_objective(w, *data)[0], steps["weights"])
    np.testing.assert_allclose(gradient, numeric, atol=1e-7)


def test_the_clipped_gradient_agrees_with_finite_differences(steps: dict) -> None:
    data = (
        steps["observations"], steps["legal"], steps["actions"], steps["advantages"], steps["old"],
    )  # fmt: skip
    settings = {"clip": 0.2, "entropy_weight": 0.1}
    _, gradient = clipped_objective(steps["weights"], *data, **settings)
    numeric = numeric_gradient(
        lambda w: clipped_objective(w, *data, **settings)[0], steps["weights"]
    )
    np.testing.assert_allclose(gradient, numeric, atol=1e-7)


def test_gae_with_full_trace_is_the_return_minus_the_value() -> None:
    rewards = np.array([1.0, 2.0, 3.0, 5.0])
    values = np.array([0.5, 0.1, 0.7, 0.2])
    ends = np.array([False, False, True, True])
    got = advantages_gae(rewards, values, ends, trace=1.0)
    np.testing.assert_allclose(got, np.array([6.0, 5.0, 3.0, 5.0]) - values)


def test_gae_without_trace_is_the_one_step_surprise() -> None:
    rewards, values = np.array([1.0, 2.0]), np.array([0.5, 0.1])
    got = advantages_gae(rewards, values, np.array([False, True]), trace=0.0)
    np.testing.assert_allclose(got, [1.0 + 0.1 - 0.5, 2.0 - 0.1])


def test_the_baseline_recovers_a_linear_value() -> None:
    rng = np.random.default_rng(0)
    truth = np.array([2.0, -1.0, 0.5])
    value = RidgeValue(3)
    for _ in range(50):
        x = rng.normal(size=(64, 3))
        value.fit(x, x @ truth + rng.normal(0, 0.1, 64), 32)
    np.testing.assert_allclose(value.weights, truth, atol=0.02)


def test_illegal_actions_are_never_chosen_nor_sampled() -> None:
    rng = np.random.default_rng(1)
    policy = LinearPolicy(rng.normal(size=(3, 4)))
    legal = np.array([False, True, False, True])
    for _ in range(50):
        x = rng.normal(size=3)
        assert policy.choose(x, legal) in (1, 3)
        assert set(policy.ranked(x, legal)) == {1, 3}
        assert policy.probabilities(x, legal)[~legal].max() == 0.0


def test_a_cold_start_belongs_to_the_run_and_a_warm_one_needs_none() -> None:
    settings = ClippedSettings(episodes=200)
    cold = train_clipped(ToyWorld(), settings)
    bandit = train_linucb(ToyWorld(), LinUCBSettings(episodes=settings.cold))
    assert cold.episodes == 200
    assert cold.curve[: len(bandit.curve)] == bandit.curve
    warm = train_clipped(ToyWorld(), settings, start=cold.policy)
    assert warm.episodes == 200
    assert warm.curve[0].episodes == settings.batch
    assert train_clipped(ToyWorld(), ClippedSettings(episodes=20)).episodes == 20


def test_each_case_is_met_as_often_as_the_others() -> None:
    met = list(islice(shuffled(7, np.random.default_rng(0)), 21))
    assert [met.count(case) for case in range(7)] == [3] * 7
    assert met[:7] != met[7:14]
    with pytest.raises(ValueError, match="no case"):
        next(shuffled(0, np.random.default_rng(0)))


def test_stored_weights_make_the_same_choices() -> None:
    world = ToyWorld()
    policy = train_clipped(world, ClippedSettings(episodes=256)).policy
    again = LinearPolicy.from_json(policy.as_json(), features=world.features, actions=world.actions)
    assert again.digest == policy.digest
    for case in range(world.cases):
        state = world.reset(case)
        x, legal = world.observe(state), world.legal(state)
        assert again.ranked(x, legal) == policy.ranked(x, legal)


def test_training_seldom_collects_and_puts_that_back() -> None:
    usual = gc.get_threshold()
    seen = []

    def looking() -> bool:
        seen.append(gc.get_threshold())
        return False

    with seldom_collecting():
        train_clipped(ToyWorld(), ClippedSettings(episodes=32), keep_going=looking)
        assert gc.get_threshold() == SELDOM
    train_linucb(ToyWorld(), LinUCBSettings(episodes=32), keep_going=looking)
    with pytest.raises(RuntimeError), seldom_collecting():
        raise RuntimeError
    assert len(seen) == 3
    assert set(seen) == {SELDOM}
    assert gc.get_threshold() == usual
