"""What people said, as values: stars for one spec, or a choice between two."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import numpy as np

from feedback.features import Vector

STARS = (1, 2, 3, 4, 5)


class Choice(StrEnum):
    LEFT = "left"
    RIGHT = "right"
    TIE = "tie"
    BOTH_BAD = "both_bad"


@dataclass(frozen=True, slots=True)
class Stars:
    """One rating: `rater` is any stable token; it never leaves the model as a name."""

    psi: Vector
    design_type: str
    rater: str
    stars: int


@dataclass(frozen=True, slots=True)
class Pair:
    """`better` was preferred to `worse`; with `tie`, neither was."""

    better: Vector
    worse: Vector
    design_type: str
    tie: bool = False


@dataclass(frozen=True, slots=True)
class Judgements:
    stars: tuple[Stars, ...] = ()
    pairs: tuple[Pair, ...] = ()

    def __len__(self) -> int:
        return len(self.stars) + len(self.pairs)


@dataclass(frozen=True, slots=True)
class Prediction:
    """What raters would say of a spec.

    `stars` is the mean of an average rater with a 95 % interval; `score` is 0..100 within the
    design type and pessimistic: the lower the less is known about such specs.
    """

    stars: float
    low: float
    high: float
    score: float
    ratings: int
    version: str = ""

    def as_json(self) -> dict[str, Any]:
        return {
            "stars": round(self.stars, 2),
            "low": round(self.low, 2),
            "high": round(self.high, 2),
            "score": round(self.score, 1),
            "ratings": self.ratings,
            "version": self.version,
        }


def logistic(z: Vector) -> Vector:
    """1 / (1 + exp(-z)) without overflow."""
    half: Vector = 0.5 * (1 + np.tanh(0.5 * z))
    return half
