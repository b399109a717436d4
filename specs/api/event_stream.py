"""Server-sent events: a response that goes on, and how many of them a process can carry."""

import json
import logging
import threading
from collections.abc import Callable, Generator, Iterator, Mapping
from typing import Any

from django.conf import settings
from django.http import StreamingHttpResponse
from rest_framework import exceptions, status
from rest_framework.renderers import BaseRenderer
from rest_framework.settings import api_settings

from specs.services import SpecStream, StreamEvent

logger = logging.getLogger(__name__)

MEDIA_TYPE = "text/event-stream"
RETRY_AFTER_SECONDS = 5
Problem = Callable[[Exception], dict[str, Any]]
Present = Callable[[Any], Any]


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
    """The bytes of a stream. Closing it gives its slot back, also before the first byte."""

    def __init__(self, events: SpecStream, *, present: Present, problem: Problem) -> None:
        slots.take()
        self._open = True
        self._lines = self._write(events, present, problem)

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        try:
            return next(self._lines)
        except StopIteration:
            self.close()
            raise

    def close(self) -> None:
        if self._open:
            self._open = False
            slots.give_back()
            self._lines.close()

    def _write(
        self, events: SpecStream, present: Present, problem: Problem
    ) -> Generator[bytes, None, None]:
        try:
            for event in events:
                yield _line(event, present)
        except Exception as error:  # noqa: BLE001 - worded by the view's handler, as elsewhere
            yield _line(StreamEvent("error", problem(error)), present)


def stream_response(
    events: SpecStream, *, present: Present, problem: Problem
) -> StreamingHttpResponse:
    """`present` words the stored spec, `problem` what goes wrong on the way."""
    stream = EventStream(events, present=present, problem=problem)
    response = StreamingHttpResponse(stream, content_type=f"{MEDIA_TYPE}; charset=utf-8")
    response["Cache-Control"] = "no-store"
    # nginx collects answers before it passes them on, unless it is told not to.
    response["X-Accel-Buffering"] = "no"
    return response


def _line(event: StreamEvent, present: Present) -> bytes:
    if event.name == "waiting":
        return b": waiting\n\n"
    data = present(event.data) if event.name == "spec" else event.data
    return b"event: " + event.name.encode() + b"\ndata: " + _json(data) + b"\n\n"


def _json(data: Any) -> bytes:
    renderer: Any = api_settings.DEFAULT_RENDERER_CLASSES[0]
    rendered: bytes = renderer().render(data, "application/json", {})
    # An event's data is one line: indentation would end it.
    if b"\n" in rendered:
        return json.dumps(json.loads(rendered)).encode()
    return rendered
