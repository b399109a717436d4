"""LinUCB (Li et al. 2010): one ridge regression per action, for the first few hundred episodes."""

from dataclasses import asdict, dataclass

import numpy as np

from rl.policy import ILLEGAL, LinearPolicy
from rl.training.collecting import seldom_collecting
from rl.training.progress import (
    Checkpoint,
    CurvePoint,
    KeepGoing,
    Training,
    always,
    no_checkpoint,
)
from rl.world import STOP, BoolArray, FloatArray, World


@dataclass(frozen=True, slots=True)
class LinUCBSettings:
    episodes: int = 512
    seed: int = 0
    bonus: float = 0.5  # how much an action's uncertainty counts for it
    ridge: float = 1.0
    batch: int = 32  # episodes per point of the curve; learning is step by step


class Ridges:
    """theta_a = A_a^-1 b_a for every action, the inverse kept by Sherman and Morrison.

    Stopping is worth 0 by definition and gets no bonus: with one it ends every episode.
    """

    def __init__(self, features: int, actions: int, *, ridge: float) -> None:
        self.inverse = np.repeat(np.eye(features)[None] / ridge, actions, axis=0)
        self.b = np.zeros((actions, features))
        self.theta = np.zeros((actions, features))

    def choose(self, x: FloatArray, legal: BoolArray, bonus: float) -> int:
        candidates = np.flatnonzero(legal)
        reach = np.array([x @ (self.inverse[action] @ x) for action in candidates])
        scores = np.full(len(legal), ILLEGAL)
        scores[candidates] = self.theta[candidates] @ x + bonus * np.sqrt(np.maximum(reach, 0.0))
        scores[STOP] = 0.0
        return int(np.argmax(scores))

    def learn(self, action: int, x: FloatArray, reward: float) -> None:
        if action == STOP:
            return
        inverse = self.inverse[action]
        moved = inverse @ x
        inverse -= np.outer(moved, moved) / (1.0 + x @ moved)
        self.b[action] += reward * x
        self.theta[action] = inverse @ self.b[action]

    def policy(self) -> LinearPolicy:
        """The learnt values without the bonus."""
        return LinearPolicy(self.theta.T.copy())


@seldom_collecting()
def train_linucb(
    world: World,
    settings: LinUCBSettings,
    *,
    checkpoint: Checkpoint = no_checkpoint,
    keep_going: KeepGoing = always,
) -> Training:
    rng = np.random.default_rng(settings.seed)
    ridges = Ridges(world.features, world.actions, ridge=settings.ridge)
    curve: list[CurvePoint] = []
    played = 0
    while played < settings.episodes and keep_going():
        size = min(settings.batch, settings.episodes - played)
        total, steps, stops = 0.0, 0, 0
        for case in rng.integers(world.cases, size=size):
            state = world.reset(int(case))
            done = False
            while not done:
                x, legal = world.observe(state), world.legal(state)
                action = ridges.choose(x, legal, settings.bonus)
                outcome = world.step(state, action)
                ridges.learn(action, x, outcome.reward)
                state, done = outcome.state, outcome.done
                total += outcome.reward
                steps += 1
                stops += action == STOP
        played += size
        curve.append(
            CurvePoint(
                episodes=played,
                gain=total / size,
                steps=steps / size,
                stops=stops / size,
                entropy=0.0,
                held_out=checkpoint(played, ridges.policy()),
            )
        )
    return Training(ridges.policy().rounded(), tuple(curve), played, asdict(settings))
