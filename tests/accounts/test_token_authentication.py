"""Which access and refresh tokens are believed (RELIABILITY 4.3)."""

import base64
import json
import time
import uuid
from collections.abc import Callable
from typing import Any

import jwt
import pytest
from django.conf import settings
from pytest_django.fixtures import DjangoAssertNumQueries
from rest_framework.test import APIClient

from accounts.models import TokenFamily, User
from accounts.services import TokenPair, token_pair_issue, user_tokens_revoke

ME = "/api/v1/me"
KEY = settings.SIMPLE_JWT["SIGNING_KEY"]
Spoil = Callable[[dict[str, Any]], dict[str, Any]]


def claims_of(token: str) -> dict[str, Any]:
    claims: dict[str, Any] = jwt.decode(token, options={"verify_signature": False})
    return claims


def sign(claims: dict[str, Any], **options: Any) -> str:
    return jwt.encode(claims, options.pop("key", KEY), **{"algorithm": "HS256", **options})


def part(document: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(document).encode()).decode().rstrip("=")


def get(api_client: APIClient, token: str, scheme: str = "Bearer") -> Any:
    return api_client.get(ME, headers={"Authorization": f"{scheme} {token}"})


@pytest.mark.parametrize("scheme", ["Bearer", "bearer", "BEARER", "Bearer  "])
def test_an_access_token_is_let_in(api_client: APIClient, pair: TokenPair, scheme: str) -> None:
    response = get(api_client, pair.access, scheme)
    assert response.status_code == 200
    assert response.json()["credential"] == "token"


def test_an_access_token_costs_one_query(
    api_client: APIClient, pair: TokenPair, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        get(api_client, pair.access)


def test_tokens_say_who_for_whom_and_no_more(pair: TokenPair) -> None:
    for token in (pair.access, pair.refresh):
        claims = claims_of(token)
        assert set(claims) == {
            "token_type", "exp", "iat", "jti", "user_id", "version", "family", "aud", "iss"
        }  # fmt: skip
        assert claims["aud"] == claims["iss"] == "prompt-to-json"
    assert claims_of(pair.access)["exp"] - claims_of(pair.access)["iat"] == pair.expires_in == 300


CLAIMS: dict[str, Spoil] = {
    "no exp": lambda c: {k: v for k, v in c.items() if k != "exp"},
    "no jti": lambda c: {k: v for k, v in c.items() if k != "jti"},
    "no user": lambda c: {k: v for k, v in c.items() if k != "user_id"},
    "no version": lambda c: {k: v for k, v in c.items() if k != "version"},
    "no family": lambda c: {k: v for k, v in c.items() if k != "family"},
    "no type": lambda c: {k: v for k, v in c.items() if k != "token_type"},
    "no audience": lambda c: {k: v for k, v in c.items() if k != "aud"},
    "no issuer": lambda c: {k: v for k, v in c.items() if k != "iss"},
    "other audience": lambda c: c | {"aud": "elsewhere"},
    "other issuer": lambda c: c | {"iss": "elsewhere"},
    "expired": lambda c: c | {"exp": int(time.time()) - 61},
    "not yet": lambda c: c | {"nbf": int(time.time()) + 120},
    "from the future": lambda c: c | {"iat": int(time.time()) + 120},
    "endless": lambda c: c | {"exp": 10**30},
    "infinite": lambda c: c | {"exp": float("inf")},
    "exp as text": lambda c: c | {"exp": "soon"},
    "exp as list": lambda c: c | {"exp": [1]},
    "user as number": lambda c: c | {"user_id": 1},
    "user as word": lambda c: c | {"user_id": "admin"},
    "user as list": lambda c: c | {"user_id": ["x"]},
    "user as null": lambda c: c | {"user_id": None},
    "unknown user": lambda c: c | {"user_id": str(uuid.uuid4())},
    "jti as object": lambda c: c | {"jti": {"a": 1}},
    "version as true": lambda c: c | {"version": False},
    "version as text": lambda c: c | {"version": "0"},
    "later version": lambda c: c | {"version": 1},
    "family as word": lambda c: c | {"family": "mine"},
    "unknown family": lambda c: c | {"family": str(uuid.uuid4())},
    "unknown type": lambda c: c | {"token_type": "sliding"},
}


@pytest.mark.parametrize("spoil", CLAIMS.values(), ids=CLAIMS.keys())
@pytest.mark.parametrize("kind", ["access", "refresh"])
def test_signed_tokens_with_wrong_claims(
    api_client: APIClient, pair: TokenPair, spoil: Spoil, kind: str
) -> None:
    refuses(api_client, kind, sign(spoil(claims_of(getattr(pair, kind)))))


FORGERIES: dict[str, Callable[[str], str]] = {
    "alg none": lambda t: f"{part({'alg': 'none', 'typ': 'JWT'})}.{t.split('.')[1]}.",
    "alg nOnE": lambda t: f"{part({'alg': 'nOnE', 'typ': 'JWT'})}.{t.split('.')[1]}.",
    "no signature": lambda t: t.rsplit(".", 1)[0] + ".",
    "two parts": lambda t: t.rsplit(".", 1)[0],
    "HS512": lambda t: sign(claims_of(t), algorithm="HS512"),
    "another key": lambda t: sign(claims_of(t), key="k" * 64),
    "the secret key": lambda t: sign(claims_of(t), key=settings.SECRET_KEY),
    "changed payload": lambda t: ".".join(
        [t.split(".")[0], part(claims_of(t) | {"version": 9}), t.split(".")[2]]
    ),
    "not an object": lambda t: f"{t.split('.')[0]}.{part([1])}.{t.split('.')[2]}",
    "garbage": lambda t: "garbage",
    "non-ASCII": lambda t: "é.é.é",
    "wide": lambda t: "токен",
    "too long": lambda t: t + "a" * 4096,
    "spaces": lambda t: f"{t} {t}",
}


@pytest.mark.parametrize("forge", FORGERIES.values(), ids=FORGERIES.keys())
@pytest.mark.parametrize("kind", ["access", "refresh"])
def test_forgeries(
    api_client: APIClient, pair: TokenPair, forge: Callable[[str], str], kind: str
) -> None:
    refuses(api_client, kind, forge(getattr(pair, kind)))


def refuses(api_client: APIClient, kind: str, token: str) -> None:
    if kind == "access":
        response = get(api_client, token)
    else:
        response = api_client.post("/auth/refresh", {"refresh": token})
        if len(token) > 4096:
            assert response.status_code == 422
            return
    assert response.status_code == 401, response.content
    body = response.json()
    assert body["code"] == "authentication_failed"
    assert "messages" not in body
    assert "WWW-Authenticate" in response


def test_the_kinds_do_not_stand_in_for_each_other(api_client: APIClient, pair: TokenPair) -> None:
    refuses(api_client, "access", pair.refresh)
    refuses(api_client, "refresh", pair.access)


@pytest.mark.parametrize(
    "headers",
    [{"kid": "../../dev/null"}, {"jku": "http://127.0.0.1/"}, {"jwk": {"kty": "oct", "k": "AA"}}],
)
def test_where_a_key_could_be_found_is_not_asked_of_the_token(
    api_client: APIClient, pair: TokenPair, headers: dict[str, Any]
) -> None:
    assert get(api_client, sign(claims_of(pair.access), headers=headers)).status_code == 200
    refuses(api_client, "access", sign(claims_of(pair.access), headers=headers, key="A" * 32))


def test_clocks_may_differ_by_a_minute(api_client: APIClient, pair: TokenPair) -> None:
    claims = claims_of(pair.access)
    assert get(api_client, sign(claims | {"iat": int(time.time()) + 45})).status_code == 200
    assert get(api_client, sign(claims | {"exp": int(time.time()) - 45})).status_code == 200


@pytest.mark.parametrize(
    "header", ["", " ", "Bearer", "Bearer ", "Basic dXNlcjpwYXNz", "Token abc", "Bearerabc", "é"]
)
def test_other_authorization_headers(db: None, api_client: APIClient, header: str) -> None:
    assert api_client.get(ME, headers={"Authorization": header}).status_code == 401


def new_password(user: User) -> None:
    user.set_password("another long password")
    user.save()


def no_password(user: User) -> None:
    user.set_unusable_password()
    user.save(update_fields=["password"])


def deactivated(user: User) -> None:
    user.is_active = False
    user.save()


def deactivated_and_back(user: User) -> None:
    deactivated(user)
    user.is_active = True
    user.save()


def deactivated_by_query(user: User) -> None:
    User.objects.filter(pk=user.pk).update(is_active=False)


def deleted(user: User) -> None:
    user.delete()


def all_revoked(user: User) -> None:
    user_tokens_revoke(user=user)


def one_revoked(user: User) -> None:
    TokenFamily.objects.update(revoked_at="2020-01-01T00:00:00Z")


@pytest.mark.parametrize(
    "change",
    [
        new_password,
        no_password,
        deactivated,
        deactivated_and_back,
        deactivated_by_query,
        deleted,
        all_revoked,
        one_revoked,
    ],
)
def test_tokens_from_before_are_refused(
    api_client: APIClient, user: User, pair: TokenPair, change: Callable[[User], None]
) -> None:
    change(user)
    refuses(api_client, "access", pair.access)
    refuses(api_client, "refresh", pair.refresh)


def test_a_new_sign_in_after_a_new_password_works(api_client: APIClient, user: User) -> None:
    new_password(user)
    assert get(api_client, token_pair_issue(user=user).access).status_code == 200


def test_other_changes_of_a_user_end_no_token(
    api_client: APIClient, user: User, pair: TokenPair
) -> None:
    user.email = "client@example.com"
    user.save()
    fresh = User.objects.only("username").get(pk=user.pk)
    fresh.username = "renamed"
    fresh.save()
    assert get(api_client, pair.access).status_code == 200


def test_two_changes_at_once_count_twice(user: User) -> None:
    one, two = User.objects.get(pk=user.pk), User.objects.get(pk=user.pk)
    new_password(one)
    new_password(two)
    assert User.objects.get(pk=user.pk).token_version == two.token_version == 2
