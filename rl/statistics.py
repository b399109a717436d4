"""Intervals for paired measurements on the same prompts."""

from dataclasses import dataclass

import numpy as np

from rl.world import FloatArray

RESAMPLES = 2000


@dataclass(frozen=True, slots=True)
class Interval:
    value: float
    low: float
    high: float

    def as_json(self) -> dict[str, float]:
        return {
            "value": round(self.value, 4),
            "low": round(self.low, 4),
            "high": round(self.high, 4),
        }


def resampled(count: int, seed: int) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    rng = np.random.default_rng(seed)
    return rng.integers(count, size=(RESAMPLES, count))


def mean_interval(values: FloatArray, *, level: float = 0.95, seed: int = 0) -> Interval:
    """The mean with its bootstrap percentile interval over prompts."""
    means = values[resampled(len(values), seed)].mean(axis=1)
    low, high = np.quantile(means, [(1 - level) / 2, (1 + level) / 2])
    return Interval(float(values.mean()), float(low), float(high))


def share_interval(
    gains: FloatArray, best: FloatArray, *, level: float = 0.95, seed: int = 0
) -> Interval:
    """Gains as a share of the best gains, both summed over the same resampled prompts."""
    rows = resampled(len(gains), seed)
    shares = gains[rows].sum(axis=1) / best[rows].sum(axis=1)
    low, high = np.quantile(shares, [(1 - level) / 2, (1 + level) / 2])
    return Interval(float(gains.sum() / best.sum()), float(low), float(high))


def lower_bound(differences: FloatArray, *, alpha: float, seed: int = 0) -> float:
    """The one-sided bootstrap bound of the mean difference at risk `alpha`."""
    means = differences[resampled(len(differences), seed)].mean(axis=1)
    return float(np.quantile(means, alpha))
