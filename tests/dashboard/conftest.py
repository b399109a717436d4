"""People in a browser without scripts, and a spec that one of them made."""

from typing import Any

import pytest
from django.test import Client

from accounts.models import User
from specs.models import Spec
from specs.services import spec_generate
from tests.dashboard.annotated import PROMPT


@pytest.fixture
def annotated(settings: Any) -> None:
    settings.SPEC_AGENT = "tests.dashboard.annotated.AnnotatedAgent"
    settings.SPEC_GENERATORS = {"rules": "tests.specs.small.SmallGenerator"}


@pytest.fixture
def spec(annotated: None, user: User) -> Spec:
    return spec_generate(prompt=PROMPT, owner=user)


@pytest.fixture
def browser_of_user(client: Client, user: User) -> Client:
    client.force_login(user)
    return client


@pytest.fixture
def browser_of_other(other_user: User) -> Client:
    browser = Client()
    browser.force_login(other_user)
    return browser


@pytest.fixture
def browser_of_staff(staff: User) -> Client:
    browser = Client()
    browser.force_login(staff)
    return browser
