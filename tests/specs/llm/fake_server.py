"""A server on loopback that speaks the Chat Completions API and misbehaves on demand.

The mode is the first part of the path: `http://127.0.0.1:PORT/<mode>/v1`. It keeps a ledger of the
tokens of every reply that it finished sending with a count.
"""

import json
import socketserver
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, cast

from tests.specs.llm.canned import (
    COMPLETION_TOKENS,
    GOOD,
    GOOD_TEXT,
    INJECTED,
    PROMPT_TOKENS,
    ROBOT,
    SECRET_OF_THE_ENDPOINT,
    XSS,
    completion,
    without_choices,
)


@dataclass
class Ledger:
    calls: Counter[str] = field(default_factory=Counter)
    tokens: Counter[str] = field(default_factory=Counter)
    requests: list[dict[str, Any]] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)


Connection = Any
Answer = Callable[[Connection], None]


def plain(
    status: int,
    body: bytes,
    kind: str = "application/json",
    headers: str = "",
    *,
    counts: bool = False,
) -> Answer:
    def answer(connection: Connection) -> None:
        head = (
            f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
            f"Connection: close\r\n{headers}\r\n"
        )
        if counts:
            # Before the last byte: the client may be done before this thread runs again.
            connection.count()
        connection.write(head.encode() + body)

    return answer


def says(content: str | None, finish: str = "stop", **message: Any) -> Answer:
    return plain(200, completion(content, finish, **message), counts=True)


def fails(status: int, headers: str = "") -> Answer:
    body = {"error": {"message": f"boom {SECRET_OF_THE_ENDPOINT}", "code": None}}
    return plain(status, json.dumps(body).encode(), headers=headers)


def hang(connection: Connection) -> None:
    connection.pause(3600)


def trickle(connection: Connection) -> None:
    body = completion(json.dumps(GOOD))
    head = (
        f"HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    connection.write(head.encode())
    for byte in body:
        connection.write(bytes([byte]))
        connection.pause(0.1)


def slow(connection: Connection) -> None:
    connection.pause(1.5)
    says(GOOD_TEXT)(connection)


def trickled_head(connection: Connection) -> None:
    for byte in b"HTTP/1.1 200 X\r\nX-Padding: " + b"a" * 5000:
        connection.write(bytes([byte]))
        connection.pause(0.1)


def reset(connection: Connection) -> None:
    connection.reset()


def cut(connection: Connection) -> None:
    body = completion(json.dumps(GOOD))
    head = "HTTP/1.1 200 X\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n"
    connection.write(head.encode() + body[:80])


def huge(connection: Connection) -> None:
    connection.write(
        b"HTTP/1.1 200 X\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n"
        b'{"choices": [{"message": {"content": "'
    )
    for _ in range(100 * 16):
        connection.write(b"a" * 65536)
    connection.write(b'"}, "finish_reason": "stop"}]}')


# The modes of a fault matrix; `refused` is an address where nobody listens.
FAULTS: dict[str, Answer] = {
    "ok": says(GOOD_TEXT),
    "429": fails(429),
    "ra1": fails(429, "Retry-After: 1\r\n"),
    "ra121": fails(429, "Retry-After: 121\r\n"),
    "400": fails(400),
    "401": fails(401),
    "404": fails(404),
    "500": fails(500),
    "503": fails(503),
    "hang": hang,
    "trickle": trickle,
    "reset": reset,
    "cut": cut,
    "trunc": says(GOOD_TEXT[:20], "length"),
    "prose": says(f"Sure! Here is your JSON:\n```json\n{GOOD_TEXT}\n```\nAnything else?"),
    "wrong": says(json.dumps({"foo": 1, "type": ["a"]})),
    "nochoices": plain(200, without_choices(), counts=True),
    "nullcontent": says(None),
    "html": plain(200, b"<html>no</html>", "text/html"),
    "notjson": plain(200, b"}{"),
    "xss": says(json.dumps(XSS)),
    "inject": says(json.dumps(INJECTED)),
    "deep": says("[" * 100_000),
    "nul": says('{"type": "a\\u0000b"}'),
    "huge": huge,
    "redir": plain(307, b"", headers="Location: http://localhost:1/ok/v1/chat/completions\r\n"),
}
# Beyond the matrix: what else real endpoints and hostile ones do.
MORE: dict[str, Answer] = {
    "head": trickled_head,
    "refusal": says(None, refusal=f"I cannot {SECRET_OF_THE_ENDPOINT}"),
    "filter": says("", "content_filter"),
    "gzip": plain(200, b"\x1f\x8b", headers="Content-Encoding: gzip\r\n"),
    "surrogate": says(GOOD_TEXT.replace("Daylight", "Day\\ud800light\\u0000")),
    "hugeerror": plain(500, b"a" * 3_000_000),
    "deepbody": plain(200, b"[" * 100_000),
    "negative": plain(429, b"{}", headers="Retry-After: -5\r\n"),
    "quota": plain(429, b'{"error": {"message": "x", "code": "insufficient_quota"}}'),
    "nousage": plain(200, completion(GOOD_TEXT).replace(b'"usage"', b'"other"')),
}


def heeding(connection: Connection) -> None:
    """Nothing but a title at first, and what was missing once it is told so."""
    told = "criticism" in connection.owner.ledger.requests[-1]["messages"][-1]["content"]
    bare = {**ROBOT, "dimensions": {}, "performance": []}
    says(json.dumps(ROBOT if told else bare))(connection)


# Those that take their time or heed what they are told: for tests of what goes on around them.
STAGED: dict[str, Answer] = {"slow": slow, "heeding": heeding}


class FakeServer(socketserver.ThreadingTCPServer):
    """Start it with `start`, end it with `stop`; what it was asked is in `ledger`."""

    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.ledger = Ledger()
        self.over = threading.Event()
        self._thread = threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True)

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def url(self, mode: str) -> str:
        return f"http://127.0.0.1:{self.port}/{mode}/v1"

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self.over.set()
        self.shutdown()
        self.server_close()


class _Handler(socketserver.StreamRequestHandler):
    mode = ""

    def handle(self) -> None:
        try:
            self.answer()
        except OSError:
            return  # the client has left, as it should from most of these

    def answer(self) -> None:
        line = self.rfile.readline().decode("latin-1").split()
        if len(line) < 2:
            return
        self.mode = line[1].split("/")[1]
        length, ledger = 0, self.owner.ledger
        while header := self.rfile.readline().strip():
            name, _, value = header.decode("latin-1").partition(":")
            if name.lower() == "content-length":
                length = int(value)
            elif name.lower() == "authorization":
                ledger.keys.add(value.strip())
        ledger.requests.append(json.loads(self.rfile.read(length)))
        ledger.calls[self.mode] += 1
        (FAULTS | MORE | STAGED)[self.mode](self)

    @property
    def owner(self) -> FakeServer:
        return cast(FakeServer, self.server)

    def write(self, data: bytes) -> None:
        self.wfile.write(data)
        self.wfile.flush()

    def count(self) -> None:
        self.owner.ledger.tokens["prompt"] += PROMPT_TOKENS
        self.owner.ledger.tokens["completion"] += COMPLETION_TOKENS

    def pause(self, seconds: float) -> None:
        if self.owner.over.wait(seconds):
            raise ConnectionAbortedError

    def reset(self) -> None:
        # SO_LINGER with zero seconds sends RST instead of FIN.
        self.connection.setsockopt(1, 13, b"\x01\x00\x00\x00\x00\x00\x00\x00")
        self.connection.close()
