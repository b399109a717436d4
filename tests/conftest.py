"""What every test may use. The suite runs on SQLite and memory, or on what the URLs name."""

from collections.abc import Generator, Iterator
from functools import partial
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core.cache import cache
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import RunPython
from pytest_django.plugin import DjangoDbBlocker, blocking_manager_key
from rest_framework.test import APIClient

from accounts.models import User


@pytest.fixture(autouse=True)
def _empty_cache() -> Iterator[None]:
    """No test sees another's cached answers. Redis is shared by the workers of the suite, so
    there each empties its own prefix only: `clear` would flush the others' too."""
    empty = partial(cache.delete_pattern, "*") if hasattr(cache, "delete_pattern") else cache.clear
    empty()
    yield
    empty()


@pytest.fixture
def api_client() -> APIClient:
    """Nobody's client: no credentials."""
    return APIClient()


@pytest.fixture
def user(db: None) -> User:
    return User.objects.create_user("client", password="a long enough password")


@pytest.fixture
def other_user(db: None) -> User:
    return User.objects.create_user("other", password="a long enough password")


@pytest.fixture
def staff(db: None) -> User:
    return User.objects.create_superuser("staff", password="a long enough password")


emptied = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, None, None]:
    """A test that commits ends by emptying every table."""
    yield
    marker = item.get_closest_marker("django_db")
    marked = marker is not None and (marker.kwargs.get("transaction") or any(marker.args))
    if marked or {"transactional_db", "live_server"} & set(getattr(item, "fixturenames", ())):
        item.config.stash[emptied] = True


def pytest_runtest_setup(item: pytest.Item) -> None:
    """What migrations put there is put back for the next test, so that the order of the files does
    not matter. Not at the end of the last one: by then the connection is to another database.
    """
    if item.config.stash.get(emptied, False):
        item.config.stash[emptied] = False
        blocker: DjangoDbBlocker = item.config.stash[blocking_manager_key]
        with blocker.unblock():
            seed_again()


def seed_again() -> None:
    editor = SimpleNamespace(connection=connection)
    loader = MigrationLoader(connection)
    for app in ("accounts", "specs", "evaluation", "feedback", "rl"):
        names = sorted(name for label, name in loader.disk_migrations if label == app)
        for name in names:
            for operation in loader.disk_migrations[app, name].operations:
                if isinstance(operation, RunPython):
                    operation.code(apps, editor)
