"""Rubrics come to be: from the data files once, then version by version from people."""

from collections.abc import Mapping
from typing import Any

from django.core.cache import cache
from django.db import IntegrityError, transaction

from accounts.models import User
from evaluation.models import Rubric
from evaluation.rubric import first_rubrics, rubric_from
from evaluation.selectors.rubrics import CACHE_KEY, next_version


class RubricConflict(Exception):
    """Somebody else's version was stored first. Nothing of this one was."""


def rubric_add(
    *,
    document: Mapping[str, Any],
    author: User | None = None,
    note: str = "",
    after: int | None = None,
) -> Rubric:
    """The next version of the document's design type, which judges from now on. The number in the
    document is the database's to give. Raises InvalidRubric, and RubricConflict for two at once,
    or where `after` is given and is not the highest version any more."""
    try:
        return _add(document, author, note, after)
    except IntegrityError as taken:
        # Two editors at once: the second one fails on the constraint rather than on the first.
        raise RubricConflict from taken


def _add(document: Mapping[str, Any], author: User | None, note: str, after: int | None) -> Rubric:
    with transaction.atomic():
        version = next_version(str(document.get("design_type")))
        if after is not None and after != version - 1:
            raise RubricConflict
        numbered = {**document, "version": version}
        made = rubric_from(numbered)
        row = Rubric(
            name=made.name,
            design_type=made.design_type,
            version=version,
            document=numbered,
            author=author,
            note=note,
        )
        row.save(force_insert=True)
        transaction.on_commit(lambda: cache.delete(CACHE_KEY))
    return row


def rubrics_seed() -> int:
    """Store the data files' versions that are not there yet; what is there is left as it is."""
    rows = [
        Rubric(
            name=rubric.name,
            design_type=rubric.design_type,
            version=rubric.version,
            document=rubric.as_mapping(),
            note="The version that came with the program.",
        )
        for rubric in first_rubrics().values()
    ]
    there = set(Rubric.objects.filter(pk__in=[row.pk for row in rows]).values_list("pk", flat=True))
    missing = [row for row in rows if row.pk not in there]
    # Two processes may migrate at once.
    Rubric.objects.bulk_create(missing, ignore_conflicts=True)
    if missing:
        transaction.on_commit(lambda: cache.delete(CACHE_KEY))
    return len(missing)
