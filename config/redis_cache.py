"""The cache of a deployment: Redis, and this process's memory while Redis is away.

A frozen Redis costs its timeout once; after that it is left alone for some seconds, so that a
request never waits for it again and again.
"""

import logging
import time
from collections.abc import Callable
from typing import Any, TypeVar

from django.core.cache.backends.base import BaseCache
from django.core.cache.backends.locmem import LocMemCache
from django_redis.cache import RedisCache
from django_redis.exceptions import ConnectionInterrupted
from redis.exceptions import RedisError

from accounts.cache_writes import CacheWrites

logger = logging.getLogger(__name__)

Answer = TypeVar("Answer")
LEFT_ALONE_SECONDS = 5.0
AWAY = (ConnectionInterrupted, RedisError, OSError)
# What Django's cache interface is made of, and what Redis adds that this project uses.
OPERATIONS = (
    *("add", "get", "set", "touch", "delete", "get_many", "set_many", "delete_many"),
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

    def write_together(self, writes: CacheWrites) -> list[int]:
        """One round trip. Returns what the counters stand at now."""
        return self.attempt(lambda: self.pipelined(writes), lambda: writes.one_by_one(self.memory))

    def pipelined(self, writes: CacheWrites) -> list[int]:
        client = self.redis.client
        # Each write stands for itself: a transaction would only hold the others up.
        with client.get_client(write=True).pipeline(transaction=False) as pipe:
            for key, value, timeout in writes.values:
                client.set(key, value, timeout, client=pipe)
            for key in writes.deleted:
                client.delete(key, client=pipe)
            for key in writes.counted:
                pipe.incr(client.make_key(key))
            answers = pipe.execute()
        return [int(count) for count in answers[len(answers) - len(writes.counted) :]]

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
