"""A copy of the database lets nobody in: no table holds a key, a token or a password."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.db import connection
from pytest_django.fixtures import Settings
from rest_framework.test import APIClient

from accounts.models import User
from accounts.services import api_key_create, environment_key_store
from tests.accounts.conftest import PASSWORD


def dump() -> Iterator[str]:
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            yield from (str(row) for row in cursor.fetchall())


def test_no_table_and_no_log_holds_a_usable_secret(
    user: User, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    settings.API_KEY = "key-of-an-older-deployment"
    environment_key_store()
    client = APIClient()
    body = {"username": "client", "password": PASSWORD}
    first = client.post("/auth/login", body).json()
    second = client.post("/auth/refresh", {"refresh": first["refresh"]}).json()
    client.post("/auth/refresh", {"refresh": first["refresh"]})
    _, key = api_key_create(user=user, name="service")
    made = client.post("/api/v1/api-keys/", {}, headers={"X-API-Key": key}).json()
    client.get("/api/v1/me", headers={"Authorization": f"Bearer {second['access']}"})
    client.get("/api/v1/me", headers={"X-API-Key": key[:-1]})
    secrets = {
        settings.API_KEY,
        PASSWORD,
        key,
        key.split("_")[2],
        made["key"],
        *(pair[kind] for pair in (first, second) for kind in ("access", "refresh")),
        *(pair["refresh"].rsplit(".", 1)[1] for pair in (first, second)),
    }
    rows = list(dump())
    assert any(str(made["prefix"]) in row for row in rows)
    kept = "\n".join([*rows, caplog.text, cached()])
    assert [secret for secret in secrets if secret in kept] == []


def cached() -> str:
    if hasattr(cache, "keys"):
        return str([(key, cache.get(key)) for key in cache.keys("*")])
    return str(cache._cache)  # type: ignore[attr-defined]
