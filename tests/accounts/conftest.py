"""Credentials of every kind, good and bad."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.counters import counters
from accounts.models import User
from accounts.services import IssuedKey, TokenPair, api_key_create, token_pair_issue

PASSWORD = "a long enough password"


@pytest.fixture(autouse=True)
def _fresh_counters() -> Iterator[None]:
    counters().reset()
    yield
    counters().reset()


@pytest.fixture
def issued(user: User) -> IssuedKey:
    return api_key_create(user=user, name="test")


@pytest.fixture
def pair(user: User) -> TokenPair:
    return token_pair_issue(user=user)


@pytest.fixture
def as_user(user: User) -> Callable[[User], APIClient]:
    """A client with an API key of that user."""

    def client(owner: User, **options: Any) -> APIClient:
        _, key = api_key_create(user=owner, name="test", **options)
        return APIClient(headers={"X-API-Key": key})

    return client


@pytest.fixture
def client_a(as_user: Callable[..., APIClient], user: User) -> APIClient:
    return as_user(user)
