"""The container's own health check, as Docker runs it."""

import os
import subprocess
import sys
from typing import Any
from urllib.parse import urlsplit

import pytest

from config import probe


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("design.example.com,web", "design.example.com"),
        (".example.com", "example.com"),
        ("", "127.0.0.1"),
    ],
)
def test_it_calls_the_service_by_a_name_that_is_served(
    monkeypatch: pytest.MonkeyPatch, names: str, expected: str
) -> None:
    monkeypatch.setenv("ALLOWED_HOSTS", names)
    assert probe.host() == expected


@pytest.mark.django_db(transaction=True)
def test_a_server_that_serves_other_names_only_is_healthy(live_server: Any, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["design.example.com"]
    port = str(urlsplit(live_server.url).port)
    for name, status in (("design.example.com", 0), ("other.example.com", 1)):
        environment = {
            "PATH": os.environ["PATH"],  # noqa: TID251 - a bare environment is the point
            "ALLOWED_HOSTS": name,
            "PORT": port,
        }
        result = subprocess.run(
            [sys.executable, "-m", "config.probe"], env=environment, check=False
        )
        assert result.returncode == status
