"""Journeys hold the way through HTTP; what an engine reads is held where the engine is tested."""

from typing import Any

import pytest


@pytest.fixture(autouse=True)
def _small_engine(settings: Any) -> None:
    settings.SPEC_AGENT = "tests.specs.small.SmallAgent"
    settings.SPEC_GENERATORS = {"rules": "tests.specs.small.SmallGenerator"}
