"""The cache of a deployment: Redis, and this process's memory while Redis is away.

A frozen Redis costs its timeout once; after that it is left alone for some seconds, so that a
request never waits for it again and again.
"""

import logging
import time
from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.core.cache.backends.locmem import LocMemCache
from django_redis.cache import RedisCache
from django_redis.exceptions import ConnectionInterrupted
from redis.exceptions import RedisError

from accounts.cache_writes import CacheWrites
from accounts.redis_trips import Command, RedisTrips

logger = logging.getLogger(__name__)

Answer = TypeVar("Answer")
LEFT_ALONE_SECONDS = 5.0
AWAY = (ConnectionInterrupted, RedisError, OSError)
# What Django's cache interface is made of, and what Redis adds that this project uses.
OPERATIONS = (
    *("get", "set", "touch", "delete", "get_many", "set_many", "delete_many"),
    *("has_key", "incr", "decr", "clear", "get_or_set"),
)


class ResilientRedisCache(BaseCache):
    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(params)
        self.redis = RedisCache(server, params)
        memory = {"KEY_PREFIX": params.get("KEY_PREFIX", ""), "OPTIONS": {"MAX_ENTRIES": 2000}}
        self.memory = LocMemCache("redis-away", memory)
        self.left_alone_until = 0.0

    @property
    def answers(self) -> bool:
        """False while Redis is being left alone."""
        return time.monotonic() >= self.left_alone_until

    def perform(self, operation: str, *args: Any, **kwargs: Any) -> Any:
        return self.attempt(
            lambda: getattr(self.redis, operation)(*args, **kwargs),
            lambda: getattr(self.memory, operation)(*args, **kwargs),
        )

    def attempt(self, redis: Callable[[], Answer], memory: Callable[[], Answer]) -> Answer:
        if self.answers:
            try:
                return redis()
            except AWAY as problem:
                self.left_alone_until = time.monotonic() + LEFT_ALONE_SECONDS
                logger.warning("Redis away: %s; the cache is in memory", type(problem).__name__)
        return memory()

    def add(
        self, key: str, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> bool:
        if (
            version is not None
            or timeout is DEFAULT_TIMEOUT
            or (timeout is not None and timeout <= 0)
        ):
            return bool(self.perform("add", key, value, timeout, version))
        return self.attempt(
            lambda: bool(self.trips.ask((*self.set_command(key, value, timeout), "NX"))[0]),
            lambda: self.memory.add(key, value, timeout),
        )

    def write_together(self, writes: CacheWrites) -> list[int]:
        """One round trip. Returns what the counters stand at now."""
        return self.attempt(lambda: self.written(writes), lambda: writes.one_by_one(self.memory))

    def written(self, writes: CacheWrites) -> list[int]:
        name = self.redis.client.make_key
        # Each write stands for itself: a transaction would only hold the others up.
        answers = self.trips.ask(
            *(self.set_command(*write) for write in writes.values),
            *(("DEL", name(key)) for key in writes.deleted),
            *(("INCR", name(key)) for key in writes.counted),
        )
        return [int(count) for count in answers[len(answers) - len(writes.counted) :]]

    def set_command(self, key: str, value: Any, timeout: float | None) -> Command:
        """As django-redis words it, so that either may read what the other wrote."""
        client = self.redis.client
        command = ("SET", client.make_key(key), client.encode(value))
        return command if timeout is None else (*command, "PX", int(timeout * 1000))

    @cached_property
    def trips(self) -> RedisTrips:
        return RedisTrips(self.redis.client.get_client(write=True).connection_pool)

    def keys(self, pattern: str) -> list[str]:
        """The keys of this project's prefix that match: for people who look, not for requests."""
        found: list[str] = self.redis.keys(pattern) if self.answers else []
        return found

    def delete_pattern(self, pattern: str) -> Any:
        """Empty one prefix only; memory has nothing else in it."""
        self.memory.clear()
        return self.redis.delete_pattern(pattern) if self.answers else 0


def _operation(name: str) -> Any:
    def perform(self: ResilientRedisCache, *args: Any, **kwargs: Any) -> Any:
        return self.perform(name, *args, **kwargs)

    perform.__name__ = name
    return perform


for _name in OPERATIONS:
    setattr(ResilientRedisCache, _name, _operation(_name))
