"""The whole table: who plays how well on the frozen suite, each learner trained from every seed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from rl import searches
from rl.baselines import OrderSettings, fixed_order, tuned_order
from rl.environment import DesignWorld, State
from rl.measuring import (
    Row,
    Table,
    beam_player,
    measure,
    order_player,
    policy_player,
    random_player,
    rules_player,
    shortlist_player,
)
from rl.policy import LinearPolicy
from rl.prompts import written_prompts
from rl.training import (
    ClippedSettings,
    LinUCBSettings,
    ReinforceSettings,
    Training,
    train_clipped,
    train_linucb,
    train_reinforce,
)
from rl.world import BoolArray, FloatArray, Outcome

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class ComparisonSettings:
    seeds: int = 5
    episodes: int = 4096
    beam: int = 64  # width of the search that stands for the optimum
    brief: bool = False  # without LinUCB, REINFORCE, sham rewards and the tuned order
    order: OrderSettings = field(default_factory=OrderSettings)


class ShamWorld:
    """The same world whose rewards are earlier ones drawn by lot: nothing can be learnt from it."""

    def __init__(self, world: DesignWorld, seed: int) -> None:
        self._world = world
        self._rng = np.random.default_rng(seed)
        self._seen = [0.0]
        self.cases, self.actions = world.cases, world.actions
        self.features, self.horizon = world.features, world.horizon

    def reset(self, case: int) -> State:
        return self._world.reset(case)

    def observe(self, state: State) -> FloatArray:
        return self._world.observe(state)

    def legal(self, state: State) -> BoolArray:
        return self._world.legal(state)

    def step(self, state: State, action: int) -> Outcome:
        outcome = self._world.step(state, action)
        if len(self._seen) < 5000:
            self._seen.append(outcome.reward)
        reward = self._seen[int(self._rng.integers(len(self._seen)))]
        return Outcome(outcome.state, reward, outcome.done)


@dataclass(frozen=True, slots=True)
class Comparison:
    table: Table
    margins: dict[str, Any]

    def as_json(self) -> dict[str, Any]:
        return {**self.table.as_json(), "margins": self.margins}


CLIPPED, REINFORCE = "clipped policy gradient", "REINFORCE, value baseline"
SHAM = "clipped, sham rewards (one seed)"
RULES, FIXED, TUNED = "worst-criterion rules", "fixed order", "tuned order"
GREEDY, AHEAD, BEST = "greedy on the evaluator", "look-ahead over all", "beam (optimum)"
# By the mass that is asked about first: 1 asks about all five.
SHORTLISTS = {
    searches.MASS: f"shortlist of at most {searches.SHORTLIST} + look-ahead",
    1.0: f"always {searches.SHORTLIST} + look-ahead",
}
SHORTLIST = f"clipped, {SHORTLISTS[searches.MASS]}"


def compare(
    train: DesignWorld,
    test: DesignWorld,
    settings: ComparisonSettings,
    *,
    stored: LinearPolicy | None = None,
    say: Say = lambda line: None,
) -> Comparison:
    """Trains on `train`, measures on `test`. `stored` is a policy of the registry to put beside."""
    seeds = range(settings.seeds)
    # Rewards by lot are a control: one seed shows what they teach.
    trainings = {
        name: _trained(name, seeds if name != SHAM else seeds[:1], say, learner)
        for name, learner in _learners(train, settings).items()
    }
    blank = LinearPolicy.blank(test.features, test.actions)
    rows = [
        measure("untrained policy", test, [policy_player(blank)]),
        measure("random legal operator", test, [random_player(seed) for seed in seeds]),
        measure(RULES, test, [rules_player]),
        measure(FIXED, test, [order_player(fixed_order())]),
        measure(GREEDY, test, [searches.play_greedy]),
    ]
    if not settings.brief:
        say("tuning the fixed order")
        rows.append(measure(TUNED, test, [order_player(tuned_order(train, settings.order))]))
    for name, runs in trainings.items():
        say(f"measuring {name}")
        rows.append(measure(name, test, [policy_player(run.policy) for run in runs]))
    for mass, name in SHORTLISTS.items():
        players = [shortlist_player(run.policy, mass) for run in trainings[CLIPPED]]
        rows.append(measure(f"clipped, {name}", test, players))
    if stored is not None:
        rows.append(measure("stored policy", test, [policy_player(stored)]))
        rows += [
            measure(f"stored policy, {name}", test, [shortlist_player(stored, mass)])
            for mass, name in SHORTLISTS.items()
        ]
    say("searching for the optimum")
    rows.append(measure(AHEAD, test, [searches.play_look_ahead]))
    best = measure(BEST, test, [beam_player(settings.beam)])
    start = float(np.mean([test.reset(case).report.score for case in range(test.cases)]))
    written = set(written_prompts())
    by_people = np.array([case.prompt in written for case in test.all_cases])
    groups = {"written by people": by_people, "generated": ~by_people}
    table = Table(test.horizon, test.cases, start, best, tuple(rows), groups)
    return Comparison(table, _margins(table))


def _learners(
    train: DesignWorld, settings: ComparisonSettings
) -> dict[str, Callable[[int], Training]]:
    """What trains a policy from a seed, by name."""
    n = settings.episodes
    main = {CLIPPED: lambda seed: train_clipped(train, ClippedSettings(n, seed))}
    if settings.brief:
        return main
    return {
        "LinUCB, 128 episodes": lambda seed: train_linucb(train, LinUCBSettings(128, seed)),
        "LinUCB, 512 episodes": lambda seed: train_linucb(train, LinUCBSettings(512, seed)),
        REINFORCE: lambda seed: train_reinforce(train, ReinforceSettings(n, seed)),
        **main,
        SHAM: lambda seed: train_clipped(ShamWorld(train, seed), ClippedSettings(n, seed)),
    }


def _trained(
    name: str, seeds: Iterable[int], say: Say, learner: Callable[[int], Training]
) -> list[Training]:
    runs = []
    for seed in seeds:
        say(f"training {name}, seed {seed}")
        runs.append(learner(seed))
    return runs


def _margins(table: Table) -> dict[str, Any]:
    """Points per prompt that the main learner, and the optimum, are ahead of the others."""
    rows: dict[str, Row] = {row.name: row for row in (*table.rows, table.best)}
    others = [name for name in (RULES, FIXED, TUNED, GREEDY, AHEAD) if name in rows]
    return {
        ahead: {other: table.margin(rows[ahead], rows[other]).as_json() for other in others}
        for ahead in (CLIPPED, SHORTLIST, BEST)
    }


def as_text(comparison: Comparison) -> str:
    """The table for people."""
    data = comparison.as_json()
    lines = [
        f"{data['cases']} held-out prompts, {data['horizon']} edits, "
        f"start score {data['start_score']}",
        "",
        "| plays | share [95 %] | worst seed | gain | score | with errors | edits executed |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for row in data["rows"]:
        share = row["share"]
        lines.append(
            f"| {row['name']} | {share['value']:.3f} [{share['low']:.3f}, {share['high']:.3f}] "
            f"| {row['worst_run']:.3f} | {row['gain']['value']:.2f} | {row['final_score']:.1f} "
            f"| {row['with_errors']:.1%} | {row['edits_executed']:.1f} |"
        )
    lines += ["", "| share of the gain | " + " | ".join(data["groups"]) + " |"]
    lines.append("| --- |" + " --- |" * len(data["groups"]))
    for row in data["rows"]:
        cells = (f"{s['value']:.3f} [{s['low']:.3f}, {s['high']:.3f}]" for s in row["by_group"])
        lines.append(f"| {row['name']} | {' | '.join(cells)} |")
    lines += ["", "| ahead by points [95 %] | of | |", "| --- | --- | --- |"]
    for ahead, others in data["margins"].items():
        for other, gap in others.items():
            low, high = gap["low"], gap["high"]
            lines.append(f"| {ahead} | {other} | {gap['value']:+.2f} [{low:+.2f}, {high:+.2f}] |")
    return "\n".join(lines)
