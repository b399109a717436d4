"""The reward model: what people will think of a spec, learnt from ratings, choices, corrections."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Self

import numpy as np

from feedback.errors import TooFewRatings
from feedback.features import Vector, feature_hash, feature_names
from feedback.judgements import Judgements, Prediction, logistic
from feedback.likelihood import CUTS, Layout, Matrix, Posterior, pair_rows, star_rows
from specs.design import DESIGN_TYPES

INTERVAL = 1.96  # 95 % of a normal


@dataclass(frozen=True, slots=True)
class PreferenceConfig:
    """Every setting of the fit. The reasons are measurements of design notes and of our own bench.

    `min_judgements`: fewer teach nothing that the evaluator does not say already.
    `pull`, `pull_low`, `pull_high`: precision of the shared block, pull / N within the bounds;
    weaker pulls did worse than any other mistake at few ratings.
    `type_sd`: how far a design type's own taste may lie from the shared one, relative to it.
    `rater_sd`: how far raters differ in leniency, in logits.
    `evaluator_weight`: what one sd of the evaluator's score is worth before anybody has spoken.
    `virtual`: weight of one virtual rating of each star.
    `caution`: how many sd the reported score lies below the estimate.
    `slope`: steepness of the 0..100 scale within a design type.
    """

    min_judgements: int = 50
    pull: float = 3000.0
    pull_low: float = 10.0
    pull_high: float = 100.0
    type_sd: float = 0.8
    rater_sd: float = 1.0
    evaluator_weight: float = 0.5
    virtual: float = 0.5
    caution: float = 1.0
    slope: float = 1.1


@dataclass(frozen=True, slots=True)
class TypeTaste:
    """One design type's weights and their covariance, and where its known specs lie."""

    weights: Vector
    covariance: Matrix
    mean: float
    sd: float


@dataclass(frozen=True, slots=True)
class PreferenceModel:
    centre: Vector
    scale: Vector
    cuts: Vector
    tastes: dict[str, TypeTaste]
    ratings: int
    caution: float
    slope: float
    features: str

    def utility(self, psi: Vector, design_type: str) -> tuple[float, float]:
        """Mean and sd of z."""
        taste = self.tastes[design_type]
        x = (psi - self.centre) / self.scale
        variance = max(0.0, float(x @ taste.covariance @ x))
        return float(taste.weights @ x), variance**0.5

    def predict(self, psi: Vector, design_type: str) -> Prediction:
        taste = self.tastes[design_type]
        z, sd = self.utility(psi, design_type)
        standing = (z - self.caution * sd - taste.mean) / taste.sd
        return Prediction(
            stars=self._mean_stars(z),
            low=self._mean_stars(z - INTERVAL * sd),
            high=self._mean_stars(z + INTERVAL * sd),
            score=100 * float(logistic(np.array(self.slope * standing))),
            ratings=self.ratings,
            version=self.version,
        )

    def _mean_stars(self, z: float) -> float:
        return CUTS + 1 - float(logistic(self.cuts - z).sum())

    @property
    def version(self) -> str:
        content = json.dumps([self.features, self.cuts.tolist(), *self._weights()])
        return hashlib.sha256(content.encode()).hexdigest()[:12]

    def _weights(self) -> list[list[float]]:
        return [self.tastes[name].weights.tolist() for name in DESIGN_TYPES]

    def as_json(self) -> dict[str, Any]:
        lower = np.tril_indices(len(self.centre))
        return {
            "features": self.features,
            "feature_names": list(feature_names()),
            "centre": self.centre.tolist(),
            "scale": self.scale.tolist(),
            "cuts": self.cuts.tolist(),
            "tastes": {
                name: {
                    "weights": taste.weights.tolist(),
                    "covariance": taste.covariance[lower].tolist(),
                    "mean": taste.mean,
                    "sd": taste.sd,
                }
                for name, taste in self.tastes.items()
            },
            "ratings": self.ratings,
            "caution": self.caution,
            "slope": self.slope,
        }

    @classmethod
    def from_json(cls, document: dict[str, Any]) -> Self:
        """Refuses weights that were learnt on other features."""
        if document["features"] != feature_hash():
            raise ValueError("The model was fitted on other features; fit it again.")
        width = len(document["centre"])
        tastes = {
            name: TypeTaste(
                np.array(taste["weights"]),
                _from_lower(taste["covariance"], width),
                taste["mean"],
                taste["sd"],
            )
            for name, taste in document["tastes"].items()
        }
        return cls(
            centre=np.array(document["centre"]),
            scale=np.array(document["scale"]),
            cuts=np.array(document["cuts"]),
            tastes=tastes,
            ratings=document["ratings"],
            caution=document["caution"],
            slope=document["slope"],
            features=document["features"],
        )


def fit(judgements: Judgements, config: PreferenceConfig | None = None) -> PreferenceModel:
    """Raises TooFewRatings below `config.min_judgements`."""
    config = config or PreferenceConfig()
    count = len(judgements)
    if count < config.min_judgements:
        raise TooFewRatings(
            f"{count} ratings and comparisons are too few to predict what people think: "
            f"{config.min_judgements} are needed.",
            have=count,
            need=config.min_judgements,
        )
    seen = np.array([psi for psi, _ in _specs(judgements)])
    centre, scale = seen.mean(axis=0), seen.std(axis=0)
    # What never varied teaches nothing: it keeps its own scale and the prior keeps its weight at 0.
    scale = np.where(scale > 1e-9, scale, 1.0)
    layout = Layout(
        raters=tuple(sorted({rating.rater for rating in judgements.stars})),
        types=DESIGN_TYPES,
        width=len(centre),
    )
    theta, covariance = _posterior(judgements, layout, centre, scale, config).minimum()
    xs = [((psi - centre) / scale, design_type) for psi, design_type in _specs(judgements)]
    return PreferenceModel(
        centre=centre,
        scale=scale,
        cuts=theta[:CUTS],
        tastes={
            name: _taste(layout, theta, covariance, name, [x for x, t in xs if t == name], xs)
            for name in DESIGN_TYPES
        },
        ratings=count,
        caution=config.caution,
        slope=config.slope,
        features=feature_hash(),
    )


def _specs(judgements: Judgements) -> Iterable[tuple[Vector, str]]:
    for rating in judgements.stars:
        yield rating.psi, rating.design_type
    for pair in judgements.pairs:
        yield pair.better, pair.design_type
        yield pair.worse, pair.design_type


def _posterior(
    judgements: Judgements, layout: Layout, centre: Vector, scale: Vector, config: PreferenceConfig
) -> Posterior:
    pull = float(np.clip(config.pull / len(judgements), config.pull_low, config.pull_high))
    precision = np.full(layout.size, pull / config.type_sd**2)
    # Enough to keep the cuts of an unused scale finite, too little to move the others.
    precision[:CUTS] = 1e-3
    precision[CUTS : layout.shared.start] = config.rater_sd**-2
    precision[layout.shared] = pull
    prior_mean = np.zeros(layout.size)
    prior_mean[layout.shared.start + feature_names().index("evaluator")] = config.evaluator_weight
    upper, lower, has_upper, has_lower, weights = star_rows(
        judgements, layout, [(r.psi - centre) / scale for r in judgements.stars], config.virtual
    )
    pairs, pair_weights = pair_rows(
        judgements, layout, [(pair.better - pair.worse) / scale for pair in judgements.pairs]
    )
    return Posterior(
        upper, lower, has_upper, has_lower, weights, pairs, pair_weights, prior_mean, precision
    )


MIN_OF_TYPE = 10


def _taste(
    layout: Layout,
    theta: Vector,
    covariance: Matrix,
    name: str,
    own: list[Vector],
    everything: list[tuple[Vector, str]],
) -> TypeTaste:
    shared, block = layout.shared, layout.block(name)
    weights = theta[shared] + theta[block]
    cross = covariance[shared, block]
    together = covariance[shared, shared] + covariance[block, block] + cross + cross.T
    # Too few specs of the type say nothing of its spread: all of them stand in.
    known = np.array(own if len(own) >= MIN_OF_TYPE else [x for x, _ in everything]) @ weights
    return TypeTaste(weights, together, float(known.mean()), max(float(known.std()), 1e-6))


def _from_lower(values: list[float], width: int) -> Matrix:
    full = np.zeros((width, width))
    full[np.tril_indices(width)] = values
    return full + np.tril(full, -1).T
