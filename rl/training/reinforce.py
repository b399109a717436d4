"""REINFORCE with a value baseline (Williams 1992): what `/advanced-rl` is named for."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from rl.policy import LinearPolicy
from rl.training.ascent import reinforce_objective
from rl.training.climbing import ClimbSettings, Gradient, climb
from rl.training.progress import Checkpoint, KeepGoing, Training, always, no_checkpoint
from rl.training.rollout import Batch
from rl.world import FloatArray, World


@dataclass(frozen=True, slots=True)
class ReinforceSettings(ClimbSettings):
    batch: int = 16  # episodes behind one gradient step


def train_reinforce(
    world: World,
    settings: ReinforceSettings,
    *,
    start: LinearPolicy | None = None,
    checkpoint: Checkpoint = no_checkpoint,
    keep_going: KeepGoing = always,
) -> Training:
    """theta += alpha * mean_t [A_t grad log pi(a_t|x_t) + beta grad Ent], A_t = G_t - b(x_t)."""

    def gradients(
        batch: Batch, worth: FloatArray, entropy: float, rng: np.random.Generator
    ) -> Iterator[Gradient]:
        advantages = batch.returns() - worth
        advantages /= advantages.std() + 1e-8
        seen = (batch.observations, batch.legal, batch.actions, advantages)
        yield lambda weights: reinforce_objective(weights, *seen, entropy)[1]

    return climb(
        world, settings, gradients, start=start, checkpoint=checkpoint, keep_going=keep_going
    )
