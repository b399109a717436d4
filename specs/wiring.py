"""Builds the agents that settings name. Imports are lazy: a migration needs no engine."""

from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

from django.conf import settings
from django.core.signals import setting_changed
from django.utils.module_loading import import_string

from specs.draft import Draft, SpecGenerator

if TYPE_CHECKING:
    from specs.generation.llm.addresses import Reach
    from specs.generation.llm.generator import LLMGenerator

AGENT = "specs.agent.MainAgent"
RULES, LLM = "rules", "llm"
# Engines by their names in the API.
GENERATORS = {"rules": "specs.generation.rules.RulesGenerator"}


class Designer(Protocol):
    """What MainAgent offers to the services."""

    def design(self, prompt: str, *, design_type: str | None = None) -> Draft: ...


def engines() -> dict[str, str]:
    """The engines of this deployment with their dotted paths; `rules` is always there, `llm`
    where a language model is configured."""
    configured: dict[str, str] = dict(getattr(settings, "SPEC_GENERATORS", GENERATORS))
    if settings.OPENAI_BASE_URL:
        configured.setdefault(LLM, "specs.wiring.llm_with_rules")
    return configured


@cache
def main_agent(engine: str = "rules") -> Designer:
    """One agent for a process: building it reads the knowledge files once."""
    generator = import_string(engines()[engine])()
    agent: Designer = import_string(getattr(settings, "SPEC_AGENT", AGENT))(generator)
    return agent


def build_agents() -> None:
    """Before somebody waits for them. Reading a prompt loads what is loaded at first use."""
    for engine in engines():
        main_agent(engine)
    main_agent(RULES).design("A table 75 cm high")


def llm_with_rules() -> SpecGenerator:
    """The model, and the rules where it has no answer."""
    from specs.generation.fallback import WithFallback

    generator = llm_generator()
    return WithFallback(generator, generator.rules)


def llm_reach() -> "Reach":
    from specs.generation.llm.addresses import Reach

    return Reach.PRIVATE if settings.LLM_ALLOW_PRIVATE else Reach.LOOPBACK


@cache
def llm_generator() -> "LLMGenerator":
    """One for a process, so that its breaker and its ladder remember. Raises ForbiddenAddress."""
    from specs.generation.llm.addresses import check_base_url
    from specs.generation.llm.client import ChatClient
    from specs.generation.llm.exchange import Budget
    from specs.generation.llm.generator import LLMGenerator
    from specs.generation.llm.names import Names
    from specs.knowledge import vocabulary

    return LLMGenerator(
        rules=import_string(engines()["rules"])(),
        client=ChatClient(
            check_base_url(settings.OPENAI_BASE_URL, llm_reach()),
            model=settings.OPENAI_MODEL,
            api_key=settings.OPENAI_API_KEY,
        ),
        names=Names(vocabulary()),
        budget=Budget(
            seconds=settings.LLM_DEADLINE_S,
            calls=settings.LLM_MAX_CALLS,
            max_tokens=settings.LLM_MAX_TOKENS,
            least_call_seconds=min(1.0, settings.LLM_DEADLINE_S / 5),
        ),
        judge=import_string(settings.SPEC_FEASIBILITY)() if settings.SPEC_FEASIBILITY else None,
        examples=import_string(settings.SPEC_EXAMPLES)() if settings.SPEC_EXAMPLES else None,
    )


def llm_state() -> dict[str, Any]:
    """What /health and the metrics say about the model of this process."""
    if not settings.OPENAI_BASE_URL:
        return {"status": "not configured"}
    generator = llm_generator()
    breaker = generator.breaker.state()
    key = generator.client.endpoint.url, generator.client.model
    age = generator.memory.age(key)
    return {
        # Half open is no longer down: the next request finds out.
        "status": "down" if breaker["state"] == "open" else "ok",
        "model": generator.client.model,
        "breaker": breaker,
        "rung": None if age is None else str(generator.memory.get(key).rung),
        "rung_age_s": None if age is None else round(age),
    }


def _forget(*, setting: str, **kwargs: object) -> None:
    if setting.startswith(("SPEC_", "LLM_", "OPENAI_")):
        main_agent.cache_clear()
        llm_generator.cache_clear()


setting_changed.connect(_forget)
