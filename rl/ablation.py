"""What each part adds: the agents together beside the loop alone, what was learnt beside rules and
search, and people's ratings beside the evaluator alone. Each as a table in Markdown."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from feedback.agent import FeedbackAgent
from rl.agent import RLLoop
from rl.baselines import fixed_order
from rl.coordinator import EDITS_A_ROUND, AgentCoordinator
from rl.environment import DesignWorld
from rl.evaluator import EvaluatorJudge
from rl.judging import Case
from rl.measuring import order_player, play_all, policy_player, rules_player, shortlist_player
from rl.policy import LinearPolicy
from rl.searches import play_look_ahead
from rl.statistics import mean_interval, share_interval
from rl.world import FloatArray
from specs.draft import Draft

ROUNDS = 3
# Never reached, so that everybody spends all edits.
TARGET = 100.0

Measured = Mapping[str, FloatArray]


def agents(
    cases: Sequence[Case], policy: LinearPolicy | None, draft: Callable[[str], Draft]
) -> Measured:
    """Final scores with equally many edits: one loop, the agents in rounds, the search."""
    judge, edits = EvaluatorJudge(), ROUNDS * EDITS_A_ROUND
    loop, search = RLLoop(judge, policy), RLLoop(judge)
    ends: dict[str, list[float]] = {"loop alone": [], "agents together": [], "look-ahead alone": []}
    for case in cases:
        together = AgentCoordinator(engines={"rules": draft}, loop=loop, feedback=FeedbackAgent())
        found = together.run(case.prompt or "", case.facts, target=TARGET, max_rounds=ROUNDS)
        ends["agents together"].append(found.final_score)
        for name, one in (("loop alone", loop), ("look-ahead alone", search)):
            ends[name].append(one.improve(case, steps=edits, target=TARGET).final_score)
    return {name: np.array(values) for name, values in ends.items()}


def learning(world: DesignWorld, policy: LinearPolicy) -> Measured:
    """Points gained after costs, by what decides."""
    blank = LinearPolicy.blank(world.features, world.actions)
    players = {
        "hand-written rules": rules_player,
        "fixed order": order_player(fixed_order()),
        "untrained policy": policy_player(blank),
        "learnt policy": policy_player(policy),
        "untrained shortlist": shortlist_player(blank),
        "learnt shortlist": shortlist_player(policy),
        "look-ahead over all": play_look_ahead,
    }
    return {name: play_all(world, player)[0] for name, player in players.items()}


def masses(world: DesignWorld, policy: LinearPolicy) -> Iterator[str]:
    """What the shortlist gains and costs by the mass that is asked about first."""
    best, _, everything = play_all(world, play_look_ahead)
    yield "| mass asked about first | share of the look-ahead's gain | of its trial edits |"
    yield "| --- | --- | --- |"
    for mass in (0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0):
        gains, _, tried = play_all(world, shortlist_player(policy, mass))
        share = share_interval(gains, best)
        yield (
            f"| {mass:g} | {share.value:.3f} [{share.low:.3f}, {share.high:.3f}] "
            f"| {tried / everything:.0%} |"
        )


def as_table(what: str, measured: Measured) -> Iterator[str]:
    """The first is what the others are held against, prompt by prompt."""
    first, reference = next(iter(measured.items()))
    yield f"| | {what} [95 %] | beside {first} [95 %] |"
    yield "| --- | --- | --- |"
    for name, values in measured.items():
        mean, ahead = mean_interval(values), mean_interval(values - reference)
        beside = (
            "" if name == first else f"{ahead.value:+.2f} [{ahead.low:+.2f}, {ahead.high:+.2f}]"
        )
        yield f"| {name} | {mean.value:.2f} [{mean.low:.2f}, {mean.high:.2f}] | {beside} |"


def people_table(found: Mapping[str, Any], ratings: int) -> Iterator[str]:
    """Of `rl.tasting.regret`: gains by what the simulated people and the evaluator want."""
    names = {
        "evaluator": "the evaluator alone",
        "model": f"the evaluator and a model of {ratings} ratings",
        "truth": "the evaluator and the people themselves",
    }
    yield "| learnt from | points gained by the true objective | by seed |"
    yield "| --- | --- | --- |"
    for key, name in names.items():
        by_seed = ", ".join(f"{result[key]:.1f}" for result in found["by_seed"])
        yield f"| {name} | {found['gain'][key]:.2f} | {by_seed} |"
