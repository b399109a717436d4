"""What people would probably say of a spec: asked of whoever learns from them, never of a rule."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Protocol

from specs.design import DesignSpec


@dataclass(frozen=True, slots=True)
class PredictedRating:
    """Mean stars, 1 to 5, with the 95 % interval; learnt from so many ratings and comparisons."""

    stars: float
    low: float
    high: float
    ratings: int
    model: str

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


class RatingPredictor(Protocol):
    """`scores` are the evaluation's, 0 to 100 by criterion, and the total under "score". None for
    as long as people have said too little."""

    def __call__(
        self, spec: DesignSpec, scores: Mapping[str, float | None]
    ) -> PredictedRating | None: ...
