"""The environment keeps gymnasium's promises and pays only for what was gained."""

import time
import warnings

import numpy as np
import pytest
from gymnasium.utils.env_checker import check_env

from rl import features
from rl.environment import POINTS, DesignWorld, SpecEnvironment
from rl.evaluator import EvaluatorJudge
from rl.judging import Case
from rl.operators import NAMES, cost_of
from rl.policy import LinearPolicy
from rl.searches import play_beam, play_greedy, play_look_ahead, play_shortlist
from rl.world import STOP


def test_the_environment_passes_gymnasiums_checker(world: DesignWorld) -> None:
    with warnings.catch_warnings():
        # The box is unbounded by design, and there is nothing to render.
        warnings.simplefilter("ignore")
        check_env(SpecEnvironment(world), skip_render_check=True)


def test_the_same_seed_starts_the_same_case(world: DesignWorld) -> None:
    first, _ = SpecEnvironment(world).reset(seed=4)
    second, _ = SpecEnvironment(world).reset(seed=4)
    np.testing.assert_array_equal(first, second)


def test_an_illegal_action_costs_a_step_and_changes_nothing(world: DesignWorld) -> None:
    environment = SpecEnvironment(world)
    _, info = environment.reset(options={"case": 0})
    action = int(np.flatnonzero(~info["mask"])[0])
    design = environment.state.design
    _, reward, terminated, truncated, _ = environment.step(action)
    assert environment.state.design == design
    assert reward == -cost_of(action) / POINTS
    assert (terminated, truncated) == (False, False)


def test_stopping_and_the_last_step_end_the_task(world: DesignWorld) -> None:
    """Truncated would say that it goes on unseen: learners then add a guess of what comes."""
    environment = SpecEnvironment(world)
    environment.reset(options={"case": 0})
    _, reward, *ends, _ = environment.step(STOP)
    assert (reward, ends) == (0.0, [True, False])
    environment.reset(options={"case": 0})
    seen = []
    for _ in range(world.horizon):
        legal = world.legal(environment.state)
        action = next(int(a) for a in np.flatnonzero(legal) if a != STOP)
        seen.append(environment.step(action)[2:4])
    assert seen == [(False, False)] * (world.horizon - 1) + [(True, False)]


def test_rewards_add_up_to_what_was_gained_after_costs(world: DesignWorld) -> None:
    rng = np.random.default_rng(2)
    for case in range(0, world.cases, 7):
        state = start = world.reset(case)
        total = costs = 0.0
        for _ in range(world.horizon):
            legal = [a for a in np.flatnonzero(world.legal(state)) if a != STOP]
            if not legal:
                break
            action = int(legal[rng.integers(len(legal))])
            outcome = world.step(state, action)
            total, costs, state = total + outcome.reward, costs + cost_of(action), outcome.state
        gained = state.report.utility - start.report.utility - costs
        assert total * POINTS == pytest.approx(gained)


def test_an_observation_has_one_finite_number_for_each_name(world: DesignWorld) -> None:
    for case in range(world.cases):
        x = world.observe(world.reset(case))
        assert x.shape == (len(features.NAMES),)
        assert np.isfinite(x).all()
        assert np.abs(x).max() < 30


def test_the_state_is_made_of_the_public_report_only() -> None:
    """No rubric, no weights, no suggestions: `observe` is handed none of them."""
    named = set(features.observe.__annotations__)
    assert named == {"design", "report", "legal", "steps_left", "horizon", "return"}
    hidden = ("rubric", "suggest", "gain", "criterion_weight")
    assert not any(word in name for name in features.NAMES for word in hidden)


def test_equal_designs_are_judged_once(cases: tuple[Case, ...]) -> None:
    world = DesignWorld(cases[:4], EvaluatorJudge())
    for _ in range(3):
        world.reset(0)
    assert world.judge.calls == 1


def test_the_searches_are_ordered_as_their_effort(world: DesignWorld) -> None:
    """On every case: nothing is worse than stopping, and the beam is not beaten."""
    blank = LinearPolicy.blank(world.features, world.actions)
    for case in range(0, world.cases, 10):
        best = play_beam(world, world.reset(case), width=16).gain
        for played in (
            play_greedy(world, world.reset(case)),
            play_look_ahead(world, world.reset(case)),
            play_shortlist(world, world.reset(case), blank, most=5),
        ):
            assert played.gain <= best + 0.05
        assert best >= 0


def test_look_ahead_sees_past_the_cap(world: DesignWorld) -> None:
    """Where two errors hold the score down, mending the first must not look worthless."""
    cases = [c for c in range(world.cases) if world.reset(c).report.errors > 1]
    assert cases
    greedy = sum(play_greedy(world, world.reset(c)).gain for c in cases)
    seeing = sum(play_look_ahead(world, world.reset(c)).gain for c in cases)
    assert seeing > greedy


@pytest.mark.speed
def test_a_decision_takes_less_than_a_third_of_a_millisecond(cases: tuple[Case, ...]) -> None:
    world = DesignWorld(cases, EvaluatorJudge())
    policy = LinearPolicy.blank(world.features, world.actions)
    states = [world.reset(case) for case in range(world.cases)]
    times = []
    for state in states:
        began = time.perf_counter()
        policy.choose(world.observe(state), world.legal(state))
        times.append(time.perf_counter() - began)
    assert sorted(times)[len(times) // 2] < 0.0003


def test_names_are_those_of_the_operators() -> None:
    assert [n for n in features.NAMES if n.startswith("can:")] == [f"can:{n}" for n in NAMES]
