"""The evaluation table: everything that plays, on the same held-out cases."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from rl import baselines, searches
from rl.environment import POINTS, DesignWorld, State
from rl.policy import LinearPolicy
from rl.searches import Played
from rl.statistics import Interval, mean_interval, share_interval
from rl.world import STOP, BoolArray, FloatArray

Player = Callable[[DesignWorld, State], Played]


@dataclass(frozen=True, slots=True)
class Row:
    """One way of playing. Gains are in points after costs, one per case; several runs (seeds)
    each have their own. `edits` counts operators executed per case, look-ahead included."""

    name: str
    runs: tuple[FloatArray, ...]
    score: float
    edits: float
    errors: float
    steps: float

    @property
    def gains(self) -> FloatArray:
        mean: FloatArray = np.mean(self.runs, axis=0)
        return mean


@dataclass(frozen=True, slots=True)
class Table:
    horizon: int
    cases: int
    start_score: float
    best: Row
    rows: tuple[Row, ...] = field(default=())
    groups: Mapping[str, BoolArray] = field(
        default_factory=dict
    )  # of cases, by where they are from

    def share(self, row: Row) -> Interval:
        return share_interval(row.gains, self.best.gains)

    def by_group(self, row: Row) -> list[Interval]:
        return [
            share_interval(row.gains[chosen], self.best.gains[chosen])
            for chosen in self.groups.values()
            if chosen.any()
        ]

    def worst_run(self, row: Row) -> float:
        return min(float(run.sum() / self.best.gains.sum()) for run in row.runs)

    def margin(self, row: Row, other: Row) -> Interval:
        """How many points per prompt the one gains more than the other."""
        return mean_interval(row.gains - other.gains)

    def as_json(self) -> dict[str, Any]:
        return {
            "horizon": self.horizon,
            "cases": self.cases,
            "start_score": round(self.start_score, 2),
            "groups": {name: int(chosen.sum()) for name, chosen in self.groups.items()},
            "rows": [self._row(row) for row in (*self.rows, self.best)],
        }

    def _row(self, row: Row) -> dict[str, Any]:
        return {
            "name": row.name,
            "share": self.share(row).as_json(),
            "by_group": [share.as_json() for share in self.by_group(row)],
            "worst_run": round(self.worst_run(row), 4),
            "runs": len(row.runs),
            "gain": mean_interval(row.gains).as_json(),
            "final_score": round(row.score, 2),
            "with_errors": round(row.errors, 4),
            "steps": round(row.steps, 2),
            "edits_executed": round(row.edits, 1),
        }


def play_all(world: DesignWorld, player: Player) -> tuple[FloatArray, list[Played], float]:
    """Every case once: gains in points, the episodes, operators executed per case."""
    before = world.edits
    played = [player(world, world.reset(case)) for case in range(world.cases)]
    gains = np.array([episode.gain * POINTS for episode in played])
    return gains, played, (world.edits - before) / world.cases


def measure(name: str, world: DesignWorld, players: Iterable[Player]) -> Row:
    """A row from one player per seed."""
    runs, episodes, edits = [], [], []
    for player in players:
        gains, played, executed = play_all(world, player)
        runs.append(gains)
        episodes += played
        edits.append(executed)
    return Row(
        name=name,
        runs=tuple(runs),
        score=float(np.mean([e.final.report.score for e in episodes])),
        edits=float(np.mean(edits)),
        errors=float(np.mean([e.final.report.errors > 0 for e in episodes])),
        steps=float(np.mean([sum(a != STOP for a in e.actions) for e in episodes])),
    )


def policy_player(policy: LinearPolicy) -> Player:
    return lambda world, state: baselines.play(world, state, baselines.by_policy(world, policy))


def shortlist_player(policy: LinearPolicy, mass: float = searches.MASS) -> Player:
    return lambda world, state: searches.play_shortlist(world, state, policy, mass=mass)


def order_player(order: tuple[int, ...]) -> Player:
    return lambda world, state: baselines.play(world, state, baselines.in_order(world, order))


def rules_player(world: DesignWorld, state: State) -> Played:
    return baselines.play(world, state, baselines.by_worst_criterion(world))


def random_player(seed: int) -> Player:
    rng = np.random.default_rng(seed)
    return lambda world, state: baselines.play(world, state, baselines.at_random(world, rng))


def beam_player(width: int) -> Player:
    return lambda world, state: searches.play_beam(world, state, width=width)
