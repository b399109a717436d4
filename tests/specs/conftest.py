"""Specs made by the small generator, and clients who own them."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import User
from specs.models import Spec
from specs.services import spec_generate


@pytest.fixture
def small_engine(settings: Any) -> None:
    settings.SPEC_AGENT = "tests.specs.small.SmallAgent"
    settings.SPEC_GENERATORS = {"rules": "tests.specs.small.SmallGenerator"}


@pytest.fixture
def client_of_user(user: User) -> APIClient:
    client = APIClient()
    client.force_authenticate(user)
    return client


@pytest.fixture
def client_of_staff(staff: User) -> APIClient:
    client = APIClient()
    client.force_authenticate(staff)
    return client


@pytest.fixture
def client_of_other(other_user: User) -> APIClient:
    client = APIClient()
    client.force_authenticate(other_user)
    return client


@pytest.fixture
def spec(small_engine: None, user: User) -> Spec:
    return spec_generate(prompt="A 3-storey office, purple", owner=user)


@pytest.fixture
def document(spec: Spec) -> dict[str, Any]:
    """A whole document in the normal form, free to change."""
    stored: dict[str, Any] = spec.latest.document
    return {**stored, "dimensions": dict(stored["dimensions"])}
