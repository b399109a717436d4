"""Builds the agents that settings name. Imports are lazy: a migration needs no engine."""

from functools import cache
from typing import Protocol

from django.conf import settings
from django.core.signals import setting_changed
from django.utils.module_loading import import_string

from specs.draft import Draft

AGENT = "specs.agent.MainAgent"
# Engines by their names in the API. An engine that needs configuration is listed when it has it.
GENERATORS = {"rules": "specs.generation.rules.RulesGenerator"}


class Designer(Protocol):
    """What MainAgent offers to the services."""

    def design(self, prompt: str, *, design_type: str | None = None) -> Draft: ...


def engines() -> dict[str, str]:
    """The engines of this deployment with their dotted paths; `rules` is always there."""
    configured: dict[str, str] = getattr(settings, "SPEC_GENERATORS", GENERATORS)
    return configured


@cache
def main_agent(engine: str = "rules") -> Designer:
    """One agent for a process: building it reads the knowledge files."""
    generator = import_string(engines()[engine])()
    agent: Designer = import_string(getattr(settings, "SPEC_AGENT", AGENT))(generator)
    return agent


def _forget(*, setting: str, **kwargs: object) -> None:
    if setting in ("SPEC_AGENT", "SPEC_GENERATORS"):
        main_agent.cache_clear()


setting_changed.connect(_forget)
