"""`/cache-stats`: how the generation cache does, counted over every process that shares it."""

import time
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.core.cache import cache
from prometheus_client import REGISTRY, CollectorRegistry, multiprocess

from config.env import has_shared_metrics
from specs.cache import HITS, MISSES, SINCE

STARTED = time.time()


def cache_stats() -> dict[str, Any]:
    shared = "redis" in settings.CACHES["default"]["BACKEND"]
    hits, misses, since = counted_in_cache() if shared else counted_in_metrics()
    lookups = hits + misses
    return {
        "backend": "redis" if shared else "memory",
        "redis": bool(getattr(cache, "answers", False)) if shared else None,
        "hits": hits,
        "misses": misses,
        "hit_rate": round(hits / lookups, 4) if lookups else None,
        "entries": entries() if not shared else None,
        "since": datetime.fromtimestamp(since, UTC).isoformat(),
    }


def counted_in_cache() -> tuple[int, int, float]:
    """Redis counts for every machine."""
    found = cache.get_many([HITS, MISSES, SINCE])
    return int(found.get(HITS, 0)), int(found.get(MISSES, 0)), float(found.get(SINCE, STARTED))


def counted_in_metrics() -> tuple[int, int, float]:
    """Without Redis each worker has its own cache; the metrics add them up."""
    registry: Any = REGISTRY
    if has_shared_metrics():
        registry = CollectorRegistry()
        multiprocess.MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    counts = {"hit": 0, "miss": 0}
    for metric in registry.collect():
        for sample in metric.samples:
            if sample.name == "p2j_generation_cache_total":
                counts[sample.labels["result"]] += int(sample.value)
    return counts["hit"], counts["miss"], STARTED


def entries() -> int:
    # What Django's memory cache holds in this process; it publishes no count.
    return len(getattr(cache, "_cache", ()))
