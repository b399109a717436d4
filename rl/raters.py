"""Simulated people with a taste that no rubric knows, who disagree and err."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp

import numpy as np

from feedback.features import families
from rl.taste import Scores
from rl.world import FloatArray
from specs.design import DESIGN_TYPES, DesignSpec

# What a person may care about; the first eight are families of features.
FAMILIES = (
    "safety", "accessibility", "green", "comfort", "technology", "outdoors", "storage",
    "portability",
)  # fmt: skip
LIKES = (*FAMILIES, "materials", "natural", "spaces", "performance", "cost", "time", "purpose")
NATURAL = frozenset({"wood", "stone", "bamboo", "cork", "wool", "linen", "leather", "glulam"})
NAMES = ("anna", "ben", "chen")
CUTS = (-1.3, -0.4, 0.4, 1.3)  # between the stars, in standard deviations


@dataclass(frozen=True, slots=True)
class RaterSettings:
    seed: int = 0
    type_spread: float = 0.7  # how far a design type's taste lies from the shared one
    rater_spread: float = 0.6  # how far raters lie from each other
    evaluator_share: float = 1.0  # the part of the evaluator's score in what people feel
    noise: float = 0.2  # share of stars given at random and of choices flipped


@dataclass
class Raters:
    """`calibrate` before use: feelings are in standard deviations within a design type."""

    settings: RaterSettings
    weights: dict[str, FloatArray] = field(init=False)
    own: dict[str, FloatArray] = field(init=False)
    scale: dict[str, tuple[float, float]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        rng = np.random.default_rng(self.settings.seed)
        shared = rng.normal(0.2, 1.0, len(LIKES))
        self.weights = {
            name: shared + rng.normal(0.0, self.settings.type_spread, len(LIKES))
            for name in DESIGN_TYPES
        }
        spread = self.settings.rater_spread
        self.own = {name: rng.normal(0.0, spread, len(LIKES)) for name in NAMES}

    def calibrate(self, seen: Sequence[tuple[DesignSpec, Scores]]) -> None:
        for name in DESIGN_TYPES:
            raw = [self._raw(s, scores) for s, scores in seen if s.design_type == name]
            if len(raw) > 1:
                self.scale[name] = (float(np.mean(raw)), max(float(np.std(raw)), 1e-6))

    def feeling(self, spec: DesignSpec, scores: Scores, rater: str | None = None) -> float:
        """Of the average rater, or of one."""
        mean, deviation = self.scale.get(spec.design_type, (0.0, 1.0))
        felt = (self._raw(spec, scores) - mean) / deviation
        if rater is not None:
            felt += 0.5 * float(self.own[rater] @ (_attributes(spec) - 0.5))
        return felt

    def __call__(self, spec: DesignSpec, scores: Scores) -> float:
        """0 to 100: what the simulated people really think on average."""
        return 100 / (1 + exp(-1.1 * self.feeling(spec, scores)))

    def stars(self, spec: DesignSpec, scores: Scores, rng: np.random.Generator) -> tuple[str, int]:
        rater = NAMES[int(rng.integers(len(NAMES)))]
        if rng.random() < self.settings.noise:
            return rater, int(rng.integers(1, 6))
        return rater, int(np.searchsorted(CUTS, self.feeling(spec, scores, rater))) + 1

    def prefers(
        self,
        one: tuple[DesignSpec, Scores],
        other: tuple[DesignSpec, Scores],
        rng: np.random.Generator,
    ) -> bool:
        """A blind vote of one rater, sometimes flipped."""
        rater = NAMES[int(rng.integers(len(NAMES)))]
        better = self.feeling(*one, rater) > self.feeling(*other, rater)
        return better != (rng.random() < self.settings.noise)

    def _raw(self, spec: DesignSpec, scores: Scores) -> float:
        score = scores.get("score") or 0.0
        liked = float(self.weights[spec.design_type] @ _attributes(spec))
        return liked + self.settings.evaluator_share * score / 12


def _attributes(spec: DesignSpec) -> FloatArray:
    """Each 0 to about 1.5: the third of a kind pleases less than the first."""
    known = families()
    counts = dict.fromkeys(FAMILIES, 0)
    for name in spec.features:
        family = known.get(name)
        if family in counts:
            counts[family] += 1
    materials = spec.materials
    natural = sum(m.type in NATURAL for m in materials) / max(1, len(materials))
    return np.array(
        [
            *(1.5 * (1 - exp(-0.7 * counts[name])) for name in FAMILIES),
            1 - exp(-0.6 * len(materials)),
            natural,
            1 - exp(-0.5 * len(spec.spaces)),
            1 - exp(-0.5 * len(spec.performance)),
            float(spec.estimated_cost is not None),
            float(spec.timeline is not None),
            float(bool(spec.use_cases)),
        ]
    )
