"""Storing what was journalled, once the database answers again."""

import logging
import threading
import time
from pathlib import Path

from django.conf import settings
from django.core import serializers
from django.db import (
    DatabaseError,
    InterfaceError,
    OperationalError,
    close_old_connections,
    transaction,
)
from django.utils.module_loading import import_string

from accounts.journal.files import Journal

logger = logging.getLogger(__name__)

LOOK_EVERY_SECONDS = 5.0
_thread: threading.Thread | None = None
_starting = threading.Lock()


def replay(journal: Journal) -> int:
    """Store what waits, oldest first; how many records were. Raises nothing where the database
    is still away: what is left waits for the next look.
    """
    stored = 0
    with journal.owned() as mine:
        for path in journal.files() if mine else []:
            try:
                _store(journal, path)
            except (OperationalError, InterfaceError):
                break
            except (DatabaseError, ValueError, KeyError, serializers.base.DeserializationError):
                # The database answers and does not want it: a person has to look.
                logger.exception("journal record %s was refused", path.name)
                journal.refuse(path)
                continue
            journal.done(path)
            stored += 1
    if stored:
        logger.info("%s journalled records stored", stored)
    return stored


def _store(journal: Journal, path: Path) -> None:
    named = settings.JOURNAL_STORES.get(path.parent.name)
    store = import_string(named) if named else insert_once
    with transaction.atomic():
        for row in serializers.deserialize("json", journal.read(path)["rows"]):
            store(row)


def insert_once(row: serializers.base.DeserializedObject) -> None:
    # Here already: its commit went through although its answer did not, or an earlier replay was
    # cut off before it could remove the file.
    if not type(row.object)._base_manager.filter(pk=row.object.pk).exists():
        row.save(force_insert=True)


def resume() -> None:
    """At the start of a server: take up what an earlier process left."""
    if Journal(Path(settings.FALLBACK_DIR)).files():
        start_thread()


def start_thread() -> None:
    """One thread looks until nothing waits; a later record starts another."""
    global _thread
    with _starting:
        if _thread is None or not _thread.is_alive():
            _thread = threading.Thread(target=_look, name="journal-replay", daemon=True)
            _thread.start()


def _look() -> None:
    journal = Journal(Path(settings.FALLBACK_DIR))
    while journal.files():
        close_old_connections()
        replay(journal)
        close_old_connections()
        if journal.files():
            time.sleep(LOOK_EVERY_SECONDS)
