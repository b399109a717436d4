"""What the policy-gradient learners share: play a batch, climb its gradient, fit the baseline."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import islice

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
    played_before: tuple[CurvePoint, ...] = (),
) -> Training:
    """`played_before` are the batches that `start` came from, where they belong to the run."""
    rng = np.random.default_rng(settings.seed)
    weights = (start or LinearPolicy.blank(world.features, world.actions)).weights.copy()
    value = RidgeValue(world.features)
    adam = Adam(weights.shape, largest_norm=settings.largest_norm)
    curve = [*played_before]
    deck = shuffled(world.cases, rng)
    played = curve[-1].episodes if curve else 0
    while played < settings.episodes and keep_going():
        left = 1 - played / settings.episodes
        cases = list(islice(deck, min(settings.batch, settings.episodes - played)))
        batch = play_batch(world, LinearPolicy(weights), cases, rng)
        worth = value(batch.observations)
        for gradient in gradients(batch, worth, settings.entropy * left, rng):
            weights += adam.step(gradient(weights), settings.rate * (0.1 + 0.9 * left))
        value.fit(batch.observations, batch.returns(), batch.episodes)
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


def shuffled(cases: int, rng: np.random.Generator) -> Iterator[int]:
    """All cases in a random order, again and again: each is met as often as the others. Raises
    ValueError where there is none."""
    if not cases:
        raise ValueError("There is no case to play.")
    while True:
        yield from rng.permutation(cases).tolist()
