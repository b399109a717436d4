"""What no endpoint reads: bodies that are too large, compressed, or without a length."""

import contextlib
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, UnreadablePostError

from config.api.problems import problem_response


class BodyLimitMiddleware:
    """Refuses by the headers alone, before a byte of the body is read or unpacked."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.refusal(request) or self.get_response(request)
        read_the_rest(request)
        return response

    def refusal(self, request: HttpRequest) -> HttpResponse | None:
        encoding = request.headers.get("Content-Encoding", "identity").strip().lower()
        if encoding != "identity":
            return problem_response(
                request, 415, "unsupported_media_type", "Compressed bodies are not read."
            )
        if request.headers.get("Transfer-Encoding") and not request.META.get("CONTENT_LENGTH"):
            # WSGI servers hand a chunked body over as an empty one: better refused than misread.
            return problem_response(
                request, 411, "length_required", "Send the body with a Content-Length."
            )
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isascii() or not length.isdecimal():
            return problem_response(request, 400, "parse_error", "Content-Length is not a number.")
        # Uploads in the admin have Django's own limits; this one is for what the API parses.
        if int(length) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            return problem_response(
                request, 413, "body_too_large", "The body is larger than 1 MB (1,048,576 bytes)."
            )
        return None


def read_the_rest(request: HttpRequest) -> None:
    """An answer that needed no body, such as 401, is for a client that is still sending one.

    The server would close the connection under it, and a proxy would say that we are away.
    """
    length = request.META.get("CONTENT_LENGTH") or "0"
    if length.isdecimal() and 0 < int(length) <= settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        with contextlib.suppress(UnreadablePostError):
            request.read()
