"""The files of the journal: written whole or not at all, readable by their owner only."""

import fcntl
import json
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

# A database that stays away must not fill the disk: beyond this the answer is 503.
MAX_FILES = 20_000


class JournalFull(Exception):
    """No room to keep another record safely."""

    code = "journal_full"
    wait = 5  # seconds until it is worth trying again


class Journal:
    """A folder of folders (`spec_outputs`, `reports`, `logs`), one JSON file per record."""

    def __init__(self, folder: Path, *, max_files: int = MAX_FILES) -> None:
        self.folder = folder
        self.max_files = max_files

    def write(self, kind: str, record_id: uuid.UUID, record: dict[str, Any]) -> Path:
        """Returns when the record is on the disk. Raises JournalFull, OSError."""
        if self.pending() >= self.max_files:
            raise JournalFull("The journal is full.")
        place = self.folder / kind
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        target = place / f"{record_id}.json"
        draft = place / f".{record_id}.{os.getpid()}.draft"
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(record, file, ensure_ascii=False, allow_nan=False)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
        _sync_folder(place)
        return target

    def files(self) -> list[Path]:
        """Every record that waits, oldest first: ids are UUIDs of version 7."""
        waiting = [path for path in self.folder.glob("*/*.json") if path.parent.name != "refused"]
        return sorted(waiting, key=lambda path: path.name)

    def pending(self) -> int:
        return sum(1 for path in self.folder.glob("*/*.json") if path.parent.name != "refused")

    def read(self, path: Path) -> dict[str, Any]:
        record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return record

    def done(self, path: Path) -> None:
        path.unlink(missing_ok=True)

    def refuse(self, path: Path) -> None:
        """Keep what the database will not take, for a person to look at."""
        place = self.folder / "refused"
        place.mkdir(mode=0o700, exist_ok=True)
        path.replace(place / f"{path.parent.name}-{path.name}")

    @contextmanager
    def owned(self) -> Iterator[bool]:
        """True for the one process that may replay now."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with (self.folder / ".lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                yield False
                return
            yield True


def _sync_folder(place: Path) -> None:
    # The name of a new file is in its folder: that has to reach the disk too.
    descriptor = os.open(place, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
