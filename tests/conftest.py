"""What every test may use. The suite runs on SQLite and memory, or on what the URLs name."""

from collections.abc import Iterator
from functools import partial

import pytest
from django.core.cache import cache
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
