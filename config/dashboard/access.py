"""Who looks at a page: a person with a session, with the rights that the API gives a session."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control

from accounts.counters import Verdict, counters
from accounts.principals import Principal, principal_in_session

View = Callable[..., HttpResponse]


def viewer(request: HttpRequest) -> Principal:
    return principal_in_session(request)


def signed_in(view: View) -> Any:
    """For people only; a page of theirs stays in no shared cache, and not after signing out."""
    return login_required(cache_control(private=True, no_cache=True, no_store=True)(view))


def counted(request: HttpRequest, endpoint: str) -> Verdict:
    """A page that does what an endpoint does counts in that endpoint's bucket."""
    return counters().hit(settings.RATE_LIMIT_PROTECTED, endpoint, viewer(request).id)
