"""A Redis that is away costs its timeout once, and the cache goes on in memory."""

import socket
import time
from collections.abc import Iterator

import pytest

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
