"""The machine's scores of revisions, as the reward model's features need them."""

import uuid
from collections.abc import Iterable, Mapping

from evaluation.selectors import criterion_scores

Scores = Mapping[str, float | None]


def revision_scores(revision_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, Scores]:
    """By criterion, and the total under "score"; one that was never evaluated is not there."""
    return criterion_scores(revision_ids)
