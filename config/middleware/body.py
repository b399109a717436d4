"""What no endpoint reads: bodies that are too large, compressed, or without a length."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from config.api.problems import problem_response


class BodyLimitMiddleware:
    """Refuses by the headers alone, before a byte of the body is read or unpacked."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.refusal(request) or self.get_response(request)

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
