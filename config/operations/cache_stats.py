"""`/cache-stats`: how the generation cache does, counted over every process that shares it."""

import time
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.core.cache import cache

from config.operations.metrics import process_figures, registry
from specs.cache import HITS, MISSES, SINCE


def cache_stats() -> dict[str, Any]:
    shared = "redis" in settings.CACHES["default"]["BACKEND"]
    hits, misses, since, entries = counted_in_cache() if shared else counted_in_metrics()
    lookups = hits + misses
    return {
        "backend": "redis" if shared else "memory",
        "redis": bool(getattr(cache, "answers", False)) if shared else None,
        "hits": hits,
        "misses": misses,
        "hit_rate": round(hits / lookups, 4) if lookups else None,
        "entries": entries,
        "since": datetime.fromtimestamp(since, UTC).isoformat(),
    }


def counted_in_cache() -> tuple[int, int, float, None]:
    """Redis counts for every machine. Its entries are not only ours, so they are not told."""
    since: Any = cache.get_or_set(SINCE, time.time, timeout=None)
    found = cache.get_many([HITS, MISSES])
    return int(found.get(HITS, 0)), int(found.get(MISSES, 0)), float(since), None


def counted_in_metrics() -> tuple[int, int, float, int]:
    """Without Redis each process has its own cache; the metrics add them up.

    The entries of another process are those of its last lookup or scrape.
    """
    process_figures()
    sums = {
        (sample.name, sample.labels.get("result", "")): sample.value
        for metric in registry().collect()
        for sample in metric.samples
    }
    return (
        int(sums.get(("p2j_generation_cache_total", "hit"), 0)),
        int(sums.get(("p2j_generation_cache_total", "miss"), 0)),
        sums["p2j_started_seconds", ""],
        int(sums["p2j_memory_cache_entries", ""]),
    )
