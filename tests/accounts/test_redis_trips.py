"""The short way to Redis stands closed connections, refused commands and forks."""

import os
import select
import socket
import threading
from collections.abc import Iterator

import pytest
from redis import ConnectionPool
from redis.exceptions import RedisError, ResponseError

from accounts.redis_trips import RedisTrips


class Server:
    """Answers as many lines as it is told to, to each message it gets; counts who comes."""

    def __init__(self) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.answers: list[bytes | None] = []
        self.visits = 0
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self) -> None:
        while True:
            try:
                visitor, _ = self.socket.accept()
            except OSError:
                return
            self.visits += 1
            with visitor:
                while self.answers and visitor.recv(4096):
                    answer = self.answers.pop(0)
                    if answer is None:
                        break
                    visitor.sendall(answer)
                    if self.answers and self.answers[0] is None:
                        self.answers.pop(0)
                        break


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    with server.socket:
        yield server


@pytest.fixture
def trips(server: Server) -> RedisTrips:
    port = server.socket.getsockname()[1]
    pool = ConnectionPool(
        host="127.0.0.1", port=port, protocol=2, driver_info=None, socket_timeout=5, retry=None
    )
    return RedisTrips(pool)


def test_all_answers_come_in_one_trip(server: Server, trips: RedisTrips) -> None:
    server.answers = [b"+OK\r\n:3\r\n"]
    assert trips.ask(("SET", "a", 1), ("INCR", "b")) == [b"OK", 3]


def test_one_connection_serves_a_thread(server: Server, trips: RedisTrips) -> None:
    server.answers = [b":1\r\n", b":2\r\n"]
    assert [trips.ask(("INCR", "a")), trips.ask(("INCR", "a"))] == [[1], [2]]
    assert server.visits == 1


def test_a_refused_command_leaves_no_answer_behind(server: Server, trips: RedisTrips) -> None:
    server.answers = [b"-WRONGTYPE of key\r\n:7\r\n", b":8\r\n"]
    with pytest.raises(ResponseError, match="WRONGTYPE"):
        trips.ask(("INCR", "a"), ("INCR", "b"))
    assert trips.ask(("INCR", "b")) == [8]


def test_a_connection_that_was_closed_is_made_anew(server: Server, trips: RedisTrips) -> None:
    server.answers = [b":1\r\n", None, b":2\r\n"]
    assert trips.ask(("INCR", "a")) == [1]
    select.select([trips.kept.connection._sock], [], [], 5)
    assert trips.ask(("INCR", "a")) == [2]
    assert server.visits == 2


def test_a_server_that_hangs_up_is_an_error(server: Server, trips: RedisTrips) -> None:
    server.answers = [None]
    with pytest.raises(RedisError):
        trips.ask(("INCR", "a"))


def test_a_fork_has_a_connection_of_its_own(
    server: Server, trips: RedisTrips, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.answers = [b":1\r\n", None, b":2\r\n"]
    trips.ask(("INCR", "a"))
    of_parent = trips.kept.connection
    pid = os.getpid()
    monkeypatch.setattr(os, "getpid", lambda: pid + 1)
    assert trips.ask(("INCR", "a")) == [2]
    assert trips.kept.connection is not of_parent
