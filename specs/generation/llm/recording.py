"""Records what an endpoint answered and plays it back byte for byte, as a transport.

A run with a model can then be repeated without one: same prompts and settings, same drafts. The
key of a recorded answer is the request's body, so no credentials are in a recording.
"""

import base64
import hashlib
import json
from collections import defaultdict, deque
from pathlib import Path
from typing import Any

import httpx2

from specs.generation.llm.network import MAX_STREAM_BYTES, ReplyTooLarge

# Headers that decide how a reply is read.
KEPT_HEADERS = ("content-type", "retry-after")


class NotRecorded(httpx2.ConnectError):
    """The player was asked something that the recording has no answer to."""


def request_key(request: httpx2.Request) -> str:
    content = b"\n".join([request.method.encode(), request.url.raw_path, request.read()])
    return hashlib.sha256(content).hexdigest()


class Recorder(httpx2.BaseTransport):
    """Passes requests on to `inner` and appends each exchange to `path`, one JSON line each."""

    def __init__(self, inner: httpx2.BaseTransport, path: Path) -> None:
        self._inner = inner
        self._path = path

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        key = request_key(request)
        response = self._inner.handle_request(request)
        content = self._content(response)
        headers = {
            name: response.headers[name] for name in KEPT_HEADERS if name in response.headers
        }
        line = {
            "request": key,
            "status": response.status_code,
            "headers": headers,
            "content": base64.b64encode(content).decode("ascii"),
        }
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")
        return httpx2.Response(response.status_code, headers=headers, content=content)

    def _content(self, response: httpx2.Response) -> bytes:
        pieces, size = [], 0
        try:
            for piece in response.iter_raw():
                size += len(piece)
                if size > MAX_STREAM_BYTES:
                    raise ReplyTooLarge
                pieces.append(piece)
        finally:
            response.close()
        return b"".join(pieces)

    def close(self) -> None:
        self._inner.close()


class Player(httpx2.BaseTransport):
    """Answers from a recording: each answer once, in the order in which it was recorded."""

    def __init__(self, path: Path) -> None:
        self._answers: dict[str, deque[dict[str, Any]]] = defaultdict(deque)
        for line in path.read_text(encoding="utf-8").splitlines():
            exchange = json.loads(line)
            self._answers[exchange["request"]].append(exchange)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        answers = self._answers.get(request_key(request))
        if not answers:
            raise NotRecorded("no answer was recorded for this request", request=request)
        answer = answers.popleft()
        return httpx2.Response(
            answer["status"],
            headers=answer["headers"],
            content=base64.b64decode(answer["content"]),
        )
