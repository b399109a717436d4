"""Generated specs by what they were generated from: the same prompt gives the same spec again.

The key holds everything that could change the answer. The prompt counts as sent, to the character:
provenance points into it. What is kept is the spec's id only; the row stays the truth.
"""

import hashlib
import json
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache as once
from typing import Any

from django.conf import settings
from django.core.cache import cache

from specs.knowledge import fingerprint as knowledge_fingerprint
from specs.metrics import CACHE_LOOKUPS
from specs.models import Spec
from specs.schema import SCHEMA_PATH

# Equal prompts at once: the later ones wait for the first this long, then generate themselves.
WAIT_SECONDS = 25.0
LOOK_EVERY_SECONDS = 0.01
HITS, MISSES, SINCE = "generation:hits", "generation:misses", "generation:since"


@once
def _versions() -> str:
    schema = hashlib.sha256(SCHEMA_PATH.read_bytes()).hexdigest()
    return f"{schema}:{knowledge_fingerprint()}"


def generation_key(**parts: Any) -> str:
    """`parts` are the prompt, the engine with its model, the wished design type and the owner."""
    whole = json.dumps([_versions(), parts], sort_keys=True, default=str)
    return f"generation:{hashlib.sha256(whole.encode()).hexdigest()}"


def find(key: str) -> Spec | None:
    """The spec of `key` while it is as it was generated: an edited one is another answer."""
    spec_id = cache.get(key)
    spec = None
    if spec_id is not None:
        spec = Spec.objects.select_related("latest", "owner").filter(pk=spec_id).first()
        if spec is not None and spec.latest.number != 1:
            spec = None
    return spec


def keep(key: str, spec_id: uuid.UUID) -> None:
    cache.set(key, str(spec_id), settings.GENERATION_CACHE_SECONDS)


@contextmanager
def first_of_equals(key: str) -> Iterator[bool]:
    """True for the first of several equal prompts at once; the others wait for it before."""
    lock = f"{key}:lock"
    mine = cache.add(lock, 1, timeout=WAIT_SECONDS)
    deadline = time.monotonic() + WAIT_SECONDS
    while not mine and time.monotonic() < deadline:
        if cache.get(key) is not None:
            break
        time.sleep(LOOK_EVERY_SECONDS)
        mine = cache.add(lock, 1, timeout=WAIT_SECONDS)
    try:
        yield mine
    finally:
        if mine:
            cache.delete(lock)


def count(*, hit: bool) -> None:
    """Counted where every process counts: in the metrics, and in the cache that is shared."""
    CACHE_LOOKUPS.labels("hit" if hit else "miss").inc()
    name = HITS if hit else MISSES
    cache.add(SINCE, time.time(), timeout=None)
    if not cache.add(name, 1, timeout=None):
        cache.incr(name)
