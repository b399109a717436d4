"""REINFORCE with a value baseline (Williams 1992): what `/advanced-rl` is named for."""

from dataclasses import asdict, dataclass

import numpy as np

from rl.policy import LinearPolicy
from rl.training.ascent import Adam, reinforce_objective
from rl.training.progress import (
    Checkpoint,
    CurvePoint,
    KeepGoing,
    Training,
    always,
    no_checkpoint,
)
from rl.training.rollout import play_batch
from rl.training.value import RidgeValue
from rl.world import STOP, World


@dataclass(frozen=True, slots=True)
class ReinforceSettings:
    episodes: int = 4096
    seed: int = 0
    batch: int = 16  # episodes behind one gradient step
    rate: float = 0.02  # Adam's step, decayed linearly to a tenth
    entropy: float = 0.2  # bonus decayed linearly to 0
    largest_norm: float = 1.0


def train_reinforce(
    world: World,
    settings: ReinforceSettings,
    *,
    start: LinearPolicy | None = None,
    checkpoint: Checkpoint = no_checkpoint,
    keep_going: KeepGoing = always,
) -> Training:
    """theta += alpha * mean_t [A_t grad log pi(a_t|x_t) + beta grad Ent], A_t = G_t - b(x_t)."""
    rng = np.random.default_rng(settings.seed)
    weights = (start or LinearPolicy.blank(world.features, world.actions)).weights.copy()
    baseline = RidgeValue(world.features)
    adam = Adam(weights.shape, largest_norm=settings.largest_norm)
    curve: list[CurvePoint] = []
    played = 0
    while played < settings.episodes and keep_going():
        left = 1 - played / settings.episodes
        cases = rng.integers(world.cases, size=min(settings.batch, settings.episodes - played))
        batch = play_batch(world, LinearPolicy(weights), [int(case) for case in cases], rng)
        returns = batch.returns()
        advantages = returns - baseline(batch.observations)
        advantages /= advantages.std() + 1e-8
        _, gradient = reinforce_objective(
            weights,
            batch.observations,
            batch.legal,
            batch.actions,
            advantages,
            settings.entropy * left,
        )
        weights += adam.step(gradient, settings.rate * (0.1 + 0.9 * left))
        baseline.fit(batch.observations, returns)
        played += batch.episodes
        curve.append(
            CurvePoint(
                episodes=played,
                gain=float(batch.rewards.sum() / batch.episodes),
                steps=len(batch.actions) / batch.episodes,
                stops=float((batch.actions == STOP).sum() / batch.episodes),
                entropy=float(-batch.log_chances.mean()),
                held_out=checkpoint(played, LinearPolicy(weights)),
            )
        )
    return Training(LinearPolicy(weights).rounded(), tuple(curve), played, asdict(settings))
