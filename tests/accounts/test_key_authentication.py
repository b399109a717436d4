"""Which API keys are let in (RELIABILITY 4.2)."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries, Settings
from rest_framework.test import APIClient

from accounts import keys
from accounts.choices import KeySource
from accounts.models import ApiKey, User
from accounts.selectors import api_key_find
from accounts.services import IssuedKey, api_key_create, api_key_revoke, environment_key_store
from accounts.services.tokens import token_pair_issue

ME = "/api/v1/me"


def status(api_client: APIClient, key: str) -> int:
    return api_client.get(ME, headers={"X-API-Key": key}).status_code


def test_a_key_has_a_prefix_to_show_and_enough_to_guess(issued: IssuedKey) -> None:
    word, prefix, secret = issued.key.split("_")
    assert word == "p2j"
    assert prefix == issued.api_key.prefix
    assert len(prefix) == 8
    assert len(secret) >= 32
    assert set(secret) <= set(keys.BASE62)
    assert issued.api_key.digest == keys.digest(issued.key)


def test_the_owner_is_let_in(api_client: APIClient, issued: IssuedKey) -> None:
    response = api_client.get(ME, headers={"X-API-Key": issued.key})
    assert response.status_code == 200
    body = response.json()
    assert body["username"] == "client"
    assert body["credential"] == "api_key"
    assert body["api_key"]["prefix"] == issued.api_key.prefix
    assert issued.key not in response.content.decode()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda key: key[:-1] + ("a" if key[-1] != "a" else "b"),
        lambda key: key[:13] + "x" * 40,
        lambda key: key.upper(),
        lambda key: key + "x",
        lambda key: f"{key},{key}",
        lambda key: f"{key}, {key}",
        lambda key: "",
        lambda key: " ",
        lambda key: "x" * 10_000,
        lambda key: "ключ",
        lambda key: "clé",
        lambda key: key + "\u00a0",
        lambda key: "null",
        lambda key: "' OR 1=1 --",
        lambda key: "a\tb",
    ],
)
def test_wrong_keys_are_refused_in_one_way(
    api_client: APIClient, issued: IssuedKey, spoil: "object"
) -> None:
    response = api_client.get(ME, headers={"X-API-Key": spoil(issued.key)})  # type: ignore[operator]
    assert response.status_code == 401
    assert response["Content-Type"] == "application/problem+json"
    assert "Bearer" in response["WWW-Authenticate"]
    assert "ApiKey" in response["WWW-Authenticate"]
    body = response.json()
    assert body["code"] == "authentication_failed"
    assert body["detail"] == "The API key or token is not valid."
    assert "messages" not in body


def test_no_credentials_are_named_as_such(db: None, api_client: APIClient) -> None:
    response = api_client.get(ME)
    assert response.status_code == 401
    assert response.json()["code"] == "not_authenticated"
    assert "Bearer" in response["WWW-Authenticate"]


def test_a_key_in_the_query_string_is_none(api_client: APIClient, issued: IssuedKey) -> None:
    assert api_client.get(f"{ME}?api_key={issued.key}&X-API-Key={issued.key}").status_code == 401


@pytest.mark.parametrize(("seconds", "expected"), [(1, 200), (0, 401), (-1, 401)])
def test_a_key_expires_on_the_second(
    api_client: APIClient,
    issued: IssuedKey,
    monkeypatch: pytest.MonkeyPatch,
    seconds: int,
    expected: int,
) -> None:
    now = datetime(2030, 1, 1, 12, tzinfo=UTC)
    ApiKey.objects.update(expires_at=now + timedelta(seconds=seconds))
    monkeypatch.setattr(timezone, "now", lambda: now)
    assert status(api_client, issued.key) == expected


def test_a_revoked_key_is_refused_at_once(api_client: APIClient, issued: IssuedKey) -> None:
    assert status(api_client, issued.key) == 200
    api_key_revoke(api_key=issued.api_key)
    first = issued.api_key.revoked_at
    assert status(api_client, issued.key) == 401
    api_key_revoke(api_key=issued.api_key)
    assert issued.api_key.revoked_at == first


def test_all_keys_of_a_deactivated_owner_are_refused(
    api_client: APIClient, issued: IssuedKey, user: User
) -> None:
    user.is_active = False
    user.save()
    assert status(api_client, issued.key) == 401


def test_a_key_is_looked_up_as_django_would(user: User, staff: User) -> None:
    for owner in (user, staff):
        api_key, key = api_key_create(user=owner, expires_at=datetime(2030, 1, 1, tzinfo=UTC))
        found = api_key_find(key=key)
        assert found is not None
        for row, same in ((found, api_key), (found.user, owner)):
            same = type(same).objects.get(pk=same.pk)
            assert {**vars(row), "_state": None} == {**vars(same), "_state": None}
            assert (row._state.adding, row._state.db) == (False, "default")
    assert api_key_find(key="another") is None


def test_the_use_of_a_key_is_noted_once_a_minute(
    api_client: APIClient,
    issued: IssuedKey,
    monkeypatch: pytest.MonkeyPatch,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    now = datetime(2030, 1, 1, 12, tzinfo=UTC)
    monkeypatch.setattr(timezone, "now", lambda: now)
    with django_assert_num_queries(2):
        status(api_client, issued.key)
    now += timedelta(seconds=59)
    with django_assert_num_queries(1):
        status(api_client, issued.key)
    assert ApiKey.objects.get().last_used_at == now - timedelta(seconds=59)
    now += timedelta(seconds=2)
    status(api_client, issued.key)
    assert ApiKey.objects.get().last_used_at == now


def test_both_kinds_of_credential_must_be_right(
    api_client: APIClient, issued: IssuedKey, user: User, other_user: User
) -> None:
    mine, others = token_pair_issue(user=user).access, token_pair_issue(user=other_user).access

    def call(key: str, token: str) -> int:
        sent = {"X-API-Key": key, "Authorization": f"Bearer {token}"}
        return api_client.get(ME, headers=sent).status_code

    assert call(issued.key, mine) == 200
    assert call(issued.key, "x.y.z") == 401
    assert call("wrong", mine) == 401
    assert call(issued.key, others) == 401


@pytest.mark.parametrize("path", [ME, "/api/v1/api-keys/"])
def test_a_wrong_key_is_refused_beside_a_good_session(
    client: "object", api_client: APIClient, user: User, path: str
) -> None:
    api_client.force_login(user)
    assert api_client.get(path).status_code == 200
    assert api_client.get(path, headers={"X-API-Key": "wrong"}).status_code == 401


def test_a_session_needs_the_csrf_token_to_write(user: User) -> None:
    browser = APIClient(enforce_csrf_checks=True)
    browser.force_login(user)
    assert browser.post("/api/v1/api-keys/", {"name": "x"}).status_code == 403


# The API_KEY setting of an existing deployment.


@pytest.mark.parametrize("key", ["old-deployment-key-2019", "p2j_looks_like_ours", "a/b+c==, d"])
@pytest.mark.parametrize("stored_at_start", [True, False])
def test_the_setting_is_a_key_of_any_shape(
    db: None,
    api_client: APIClient,
    settings: Settings,
    key: str,
    stored_at_start: bool,
) -> None:
    settings.API_KEY = key
    if stored_at_start:
        environment_key_store()
        environment_key_store()
    response = api_client.get(ME, headers={"X-API-Key": key})
    assert response.status_code == 200
    assert response.json()["username"] == "api"
    assert response.json()["scopes"] == ["read", "write"]
    stored = ApiKey.objects.get()
    assert stored.source == KeySource.ENVIRONMENT
    assert stored.prefix not in key
    assert not User.objects.get(username="api").has_usable_password()


def test_a_changed_setting_ends_the_key_before_it(
    db: None, api_client: APIClient, settings: Settings
) -> None:
    settings.API_KEY = "the-first-key"
    assert status(api_client, "the-first-key") == 200
    settings.API_KEY = "the-second-key"
    assert status(api_client, "the-first-key") == 401
    assert status(api_client, "the-second-key") == 200
    settings.API_KEY = ""
    assert status(api_client, "the-second-key") == 401
    assert status(api_client, "") == 401


def test_a_revoked_setting_stays_revoked(
    db: None, api_client: APIClient, settings: Settings
) -> None:
    settings.API_KEY = "the-deployment-key"
    stored = environment_key_store()
    assert stored is not None
    api_key_revoke(api_key=stored)
    environment_key_store()
    assert status(api_client, "the-deployment-key") == 401


def test_no_setting_makes_no_key(db: None, settings: Settings) -> None:
    settings.API_KEY = ""
    assert environment_key_store() is None
    assert not User.objects.exists()


def test_a_setting_that_is_an_issued_key_stays_that(
    api_client: APIClient, issued: IssuedKey, settings: Settings
) -> None:
    settings.API_KEY = issued.key
    environment_key_store()
    assert api_client.get(ME, headers={"X-API-Key": issued.key}).json()["username"] == "client"


def test_scopes_bound_what_a_key_may_do(api_client: APIClient, user: User) -> None:
    _, reader = api_key_create(user=user, name="reader", scopes=["read"])
    sent = {"X-API-Key": reader}
    assert api_client.get("/api/v1/api-keys/", headers=sent).status_code == 200
    assert api_client.post("/api/v1/api-keys/", {}, headers=sent).status_code == 403
    _, writer = api_key_create(user=user, name="writer", scopes=["write"])
    assert api_client.get("/api/v1/api-keys/", headers={"X-API-Key": writer}).status_code == 403
