"""One refresh token sent eight times at once, by real threads on a real database."""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import TypeVar

import pytest
from django.db import connection, connections
from rest_framework.test import APIClient

from accounts.errors import TooManyKeys
from accounts.models import User
from accounts.services import api_key_create, token_pair_issue
from accounts.services.keys import MAX_USABLE_KEYS

TWINS = 8
Answer = TypeVar("Answer")

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def own_connections(tmp_path: Path, user: User) -> Iterator[None]:
    """Threads open connections of their own: on SQLite to a file, as a service has it.

    The suite's SQLite database lives in the memory of one process, where threads would share
    locks that no deployment has.
    """
    settings = connections.settings["default"]
    name = settings["NAME"]
    if connection.vendor == "sqlite":
        settings["NAME"] = str(tmp_path / "race.sqlite3")
        file = sqlite3.connect(settings["NAME"])
        connection.connection.backup(file)
        file.close()
    yield
    settings["NAME"] = name


def at_once(call: Callable[[], Answer]) -> list[Answer]:
    barrier = Barrier(TWINS)

    def run(_: int) -> Answer:
        try:
            connection.ensure_connection()
            barrier.wait(timeout=20)
            return call()
        finally:
            connection.close()

    with ThreadPoolExecutor(TWINS) as pool:
        return list(pool.map(run, range(TWINS)))


@pytest.fixture
def refresh(user: User) -> str:
    return token_pair_issue(user=user).refresh


@pytest.mark.parametrize("path", ["/auth/refresh", "/auth/logout"])
def test_one_use_and_no_more(refresh: str, own_connections: None, path: str) -> None:
    answers = at_once(lambda: APIClient().post(path, {"refresh": refresh}).status_code)
    assert sorted(answers) == [200] + [401] * (TWINS - 1)


def test_signing_in_at_once_works(user: User, own_connections: None) -> None:
    body = {"username": "client", "password": "a long enough password"}
    answers = at_once(lambda: APIClient().post("/auth/login", body).status_code)
    assert answers == [200] * TWINS


def test_the_last_place_for_a_key_is_given_once(
    user: User, own_connections: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert MAX_USABLE_KEYS > 1
    monkeypatch.setattr("accounts.services.keys.MAX_USABLE_KEYS", 1)

    def create() -> bool:
        try:
            api_key_create(user=user, name="last place")
        except TooManyKeys:
            return False
        return True

    assert at_once(create).count(True) == 1
