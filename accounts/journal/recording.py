"""Rows that the database could not take, written down as they would have been stored."""

import uuid
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.core import serializers
from django.db import InterfaceError, OperationalError
from django.db.models import DateTimeField, Model
from django.utils import timezone

from accounts.journal import replay
from accounts.journal.files import Journal, JournalFull

# What a database that is away raises; a constraint that was broken is not among it.
DATABASE_AWAY = (OperationalError, InterfaceError)


def journal() -> Journal:
    return Journal(Path(settings.FALLBACK_DIR))


def record_rows(kind: str, record_id: uuid.UUID, rows: Iterable[Model]) -> None:
    """Keep `rows` in a file of that name; they are stored when the database is back.

    Raises JournalFull where the disk takes no more: then nothing may be acknowledged.
    """
    rows = list(rows)
    for row in rows:
        _stamp(row)
    # Django's own form: it knows how to read each field back, in the version that replays it.
    record = {"rows": serializers.serialize("json", rows)}
    try:
        journal().write(kind, record_id, record)
    except OSError as problem:
        raise JournalFull("The journal cannot be written.") from problem
    replay.start_thread()


def _stamp(row: Model) -> None:
    """The times that the database layer would have set on saving, as the file can hold them: to
    the millisecond."""
    now = timezone.now()
    now = now.replace(microsecond=now.microsecond // 1000 * 1000)
    for field in row._meta.concrete_fields:
        if isinstance(field, DateTimeField) and (field.auto_now or field.auto_now_add):
            setattr(row, field.attname, getattr(row, field.attname) or now)
