"""Which rubric judges now. The database decides; the data files stand in while it is away."""

import logging
from typing import Any

from django.core.cache import cache
from django.db.models import Max, OuterRef, Subquery

from accounts.journal import DATABASE_AWAY
from evaluation.models import Rubric as StoredRubric
from evaluation.rubric import Rubric, first_rubrics, rubric_from

logger = logging.getLogger(__name__)

JSON = dict[str, Any]
CACHE_KEY = "evaluation:rubrics"
# A new version clears the key at once; this is for processes that share no cache.
CACHED_SECONDS = 30
AWAY_SECONDS = 5
# Parsed once per document: the key says what it was parsed from.
_parsed: dict[str, tuple[JSON, Rubric]] = {}


class UnknownRubric(LookupError):
    """No rubric of that name."""


def rubrics_current() -> dict[str, Rubric]:
    """By design type, the highest version of each."""
    documents: dict[str, JSON] | None = cache.get(CACHE_KEY)
    if documents is None:
        try:
            documents = {row.design_type: row.document for row in _highest_versions()}
        except DATABASE_AWAY:
            logger.warning("database away: judging by the rubrics that were used last")
            documents = {name: document for name, (document, _) in _parsed.items()}
            # Each look at a database that is away may take its time.
            cache.set(CACHE_KEY, documents, AWAY_SECONDS)
        else:
            cache.set(CACHE_KEY, documents, CACHED_SECONDS)
    return first_rubrics() | {name: _rubric(name, data) for name, data in documents.items()}


def rubric_named(name: str) -> Rubric:
    """Raises UnknownRubric."""
    row = StoredRubric.objects.filter(pk=name).first()
    if row is None:
        raise UnknownRubric(f"There is no rubric {name!r}.")
    return rubric_from(row.document)


def rubric_highest(design_type: str) -> StoredRubric:
    """The version that judges now."""
    rows = StoredRubric.objects.select_related("author").filter(design_type=design_type)
    return rows.latest("version")


def next_version(design_type: str) -> int:
    rows = StoredRubric.objects.filter(design_type=design_type)
    highest: int | None = rows.aggregate(highest=Max("version"))["highest"]
    return (highest or 0) + 1


def _highest_versions() -> list[StoredRubric]:
    highest = StoredRubric.objects.filter(design_type=OuterRef("design_type")).order_by("-version")
    return list(StoredRubric.objects.filter(pk=Subquery(highest.values("pk")[:1])))


def _rubric(design_type: str, document: JSON) -> Rubric:
    known = _parsed.get(design_type)
    if known is None or known[0] != document:
        known = _parsed[design_type] = (document, rubric_from(document))
    return known[1]
