"""How many edits the evaluator is asked about: few where the policy is sure, five at most."""

import numpy as np
import pytest

from rl import searches
from rl.agent import RLLoop
from rl.environment import DesignWorld
from rl.evaluator import EvaluatorJudge
from rl.judging import Case
from rl.policy import LinearPolicy
from rl.searches import first_of, past_the_cap, play_shortlist, shortlist
from rl.world import STOP, BoolArray, FloatArray

ONE = np.ones(1)
LEGAL = np.array([True] * 9 + [False])


def policy_with(*scores: float) -> LinearPolicy:
    """Of one feature that is always 1: the scores are the actions' log-odds."""
    return LinearPolicy(np.array([scores]))


@pytest.mark.parametrize(
    ("scores", "first", "rest"),
    [
        # Sure: one edit is asked about, however likely stopping is.
        ((50, 0, 0, 9, 0, 0, 0, 0, 0, 0), [3], [1, 2, 4, 5]),
        # Two that share nearly everything.
        ((0, 9, 0, 9, 0, 0, 0, 0, 0, 0), [1, 3], [2, 4, 5]),
        # Unsure: eight alike hold a tenth and a bit each, five are asked about.
        ((0, 0, 0, 0, 0, 0, 0, 0, 0, 0), [1, 2, 3, 4, 5], []),
        # What is not legal is not proposed, however likely.
        ((0, 0, 0, 0, 0, 0, 0, 0, 9, 99), [8], [1, 2, 3, 4]),
    ],
)
def test_the_fewest_edits_that_hold_the_mass(
    scores: tuple[float, ...], first: list[int], rest: list[int]
) -> None:
    assert shortlist(policy_with(*scores), ONE, LEGAL) == (first, rest)


def test_it_is_the_smallest_such_set() -> None:
    rng = np.random.default_rng(4)
    for _ in range(200):
        policy = policy_with(*rng.normal(0, 3, 10))
        first, rest = shortlist(policy, ONE, LEGAL, most=9, mass=0.8)
        edits: BoolArray = LEGAL & (np.arange(10) != STOP)
        chances: FloatArray = policy.probabilities(ONE, edits)
        assert chances[first].sum() >= 0.8 > chances[first[:-1]].sum()
        assert min(chances[first]) >= max([*chances[rest], 0.0])


def test_nothing_to_do_is_nothing_to_ask() -> None:
    assert shortlist(policy_with(0, 0), ONE, np.array([True, False])) == ([], [])


def test_the_others_are_tried_only_where_none_of_the_first_gains(world: DesignWorld) -> None:
    states = [world.reset(case) for case in range(0, world.cases, 6)]
    widened = 0
    for state in states:
        legal = [int(action) for action in np.flatnonzero(world.legal(state)) if action != STOP]
        merits = {a: past_the_cap(state, world.step(state, a), a) for a in legal}
        useless = [a for a in legal if merits[a] <= 0]
        useful = [a for a in legal if merits[a] > 0.01]
        if not useless or len(useful) < 2:
            continue
        widened += 1
        tried = world.edits
        found = first_of(world, state, (useful[:1], useful[1:]), past_the_cap)
        assert found is not None
        assert found[0] == useful[0]
        assert world.edits - tried == 1
        found = first_of(world, state, (useless, useful), past_the_cap)
        assert found is not None
        assert merits[found[0]] == max(merits.values())
    assert widened > 3


def test_a_sure_policy_costs_fewer_trial_edits_than_an_unsure_one(world: DesignWorld) -> None:
    blank = LinearPolicy.blank(world.features, world.actions)
    preferring = blank.weights.copy()
    preferring[0] = -4.0 * np.arange(world.actions)
    tried = []
    for policy in (LinearPolicy(preferring), blank):
        before = world.edits
        for case in range(0, world.cases, 5):
            play_shortlist(world, world.reset(case), policy)
        tried.append(world.edits - before)
    assert tried[0] < 0.7 * tried[1]


def test_iterate_asks_about_the_shortlist_only(
    cases: tuple[Case, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    blank = LinearPolicy.blank(DesignWorld(cases, EvaluatorJudge()).features, 31)
    asked: list[int] = []
    step = DesignWorld.step
    monkeypatch.setattr(
        DesignWorld, "step", lambda w, s, action: asked.append(action) or step(w, s, action)
    )
    made = RLLoop(EvaluatorJudge(), blank).improve(cases[1], steps=3)
    assert made.steps
    assert len(asked) <= searches.SHORTLIST * (len(made.steps) + 1)
