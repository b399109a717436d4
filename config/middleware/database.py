"""A database that is away is 503 with Retry-After, on pages as on the API."""

from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from accounts.journal import JournalFull
from config.api.problems import problem_response

RETRY_AFTER_SECONDS = 5


class DatabaseAwayMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, OperationalError | InterfaceError | JournalFull):
            return None
        response = problem_response(
            request, 503, "database_unavailable", "The database does not answer. Try again soon."
        )
        response["Retry-After"] = str(RETRY_AFTER_SECONDS)
        return response
