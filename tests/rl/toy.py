"""A world of a few lines for the learners: some edits pay, which ones depends on the case."""

from dataclasses import dataclass

import numpy as np

from rl.world import STOP, BoolArray, FloatArray, Outcome

KINDS = 3
EDITS = 6


@dataclass(frozen=True)
class ToyState:
    kind: int
    done: tuple[bool, ...]
    left: int


class ToyWorld:
    """Edit e is worth `worth[kind, e]` once and its cost again afterwards; action 0 stops."""

    def __init__(self, *, cases: int = 60, horizon: int = 3, seed: int = 7) -> None:
        rng = np.random.default_rng(seed)
        self.worth = rng.normal(0.3, 1.0, (KINDS, EDITS))
        self.kinds = rng.integers(KINDS, size=cases)
        self.cases = cases
        self.actions = EDITS + 1
        self.features = KINDS + EDITS + 2
        self.horizon = horizon

    def reset(self, case: int) -> ToyState:
        return ToyState(int(self.kinds[case]), (False,) * EDITS, self.horizon)

    def observe(self, state: ToyState) -> FloatArray:
        x = np.zeros(self.features)
        x[state.kind] = 1.0
        x[KINDS : KINDS + EDITS] = state.done
        x[-2] = state.left / self.horizon
        x[-1] = 1.0
        return x

    def legal(self, state: ToyState) -> BoolArray:
        return np.array([True, *(not done for done in state.done)])

    def step(self, state: ToyState, action: int) -> Outcome:
        if action == STOP:
            return Outcome(state, 0.0, done=True)
        edit = action - 1
        done = tuple(was or index == edit for index, was in enumerate(state.done))
        after = ToyState(state.kind, done, state.left - 1)
        reward = float(self.worth[state.kind, edit]) - 0.04
        return Outcome(after, reward, done=after.left == 0)

    def best(self, case: int) -> float:
        gains = sorted(self.worth[self.kinds[case]] - 0.04, reverse=True)[: self.horizon]
        return float(sum(gain for gain in gains if gain > 0))


class ShuffledRewards(ToyWorld):
    """The same world whose rewards say nothing about the edit that earned them."""

    def step(self, state: ToyState, action: int) -> Outcome:
        outcome = super().step(state, action)
        mixed = hash((state.kind, state.done, action)) % 997 / 997 - 0.5
        return Outcome(outcome.state, mixed, outcome.done)
