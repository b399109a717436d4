"""Who may call a view, by the three permissions that the apps share."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from pytest_django.fixtures import Settings
from rest_framework.response import Response
from rest_framework.test import APIRequestFactory, force_authenticate
from rest_framework.views import APIView

from accounts.choices import Scope
from accounts.models import ApiKey, User
from accounts.permissions import PublicIfListed, Scoped, StaffOnly
from accounts.principals import NOBODY, owned, principal_of
from accounts.ratelimits import limited
from accounts.services import api_key_create


class View(APIView):
    endpoint = "reports"

    def get(self, request: Any) -> Response:
        return Response(principal_of(request).id)

    post = get


def call(permission: Any, method: str = "get", user: Any = None, **headers: str) -> int:
    view = type("Sample", (View,), {"permission_classes": [permission]})
    request = getattr(APIRequestFactory(), method)("/", headers=headers)
    if user is not None:
        force_authenticate(request, user=user)
    return int(view.as_view()(request).status_code)


@pytest.mark.parametrize("method", ["get", "post"])
def test_open_endpoints_are_open_by_name(db: None, settings: Settings, method: str) -> None:
    settings.PUBLIC_ENDPOINTS = ["reports"]
    assert call(PublicIfListed, method) == 200
    assert call(PublicIfListed, method, **{"X-API-Key": "wrong"}) == 401
    assert call(PublicIfListed, method, Authorization="Bearer wrong") == 401
    settings.PUBLIC_ENDPOINTS = ["root"]
    assert call(PublicIfListed, method) == 401


def test_open_endpoints_take_good_credentials_too(user: User, settings: Settings) -> None:
    for listed in ([], ["reports"]):
        settings.PUBLIC_ENDPOINTS = listed
        assert call(PublicIfListed, user=user) == 200


@pytest.mark.parametrize(
    ("scopes", "get", "post"),
    [
        (["read"], 200, 403),
        (["write"], 403, 200),
        (["read", "write"], 200, 200),
        (["admin"], 403, 403),
    ],
)
def test_methods_need_their_scope(user: User, scopes: list[str], get: int, post: int) -> None:
    _, key = api_key_create(user=user, name="x", scopes=scopes)
    assert call(Scoped, "get", **{"X-API-Key": key}) == get
    assert call(Scoped, "post", **{"X-API-Key": key}) == post


def test_staff_only(user: User, staff: User) -> None:
    _, plain = api_key_create(user=staff, name="x", scopes=["read", "write"])
    _, full = api_key_create(user=staff, name="x")
    _, boast = api_key_create(user=user, name="x", scopes=Scope.values)
    assert call(StaffOnly) == 401
    assert call(StaffOnly, user=user) == 403
    assert call(StaffOnly, user=staff) == 200
    assert call(StaffOnly, **{"X-API-Key": plain}) == 403
    assert call(StaffOnly, **{"X-API-Key": boast}) == 403
    assert call(StaffOnly, "post", **{"X-API-Key": full}) == 200


def test_nobody_owns_nothing(db: None) -> None:
    request = View().initialize_request(APIRequestFactory().get("/"))
    request.user = AnonymousUser()
    assert principal_of(request) == NOBODY
    assert owned(ApiKey.objects.all(), NOBODY).query.is_empty()


def test_callers_without_credentials_share_the_bucket_of_their_address(
    db: None, settings: Settings
) -> None:
    settings.RATE_LIMIT_PROTECTED = "1/minute"
    settings.PUBLIC_ENDPOINTS = ["reports"]

    @limited("reports")
    class Limited(View):
        permission_classes = [PublicIfListed]

    def status(address: str) -> int:
        request = APIRequestFactory().get("/", REMOTE_ADDR=address)
        return int(Limited.as_view()(request).status_code)

    assert [status("192.0.2.1"), status("192.0.2.1"), status("192.0.2.2")] == [200, 429, 200]
    assert View.throttle_classes == []
