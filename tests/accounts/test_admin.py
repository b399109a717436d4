"""The admin pages of users, keys and sign-ins."""

import re

import pytest
from django.test import Client
from rest_framework.test import APIClient

from accounts.models import ApiKey, TokenFamily, User
from accounts.services import IssuedKey, TokenPair

KEYS = "/admin/accounts/apikey/"
USERS = "/admin/accounts/user/"


@pytest.fixture
def desk(client: Client, staff: User) -> Client:
    client.force_login(staff)
    return client


def key_works(key: str) -> bool:
    return APIClient().get("/api/v1/me", headers={"X-API-Key": key}).status_code == 200


def token_works(pair: TokenPair) -> bool:
    sent = {"Authorization": f"Bearer {pair.access}"}
    return APIClient().get("/api/v1/me", headers=sent).status_code == 200


def test_pages_open_and_show_no_secret(desk: Client, issued: IssuedKey, pair: TokenPair) -> None:
    family = TokenFamily.objects.get()
    for path in (
        KEYS,
        f"{KEYS}add/",
        f"{KEYS}{issued.api_key.pk}/change/",
        f"{KEYS}?q=test",
        USERS,
        f"{USERS}add/",
        f"{USERS}{issued.api_key.user_id}/change/",
        f"{USERS}{issued.api_key.user_id}/password/",
        "/admin/accounts/tokenfamily/",
        f"/admin/accounts/tokenfamily/{family.pk}/change/",
        "/admin/token_blacklist/outstandingtoken/",
    ):
        response = desk.get(path)
        assert response.status_code == 200, path
        page = response.content.decode()
        assert issued.key not in page
        assert issued.api_key.digest not in page
        assert pair.refresh not in page


def test_a_new_key_is_shown_once(desk: Client, user: User) -> None:
    form = {"user": str(user.pk), "name": "desk", "scopes": ["read"]}
    response = desk.post(f"{KEYS}add/", form, follow=True)
    found = re.search(r"p2j_\w{8}_\w{40}", response.content.decode())
    assert found is not None
    assert key_works(found[0])
    stored = ApiKey.objects.get()
    assert (stored.user, stored.name, stored.scopes) == (user, "desk", ["read"])
    assert found[0] not in desk.get(KEYS).content.decode()


def test_a_changed_key_is_only_renamed(desk: Client, issued: IssuedKey, staff: User) -> None:
    path = f"{KEYS}{issued.api_key.pk}/change/"
    desk.post(path, {"name": "renamed", "user": str(staff.pk), "scopes": '["admin"]'})
    stored = ApiKey.objects.get()
    assert stored.name == "renamed"
    assert stored.user_id == issued.api_key.user_id
    assert stored.scopes == ["read", "write"]
    assert key_works(issued.key)


def test_keys_are_revoked_by_an_action(desk: Client, issued: IssuedKey) -> None:
    desk.post(KEYS, {"action": "revoke", "_selected_action": [str(issued.api_key.pk)]})
    assert not key_works(issued.key)


def test_an_owner_with_too_many_keys_is_told(
    desk: Client, issued: IssuedKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("accounts.admin.people.MAX_USABLE_KEYS", 1)
    form = {"user": str(issued.api_key.user_id), "name": "one more", "scopes": ["read"]}
    response = desk.post(f"{KEYS}add/", form)
    assert response.status_code == 200
    assert "revoke one first" in response.content.decode()


def test_a_user_is_made_and_given_a_password(desk: Client) -> None:
    form = {
        "username": "new",
        "usable_password": "true",
        "password1": "correct horse battery",
        "password2": "correct horse battery",
    }
    response = desk.post(f"{USERS}add/", form)
    made = User.objects.get(username="new")
    assert response.status_code == 302
    assert str(made.pk) in response["Location"]
    assert made.check_password("correct horse battery")


def test_a_username_in_another_case_is_taken(desk: Client, user: User) -> None:
    form = {
        "username": "Client",
        "usable_password": "true",
        "password1": "correct horse battery",
        "password2": "correct horse battery",
    }
    response = desk.post(f"{USERS}add/", form)
    assert response.status_code == 200
    assert "already exists" in response.content.decode()


@pytest.mark.parametrize("usable", ["true", "false"])
def test_a_password_changed_here_ends_the_tokens(
    desk: Client, user: User, pair: TokenPair, usable: str
) -> None:
    assert token_works(pair)
    form = {
        "usable_password": usable,
        "password1": "correct horse battery",
        "password2": "correct horse battery",
        **({"unset-password": "1"} if usable == "false" else {"set-password": "1"}),
    }
    assert desk.post(f"{USERS}{user.pk}/password/", form).status_code == 302
    assert not token_works(pair)


def test_tokens_are_revoked_by_actions(desk: Client, user: User, pair: TokenPair) -> None:
    family = TokenFamily.objects.get()
    path = "/admin/accounts/tokenfamily/"
    desk.post(path, {"action": "revoke", "_selected_action": [str(family.pk)]})
    assert not token_works(pair)
    desk.post(USERS, {"action": "revoke_tokens", "_selected_action": [str(user.pk)]})
    user.refresh_from_db()
    assert user.token_version == 1


@pytest.mark.parametrize("path", [KEYS, USERS, "/admin/accounts/tokenfamily/"])
def test_keys_and_tokens_open_no_admin_page(issued: IssuedKey, pair: TokenPair, path: str) -> None:
    for headers in ({"X-API-Key": issued.key}, {"Authorization": f"Bearer {pair.access}"}):
        response = Client(headers=headers).get(path)
        assert response.status_code == 302
        assert response["Location"].startswith("/admin/login/")
