"""Sliding counters: in Redis where the cache is, shared by all processes; in memory otherwise."""

import logging
import math
import time
from dataclasses import dataclass
from functools import lru_cache

import limits
from django.conf import settings
from limits.errors import StorageError
from limits.storage import MemoryStorage, RedisStorage
from limits.strategies import MovingWindowRateLimiter
from redis.backoff import NoBackoff
from redis.retry import Retry

logger = logging.getLogger(__name__)

# A limit must never cost more than the work it guards: an answer that takes longer than this is
# as good as none, and Redis is left alone for a while after it.
PATIENCE_SECONDS = 0.1
LEFT_ALONE_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a call may go on, and the numbers of its headers."""

    allowed: bool
    quota: int
    window: int
    remaining: int
    reset: int


class Counters:
    """The `limits` library's moving window, with memory to fall back on."""

    def __init__(self, redis_url: str | None, key_prefix: str) -> None:
        self.memory = MovingWindowRateLimiter(MemoryStorage())
        self.shared = self.connect(redis_url, key_prefix) if redis_url else None
        self.left_alone_until = 0.0

    @staticmethod
    def connect(redis_url: str, key_prefix: str) -> MovingWindowRateLimiter:
        storage = RedisStorage(
            redis_url,
            key_prefix=key_prefix,
            wrap_exceptions=True,
            socket_timeout=PATIENCE_SECONDS,
            socket_connect_timeout=PATIENCE_SECONDS,
            # Each round trip of the handshake could take the whole patience: there are few.
            protocol=2,
            driver_info=None,  # type: ignore[arg-type]
            retry=Retry(NoBackoff(), 0),  # type: ignore[arg-type]
        )
        return MovingWindowRateLimiter(storage)

    def hit(self, rate: str, *bucket: str) -> Verdict:
        """Count one call, unless the window is full."""
        item = limits.parse(rate)
        if self.shared is not None and time.monotonic() >= self.left_alone_until:
            started = time.monotonic()
            try:
                return self.count(self.shared, item, bucket)
            except StorageError as problem:
                self.leave_alone(type(problem.storage_error).__name__)
            finally:
                if time.monotonic() - started > PATIENCE_SECONDS:
                    self.leave_alone("slow")
        return self.count(self.memory, item, bucket)

    def clear(self, rate: str, *bucket: str) -> None:
        """Forget the calls of a bucket."""
        item = limits.parse(rate)
        self.memory.clear(item, *bucket)
        if self.shared is not None and time.monotonic() >= self.left_alone_until:
            try:
                self.shared.clear(item, *bucket)
            except StorageError as problem:
                self.leave_alone(type(problem.storage_error).__name__)

    def reset(self) -> None:
        """Forget every call: for tests."""
        self.left_alone_until = 0.0
        for limiter in (self.memory, self.shared):
            if limiter is not None:
                limiter.storage.reset()

    def leave_alone(self, reason: str) -> None:
        logger.warning("rate limits count in memory: Redis is %s", reason)
        self.left_alone_until = time.monotonic() + LEFT_ALONE_SECONDS

    @staticmethod
    def count(
        limiter: MovingWindowRateLimiter, item: limits.RateLimitItem, bucket: tuple[str, ...]
    ) -> Verdict:
        allowed = limiter.hit(item, *bucket)
        stats = limiter.get_window_stats(item, *bucket)
        return Verdict(
            allowed=allowed,
            quota=item.amount,
            window=item.get_expiry(),
            # Another call may have left the window in between; a refused one has nothing left.
            remaining=max(0, stats.remaining) if allowed else 0,
            reset=max(1, math.ceil(stats.reset_time - time.time())),
        )


def counters() -> Counters:
    cache = settings.CACHES["default"]
    redis_url = str(cache["LOCATION"]) if "redis" in cache["BACKEND"].lower() else None
    return _counters(redis_url, f"{cache.get('KEY_PREFIX') or 'p2j'}:limits")


@lru_cache(maxsize=4)
def _counters(redis_url: str | None, key_prefix: str) -> Counters:
    return Counters(redis_url, key_prefix)
