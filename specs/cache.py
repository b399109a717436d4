"""Generated specs by what they were generated from: the same prompt gives the same spec again.

The key holds everything that could change the answer. The prompt counts as sent, to the character:
provenance points into it. What is kept is the spec's id only; the row stays the truth.
"""

import hashlib
import json
import time
import uuid
from functools import cache as once
from typing import Any, Self

from django.conf import settings
from django.core.cache import cache

from accounts.cache_writes import CacheWrites
from specs.knowledge import fingerprint as knowledge_fingerprint
from specs.metrics import CACHE_ENTRIES, CACHE_LOOKUPS
from specs.models import Spec
from specs.schema import SCHEMA_PATH

# Equal prompts at once: the later ones wait for the first this long, then generate themselves.
WAIT_SECONDS = 25.0
LOOK_EVERY_SECONDS = 0.01
PENDING = "pending"
HITS, MISSES, SINCE = "generation:hits", "generation:misses", "generation:since"


@once
def _versions() -> str:
    schema = hashlib.sha256(SCHEMA_PATH.read_bytes()).hexdigest()
    return f"{schema}:{knowledge_fingerprint()}"


def generation_key(**parts: Any) -> str:
    """`parts` are the prompt, the engine with its model, the wished design type and the owner."""
    whole = json.dumps([_versions(), parts], sort_keys=True, default=str)
    return f"generation:{hashlib.sha256(whole.encode()).hexdigest()}"


class Slot:
    """The place of one answer in the cache: found there, or to be filled by us.

    Of equal prompts at once the first marks the place; the others wait for what it puts there.
    """

    def __init__(self, key: str) -> None:
        self.key = key
        self.mine = False
        self.writes = CacheWrites()
        """What is to be written when the answer is there, in one go."""

    def __enter__(self) -> Self:
        deadline = time.monotonic() + WAIT_SECONDS
        self.mine = cache.add(self.key, PENDING, timeout=WAIT_SECONDS)
        self.spec_id = None if self.mine else cache.get(self.key)
        while self.spec_id == PENDING and time.monotonic() < deadline:
            time.sleep(LOOK_EVERY_SECONDS)
            self.spec_id = cache.get(self.key)
        if self.spec_id == PENDING:
            self.spec_id = None
        return self

    def __exit__(self, *failure: object) -> None:
        if self.mine:
            self.writes.delete(self.key)
        if 1 in self.writes.send():
            # The first of its kind was counted.
            cache.add(SINCE, time.time(), timeout=None)
        count_entries()

    def find(self) -> Spec | None:
        """The spec while it is as it was generated: an edited one is another answer."""
        if self.spec_id is None:
            return None
        spec = Spec.objects.select_related("latest", "owner").filter(pk=self.spec_id).first()
        return spec if spec is not None and spec.latest.number == 1 else None

    def keep(self, spec_id: uuid.UUID) -> None:
        self.writes.set(self.key, str(spec_id), settings.GENERATION_CACHE_SECONDS)
        self.mine = False

    def count(self, *, hit: bool) -> None:
        """Where every process counts: in the metrics, and in the cache that is shared."""
        CACHE_LOOKUPS.labels("hit" if hit else "miss").inc()
        self.writes.count(HITS if hit else MISSES)


def count_entries() -> None:
    # Django's memory cache publishes no count.
    CACHE_ENTRIES.set(len(getattr(cache, "_cache", ())))
