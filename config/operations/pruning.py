"""Pruning, composed of what each app deletes from its own tables."""

import logging
from collections.abc import Callable, Iterable
from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string

logger = logging.getLogger(__name__)


def logs_prune(
    *, retention_days: int | None = None, tables: Iterable[str] = (), dry_run: bool = False
) -> dict[str, int]:
    """Rows deleted per table. Without `retention_days` each table's own setting holds.

    `tables` adds to the logs what is pruned only when named. Raises KeyError for an unknown one.
    """
    wanted = [*settings.RETENTION_DAYS, *tables]
    deleted = {}
    for table in dict.fromkeys(wanted):
        prune: Callable[..., int] = import_string(settings.PRUNERS[table])
        days = settings.RETENTION_DAYS.get(table) if retention_days is None else retention_days
        before = timezone.now() - timedelta(days=days or 0)
        deleted[table] = prune(before=before, dry_run=dry_run)
    logger.info("pruned", extra={"tables": deleted, "dry_run": dry_run})
    return deleted
