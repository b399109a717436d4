"""Server-sent events: a response that goes on, and how many of them a process can carry."""

import json
import logging
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from django.conf import settings
from django.http import StreamingHttpResponse
from rest_framework import exceptions, status
from rest_framework.renderers import BaseRenderer
from rest_framework.settings import api_settings

from accounts.api.idempotency import HeldKey
from accounts.journal import DATABASE_AWAY
from specs.design import JSON
from specs.generation.snapshots import settled
from specs.services import SpecStream, StreamEvent

logger = logging.getLogger(__name__)

MEDIA_TYPE = "text/event-stream"
RETRY_AFTER_SECONDS = 5
Problem = Callable[[Exception], dict[str, Any]]
# From the stored spec: the status, headers and body that it would be answered with at once.
Answer = tuple[int, dict[str, str], Any]
Present = Callable[[Any], Answer]


class TooManyStreams(exceptions.APIException):
    """A stream holds a thread until it ends; some are kept for plain requests."""

    status_code = status.HTTP_503_SERVICE_UNAVAILABLE
    default_code = "too_many_streams"
    default_detail = "Too many streams are open. Ask without streaming, or a little later."
    wait = RETRY_AFTER_SECONDS


class EventStreamRenderer(BaseRenderer):
    """Lets clients ask for the media type; what it renders itself are errors before the stream."""

    media_type = MEDIA_TYPE
    format = "event-stream"
    charset = "utf-8"

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> Any:
        return _json(data)


class Slots:
    """How many streams this process carries now."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.taken = 0

    def take(self) -> None:
        """Raises TooManyStreams."""
        with self._lock:
            if self.taken >= settings.STREAMS_PER_WORKER:
                raise TooManyStreams
            self.taken += 1

    def give_back(self) -> None:
        with self._lock:
            self.taken -= 1


slots = Slots()


class EventStream:
    """The bytes of a stream. Closing it gives its slot back, also before the first byte.

    What was begun is brought to its end when the client goes away: it may have cost tokens, and a
    client that sends its Idempotency-Key again gets the answer.
    """

    def __init__(self, events: SpecStream, *, present: Present, problem: Problem) -> None:
        slots.take()
        self.key: HeldKey | None = None
        self._open = True
        self._present, self._problem = present, problem
        self._begun = False
        self._lines = self._worded(events)

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        self._begun = True
        try:
            return next(self._lines)
        except StopIteration:
            self.close()
            raise

    def close(self) -> None:
        if not self._open:
            return
        self._open = False
        try:
            for _ in self._lines if self._begun else ():
                pass  # nobody listens any more
        finally:
            self._settle(HeldKey.release)
            slots.give_back()

    def _worded(self, events: SpecStream) -> Iterator[bytes]:
        try:
            for event in events:
                yield self._line(event)
        except Exception as error:  # noqa: BLE001 - worded by the view's handler, as elsewhere
            self._settle(HeldKey.release)
            yield _line("error", self._problem(error))

    def _line(self, event: StreamEvent) -> bytes:
        if event.name == "waiting":
            return b": waiting\n\n"
        if event.name != "spec":
            return _line(event.name, event.data)
        status_code, headers, body = self._present(event.data)
        text = _json(body).decode()
        # Before the client reads of it, so that it may send the key again at once.
        self._settle(lambda key: key.keep(status_code=status_code, headers=headers, body=text))
        return _line("spec", body)

    def _settle(self, settle: Callable[[HeldKey], None]) -> None:
        """Once: whatever happens first keeps the answer or releases the key."""
        key, self.key = self.key, None
        if key is None:
            return
        try:
            settle(key)
        except DATABASE_AWAY:
            logger.warning("database away: an Idempotency-Key is held until its claim runs out")


class StreamedAnswer(StreamingHttpResponse):
    def __init__(self, lines: Iterable[bytes], headers: Mapping[str, str] | None = None) -> None:
        super().__init__(lines, content_type=f"{MEDIA_TYPE}; charset=utf-8", headers=headers)
        self["Cache-Control"] = "no-store"
        # nginx collects answers before it passes them on, unless it is told not to.
        self["X-Accel-Buffering"] = "no"


class LiveAnswer(StreamedAnswer):
    """`present` words the stored spec, `problem` what goes wrong on the way."""

    def __init__(self, events: SpecStream, *, present: Present, problem: Problem) -> None:
        self._events = EventStream(events, present=present, problem=problem)
        super().__init__(self._events)

    def hold(self, key: HeldKey) -> None:
        """Take over the request's Idempotency-Key: the answer is known at the end only."""
        self._events.key = key


def replayed_answer(body: JSON, headers: Mapping[str, str]) -> StreamedAnswer:
    """A stream whose end is known: `body` is what the spec was answered with."""
    lines = [
        _line("progress", {"stage": "replaying", "engine": body["engine"]}),
        _line("snapshot", settled(body["spec"])),
        _line("spec", body),
    ]
    return StreamedAnswer(lines, headers)


def _line(name: str, data: Any) -> bytes:
    return b"event: " + name.encode() + b"\ndata: " + _json(data) + b"\n\n"


def _json(data: Any) -> bytes:
    renderer: Any = api_settings.DEFAULT_RENDERER_CLASSES[0]
    rendered: bytes = renderer().render(data, "application/json", {})
    # An event's data is one line: indentation would end it.
    if b"\n" in rendered:
        return json.dumps(json.loads(rendered)).encode()
    return rendered
