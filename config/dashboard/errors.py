"""Failures outside a view: a page for people, problem details for programs."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import patch_vary_headers

from config.api import errors
from config.dashboard.context import chosen_appearance
from config.middleware.request_id import current_request_id

HTML, JSON = "text/html", "application/json"
PAGES_UNDER = "/dashboard/"


@dataclass(frozen=True, slots=True)
class Words:
    title: str
    detail: str


WORDS = {
    400: Words("The request cannot be read", "Go back, reload the page and try once more."),
    403: Words(
        "You may not do this", "Your account lacks the right. Ask whoever runs the service."
    ),
    404: Words(
        "There is nothing here",
        "The address may be mistyped, the thing may be gone, or it belongs to somebody else.",
    ),
    500: Words(
        "Something failed here",
        "It is logged under the number below. What you entered may not have been kept.",
    ),
    503: Words("The database does not answer", "Nothing was lost. Try again in a few seconds."),
}


def wants_page(request: HttpRequest) -> bool:
    """A browser names text/html; a program that takes anything gets JSON."""
    if request.path.startswith(PAGES_UNDER):
        return True
    return request.get_preferred_type([JSON, HTML]) == HTML


def error_page(request: HttpRequest, status: int) -> HttpResponse:
    # Without the request, so that nothing asks a failing database or a broken session for a user.
    context = {
        "status": status,
        "words": WORDS[status],
        "request_id": current_request_id.get(),
        "appearance": chosen_appearance(request),
    }
    return HttpResponse(render_to_string("error.html", context), status=status)


def page_or(request: HttpRequest, status: int, problem: Callable[[], HttpResponse]) -> HttpResponse:
    response = error_page(request, status) if wants_page(request) else problem()
    patch_vary_headers(response, ["Accept"])
    return response


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page_or(request, 400, lambda: errors.bad_request(request, exception))


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page_or(request, 403, lambda: errors.permission_denied(request, exception))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return page_or(request, 404, lambda: errors.not_found(request, exception))


def server_error(request: HttpRequest) -> HttpResponse:
    return page_or(request, 500, lambda: errors.server_error(request))
