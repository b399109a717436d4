"""Clipped policy gradient with GAE and decaying entropy: the main learner."""

from dataclasses import asdict, dataclass

import numpy as np

from rl.policy import LinearPolicy
from rl.training.ascent import Adam, clipped_objective
from rl.training.progress import (
    Checkpoint,
    CurvePoint,
    KeepGoing,
    Training,
    always,
    no_checkpoint,
)
from rl.training.rollout import play_batch
from rl.training.value import RidgeValue, advantages_gae
from rl.world import STOP, World


@dataclass(frozen=True, slots=True)
class ClippedSettings:
    episodes: int = 4096
    seed: int = 0
    batch: int = 32  # episodes between two updates
    epochs: int = 4  # passes over a batch
    clip: float = 0.2  # how far a probability ratio may move before its gain stops counting
    trace: float = 0.5  # lambda of GAE: 0 trusts the baseline, 1 the returns
    rate: float = 0.02  # Adam's step, decayed linearly to a tenth
    entropy: float = 0.2  # bonus decayed linearly to 0; below 0.05 runs settle in ruts
    largest_norm: float = 1.0


def train_clipped(
    world: World,
    settings: ClippedSettings,
    *,
    start: LinearPolicy | None = None,
    checkpoint: Checkpoint = no_checkpoint,
    keep_going: KeepGoing = always,
) -> Training:
    rng = np.random.default_rng(settings.seed)
    weights = (start or LinearPolicy.blank(world.features, world.actions)).weights.copy()
    value = RidgeValue(world.features)
    adam = Adam(weights.shape, largest_norm=settings.largest_norm)
    curve: list[CurvePoint] = []
    played = 0
    while played < settings.episodes and keep_going():
        left = 1 - played / settings.episodes
        cases = rng.integers(world.cases, size=min(settings.batch, settings.episodes - played))
        batch = play_batch(world, LinearPolicy(weights), [int(case) for case in cases], rng)
        returns = batch.returns()
        advantages = advantages_gae(
            batch.rewards, value(batch.observations), batch.ends, trace=settings.trace
        )
        advantages /= advantages.std() + 1e-8
        for _ in range(settings.epochs):
            _, gradient = clipped_objective(
                weights,
                batch.observations,
                batch.legal,
                batch.actions,
                advantages,
                batch.log_chances,
                clip=settings.clip,
                entropy_weight=settings.entropy * left,
            )
            weights += adam.step(gradient, settings.rate * (0.1 + 0.9 * left))
        value.fit(batch.observations, returns)
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
