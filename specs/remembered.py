"""Specs that were read or made lately: consulted only after the database has failed.

What people say of a spec can be kept while the database is away only where it is known that the
spec is there, whose it is, and which revision was seen.
"""

import time
import uuid
from dataclasses import dataclass
from typing import Any

from django.core.cache import cache

from accounts.cache_writes import CacheWrites
from specs.models import Spec

REMEMBERED_SECONDS = 600
# Writing to the cache at every read would cost a round trip; once a minute is as good.
WRITTEN_AGAIN_AFTER = 60.0
_written: dict[uuid.UUID, float] = {}
_WRITTEN_LIMIT = 10_000


@dataclass(frozen=True, slots=True)
class RememberedSpec:
    """`revision` is the latest as far as this was seen."""

    revision: uuid.UUID
    number: int
    owner: uuid.UUID | None
    author: uuid.UUID | None


def remember(spec: Spec, writes: CacheWrites | None = None) -> None:
    """With `writes` it is noted there, to be sent with others."""
    now = time.monotonic()
    # By revision: a new one is noted at once.
    if now - _written.get(spec.latest_id, -WRITTEN_AGAIN_AFTER) < WRITTEN_AGAIN_AFTER:
        return
    if len(_written) >= _WRITTEN_LIMIT:
        _written.clear()
    _written[spec.latest_id] = now
    latest = spec.latest
    seen = [latest.pk, latest.number, spec.owner_id, latest.author_id]
    (writes or cache).set(_name(spec.pk), seen, REMEMBERED_SECONDS)


def recall(spec_id: uuid.UUID) -> RememberedSpec | None:
    seen: Any = cache.get(_name(spec_id))
    return None if seen is None else RememberedSpec(*seen)


def _name(spec_id: uuid.UUID) -> str:
    return f"seen-spec:{spec_id}"
