"""The machine's scores of revisions, as the reward model's features need them."""

from collections.abc import Iterable, Mapping
from typing import Any

from feedback.features import TOTAL
from specs.models import Spec

Scores = Mapping[str, float | None]


def revision_scores(revision_ids: Iterable[Any]) -> dict[Any, Scores]:
    """By revision; one that was never evaluated is not there."""
    totals = Spec.objects.filter(latest__in=list(revision_ids), latest_score__isnull=False)
    return {
        revision: {TOTAL: score}
        for revision, score in totals.values_list("latest_id", "latest_score")
    }
