"""The transport below the SDK: addresses checked at connect, a total deadline, a size limit.

A timeout per read never fires when a byte arrives now and then, so every wait of a request draws
on one deadline, in the connection's own reads: also while a header or an error body trickles in.
"""

import ssl
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from functools import partial
from typing import Any

import httpcore2
import httpx2

from specs.generation.llm.addresses import (
    ForbiddenAddress,
    IPAddress,
    Reach,
    check_resolved,
    resolve,
)
from specs.generation.llm.clock import Deadline

MAX_REPLY_BYTES = 256 * 1024
# Each event of a stream wraps a few characters of text in some 300 bytes; the text itself is held
# to MAX_REPLY_BYTES where it is put together.
MAX_STREAM_BYTES = 16 * MAX_REPLY_BYTES
CONNECT_SECONDS = 5.0
# The deadline of the call that the current thread makes; connections are shared between threads.
DEADLINE: ContextVar[Deadline | None] = ContextVar("llm_deadline", default=None)
Resolver = Callable[[str, int], list[IPAddress]]
SocketOptions = Iterable[Any]


class ReplyTooLarge(Exception):
    """The reply is longer than MAX_REPLY_BYTES, or compressed so that its length is unknown."""


def _seconds_left(timeout: float | None, late: type[Exception]) -> float | None:
    deadline = DEADLINE.get()
    if deadline is None:
        return timeout
    if deadline.remaining <= 0:
        raise late("the deadline of the request has passed")
    return deadline.remaining if timeout is None else min(timeout, deadline.remaining)


class DeadlineStream(httpcore2.NetworkStream):
    """A connection whose every wait ends with the request's deadline."""

    def __init__(self, stream: httpcore2.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _seconds_left(timeout, httpcore2.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _seconds_left(timeout, httpcore2.WriteTimeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        left = _seconds_left(timeout, httpcore2.ConnectTimeout)
        return DeadlineStream(self._stream.start_tls(ssl_context, server_hostname, left))

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class GuardedBackend(httpcore2.NetworkBackend):
    """Connects to addresses that were checked, not to names that may change in between."""

    def __init__(self, reach: Reach, resolver: Resolver = resolve) -> None:
        self._reach = reach
        self._resolver = resolver
        self._inner = httpcore2.SyncBackend()
        # getaddrinfo knows no timeout, so it waits elsewhere.
        self._lookups = ThreadPoolExecutor(max_workers=4, thread_name_prefix="llm-lookup")

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: SocketOptions | None = None,
    ) -> httpcore2.NetworkStream:
        left = _seconds_left(timeout, httpcore2.ConnectTimeout)
        try:
            addresses = self._lookups.submit(partial(self._resolver, host, port)).result(left)
            check_resolved(host, addresses, self._reach)
        except TimeoutError:
            raise httpcore2.ConnectTimeout("the name's lookup took too long") from None
        except (ForbiddenAddress, OSError) as problem:
            raise httpcore2.ConnectError(type(problem).__name__) from None
        return self._connect_any(addresses, port, timeout, local_address, socket_options)

    def _connect_any(
        self,
        addresses: list[IPAddress],
        port: int,
        timeout: float | None,
        local_address: str | None,
        socket_options: SocketOptions | None,
    ) -> httpcore2.NetworkStream:
        refused: httpcore2.ConnectError | None = None
        for address in addresses:
            left = _seconds_left(timeout, httpcore2.ConnectTimeout)
            try:
                stream = self._inner.connect_tcp(
                    str(address), port, left, local_address, socket_options
                )
            except httpcore2.ConnectError as problem:
                refused = problem  # localhost is ::1 first, and many servers listen on IPv4 only
            else:
                return DeadlineStream(stream)
        raise refused or httpcore2.ConnectError("no address")


class LimitedStream(httpx2.SyncByteStream):
    """Stops reading where a reply becomes too long, error bodies included."""

    def __init__(self, stream: httpx2.SyncByteStream, limit: int) -> None:
        self._stream = stream
        self._limit = limit

    def __iter__(self) -> Iterator[bytes]:
        seen = 0
        for chunk in self._stream:
            seen += len(chunk)
            if seen > self._limit:
                raise ReplyTooLarge
            yield chunk

    def close(self) -> None:
        self._stream.close()


class GuardedTransport(httpx2.HTTPTransport):
    """HTTP over checked addresses; no proxies from the environment, no compressed replies."""

    def __init__(self, reach: Reach, resolver: Resolver = resolve) -> None:
        super().__init__(trust_env=False)
        # httpx2 has no argument for the backend; its pool is replaced before first use.
        self._pool = httpcore2.ConnectionPool(
            ssl_context=httpx2.create_ssl_context(trust_env=False),
            max_connections=64,
            max_keepalive_connections=8,
            keepalive_expiry=15.0,
            network_backend=GuardedBackend(reach, resolver),
        )


class LimitedTransport(httpx2.BaseTransport):
    """Puts the size limit around any transport: the real one, a player, a test's."""

    def __init__(self, inner: httpx2.BaseTransport) -> None:
        self._inner = inner

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        response = self._inner.handle_request(request)
        if response.headers.get("content-encoding", "identity").lower() != "identity":
            response.close()
            raise ReplyTooLarge
        if not isinstance(response.stream, httpx2.SyncByteStream):
            raise TypeError("the transport must be synchronous")
        streams = response.headers.get("content-type", "").startswith("text/event-stream")
        limit = MAX_STREAM_BYTES if streams else MAX_REPLY_BYTES
        response.stream = LimitedStream(response.stream, limit)
        return response

    def close(self) -> None:
        self._inner.close()


def http_client(transport: httpx2.BaseTransport) -> httpx2.Client:
    return httpx2.Client(
        transport=LimitedTransport(transport),
        follow_redirects=False,
        trust_env=False,
        headers={"Accept-Encoding": "identity"},
    )
