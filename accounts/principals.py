"""Who a request comes from, as rate limits, owner filters and permissions need to know it."""

import uuid
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Model, QuerySet
from django.http import HttpRequest
from rest_framework.exceptions import NotAuthenticated
from rest_framework.request import Request

from accounts.choices import Scope
from accounts.models import ApiKey, User

SomeModel = TypeVar("SomeModel", bound=Model)


@dataclass(frozen=True, slots=True)
class Principal:
    """`id` names the credential where it has one of its own: limits count each key apart.

    `user_id` names the owner: what is stored belongs to that. `staff` is true only where the
    credential may use it, so a key without the admin scope sees what a client would.
    """

    id: str
    user_id: uuid.UUID | None
    scopes: frozenset[str]
    staff: bool = False

    def may(self, scope: str) -> bool:
        return scope in self.scopes


NOBODY = Principal(id="nobody", user_id=None, scopes=frozenset())


def principal_of(request: Request) -> Principal:
    user = request.user
    if not isinstance(user, User):
        return NOBODY
    if isinstance(request.auth, ApiKey):
        identity, scopes = f"key:{request.auth.pk}", frozenset(request.auth.scopes)
    else:
        # Tokens come and go within one sign-in; the user stays.
        identity, scopes = f"user:{user.pk}", frozenset(Scope.values)
    staff = user.is_staff and Scope.ADMIN in scopes
    if not staff:
        scopes -= {Scope.ADMIN}
    return Principal(id=identity, user_id=user.pk, scopes=scopes, staff=staff)


def principal_in_session(request: HttpRequest) -> Principal:
    """The same for a page, whose visitor has signed in with a session or not at all."""
    user = request.user
    if not isinstance(user, User):
        return NOBODY
    scopes = frozenset(Scope.values) - (frozenset() if user.is_staff else {Scope.ADMIN})
    return Principal(id=f"user:{user.pk}", user_id=user.pk, scopes=scopes, staff=user.is_staff)


def user_of(request: Request) -> User:
    """The caller, where permissions have made sure that there is one."""
    if not isinstance(request.user, User):
        raise NotAuthenticated
    return request.user


def owned(
    queryset: QuerySet[SomeModel], principal: Principal, *, owner: str = "user"
) -> QuerySet[SomeModel]:
    """What the principal may see: its own, and all of it for staff. Nobody sees nothing."""
    if principal.staff:
        return queryset
    if principal.user_id is None:
        return queryset.none()
    return queryset.filter(**{f"{owner}_id": principal.user_id})
