"""Clipped policy gradient with GAE and decaying entropy: the main learner.

Its first few episodes are LinUCB's, which knows sooner what an edit is worth, and later no more.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import numpy as np

from rl.policy import LinearPolicy
from rl.training.ascent import clipped_objective
from rl.training.climbing import ClimbSettings, Gradient, climb
from rl.training.linucb import LinUCBSettings, train_linucb
from rl.training.progress import (
    Checkpoint,
    CurvePoint,
    KeepGoing,
    Training,
    always,
    no_checkpoint,
)
from rl.training.rollout import Batch
from rl.training.value import advantages_gae
from rl.world import BoolArray, FloatArray, IntArray, World

# Observations, legal actions, actions, advantages, log-probabilities when they were chosen.
Seen = tuple[FloatArray, BoolArray, IntArray, FloatArray, FloatArray]


@dataclass(frozen=True, slots=True)
class ClippedSettings(ClimbSettings):
    """Chosen on the validation split (docs/LEARNING.md)."""

    batch: int = 96
    rate: float = 0.005
    entropy: float = 0.05
    epochs: int = 10  # passes over a batch
    minibatch: int = 96  # steps behind one gradient
    clip: float = 0.2  # how far a probability ratio may move before its gain stops counting
    trace: float = 0.5  # lambda of GAE: 0 trusts the baseline, 1 the returns
    cold: int = 64  # episodes of LinUCB where there is no policy to start from
    sharpness: float = 3.0  # by which LinUCB's values, in tens of points, become log-probabilities


def train_clipped(
    world: World,
    settings: ClippedSettings,
    *,
    start: LinearPolicy | None = None,
    checkpoint: Checkpoint = no_checkpoint,
    keep_going: KeepGoing = always,
) -> Training:
    def gradients(
        batch: Batch, worth: FloatArray, entropy: float, rng: np.random.Generator
    ) -> Iterator[Gradient]:
        advantages = advantages_gae(batch.rewards, worth, batch.ends, trace=settings.trace)
        advantages -= advantages.mean()
        advantages /= advantages.std() + 1e-8
        steps = len(advantages)
        for _ in range(settings.epochs):
            order = rng.permutation(steps)
            for first in range(0, steps, settings.minibatch):
                some = order[first : first + settings.minibatch]
                seen = (
                    batch.observations[some],
                    batch.legal[some],
                    batch.actions[some],
                    advantages[some],
                    batch.log_chances[some],
                )
                yield partial(_gradient, seen, settings.clip, entropy)

    before: tuple[CurvePoint, ...] = ()
    if start is None:
        first = LinUCBSettings(episodes=min(settings.cold, settings.episodes), seed=settings.seed)
        bandit = train_linucb(world, first, checkpoint=checkpoint, keep_going=keep_going)
        start, before = LinearPolicy(settings.sharpness * bandit.policy.weights), bandit.curve
    return climb(
        world,
        settings,
        gradients,
        start=start,
        checkpoint=checkpoint,
        keep_going=keep_going,
        played_before=before,
    )


def _gradient(seen: Seen, clip: float, entropy: float, weights: FloatArray) -> FloatArray:
    return clipped_objective(weights, *seen, clip=clip, entropy_weight=entropy)[1]
