"""/auth/login, /auth/refresh and /auth/logout."""

import json
from typing import Any

import pytest
from django.contrib.auth import hashers
from rest_framework.test import APIClient
from rest_framework_simplejwt.token_blacklist.models import BlacklistedToken

from accounts.models import User
from accounts.services import IssuedKey, TokenPair
from tests.accounts.conftest import PASSWORD

ME = "/api/v1/me"


def login(api_client: APIClient, **body: Any) -> Any:
    return api_client.post("/auth/login", {"username": "client", "password": PASSWORD} | body)


def refresh(api_client: APIClient, token: str) -> Any:
    return api_client.post("/auth/refresh", {"refresh": token})


def works(api_client: APIClient, access: str) -> bool:
    response = api_client.get(ME, headers={"Authorization": f"Bearer {access}"})
    return bool(response.status_code == 200)


def test_signing_in_gives_a_pair(api_client: APIClient, user: User) -> None:
    response = login(api_client)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    body = response.json()
    assert set(body) == {"access", "refresh", "token_type", "expires_in"}
    assert body["token_type"] == "bearer"
    assert body["expires_in"] == 300
    assert works(api_client, body["access"])


@pytest.mark.parametrize("content_type", ["application/x-www-form-urlencoded", ""])
def test_json_labelled_as_a_form_is_read(
    api_client: APIClient, user: User, content_type: str
) -> None:
    body = json.dumps({"username": "client", "password": PASSWORD})
    response = api_client.generic("POST", "/auth/login", body, content_type=content_type)
    assert response.status_code == 200


def test_wrong_sign_ins_look_alike(api_client: APIClient, user: User, other_user: User) -> None:
    other_user.is_active = False
    other_user.save()
    answers = [
        login(api_client, password="wrong"),
        login(api_client, username="nobody"),
        login(api_client, username="other"),
        login(api_client, username="nobody\u202e"),
        login(api_client, password=PASSWORD + " "),
        login(api_client, username="' OR 1=1 --"),
    ]
    assert {answer.status_code for answer in answers} == {401}
    assert len({answer.json()["detail"] for answer in answers}) == 1
    assert all("WWW-Authenticate" in answer for answer in answers)


def test_an_unknown_user_costs_a_hash_too(
    api_client: APIClient, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed: list[str] = []
    hasher = hashers.get_hasher()
    encode = type(hasher).encode
    monkeypatch.setattr(
        type(hasher), "encode", lambda *args: hashed.append("once") or encode(*args)
    )
    for body in ({"password": "wrong"}, {"username": "nobody"}):
        hashed.clear()
        login(api_client, **body)
        assert hashed == ["once"]


def test_a_huge_password_is_refused_before_it_is_hashed(
    api_client: APIClient, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*args: Any, **kwargs: Any) -> None:
        raise AssertionError

    monkeypatch.setattr("accounts.api.tokens.authenticate", never)
    assert login(api_client, password="x" * 1025).status_code == 422
    assert login(api_client, password="é" * 600).status_code == 422
    assert login(api_client, password="x" * 900_000).status_code == 422


BODIES: list[tuple[bytes, int]] = [
    (b"", 400),
    (b"not json", 415),
    (b"{", 400),
    (b"[]", 400),
    (b'{"username": "\xff"}', 400),
    (b'{"username": "a", "username": "b"}', 400),
    (b'{"username": "a\\u0000", "password": "b"}', 400),
    (b'{"username": "\\ud800", "password": "b"}', 400),
    (b"[" * 100_000, 400),
    (b"{}", 422),
    (b'{"username": null, "password": null}', 422),
    (b'{"username": ["a"], "password": {"a": 1}}', 422),
    (b'{"username": true, "password": false}', 422),
    (b'{"username": "", "password": ""}', 422),
    (b'{"username": "' + b"a" * 151 + b'", "password": "b"}', 422),
    (b'{"username": 5, "password": 5}', 401),
]


@pytest.mark.parametrize(("raw", "expected"), BODIES)
def test_bad_bodies_of_login(db: None, api_client: APIClient, raw: bytes, expected: int) -> None:
    label = "application/x-www-form-urlencoded" if expected == 415 else "application/json"
    response = api_client.generic("POST", "/auth/login", raw, content_type=label)
    assert response.status_code == expected
    assert response["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("path", ["/auth/refresh", "/auth/logout"])
@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"", 400),
        (b"[]", 400),
        (b"{}", 422),
        (b'{"refresh": null}', 422),
        (b'{"refresh": ""}', 422),
        (b'{"refresh": ["a"]}', 422),
        (b'{"refresh": {"a": 1}}', 422),
        (b'{"refresh": 5}', 401),
        (b'{"refresh": "a.b.c"}', 401),
    ],
)
def test_bad_bodies_of_the_others(
    db: None, api_client: APIClient, path: str, raw: bytes, expected: int
) -> None:
    response = api_client.generic("POST", path, raw, content_type="application/json")
    assert response.status_code == expected


@pytest.mark.parametrize("path", ["/auth/login", "/auth/refresh", "/auth/logout"])
@pytest.mark.parametrize("method", ["get", "put", "patch", "delete", "head"])
def test_other_methods(db: None, api_client: APIClient, path: str, method: str) -> None:
    assert getattr(api_client, method)(path).status_code == 405


@pytest.mark.parametrize("headers", [{"X-API-Key": "wrong"}, {"Authorization": "Bearer wrong"}])
def test_wrong_headers_do_not_matter_here(
    api_client: APIClient, user: User, headers: dict[str, str]
) -> None:
    body = {"username": "client", "password": PASSWORD}
    assert api_client.post("/auth/login", body, headers=headers).status_code == 200


def test_a_refresh_token_is_good_once(api_client: APIClient, pair: TokenPair) -> None:
    first = refresh(api_client, pair.refresh)
    assert first.status_code == 200
    assert works(api_client, first.json()["access"])
    assert first.json()["refresh"] != pair.refresh
    second = refresh(api_client, first.json()["refresh"])
    assert second.status_code == 200
    assert works(api_client, second.json()["access"])


def test_reuse_ends_the_whole_family_and_no_other(
    api_client: APIClient, user: User, pair: TokenPair
) -> None:
    elsewhere = login(api_client).json()
    newer = refresh(api_client, pair.refresh).json()
    assert refresh(api_client, pair.refresh).status_code == 401
    assert refresh(api_client, newer["refresh"]).status_code == 401
    assert not works(api_client, newer["access"])
    assert works(api_client, elsewhere["access"])
    assert refresh(api_client, elsewhere["refresh"]).status_code == 200


def test_signing_out_ends_the_family(api_client: APIClient, pair: TokenPair) -> None:
    newer = refresh(api_client, pair.refresh).json()
    response = api_client.post("/auth/logout", {"refresh": newer["refresh"]})
    assert response.status_code == 200
    assert response.json()["success"] is True
    assert refresh(api_client, newer["refresh"]).status_code == 401
    assert not works(api_client, newer["access"])
    assert api_client.post("/auth/logout", {"refresh": newer["refresh"]}).status_code == 401


def test_signing_out_with_a_spent_token_ends_the_family(
    api_client: APIClient, pair: TokenPair
) -> None:
    newer = refresh(api_client, pair.refresh).json()
    assert api_client.post("/auth/logout", {"refresh": pair.refresh}).status_code == 401
    assert not works(api_client, newer["access"])


def test_a_token_that_the_list_does_not_know_is_refused(
    api_client: APIClient, pair: TokenPair, user: User
) -> None:
    user.outstandingtoken_set.all().delete()
    assert refresh(api_client, pair.refresh).status_code == 401
    assert not BlacklistedToken.objects.exists()


def test_signing_in_keeps_working_when_the_hash_is_renewed(
    api_client: APIClient, user: User, settings: Any
) -> None:
    settings.PASSWORD_HASHERS = [
        "django.contrib.auth.hashers.ScryptPasswordHasher",
        "django.contrib.auth.hashers.MD5PasswordHasher",
    ]
    body = login(api_client).json()
    user.refresh_from_db()
    assert user.password.startswith("scrypt")
    assert works(api_client, body["access"])
    assert refresh(api_client, body["refresh"]).status_code == 200


def test_a_key_of_the_same_user_outlives_signing_out(
    api_client: APIClient, issued: IssuedKey, pair: TokenPair
) -> None:
    api_client.post("/auth/logout", {"refresh": pair.refresh})
    assert api_client.get(ME, headers={"X-API-Key": issued.key}).status_code == 200
