"""The gate lets better policies through, worse ones not, and neither a clever cheat."""

from dataclasses import replace

import numpy as np
import pytest

from rl.gate import Evidence, GateSettings, Votes, decide
from rl.statistics import lower_bound, mean_interval, share_interval
from rl.world import FloatArray

SPREAD = 6.0


def evidence(
    difference: float, *, count: int = 120, referee: float | None = None, seed: int = 0
) -> Evidence:
    rng = np.random.default_rng(seed)
    current: FloatArray = rng.normal(10, 5, count)
    candidate = current + rng.normal(difference, SPREAD, count)
    fall = difference if referee is None else referee
    return Evidence(current, candidate, current, current + fall)


def test_a_clearly_better_candidate_passes() -> None:
    decision = decide(evidence(4.0), votes=Votes(), taste_in_use=False)
    assert decision.promote
    assert not decision.reasons


@pytest.mark.parametrize("difference", [-3.0, -1.0, 0.0])
def test_candidates_that_are_no_better_stay_out(difference: float) -> None:
    assert not decide(evidence(difference), votes=Votes(), taste_in_use=False).promote


def test_simulated_promotions_let_few_worse_and_most_better_ones_through() -> None:
    """At most 3 % of worse ones, at least 45 % of those better by more than two points."""
    rng = np.random.default_rng(3)
    passed: dict[bool, list[bool]] = {True: [], False: []}
    for seed in range(400):
        truth = float(rng.choice([-3.0, -1.0, -0.3, 2.2, 3.0, 4.0]))
        decision = decide(evidence(truth, seed=seed), votes=Votes(), taste_in_use=False)
        passed[truth > 0].append(decision.promote)
    assert np.mean(passed[False]) <= 0.03
    assert np.mean(passed[True]) >= 0.45


def test_few_prompts_are_not_enough() -> None:
    decision = decide(evidence(8.0, count=50), votes=Votes(), taste_in_use=False)
    assert not decision.promote
    assert "held-out prompts" in decision.reasons[0]


def test_what_the_held_out_rubric_finds_worse_raises_the_alarm() -> None:
    decision = decide(evidence(10.0, referee=-4.0), votes=Votes(), taste_in_use=False)
    assert not decision.promote
    assert "alarm" in decision.reasons[0]


@pytest.mark.parametrize(
    ("votes", "promoted"),
    [
        (Votes(0, 0), False),
        (Votes(20, 4), False),
        (Votes(20, 20), False),
        (Votes(16, 28), False),
        (Votes(22, 18), False),
        (Votes(26, 14), True),
    ],
)
def test_taste_in_use_asks_for_people(votes: Votes, promoted: bool) -> None:
    assert decide(evidence(4.0), votes=votes, taste_in_use=True).promote is promoted


def test_every_try_makes_the_next_one_harder() -> None:
    settings = GateSettings()
    bounds = [
        decide(evidence(1.0), votes=Votes(), taste_in_use=False, tries=n, settings=settings).bound
        for n in (1, 5, 20)
    ]
    assert bounds == sorted(bounds, reverse=True)


def test_the_decision_is_the_same_twice() -> None:
    one = decide(evidence(1.5), votes=Votes(), taste_in_use=False)
    assert one == decide(evidence(1.5), votes=Votes(), taste_in_use=False)
    assert replace(one, promote=one.promote).as_json()["prompts"] == 120


def test_intervals_hold_the_truth_as_often_as_they_say() -> None:
    rng = np.random.default_rng(1)
    inside = 0
    for seed in range(200):
        interval = mean_interval(rng.normal(2.0, 3.0, 80), seed=seed)
        inside += interval.low <= 2.0 <= interval.high
    assert inside / 200 > 0.88


def test_a_share_is_of_the_sums_and_a_bound_lies_below_the_mean() -> None:
    best = np.array([2.0, 4.0, 6.0, 8.0])
    share = share_interval(best / 2, best)
    assert share.value == pytest.approx(0.5)
    assert share.low == pytest.approx(0.5)
    assert lower_bound(best, alpha=0.05) < best.mean()
