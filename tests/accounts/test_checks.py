"""What is wrong with a setting is said at start."""

import pytest
from django.core.checks import run_checks
from pytest_django.fixtures import Settings


def mine() -> list[str]:
    return [found.id for found in run_checks() if str(found.id).startswith("accounts.")]


def test_the_settings_as_they_are_pass() -> None:
    assert mine() == []


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("RATE_LIMIT_PROTECTED", "many", "accounts.E002"),
        ("RATE_LIMIT_AUTH", "", "accounts.E002"),
        ("TRUSTED_PROXIES", ["10.0.0.1", "proxy.example"], "accounts.E003"),
    ],
)
def test_wrong_settings_are_named(
    settings: Settings, name: str, value: object, expected: str
) -> None:
    setattr(settings, name, value)
    assert mine() == [expected]
