"""Deleting old rows in small batches: no long lock, no long transaction."""

from typing import Any

from django.db.models import QuerySet

BATCH = 500


def delete_in_batches(stale: QuerySet[Any], *, dry_run: bool = False, size: int = BATCH) -> int:
    """How many rows of `stale` there were. Each batch is a transaction of its own."""
    if dry_run:
        return stale.count()
    deleted = 0
    while keys := list(stale.order_by("pk").values_list("pk", flat=True)[:size]):
        stale.model._default_manager.filter(pk__in=keys).delete()
        deleted += len(keys)
    return deleted
