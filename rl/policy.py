"""A policy: one linear score per action, illegal ones masked, weights as plain data."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any, Self

import numpy as np

from rl.errors import PolicyMismatch
from rl.world import BoolArray, FloatArray

ILLEGAL = -1e9
FAINTEST = -700.0  # The smallest double is near exp(-708).
# Enough for the same choices, few enough for a JSON row that a person can open.
SIGNIFICANT_DIGITS = 7


def log_softmax(scores: FloatArray, legal: BoolArray) -> FloatArray:
    """Log-probabilities over the legal actions, row by row."""
    return log_softmax_with_chances(scores, legal)[0]


def log_softmax_with_chances(scores: FloatArray, legal: BoolArray) -> tuple[FloatArray, FloatArray]:
    """And the probabilities themselves."""
    logs = np.where(legal, scores, ILLEGAL)
    logs -= logs.max(axis=-1, keepdims=True)
    chances = chances_of(logs, legal)
    whole = chances.sum(axis=-1, keepdims=True)
    chances /= whole
    logs -= np.log(whole)
    return logs, chances


def chances_of(logs: FloatArray, legal: BoolArray) -> FloatArray:
    """`exp` of what is legal and 0 elsewhere. What underflows takes it four times as long."""
    chances: FloatArray = np.exp(np.maximum(logs, FAINTEST)) * legal
    return chances


@dataclass(frozen=True, slots=True)
class LinearPolicy:
    """`weights[i, a]` is what feature i says for action a.

    A softmax policy and a bandit's value estimates have the same form; `choose` takes the best
    legal action, `sample` draws from the softmax.
    """

    weights: FloatArray

    @classmethod
    def blank(cls, features: int, actions: int) -> Self:
        return cls(np.zeros((features, actions)))

    def scores(self, observation: FloatArray) -> FloatArray:
        scores: FloatArray = observation @ self.weights
        return scores

    def probabilities(self, observation: FloatArray, legal: BoolArray) -> FloatArray:
        chances: FloatArray = np.exp(log_softmax(self.scores(observation), legal))
        return chances

    def choose(self, observation: FloatArray, legal: BoolArray) -> int:
        return int(np.argmax(np.where(legal, self.scores(observation), ILLEGAL)))

    def ranked(self, observation: FloatArray, legal: BoolArray) -> list[int]:
        """The legal actions, best first. Ties go to the lower number, on every machine."""
        scores = np.where(legal, self.scores(observation), ILLEGAL)
        order = np.argsort(-scores, kind="stable")
        return [int(action) for action in order if legal[action]]

    def rounded(self) -> Self:
        """As it is stored: training ends with this, so that a reload changes no choice."""
        digits = [float(f"{value:.{SIGNIFICANT_DIGITS}g}") for value in self.weights.ravel()]
        return type(self)(np.array(digits).reshape(self.weights.shape))

    def as_json(self) -> list[list[float]]:
        rows: list[list[float]] = self.weights.tolist()
        return rows

    @classmethod
    def from_json(cls, rows: list[list[float]], *, features: int, actions: int) -> Self:
        weights = np.array(rows, dtype=np.float64)
        if weights.shape != (features, actions) or not np.isfinite(weights).all():
            raise PolicyMismatch(f"weights of shape {weights.shape}, not {(features, actions)}")
        return cls(weights)

    @property
    def digest(self) -> str:
        return sha256(self.as_json())


def sha256(value: Any) -> str:
    """Of plain data in one canonical JSON form."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
