"""What people would say of a spec, by the reward model that was fitted last."""

import logging
import uuid
from collections.abc import Iterable, Mapping

from django.core.cache import cache

from accounts.journal import DATABASE_AWAY
from evaluation.predicting import PredictedRating
from feedback.features import feature_hash, psi
from feedback.judgements import Prediction
from feedback.models import RewardModel
from feedback.preferences import PreferenceModel
from feedback.selectors.scores import revision_scores
from specs.design import DesignSpec
from specs.models import SpecRevision

logger = logging.getLogger(__name__)

CACHE_KEY = "feedback:reward-model"
# A new fit clears the key at once; this is for processes that share no cache.
CACHED_SECONDS = 30
CHUNK = 500
# Parsed once per version.
_parsed: dict[str, PreferenceModel] = {}


def reward_model_current() -> PreferenceModel | None:
    """None below the number of ratings that a fit needs, and where the last one was made on other
    features: its weights mean nothing any more."""
    version: str | None = cache.get(CACHE_KEY)
    if version is None:
        newest = RewardModel.objects.values_list("version", "features").first()
        version = newest[0] if newest and newest[1] == feature_hash() else ""
        cache.set(CACHE_KEY, version, CACHED_SECONDS)
    if version and version not in _parsed:
        row = RewardModel.objects.filter(version=version).first()
        if row is None:
            return None
        _parsed.clear()
        _parsed[version] = PreferenceModel.from_json(row.document)
    return _parsed.get(version)


def predicted_rating(
    spec: DesignSpec, scores: Mapping[str, float | None]
) -> PredictedRating | None:
    """See evaluation.predicting.RatingPredictor; the setting RATING_PREDICTOR names this."""
    try:
        model = reward_model_current()
    except DATABASE_AWAY:
        logger.warning("database away: no rating is predicted")
        return None
    if model is None:
        return None
    said = model.predict(psi(spec, scores), spec.design_type)
    return PredictedRating(
        stars=round(said.stars, 2),
        low=round(said.low, 2),
        high=round(said.high, 2),
        ratings=said.ratings,
        model=said.version,
    )


def predictions_of(revision_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, Prediction]:
    """Of the revisions that were evaluated; none where there is no model."""
    model = reward_model_current()
    if model is None:
        return {}
    scores = revision_scores(revision_ids)
    found = {}
    ordered = sorted(scores)
    for start in range(0, len(ordered), CHUNK):
        part = SpecRevision.objects.filter(pk__in=ordered[start : start + CHUNK])
        for key, document in part.values_list("pk", "document"):
            spec = DesignSpec.from_json(document)
            found[key] = model.predict(psi(spec, scores[key]), spec.design_type)
    return found
