"""The daily log is written, and old rows of both diaries go."""

import datetime as dt
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Model, QuerySet

from accounts.models import User
from feedback.errors import EntryExists
from feedback.models import FeedbackLog, HidgLog
from feedback.values import Reflection, fingerprint

PRUNE_BATCH = 500


def hidg_log_add(
    *,
    author: User | None,
    date: dt.date,
    task: str,
    reflection: Reflection,
    day_label: str = "",
    achievements: Any = None,
    technical_notes: Any = None,
) -> tuple[HidgLog, bool]:
    """The entry, and whether it is new. The same entry sent again is the one that is there;
    another one for the same author, day and task raises EntryExists."""
    values = {
        **reflection.as_json(),
        "day_label": day_label,
        "achievements": achievements,
        "technical_notes": technical_notes,
    }
    if author is None:
        mark = fingerprint(reflection, str(date), task, achievements, technical_notes)
        return HidgLog.objects.get_or_create(
            anonymous_fingerprint=mark, defaults={"date": date, "task": task, **values}
        )
    try:
        with transaction.atomic():
            return HidgLog.objects.create(author=author, date=date, task=task, **values), True
    except IntegrityError:
        entry = HidgLog.objects.get(author=author, date=date, task=task)
    if any(getattr(entry, name) != value for name, value in values.items()):
        raise EntryExists(
            f"There is an entry of yours for {date} and this task already.",
            hidg_id=str(entry.pk),
        )
    return entry, False


def feedback_log_prune(*, before: dt.datetime, dry_run: bool = False) -> int:
    """Rows written before that time go; with `dry_run` they are only counted."""
    return _prune(FeedbackLog.objects.filter(created_at__lt=before), dry_run)


def hidg_log_prune(*, before: dt.datetime, dry_run: bool = False) -> int:
    return _prune(HidgLog.objects.filter(created_at__lt=before), dry_run)


def _prune(old: QuerySet[Any], dry_run: bool) -> int:
    if dry_run:
        return old.count()
    model: type[Model] = old.model
    gone = 0
    # Small batches hold no lock for long; each finds what is left, so a killed run is resumed.
    while ids := list(old.order_by("pk").values_list("pk", flat=True)[:PRUNE_BATCH]):
        gone += model._default_manager.filter(pk__in=ids).delete()[0]
    return gone
