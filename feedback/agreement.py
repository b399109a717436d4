"""Krippendorff's alpha for ordinal ratings with gaps, and how sure one can be of it.

Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011). Alpha is 1 where raters agree in
everything, 0 where they agree as chance would, below 0 where they disagree on purpose. The usual
reading: 0.80 can be relied on, 0.667 allows tentative conclusions (Krippendorff 2004, p. 241).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float64]

DRAWS = 1000
RELIABLE = 0.80
TENTATIVE = 0.667


@dataclass(frozen=True, slots=True)
class Agreement:
    """`alpha` is None where nothing can be compared: no unit rated twice, or one value only."""

    alpha: float | None
    low: float | None
    high: float | None
    units: int
    raters: int
    ratings: int

    @property
    def verdict(self) -> str:
        if self.alpha is None:
            return "not enough ratings to compare"
        if self.alpha >= RELIABLE:
            return "reliable"
        return "tentative" if self.alpha >= TENTATIVE else "not reliable"


def matrix(rows: Sequence[Sequence[float | None]]) -> Matrix:
    """One row per rater and one column per unit; None is a gap."""
    return np.atleast_2d(
        np.array([[np.nan if v is None else v for v in row] for row in rows], dtype=float)
    )


def ordinal_alpha(ratings: Matrix) -> float | None:
    counts, values = _counts(ratings)
    return _alpha(counts, values)


def agreement(ratings: Matrix, *, seed: int = 0, draws: int = DRAWS) -> Agreement:
    """Alpha with a 95 % percentile interval over resampled units."""
    counts, values = _counts(ratings)
    alpha = _alpha(counts, values)
    rated = ~np.isnan(ratings)
    low = high = None
    if alpha is not None and len(counts) > 1:
        rng = np.random.default_rng(seed)
        resampled = (
            _alpha(counts[rng.integers(0, len(counts), len(counts))], values) for _ in range(draws)
        )
        found = np.array([a for a in resampled if a is not None])
        if found.size:
            low, high = (float(bound) for bound in np.percentile(found, (2.5, 97.5)))
    return Agreement(
        alpha=alpha,
        low=low,
        high=high,
        units=len(counts),
        raters=int(rated.any(axis=1).sum()),
        ratings=int(rated.sum()),
    )


def _counts(ratings: Matrix) -> tuple[Matrix, Matrix]:
    """How often each unit got each value, for the units that can be compared at all."""
    values = np.unique(ratings[~np.isnan(ratings)])
    counts = (
        np.stack([(ratings == value).sum(axis=0) for value in values], axis=-1, dtype=float)
        if values.size
        else np.zeros((0, 0))
    )
    return counts[counts.sum(axis=1) >= 2] if values.size else counts, values


def _alpha(counts: Matrix, values: Matrix) -> float | None:
    if not counts.size:
        return None
    per_unit = counts.sum(axis=1)
    # Coincidences: each ordered pair within a unit counts 1/(m-1), so a unit weighs its ratings.
    weights = 1 / (per_unit - 1)
    coincidences = (counts * weights[:, None]).T @ counts - np.diag(weights @ counts)
    totals = coincidences.sum(axis=0)
    distances = _ordinal_distances(totals)
    expected = float((np.outer(totals, totals) * distances).sum() / (totals.sum() - 1))
    if expected == 0:
        return None
    observed = float((coincidences * distances).sum())
    return 1 - observed / expected


def _ordinal_distances(totals: Matrix) -> Matrix:
    """Squared number of ranks between two values, halves for the ends (Krippendorff 2011, 2d)."""
    ranks = np.cumsum(totals) - totals / 2
    distance: Matrix = (ranks[:, None] - ranks[None, :]) ** 2
    return distance
