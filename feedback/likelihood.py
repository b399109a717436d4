"""The posterior of the preference model: stars, choices and what is believed before them.

Stars: ordinal logit with a leniency per rater (McCullagh 1980), P(stars <= k) = s(c_k - z - b).
Choices: Bradley and Terry 1952, P(a over b) = s(z_a - z_b). Utility z = (w + v_type) . psi, where w
is shared by all design types and v is a type's own part with a narrower prior (partial pooling).
The negative log posterior is convex in (c, b, w, v) together, so Newton finds its one minimum.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from feedback.features import Vector
from feedback.judgements import STARS, Judgements, logistic

Matrix = npt.NDArray[np.float64]

CUTS = len(STARS) - 1
FIRST_CUTS = np.log([0.2 / 0.8, 0.4 / 0.6, 0.6 / 0.4, 0.8 / 0.2])
MAX_STEPS = 60
TOLERANCE = 1e-10


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the parameters lie: cuts, rater offsets, the shared block, a block per type."""

    raters: tuple[str, ...]
    types: tuple[str, ...]
    width: int

    @property
    def size(self) -> int:
        return CUTS + len(self.raters) + self.width * (1 + len(self.types))

    @property
    def shared(self) -> slice:
        start = CUTS + len(self.raters)
        return slice(start, start + self.width)

    def block(self, design_type: str) -> slice:
        start = self.shared.stop + self.width * self.types.index(design_type)
        return slice(start, start + self.width)

    def utility_row(self, x: Vector, design_type: str) -> Vector:
        row = np.zeros(self.size)
        row[self.shared] = x
        row[self.block(design_type)] = x
        return row


@dataclass(frozen=True, slots=True)
class Posterior:
    """`upper` and `lower` are the linear forms of c_y - z - b and c_(y-1) - z - b per rating.

    Where the bound is infinite (five stars above, one star below) its mask is 0.
    """

    upper: Matrix
    lower: Matrix
    has_upper: Vector
    has_lower: Vector
    weights: Vector
    pairs: Matrix
    pair_weights: Vector
    prior_mean: Vector
    precision: Vector

    def value(self, theta: Vector) -> float:
        a, b = self.upper @ theta, self.lower @ theta
        both = self.has_upper * self.has_lower
        gap = np.where(both > 0, a - b, 1.0)
        if (gap <= 0).any():
            return float("inf")
        # s(a) - s(b) = s(a) s(-b) (1 - exp(b - a))
        likelihood = (
            -self.has_upper * np.logaddexp(0, -a)
            - self.has_lower * np.logaddexp(0, b)
            + both * np.log(-np.expm1(-gap))
        )
        choices = -np.logaddexp(0, -(self.pairs @ theta))
        off = theta - self.prior_mean
        return float(
            0.5 * (self.precision * off) @ off
            - self.weights @ likelihood
            - self.pair_weights @ choices
        )

    def slope(self, theta: Vector) -> tuple[Vector, Matrix]:
        """Gradient and Hessian."""
        a, b = self.upper @ theta, self.lower @ theta
        both = self.has_upper * self.has_lower
        ratio = both / np.expm1(np.where(both > 0, a - b, 1.0))
        bend = ratio * (1 + ratio)
        above, below = logistic(-a) * self.has_upper, logistic(b) * self.has_lower
        gradient = -self.upper.T @ (self.weights * (above + ratio))
        gradient += self.lower.T @ (self.weights * (below + ratio))
        hessian = _weighted(self.upper, self.weights * (above * (1 - above) + bend))
        hessian += _weighted(self.lower, self.weights * (below * (1 - below) + bend))
        cross = (self.upper * (self.weights * bend)[:, None]).T @ self.lower
        hessian -= cross + cross.T
        lost = logistic(-(self.pairs @ theta))
        gradient -= self.pairs.T @ (self.pair_weights * lost)
        hessian += _weighted(self.pairs, self.pair_weights * lost * (1 - lost))
        gradient += self.precision * (theta - self.prior_mean)
        hessian[np.diag_indices_from(hessian)] += self.precision
        return gradient, hessian

    def minimum(self) -> tuple[Vector, Matrix]:
        """The most probable parameters, and the inverse Hessian there (Laplace's covariance)."""
        theta = self.prior_mean.copy()
        theta[:CUTS] = FIRST_CUTS
        value = self.value(theta)
        for _ in range(MAX_STEPS):
            gradient, hessian = self.slope(theta)
            step = np.linalg.solve(hessian, gradient)
            decrement = float(gradient @ step)
            if decrement < TOLERANCE:
                break
            size = 1.0
            while (found := self.value(theta - size * step)) > value - 1e-4 * size * decrement:
                size /= 2
                if size < 1e-12:
                    break
            theta, value = theta - size * step, found
        _, hessian = self.slope(theta)
        return theta, np.linalg.inv(hessian).astype(np.float64)


def _weighted(rows: Matrix, weights: Vector) -> Matrix:
    return (rows * weights[:, None]).T @ rows


def star_rows(
    judgements: Judgements, layout: Layout, xs: list[Vector], virtual: float
) -> tuple[Matrix, Matrix, Vector, Vector, Vector]:
    """Linear forms of the ratings, led by the virtual ones: each star once for the average spec.

    Without them a star that nobody gave would push two cuts together or one to infinity.
    """
    ratings = [(star, np.zeros(layout.size), virtual) for star in STARS]
    for rating, x in zip(judgements.stars, xs, strict=True):
        row = layout.utility_row(x, rating.design_type)
        row[CUTS + layout.raters.index(rating.rater)] = 1
        ratings.append((rating.stars, row, 1.0))
    upper: Matrix = np.zeros((len(ratings), layout.size))
    lower: Matrix = np.zeros((len(ratings), layout.size))
    for i, (star, row, _) in enumerate(ratings):
        if star < STARS[-1]:
            upper[i] = -row
            upper[i, star - 1] = 1
        if star > STARS[0]:
            lower[i] = -row
            lower[i, star - 2] = 1
    stars: Vector = np.array([star for star, _, _ in ratings], dtype=float)
    weights: Vector = np.array([weight for _, _, weight in ratings], dtype=float)
    has_upper: Vector = (stars < STARS[-1]).astype(float)
    has_lower: Vector = (stars > STARS[0]).astype(float)
    return upper, lower, has_upper, has_lower, weights


def pair_rows(
    judgements: Judgements, layout: Layout, differences: list[Vector]
) -> tuple[Matrix, Vector]:
    """A tie is half a win for each side."""
    rows, weights = [], []
    for pair, difference in zip(judgements.pairs, differences, strict=True):
        row = layout.utility_row(difference, pair.design_type)
        rows += [row, -row] if pair.tie else [row]
        weights += [0.5, 0.5] if pair.tie else [1.0]
    return np.array(rows).reshape(-1, layout.size), np.array(weights)
