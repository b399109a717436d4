"""The variables of the environment: listed, read, and named when they cannot be read."""

import re
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.env import serve_options

ROOT = Path(__file__).resolve().parents[2]
# Set by the service itself for what it starts, by pytest, or read only to be refused.
INTERNAL = {"PROMETHEUS_MULTIPROC_DIR", "PYTEST_XDIST_WORKER", "DEBUG"}
READ = re.compile(r"""(?:env\.\w+|environ\.get|development_secret)\(\s*["']([A-Z][A-Z0-9_]+)["']""")


def test_the_example_lists_every_variable_that_is_read_and_no_other() -> None:
    sources = (path.read_text("utf-8") for path in (ROOT / "config").rglob("*.py"))
    read = {name for source in sources for name in READ.findall(source)} - INTERNAL
    listed = re.findall(r"^#?([A-Z][A-Z0-9_]+)=", (ROOT / ".env.example").read_text("utf-8"), re.M)
    assert sorted(listed) == sorted(read)


@pytest.mark.parametrize("value", ["abc", "", "0", "-1", "99999", "80.5"])
def test_a_port_that_is_none_is_named(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", value)
    with pytest.raises(ImproperlyConfigured, match="PORT"):
        serve_options()
