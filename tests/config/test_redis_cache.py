"""A Redis that is away costs its timeout once, and the cache goes on in memory."""

import socket
import time
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache as default_cache

from accounts.cache_writes import CacheWrites
from accounts.redis_trips import Command, RedisTrips
from config.redis_cache import LEFT_ALONE_SECONDS, ResilientRedisCache

OPTIONS = {"SOCKET_CONNECT_TIMEOUT": 0.2, "SOCKET_TIMEOUT": 0.2}


def cache_at(port: int) -> ResilientRedisCache:
    return ResilientRedisCache(f"redis://127.0.0.1:{port}/0", {"OPTIONS": OPTIONS})


@pytest.fixture
def frozen_port() -> Iterator[int]:
    """A server that takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@pytest.fixture
def closed_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def test_a_closed_port_is_memory(closed_port: int) -> None:
    cache = cache_at(closed_port)
    cache.set("a", 1)
    assert cache.get("a") == 1
    assert cache.incr("a") == 2
    assert cache.get_many(["a", "b"]) == {"a": 2}
    assert not cache.answers


def test_a_frozen_one_is_waited_for_once(frozen_port: int) -> None:
    cache = cache_at(frozen_port)
    started = time.monotonic()
    cache.set("a", 1)
    first = time.monotonic() - started
    for _ in range(50):
        assert cache.get("a") == 1
    rest = time.monotonic() - started - first
    assert first < LEFT_ALONE_SECONDS
    assert rest < first


def test_writes_that_belong_together_are_made_in_memory_too(closed_port: int) -> None:
    cache = cache_at(closed_port)
    cache.set("old", 1)
    assert cache.write_together(together()) == [1, 1]
    assert cache.write_together(together()) == [2, 2]
    assert cache.get_many(["new", "old", "hits"]) == {"new": ["a"], "hits": 2}


def test_redis_takes_them_in_one_trip(monkeypatch: pytest.MonkeyPatch) -> None:
    if not hasattr(default_cache, "write_together"):
        pytest.skip("this run has no Redis")
    default_cache.set("old", 1)
    trips: list[int] = []
    ask = RedisTrips.ask

    def counting(self: RedisTrips, *commands: Command) -> list[Any]:
        trips.append(len(commands))
        return ask(self, *commands)

    monkeypatch.setattr(RedisTrips, "ask", counting)
    assert together().send() == [1, 1]
    assert together().send() == [2, 2]
    assert trips == [4, 4]
    assert default_cache.get_many(["new", "old", "hits"]) == {"new": ["a"], "hits": 2}


def together() -> CacheWrites:
    writes = CacheWrites()
    writes.set("new", ["a"], 60)
    writes.delete("old")
    writes.count("hits")
    writes.count("misses")
    return writes
