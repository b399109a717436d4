"""What the policy-gradient learners share: play a batch, climb its gradient, fit the baseline."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass

import numpy as np

from rl.policy import LinearPolicy
from rl.training.ascent import Adam
from rl.training.collecting import seldom_collecting
from rl.training.progress import Checkpoint, CurvePoint, KeepGoing, Training
from rl.training.rollout import Batch, play_batch
from rl.training.value import RidgeValue
from rl.world import STOP, FloatArray, World


@dataclass(frozen=True, slots=True)
class ClimbSettings:
    episodes: int = 4096
    seed: int = 0
    batch: int = 32  # episodes between two updates
    rate: float = 0.02  # Adam's step, decayed linearly to a tenth
    entropy: float = 0.2  # bonus decayed linearly to 0
    largest_norm: float = 1.0


# The gradient of what is climbed, at some weights.
Gradient = Callable[[FloatArray], FloatArray]
# The gradients of a batch that are followed in turn, by what the baseline says of each of its
# observations, the weight of the entropy, and the run's own randomness.
Gradients = Callable[[Batch, FloatArray, float, np.random.Generator], Iterable[Gradient]]


@seldom_collecting()
def climb(
    world: World,
    settings: ClimbSettings,
    gradients: Gradients,
    *,
    start: LinearPolicy | None,
    checkpoint: Checkpoint,
    keep_going: KeepGoing,
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
        worth = value(batch.observations)
        for gradient in gradients(batch, worth, settings.entropy * left, rng):
            weights += adam.step(gradient(weights), settings.rate * (0.1 + 0.9 * left))
        value.fit(batch.observations, batch.returns())
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
