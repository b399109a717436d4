"""Playing a batch of episodes and what was seen: the data of every policy-gradient step."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from rl.policy import LinearPolicy, log_softmax_with_chances
from rl.world import BoolArray, FloatArray, IntArray, World


@dataclass(frozen=True, slots=True)
class Batch:
    """Steps of whole episodes, episode after episode.

    `ends` holds, for each step, whether its episode ended there.
    """

    observations: FloatArray
    legal: BoolArray
    actions: IntArray
    log_chances: FloatArray
    rewards: FloatArray
    ends: BoolArray

    @property
    def episodes(self) -> int:
        return int(self.ends.sum())

    def returns(self) -> FloatArray:
        """G_t, the sum of rewards from step t to the end of its episode."""
        totals = np.empty_like(self.rewards)
        running = 0.0
        for step in range(len(self.rewards) - 1, -1, -1):
            running = self.rewards[step] + (0.0 if self.ends[step] else running)
            totals[step] = running
        return totals


def play_batch(
    world: World, policy: LinearPolicy, cases: Sequence[int], rng: np.random.Generator
) -> Batch:
    """One episode for each case, sampled from the policy, all advanced together.

    Actions are drawn by one uniform number per running episode in the order of `cases`, so the
    same seed gives the same batch.
    """
    states: list[Any] = [world.reset(case) for case in cases]
    seen = [(world.observe(state), world.legal(state)) for state in states]
    steps: list[list[tuple[FloatArray, BoolArray, int, float, float, bool]]] = [[] for _ in cases]
    running = list(range(len(states)))
    while running:
        observations = np.array([seen[i][0] for i in running])
        legal = np.array([seen[i][1] for i in running])
        logs, likely = log_softmax_with_chances(policy.scores(observations), legal)
        cumulative = likely.cumsum(axis=1)
        draws = rng.random(len(running)) * cumulative[:, -1]
        actions = (cumulative <= draws[:, None]).sum(axis=1).tolist()
        chances = logs[np.arange(len(running)), actions].tolist()
        still = []
        for i, action, chance in zip(running, actions, chances, strict=True):
            outcome = world.step(states[i], action)
            done = outcome.done
            steps[i].append((*seen[i], action, chance, outcome.reward, done))
            if not done:
                # Looked at while what an edit has made is at hand: a step later it is not.
                after = states[i] = outcome.state
                seen[i] = (world.observe(after), world.legal(after))
                still.append(i)
        running = still
    flat = [step for episode in steps for step in episode]
    return Batch(
        observations=np.array([step[0] for step in flat]),
        legal=np.array([step[1] for step in flat]),
        actions=np.array([step[2] for step in flat], dtype=np.int64),
        log_chances=np.array([step[3] for step in flat]),
        rewards=np.array([step[4] for step in flat]),
        ends=np.array([step[5] for step in flat], dtype=np.bool_),
    )
