"""Clipped policy gradient with GAE and decaying entropy: the main learner."""

from collections.abc import Iterator
from dataclasses import dataclass

from rl.policy import LinearPolicy
from rl.training.ascent import clipped_objective
from rl.training.climbing import ClimbSettings, Gradient, climb
from rl.training.progress import Checkpoint, KeepGoing, Training, always, no_checkpoint
from rl.training.rollout import Batch
from rl.training.value import advantages_gae
from rl.world import FloatArray, World


@dataclass(frozen=True, slots=True)
class ClippedSettings(ClimbSettings):
    epochs: int = 4  # passes over a batch
    clip: float = 0.2  # how far a probability ratio may move before its gain stops counting
    trace: float = 0.5  # lambda of GAE: 0 trusts the baseline, 1 the returns


def train_clipped(
    world: World,
    settings: ClippedSettings,
    *,
    start: LinearPolicy | None = None,
    checkpoint: Checkpoint = no_checkpoint,
    keep_going: KeepGoing = always,
) -> Training:
    def gradients(batch: Batch, worth: FloatArray, entropy: float) -> Iterator[Gradient]:
        advantages = advantages_gae(batch.rewards, worth, batch.ends, trace=settings.trace)
        advantages /= advantages.std() + 1e-8

        def gradient(weights: FloatArray) -> FloatArray:
            return clipped_objective(
                weights,
                batch.observations,
                batch.legal,
                batch.actions,
                advantages,
                batch.log_chances,
                clip=settings.clip,
                entropy_weight=entropy,
            )[1]

        for _ in range(settings.epochs):
            yield gradient

    return climb(
        world, settings, gradients, start=start, checkpoint=checkpoint, keep_going=keep_going
    )
