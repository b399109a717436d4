"""Production refuses to start with a weak secret, and names the setting without its value."""

import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest

from config.env import child_environment
from config.settings.weak import weakness

ROOT = Path(__file__).resolve().parents[2]


def start(**changes: str | None) -> subprocess.CompletedProcess[str]:
    environment = {
        "PATH": os.environ["PATH"],  # noqa: TID251 - a bare environment is the point
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "JWT_SECRET": secrets.token_urlsafe(50),
        "ALLOWED_HOSTS": "design.example.com",
        "DATABASE_URL": "postgres://service@127.0.0.1:5432/service",
        "REDIS_URL": "redis://127.0.0.1:6379/0",
        **changes,
    }
    return subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env={name: value for name, value in environment.items() if value is not None},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_good_configuration_starts() -> None:
    assert start().returncode == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", None),
        ("SECRET_KEY", "short"),
        ("SECRET_KEY", "django-insecure-" + "abcdefghijklmnop" * 4),
        ("SECRET_KEY", "a" * 60),
        ("JWT_SECRET", None),
        ("JWT_SECRET", "bhiv-jwt-" + "secret-2024-and-some-more-characters"),
        ("API_KEY", "bhiv-" + "secret-key-2024-and-more-text"),
        ("ALLOWED_HOSTS", None),
        ("ALLOWED_HOSTS", "*"),
        ("DEBUG", "true"),
    ],
)
def test_a_weak_configuration_does_not(name: str, value: str | None) -> None:
    result = start(**{name: value})
    assert result.returncode != 0
    assert name in result.stderr
    if value and len(value) > 8:
        assert value not in result.stderr


def test_equal_secrets_do_not_start() -> None:
    same = secrets.token_urlsafe(50)
    result = start(SECRET_KEY=same, JWT_SECRET=same)
    assert result.returncode != 0
    assert "JWT_SECRET" in result.stderr


def test_random_secrets_are_not_called_weak() -> None:
    assert not any(weakness(secrets.token_urlsafe(48), min_length=50) for _ in range(200))


def test_servers_have_the_stack_that_linear_algebra_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    given = child_environment(PORT="1")
    assert given["OPENBLAS_NUM_THREADS"] == "1"
    assert int(given["RUST_MIN_STACK"]) >= 8 * 1024 * 1024
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "2")
    assert child_environment()["OPENBLAS_NUM_THREADS"] == "2"
