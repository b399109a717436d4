"""Sliding counters: in Redis where the cache is, shared by all processes; in memory otherwise."""

import hashlib
import logging
import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import limits
from django.conf import settings
from limits.storage import MemoryStorage, RedisStorage
from limits.strategies import MovingWindowRateLimiter
from redis.backoff import NoBackoff
from redis.exceptions import NoScriptError, RedisError
from redis.retry import Retry

from accounts.redis_trips import RedisTrips

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


Bucket = tuple[str, ...]


class MemoryWindows:
    """The `limits` library's moving window, for one process."""

    def __init__(self) -> None:
        self.limiter = MovingWindowRateLimiter(MemoryStorage())

    def hit(self, item: limits.RateLimitItem, bucket: Bucket) -> Verdict:
        allowed = self.limiter.hit(item, *bucket)
        stats = self.limiter.get_window_stats(item, *bucket)
        # Another call may have left the window in between.
        wait = stats.reset_time - time.time()
        return verdict(item, allowed, item.amount - stats.remaining, wait)

    def clear(self, item: limits.RateLimitItem, bucket: Bucket) -> None:
        self.limiter.clear(item, *bucket)

    def reset(self) -> None:
        self.limiter.storage.reset()


class RedisWindows:
    """The same in Redis. `limits` would ask twice, and search the window for its end."""

    # Times of the calls, newest first, by Redis's own clock: it is the same for all machines.
    SCRIPT = b"""
        local calls, amount, window = KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2])
        local clock = redis.call('TIME')
        local now = clock[1] + clock[2] / 1000000
        local oldest = redis.call('LINDEX', calls, -1)
        while oldest and tonumber(oldest) < now - window do
            redis.call('RPOP', calls)
            oldest = redis.call('LINDEX', calls, -1)
        end
        local count = redis.call('LLEN', calls)
        local allowed = count < amount
        if allowed then
            redis.call('LPUSH', calls, string.format('%.6f', now))
            redis.call('EXPIRE', calls, window)
            count = count + 1
        end
        local wait = (oldest and tonumber(oldest) or now) + window - now
        return {allowed and 1 or 0, count, string.format('%.6f', wait)}
    """

    def __init__(self, redis_url: str, key_prefix: str) -> None:
        self.storage = RedisStorage(
            redis_url,
            key_prefix=key_prefix,
            socket_timeout=PATIENCE_SECONDS,
            socket_connect_timeout=PATIENCE_SECONDS,
            # Each round trip of the handshake could take the whole patience: there are few.
            protocol=2,
            driver_info=None,  # type: ignore[arg-type]
            retry=Retry(NoBackoff(), 0),  # type: ignore[arg-type]
        )
        client: Any = self.storage.get_connection()
        self.trips = RedisTrips(client.connection_pool)
        # Redis keeps a script under this name once it has seen it.
        self.script_name = hashlib.sha1(self.SCRIPT, usedforsecurity=False).hexdigest()

    def hit(self, item: limits.RateLimitItem, bucket: Bucket) -> Verdict:
        calls = self.storage.prefixed_key(item.key_for(*bucket))
        given = (1, calls, item.amount, item.get_expiry())
        try:
            [(allowed, count, wait)] = self.trips.ask(("EVALSHA", self.script_name, *given))
        except NoScriptError:
            [(allowed, count, wait)] = self.trips.ask(("EVAL", self.SCRIPT, *given))
        return verdict(item, bool(allowed), count, float(wait))

    def clear(self, item: limits.RateLimitItem, bucket: Bucket) -> None:
        self.storage.clear(item.key_for(*bucket))

    def reset(self) -> None:
        self.storage.reset()


def verdict(item: limits.RateLimitItem, allowed: bool, count: int, wait: float) -> Verdict:
    return Verdict(
        allowed=allowed,
        quota=item.amount,
        window=item.get_expiry(),
        # A refused call has nothing left, whatever has left the window since.
        remaining=max(0, item.amount - count) if allowed else 0,
        reset=max(1, math.ceil(wait)),
    )


class Counters:
    """Counts in Redis, and in memory while it is away or slow."""

    def __init__(self, redis_url: str | None, key_prefix: str) -> None:
        self.memory = MemoryWindows()
        self.shared = RedisWindows(redis_url, key_prefix) if redis_url else None
        self.left_alone_until = 0.0

    def hit(self, rate: str, *bucket: str) -> Verdict:
        """Count one call, unless the window is full."""
        item = parsed(rate)
        if self.shared is not None and time.monotonic() >= self.left_alone_until:
            started = time.monotonic()
            try:
                return self.shared.hit(item, bucket)
            except RedisError as problem:
                self.leave_alone(type(problem).__name__)
            finally:
                if time.monotonic() - started > PATIENCE_SECONDS:
                    self.leave_alone("slow")
        return self.memory.hit(item, bucket)

    def clear(self, rate: str, *bucket: str) -> None:
        """Forget the calls of a bucket."""
        item = parsed(rate)
        self.memory.clear(item, bucket)
        if self.shared is not None and time.monotonic() >= self.left_alone_until:
            try:
                self.shared.clear(item, bucket)
            except RedisError as problem:
                self.leave_alone(type(problem).__name__)

    def reset(self) -> None:
        """Forget every call: for tests."""
        self.left_alone_until = 0.0
        self.memory.reset()
        if self.shared is not None:
            self.shared.reset()

    def leave_alone(self, reason: str) -> None:
        logger.warning("rate limits count in memory: Redis is %s", reason)
        self.left_alone_until = time.monotonic() + LEFT_ALONE_SECONDS


# A handful of rates, each read with a pattern of the library's.
parsed: Callable[[str], limits.RateLimitItem] = lru_cache(maxsize=64)(limits.parse)


def counters() -> Counters:
    cache = settings.CACHES["default"]
    redis_url = str(cache["LOCATION"]) if "redis" in cache["BACKEND"].lower() else None
    return _counters(redis_url, f"{cache.get('KEY_PREFIX') or 'p2j'}:limits")


@lru_cache(maxsize=4)
def _counters(redis_url: str | None, key_prefix: str) -> Counters:
    return Counters(redis_url, key_prefix)
