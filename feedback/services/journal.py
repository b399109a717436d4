"""What people say while the database is away: kept in files, and stored when it is back.

A row is not refused for what the database has come to know meanwhile: a rating replaces the one
that was there, as it would have done at once, and an entry that is there already is there.
"""

import datetime as dt
import hashlib
import json
import uuid
from typing import Any

from django.core.cache import cache
from django.core.serializers.base import DeserializedObject

from accounts.ids import uuid7
from accounts.journal import record_rows
from accounts.models import User
from feedback.choices import LeaseState
from feedback.errors import EntryExists
from feedback.models import HidgLog, Rating, ReviewLease
from feedback.services.ratings import RatingValues
from feedback.values import Reflection, fingerprint
from specs import remembered
from specs.choices import Storage
from specs.models import SpecRevision
from specs.selectors import parse_id

# Longer than a database stays away: within this the same words are given the same id.
KEPT_SECONDS = 86_400
ENTRIES = uuid.UUID("6f2f3c52-7a0e-4f57-9b0c-1f5f6a0d4c11")


def rating_journal(
    *, spec_id: str, number: int | None, person: User, values: RatingValues
) -> Rating | None:
    """The rating under its final id, or None where it cannot be kept safely: the spec was not seen
    lately, is not the caller's, or the caller is staff, whose ratings depend on the queue.

    Raises JournalFull.
    """
    key = parse_id(spec_id)
    seen = remembered.recall(key) if key else None
    if key is None or seen is None or person.is_staff or str(seen.owner) != str(person.pk):
        return None
    if number not in (None, seen.number):
        return None
    rating = Rating(
        # The same person on the same revision again: the same rating, said anew.
        pk=cache.get_or_set(f"rating:{seen.revision}:{person.pk}", uuid7, KEPT_SECONDS),
        revision=SpecRevision(pk=seen.revision, spec_id=key, number=seen.number),
        person=person,
        **values.columns(),
    )
    # A file of its own each time: the one before may be on its way into the database.
    record_rows("ratings", uuid7(), [rating])
    rating.storage = Storage.JOURNAL
    return rating


def rating_store(row: DeserializedObject) -> None:
    """Raises ValueError where a review holds what the person said: that stays as it is."""
    rating: Any = row.object
    there = (
        Rating.objects.select_for_update()
        .filter(revision=rating.revision_id, person=rating.person_id)
        .first()
    )
    if there is None:
        row.save(force_insert=True)
        return
    if ReviewLease.objects.filter(rating=there, state=LeaseState.SUBMITTED).exists():
        raise ValueError("A submitted review holds this person's rating.")
    if there.updated_at > rating.updated_at:
        return
    if there.pk != rating.pk:
        there.delete()
    row.save()


def hidg_log_journal(
    *,
    author: User | None,
    date: dt.date,
    task: str,
    reflection: Reflection,
    day_label: str = "",
    achievements: Any = None,
    technical_notes: Any = None,
) -> HidgLog:
    """The entry under an id that follows from what it says. Raises EntryExists where another one
    of the same author, day and task was kept before, and JournalFull."""
    mark = fingerprint(reflection, str(date), task, achievements, technical_notes)
    whole = _digest(str(author and author.pk), mark, day_label)
    entry = HidgLog(
        pk=uuid.uuid5(ENTRIES, whole),
        author=author,
        date=date,
        task=task,
        day_label=day_label,
        achievements=achievements,
        technical_notes=technical_notes,
        anonymous_fingerprint=None if author else mark,
        **reflection.as_json(),
    )
    if author is not None:
        name = f"entry:{_digest(str(author.pk), str(date), task)}"
        if not cache.add(name, whole, KEPT_SECONDS) and cache.get(name) not in (None, whole):
            raise EntryExists(f"There is an entry of yours for {date} and this task already.")
    record_rows("logs", uuid7(), [entry])
    entry.storage = Storage.JOURNAL
    return entry


def hidg_log_store(row: DeserializedObject) -> None:
    """Raises ValueError where another entry of the same author, day and task is there."""
    entry: Any = row.object
    key = (
        {"anonymous_fingerprint": entry.anonymous_fingerprint}
        if entry.author_id is None
        else {"author": entry.author_id, "date": entry.date, "task": entry.task}
    )
    there = HidgLog.objects.filter(**key).first()
    if there is None:
        row.save(force_insert=True)
        return
    said = ("day_label", "achievements", "technical_notes", "reflection")
    if any(getattr(there, name) != getattr(entry, name) for name in said):
        raise ValueError("There is another entry of this author for the day and the task.")


def _digest(*parts: str) -> str:
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()
