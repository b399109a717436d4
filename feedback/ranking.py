"""Which specs people should look at, and in which order: what is learnt most from, first."""

import hashlib
import uuid
from dataclasses import dataclass

from feedback.judgements import Prediction
from feedback.knowledge import read

REASONS = {
    "low_score": "The evaluator gives it a low score",
    "uncertainty": "The predicted rating is uncertain",
    "disagreement": "The evaluator and people disagree",
    "new_category": "A category that few people have rated",
    "random": "Part of the random share",
    "requested": "Somebody asked for a review",
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """`category_ratings` is how many ratings specs of this category have had."""

    revision_id: uuid.UUID
    score: float | None
    category_ratings: int
    people: float | None = None
    prediction: Prediction | None = None


@dataclass(frozen=True, slots=True)
class Rank:
    """`reasons` are keys of REASONS; without one the spec does not enter the queue."""

    priority: float
    reasons: tuple[str, ...]

    @property
    def enters(self) -> bool:
        return bool(self.reasons)


def rank(candidate: Candidate) -> Rank:
    limits, weights = read("queue")["entry"], read("queue")["weights"]
    strengths = {
        "disagreement": _excess(_disagreement(candidate), limits["disagreement"], 4.0),
        "new_category": _shortage(candidate.category_ratings, limits["new_category"]),
        "low_score": _shortage(candidate.score, limits["low_score"]),
        "uncertainty": _excess(_width(candidate.prediction), limits["wide_interval"], 4.0),
        "random": 1.0 if in_random_share(candidate.revision_id, limits["random_share"]) else 0.0,
    }
    found = {name: weights[name] * strength for name, strength in strengths.items() if strength}
    reasons = sorted(found, key=lambda name: (-found[name], name))
    return Rank(round(sum(found.values()), 6), tuple(reasons))


def stars_of_score(score: float) -> float:
    """0..100 on the scale of 1..5."""
    return 1 + 4 * score / 100


def in_random_share(revision_id: uuid.UUID, share: float) -> bool:
    return share_of(revision_id, "review-queue") < share


def share_of(key: uuid.UUID | str, salt: str) -> float:
    """0..1, uniform over keys and the same on every machine."""
    digest = hashlib.sha256(f"{salt}:{key}".encode()).digest()
    return int.from_bytes(digest[:8], "big") / 2**64


def _disagreement(candidate: Candidate) -> float | None:
    if candidate.score is None:
        return None
    people = candidate.people
    if people is None:
        if candidate.prediction is None:
            return None
        people = candidate.prediction.stars
    return abs(people - stars_of_score(candidate.score))


def _width(prediction: Prediction | None) -> float | None:
    return None if prediction is None else prediction.high - prediction.low


def _excess(value: float | None, limit: float, most: float) -> float:
    """0 up to the limit, then from a half to 1 at `most`."""
    if value is None or value < limit:
        return 0.0
    return 0.5 + 0.5 * min(1.0, (value - limit) / (most - limit))


def _shortage(value: float | None, limit: float) -> float:
    """0 from the limit up, 1 at zero."""
    if value is None or value >= limit:
        return 0.0
    return 0.5 + 0.5 * (limit - value) / limit
