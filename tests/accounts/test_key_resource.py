"""/api/v1/api-keys/ and /api/v1/me."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries
from rest_framework.test import APIClient

from accounts.models import ApiKey, User
from accounts.services import api_key_create, token_pair_issue
from accounts.services.keys import MAX_USABLE_KEYS

KEYS = "/api/v1/api-keys/"
ClientFor = Callable[..., APIClient]


def test_a_new_key_is_shown_once_and_works(client_a: APIClient) -> None:
    response = client_a.post(KEYS, {"name": "laptop"})
    assert response.status_code == 201
    assert "no-store" in response["Cache-Control"]
    made = response.json()
    assert made["name"] == "laptop"
    assert made["key"].startswith(f"p2j_{made['prefix']}_")
    assert response["Location"] == f"{KEYS}{made['id']}/"
    read = client_a.get(response["Location"])
    assert read.status_code == 200
    assert made["key"] not in read.content.decode()
    assert {"key", "digest"}.isdisjoint(read.json())
    assert read.json() == {k: v for k, v in made.items() if k != "key"}
    mine = APIClient().get("/api/v1/me", headers={"X-API-Key": made["key"]})
    assert mine.json()["api_key"]["id"] == made["id"]


def test_deleting_revokes_and_keeps_the_record(client_a: APIClient) -> None:
    made = client_a.post(KEYS, {}).json()
    path = f"{KEYS}{made['id']}/"
    assert client_a.delete(path).status_code == 204
    assert client_a.delete(path).status_code == 204
    assert client_a.get(path).json()["revoked_at"] is not None
    assert APIClient().get(KEYS, headers={"X-API-Key": made["key"]}).status_code == 401


def test_what_only_the_service_writes_is_ignored(client_a: APIClient, other_user: User) -> None:
    sent = {
        "name": "x",
        "id": str(uuid.uuid4()),
        "user": str(other_user.pk),
        "username": "other",
        "prefix": "AAAAAAAA",
        "digest": "0" * 64,
        "source": "environment",
        "key": "mine",
        "created_at": "2000-01-01T00:00:00Z",
        "last_used_at": "2000-01-01T00:00:00Z",
        "revoked_at": "2000-01-01T00:00:00Z",
    }
    made = client_a.post(KEYS, sent).json()
    stored = ApiKey.objects.get(pk=made["id"])
    assert made["id"] != sent["id"]
    assert stored.user.username == "client"
    assert stored.prefix != "AAAAAAAA"
    assert stored.digest != "0" * 64
    assert stored.source == "issued"
    assert stored.revoked_at is None
    assert stored.created_at.year > 2000


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"name": ""}, "/name"),
        ({"name": " \t "}, "/name"),
        ({"name": None}, "/name"),
        ({"name": "x" * 101}, "/name"),
        ({"name": ["x"]}, "/name"),
        ({"name": {"x": 1}}, "/name"),
        ({"name": True}, "/name"),
        ({"scopes": []}, "/scopes"),
        ({"scopes": "read"}, "/scopes"),
        ({"scopes": ["root"]}, "/scopes/0"),
        ({"scopes": [["read"]]}, "/scopes/0"),
        ({"scopes": ["read"] * 4}, "/scopes"),
        ({"expires_at": "yesterday"}, "/expires_at"),
        ({"expires_at": "2000-01-01T00:00:00Z"}, "/expires_at"),
        ({"expires_at": "9999-12-31T23:59:59-23:59"}, "/expires_at"),
        ({"expires_at": "0001-01-01T00:00:00+23:59"}, "/expires_at"),
        ({"expires_at": 5}, "/expires_at"),
        ({"expires_at": True}, "/expires_at"),
    ],
)
def test_wrong_bodies_name_the_field(client_a: APIClient, body: Any, pointer: str) -> None:
    before = ApiKey.objects.count()
    response = client_a.post(KEYS, body)
    assert response.status_code == 422
    assert pointer in [error["pointer"] for error in response.json()["errors"]]
    assert ApiKey.objects.count() == before


@pytest.mark.parametrize(
    "name",
    [
        "🏳️‍🌈",
        "e\u0301",
        "\u202egnp.exe",
        "\u200b",
        " padded ",
        "<script>",
        "=cmd|' /C calc'!A0",
        "x" * 100,
    ],
)
def test_names_are_kept_as_sent(client_a: APIClient, name: str) -> None:
    made = client_a.post(KEYS, {"name": name})
    assert made.status_code == 201
    assert client_a.get(made["Location"]).json()["name"] == name


def test_others_keys_are_not_there(
    as_user: ClientFor, user: User, other_user: User, client_a: APIClient
) -> None:
    theirs, _ = api_key_create(user=other_user, name="theirs")
    missing = client_a.get(f"{KEYS}{uuid.uuid4()}/")
    for method in ("get", "delete"):
        response = getattr(client_a, method)(f"{KEYS}{theirs.pk}/")
        assert response.status_code == missing.status_code == 404
        assert response.json()["detail"] == missing.json()["detail"]
    theirs.refresh_from_db()
    assert theirs.revoked_at is None
    names = {key["username"] for key in client_a.get(KEYS).json()["results"]}
    assert names == {"client"}


def test_two_owners_of_fifty_see_their_own_on_every_page(
    as_user: ClientFor, user: User, other_user: User
) -> None:
    for owner in (user, other_user):
        for number in range(49):
            api_key_create(user=owner, name=f"{owner.username} {number}")
    client, page, seen = as_user(user), f"{KEYS}?page_size=20", []
    while page:
        body = client.get(page).json()
        seen += body["results"]
        page = body["next"]
    assert len(seen) == len({key["id"] for key in seen}) == 50
    assert {key["username"] for key in seen} == {"client"}
    assert client.get(KEYS, {"name": "other 3"}).json()["results"] == []


def test_a_page_costs_two_queries_however_long_it_is(
    client_a: APIClient, user: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(30):
        api_key_create(user=user, name=str(number))
    client_a.get(KEYS)
    with django_assert_max_num_queries(2):
        assert len(client_a.get(KEYS, {"page_size": 100}).json()["results"]) == 31


def test_staff_see_all_where_their_credential_may(
    as_user: ClientFor, staff: User, client_a: APIClient
) -> None:
    assert len(as_user(staff).get(KEYS).json()["results"]) == 2
    plain = as_user(staff, scopes=["read"]).get(KEYS).json()["results"]
    assert {key["username"] for key in plain} == {"staff"}
    token = token_pair_issue(user=staff).access
    by_token = APIClient().get(KEYS, headers={"Authorization": f"Bearer {token}"})
    assert len(by_token.json()["results"]) == 3


def test_usable_keys_can_be_asked_for(client_a: APIClient, user: User) -> None:
    old, _ = api_key_create(user=user, name="old", expires_at=timezone.now())
    usable = client_a.get(KEYS, {"usable": "true"}).json()["results"]
    assert str(old.pk) not in {key["id"] for key in usable}
    gone = client_a.get(KEYS, {"usable": "false"}).json()["results"]
    assert {key["id"] for key in gone} == {str(old.pk)}


@pytest.mark.parametrize(
    "query",
    [
        "page_size=0", "page_size=-1", "page_size=1000000", "page_size=abc", "page_size=",
        "ordering=password", "ordering=-user__password", "user__password__startswith=p",
        "usable=maybe", "page_size=1&page_size=2", "name=" + "x" * 2000, "page=abc",
    ],
)  # fmt: skip
def test_odd_queries_are_harmless(client_a: APIClient, query: str) -> None:
    response = client_a.get(f"{KEYS}?{query}")
    assert response.status_code in {200, 422}
    assert "password" not in response.content.decode()


@pytest.mark.parametrize("word", ["maybe", "null", "2"])
def test_usable_is_true_or_false(client_a: APIClient, word: str) -> None:
    assert client_a.get(KEYS, {"usable": word}).status_code == 422


@pytest.mark.parametrize("cursor", ["abc", "%00", "cD1hYmM=", "é", "cD0lMDA="])
def test_tampered_cursors_are_no_server_error(client_a: APIClient, cursor: str) -> None:
    assert client_a.get(f"{KEYS}?cursor={cursor}").status_code < 500


@pytest.mark.parametrize(
    "identifier",
    [
        "abc", "%00", "..%2f..%2fetc%2fpasswd", "%252e%252e", ";", "1 OR 1=1", "-1", "𝟙",
        "9223372036854775808",
        "{00000000-0000-0000-0000-000000000000}", "00000000-0000-0000-0000-000000000000",
        "00000000-0000-0000-0000-00000000000A",
    ],
)  # fmt: skip
def test_odd_ids_are_404(client_a: APIClient, identifier: str) -> None:
    response = client_a.get(f"{KEYS}{identifier}/")
    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"


def test_a_key_gives_no_more_than_it_has(as_user: ClientFor, user: User, staff: User) -> None:
    client = as_user(user)
    assert client.post(KEYS, {"scopes": ["admin"]}).status_code == 403
    assert client.post(KEYS, {"scopes": ["read"]}).json()["scopes"] == ["read"]
    assert (
        as_user(staff, scopes=["read", "write"]).post(KEYS, {"scopes": ["admin"]}).status_code
        == 403
    )
    assert as_user(staff).post(KEYS, {}).json()["scopes"] == ["read", "write", "admin"]


def test_a_key_for_a_time_makes_none_for_longer(as_user: ClientFor, user: User) -> None:
    soon = timezone.now() + timedelta(hours=1)
    client = as_user(user, expires_at=soon)
    for body in ({}, {"expires_at": (soon + timedelta(days=1)).isoformat()}):
        made = ApiKey.objects.get(pk=client.post(KEYS, body).json()["id"])
        assert made.expires_at == soon
    earlier = soon - timedelta(minutes=5)
    made = client.post(KEYS, {"expires_at": earlier.isoformat()}).json()
    assert ApiKey.objects.get(pk=made["id"]).expires_at == earlier


def test_one_owner_has_a_bounded_number_of_keys(
    client_a: APIClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert MAX_USABLE_KEYS == 100
    monkeypatch.setattr("accounts.services.keys.MAX_USABLE_KEYS", 2)
    made = client_a.post(KEYS, {}).json()
    response = client_a.post(KEYS, {})
    assert response.status_code == 409
    assert response.json()["code"] == "conflict"
    client_a.delete(f"{KEYS}{made['id']}/")
    assert client_a.post(KEYS, {}).status_code == 201


@pytest.mark.parametrize("method", ["put", "patch"])
def test_keys_are_not_changed(client_a: APIClient, method: str) -> None:
    made = client_a.post(KEYS, {}).json()
    assert getattr(client_a, method)(f"{KEYS}{made['id']}/", {"name": "y"}).status_code == 405


@pytest.mark.parametrize(
    "path", [KEYS, "/api/v1/me", f"{KEYS}00000000-0000-0000-0000-000000000000/"]
)
@pytest.mark.parametrize("method", ["get", "head", "options", "post", "delete", "put", "patch"])
@pytest.mark.parametrize(
    "headers",
    [{}, {"X-API-Key": "wrong"}, {"Authorization": "Bearer a.b.c"}],
    ids=["none", "wrong key", "wrong token"],
)
def test_nobody_gets_anything(
    db: None, api_client: APIClient, path: str, method: str, headers: dict[str, str]
) -> None:
    response = getattr(api_client, method)(path, headers=headers)
    assert response.status_code == 401
    assert "WWW-Authenticate" in response


def test_me_by_session(user: User) -> None:
    browser = APIClient()
    browser.force_login(user)
    body = browser.get("/api/v1/me").json()
    assert body["id"] == str(user.pk)
    assert body["credential"] == "session"
    assert body["api_key"] is None
    assert body["scopes"] == ["read", "write"]
    assert body["is_staff"] is False
