"""Writes to the cache that belong to one answer: one round trip where the cache is Redis."""

from dataclasses import dataclass, field
from typing import Any

from django.core.cache import cache
from django.core.cache.backends.base import BaseCache


@dataclass(slots=True)
class CacheWrites:
    """Noted now, sent together. `timeout` is in seconds; None keeps a value for ever."""

    values: list[tuple[str, Any, float | None]] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    counted: list[str] = field(default_factory=list)

    def set(self, key: str, value: Any, timeout: float | None) -> None:
        self.values.append((key, value, timeout))

    def delete(self, key: str) -> None:
        self.deleted.append(key)

    def count(self, key: str) -> None:
        """One more of it; the first where nothing was counted yet."""
        self.counted.append(key)

    def send(self) -> list[int]:
        """What the counters stand at now, in the order in which they were named."""
        if hasattr(cache, "write_together"):
            counts: list[int] = cache.write_together(self)
            return counts
        return self.one_by_one(cache)

    def one_by_one(self, backend: BaseCache) -> list[int]:
        """For a cache to which no way is long."""
        for key, value, timeout in self.values:
            backend.set(key, value, timeout)
        for key in self.deleted:
            backend.delete(key)
        return [_counted(backend, key) for key in self.counted]


def _counted(backend: BaseCache, key: str) -> int:
    backend.add(key, 0, timeout=None)
    return backend.incr(key)
