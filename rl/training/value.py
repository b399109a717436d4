"""The baseline: what an observation is worth, by ridge regression with forgetting."""

import numpy as np

from rl.world import BoolArray, FloatArray


class RidgeValue:
    """v solves (A + ridge I) v = b, where A and b forget a thousandth of the past at every episode.

    It is fitted after the batch's advantages are taken: a baseline that has seen the returns it
    is subtracted from would bias the gradient towards zero.
    """

    def __init__(self, features: int, *, forgetting: float = 0.999, ridge: float = 0.5) -> None:
        self._forgetting = forgetting
        self._ridge = ridge * np.eye(features)
        self._a: FloatArray = np.zeros((features, features))
        self._b: FloatArray = np.zeros(features)
        self.weights: FloatArray = np.zeros(features)

    def __call__(self, observations: FloatArray) -> FloatArray:
        values: FloatArray = observations @ self.weights
        return values

    def fit(self, observations: FloatArray, returns: FloatArray, episodes: int) -> None:
        """With the steps of so many episodes."""
        kept = self._forgetting**episodes
        self._a = kept * self._a + observations.T @ observations
        self._b = kept * self._b + observations.T @ returns
        self.weights = np.linalg.solve(self._a + self._ridge, self._b).astype(np.float64)


def advantages_gae(
    rewards: FloatArray, values: FloatArray, ends: BoolArray, *, trace: float
) -> FloatArray:
    """Generalised advantage estimation without discount (Schulman et al. 2016)."""
    advantages = np.empty_like(rewards)
    running = 0.0
    following = 0.0
    for step in range(len(rewards) - 1, -1, -1):
        if ends[step]:
            running = following = 0.0
        surprise = rewards[step] + following - values[step]
        running = surprise + trace * running
        advantages[step] = running
        following = values[step]
    return advantages
