"""Clients, documents, and an engine and a reader that tests of the rim can foresee."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import User
from specs.models import Spec
from specs.services import spec_generate
from tests.evaluation import things


@pytest.fixture
def small(settings: Any) -> None:
    """The small engine of tests/specs designs, and the same rule reads prompts."""
    settings.SPEC_AGENT = "tests.specs.small.SmallAgent"
    settings.SPEC_GENERATORS = {"rules": "tests.specs.small.SmallGenerator"}
    settings.EVALUATION_READER = "tests.evaluation.small_reader.read"


def client_for(user: User) -> APIClient:
    client = APIClient()
    client.force_authenticate(user)
    return client


@pytest.fixture
def client_of_user(user: User) -> APIClient:
    return client_for(user)


@pytest.fixture
def client_of_other(other_user: User) -> APIClient:
    return client_for(other_user)


@pytest.fixture
def client_of_staff(staff: User) -> APIClient:
    return client_for(staff)


@pytest.fixture
def spec(small: None, user: User) -> Spec:
    return spec_generate(prompt="A 3-storey office, purple", owner=user)


@pytest.fixture
def document() -> dict[str, Any]:
    return things.spec("building", "office", stories=3, dimensions={"height": 10.5})
