"""Failures as pages, for readers who asked for one."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

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
    503: Words("The database does not answer", "Try again in a few seconds."),
}


def wants_page(request: HttpRequest) -> bool:
    """A browser names text/html; a program that takes anything gets JSON."""
    if request.path.startswith(PAGES_UNDER):
        return True
    return request.get_preferred_type([JSON, HTML]) == HTML


def error_page(request: HttpRequest, status: int, detail: str) -> HttpResponse:
    # Without the request, so that nothing asks a failing database or a broken session for a user.
    context = {
        "status": status,
        "words": WORDS.get(status, Words("The request was refused", detail)),
        "request_id": current_request_id.get(),
        "appearance": chosen_appearance(request),
    }
    return HttpResponse(render_to_string("error.html", context), status=status)
