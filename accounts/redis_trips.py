"""Short ways to Redis for what every request asks of it.

The client's own way takes a connection out of a pool, keeps books about it and wraps each command
for retries: several times the work of sending a command and reading its answer.
"""

import os
import threading
from typing import Any

from redis.exceptions import RedisError, ResponseError

Command = tuple[Any, ...]
# The library types these two in part only.
Pool = Any
Connection = Any


class RedisTrips:
    """Each thread keeps one connection, made as `pool` makes its own. Nothing is tried twice."""

    def __init__(self, pool: Pool) -> None:
        self.pool = pool
        self.kept = threading.local()

    def ask(self, *commands: Command) -> list[Any]:
        """The answers to all commands, in one round trip. Raises RedisError."""
        connection = self._connection()
        connection.send_packed_command(connection.pack_commands(commands))
        answers = [_answer(connection) for _ in commands]
        for answer in answers:
            if isinstance(answer, RedisError):
                raise answer
        return answers

    def _connection(self) -> Connection:
        connection: Connection = getattr(self.kept, "connection", None)
        # A fork has its parent's threads' variables, and must not talk over its parent's socket.
        if connection is None or connection.pid != os.getpid():
            connection = self.kept.connection = self.pool.make_connection()
        connection.connect()
        if _is_stale(connection):
            connection.disconnect()
            connection.connect()
        return connection


def _is_stale(connection: Connection) -> bool:
    """Closed at the other end while nothing was asked, or with an answer nobody waited for."""
    try:
        return bool(connection.can_read())
    except RedisError:
        return True


def _answer(connection: Connection) -> Any:
    try:
        return connection.read_response()
    except ResponseError as refusal:
        # The answers behind it are still to be read.
        return refusal
