"""The preference experiment: what is learnt of simulated people from few noisy ratings, what a
policy gains from it, and what the gate lets through."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from feedback.features import psi
from feedback.judgements import Judgements, Stars
from feedback.preferences import PreferenceModel, fit
from rl.environment import DesignWorld, State
from rl.gate import Evidence, Votes, decide
from rl.judging import Case, Judge
from rl.measuring import play_all, policy_player
from rl.policy import LinearPolicy
from rl.raters import Raters, RaterSettings
from rl.searches import Played
from rl.taste import LearntTaste, Scores, Taste, WithTaste, scores_of
from rl.training import ClippedSettings, train_clipped
from rl.world import STOP, FloatArray
from specs.design import DESIGN_TYPES, DesignSpec

Seen = tuple[DesignSpec, Scores]
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class TastingSettings:
    seeds: int = 5
    first_seed: int = 0
    ratings: tuple[int, ...] = (100, 200, 500)
    regret_ratings: int = 200
    episodes: int = 2048
    votes: int = 40

    @property
    def each_seed(self) -> range:
        return range(self.first_seed, self.first_seed + self.seeds)


def wander(world: DesignWorld, rng: np.random.Generator, count: int) -> list[Seen]:
    """Specs as they come up: random cases after a few random edits."""
    found: list[Seen] = []
    while len(found) < count:
        state: State = world.reset(int(rng.integers(world.cases)))
        for _ in range(int(rng.integers(0, world.horizon + 1))):
            legal = [int(a) for a in np.flatnonzero(world.legal(state)) if a != STOP]
            if not legal:
                break
            state = world.step(state, legal[int(rng.integers(len(legal)))]).state
        found.append((state.design.spec, scores_of(state.report)))
    return found


def rated(raters: Raters, seen: Sequence[Seen], rng: np.random.Generator) -> Judgements:
    stars = []
    for spec, scores in seen:
        rater, count = raters.stars(spec, scores, rng)
        stars.append(Stars(psi(spec, scores), spec.design_type, rater, count))
    return Judgements(stars=tuple(stars))


def correlation(raters: Raters, seen: Sequence[Seen], predict: Taste) -> float:
    """Mean Spearman within design type against the average rater."""
    found = []
    for name in DESIGN_TYPES:
        own = [(spec, scores) for spec, scores in seen if spec.design_type == name]
        if len(own) > 10:
            mine = _ranks([predict(*each) for each in own])
            truth = _ranks([raters.feeling(*each) for each in own])
            found.append(float(np.corrcoef(mine, truth)[0, 1]))
    return float(np.mean(found))


def _ranks(values: Sequence[float]) -> FloatArray:
    order = np.argsort(np.argsort(values, kind="stable"), kind="stable")
    return order.astype(np.float64)


def by_score(spec: DesignSpec, scores: Scores) -> float:
    return scores.get("score") or 0.0


def correlations(
    train: DesignWorld, test: DesignWorld, settings: TastingSettings
) -> dict[str, dict[str, float]]:
    """How well the evaluator alone, and the model after so many ratings, order held-out specs."""
    found: dict[str, list[float]] = {"evaluator alone": []}
    for seed in settings.each_seed:
        rng = np.random.default_rng(seed)
        raters = Raters(RaterSettings(seed=seed))
        pool = wander(train, rng, max(settings.ratings))
        held = wander(test, rng, 400)
        raters.calibrate(pool)
        found["evaluator alone"].append(correlation(raters, held, by_score))
        judgements = rated(raters, pool, rng)
        for count in settings.ratings:
            model = fit(Judgements(stars=judgements.stars[:count]))
            found.setdefault(f"{count} ratings", []).append(
                correlation(raters, held, LearntTaste(model))
            )
    return {
        name: {"mean": float(np.mean(values)), "least": min(values), "most": max(values)}
        for name, values in found.items()
    }


@dataclass(frozen=True, slots=True)
class Trained:
    name: str
    policy: LinearPolicy
    truth: FloatArray
    played: tuple[Played, ...]


def regret(
    train_cases: Sequence[Case],
    test_cases: Sequence[Case],
    judge: Judge,
    settings: TastingSettings,
    say: Say,
) -> dict[str, Any]:
    """What policies gain by the true objective, when they learn from the evaluator alone, from
    the model of so many ratings, and from the truth; and what the gate says of each pair."""
    results: list[dict[str, float]] = []
    passed: dict[str, list[bool]] = {"worse": [], "better by 2": []}
    for seed in settings.each_seed:
        rng = np.random.default_rng(seed)
        plain = DesignWorld(tuple(train_cases), judge)
        raters = Raters(RaterSettings(seed=seed))
        pool = wander(plain, rng, max(settings.regret_ratings, 300))
        raters.calibrate(pool)
        model = fit(rated(raters, pool[: settings.regret_ratings], rng))
        test = DesignWorld(tuple(test_cases), WithTaste(judge, raters))
        pool_of = []
        for name, learnt_from in _judges(judge, raters, model).items():
            say(f"seed {seed}: learning from {name}")
            world = DesignWorld(tuple(train_cases), learnt_from)
            for episodes in (settings.episodes, settings.episodes // 8):
                policy = train_clipped(world, ClippedSettings(episodes, seed)).policy
                gains, played, _ = play_all(test, policy_player(policy))
                pool_of.append(Trained(f"{name}, {episodes}", policy, gains, tuple(played)))
        full = {entry.name: float(entry.truth.mean()) for entry in pool_of}
        n = settings.episodes
        gap = full[f"truth, {n}"] - full[f"evaluator, {n}"]
        results.append(
            {
                "evaluator": full[f"evaluator, {n}"],
                "model": full[f"model, {n}"],
                "truth": full[f"truth, {n}"],
                # Where the truth taught nothing more there was nothing to recover.
                "recovered": (full[f"model, {n}"] - full[f"evaluator, {n}"]) / gap if gap else 0.0,
            }
        )
        _gate_pairs(pool_of, judge, raters, model, test_cases, settings, rng, passed)
    return {
        "gain": {name: float(np.mean([result[name] for result in results])) for name in results[0]},
        "by_seed": results,
        "gate": {
            name: {
                "pairs": len(values),
                "let_through": sum(values),
                "passed": float(np.mean(values)) if values else None,
            }
            for name, values in passed.items()
        },
    }


def _judges(judge: Judge, raters: Raters, model: PreferenceModel) -> dict[str, Judge]:
    return {
        "evaluator": judge,
        "model": WithTaste(judge, LearntTaste(model)),
        "truth": WithTaste(judge, raters),
    }


def _gate_pairs(
    pool: Sequence[Trained],
    judge: Judge,
    raters: Raters,
    model: PreferenceModel,
    cases: Sequence[Case],
    settings: TastingSettings,
    rng: np.random.Generator,
    passed: dict[str, list[bool]],
) -> None:
    """Every ordered pair: the gate sees the learnt taste and blind votes, never the truth."""
    world = DesignWorld(tuple(cases), WithTaste(judge, LearntTaste(model)))
    judged = [play_all(world, policy_player(entry.policy))[0] for entry in pool]
    for i, current in enumerate(pool):
        for j, candidate in enumerate(pool):
            if i == j:
                continue
            truth = float((candidate.truth - current.truth).mean())
            votes = _votes(current, candidate, raters, settings.votes, rng)
            scores = [
                np.array([played.final.report.score for played in entry.played])
                for entry in (current, candidate)
            ]
            decision = decide(
                Evidence(judged[i], judged[j], scores[0], scores[1]),
                votes=votes,
                taste_in_use=True,
            )
            if truth < 0:
                passed["worse"].append(decision.promote)
            elif truth > 2:
                passed["better by 2"].append(decision.promote)


def _votes(
    current: Trained, candidate: Trained, raters: Raters, count: int, rng: np.random.Generator
) -> Votes:
    won = 0
    for place in rng.permutation(len(current.played))[:count]:
        one, other = (entry.played[int(place)].final for entry in (candidate, current))
        won += raters.prefers(
            (one.design.spec, scores_of(one.report)),
            (other.design.spec, scores_of(other.report)),
            rng,
        )
    return Votes(for_candidate=won, for_current=count - won)
