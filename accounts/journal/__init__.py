"""What was acknowledged while the database was away: one file per record, replayed on its return.

The answer is given after the file is on the disk, so whatever was acknowledged is there afterwards.
Replay goes by primary key: replaying twice makes one row.
"""

from accounts.journal.files import Journal, JournalFull
from accounts.journal.recording import DATABASE_AWAY, journal, record_rows
from accounts.journal.replay import replay, resume

__all__ = [
    "DATABASE_AWAY",
    "Journal",
    "JournalFull",
    "journal",
    "record_rows",
    "replay",
    "resume",
]
