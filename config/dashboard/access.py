"""Who looks at a page: a person with a session, with the rights that the API gives a session."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control

from accounts.choices import Scope
from accounts.counters import Verdict, counters
from accounts.models import User
from accounts.principals import NOBODY, Principal

View = Callable[..., HttpResponse]


def viewer(request: HttpRequest) -> Principal:
    """As `accounts.principals.principal_of` sees a signed-in session."""
    user = request.user
    if not isinstance(user, User):
        return NOBODY
    scopes = frozenset(Scope.values)
    return Principal(
        id=f"user:{user.pk}",
        user_id=user.pk,
        scopes=scopes if user.is_staff else scopes - {Scope.ADMIN},
        staff=user.is_staff,
    )


def signed_in(view: View) -> Any:
    """For people only; a page of theirs stays in no shared cache, and not after signing out."""
    return login_required(cache_control(private=True, no_cache=True, no_store=True)(view))


def counted(request: HttpRequest, endpoint: str) -> Verdict:
    """A page that does what an endpoint does counts in that endpoint's bucket."""
    return counters().hit(settings.RATE_LIMIT_PROTECTED, endpoint, viewer(request).id)
