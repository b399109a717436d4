"""What every page of staff shares: who may open it, its frame, and messages of refused work."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from accounts.models import User

View = Callable[..., HttpResponse]


@dataclass(frozen=True, slots=True)
class Link:
    label: str
    url: str


def staff_page(right: str) -> Callable[[View], View]:
    """Signed in to the admin, and with the right `feedback.<right>`."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not person(request).has_perm(right):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def person(request: HttpRequest) -> User:
    """The signed-in member of staff; the admin has let nobody else through."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def page(
    request: HttpRequest,
    template: str,
    title: str,
    *,
    crumbs: tuple[Link, ...] = (),
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    frame = {**admin.site.each_context(request), "title": title, "crumbs": crumbs}
    return render(request, template, {**frame, **context}, status=status)


PAGES = (
    ("Review queue", "admin:reviews", "feedback.review"),
    ("Comparisons", "admin:comparisons", "feedback.review"),
    ("Agreement", "admin:agreement", "feedback.see_agreement"),
    ("Daily log by week", "admin:hidg-week", "feedback.view_hidglog"),
)


def work_links(request: HttpRequest) -> list[Link]:
    """The pages that this person may open, for the index."""
    user = request.user
    return [
        Link(label, reverse(name))
        for label, name, right in PAGES
        if isinstance(user, User) and user.has_perm(right)
    ]
