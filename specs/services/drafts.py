"""A prompt becomes a draft: which engine answers it, and whether the caller may spend on it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.db import DatabaseError, InterfaceError

from accounts.errors import BudgetSpent
from accounts.models import User
from accounts.services import budget_check
from specs.choices import EngineChoice
from specs.draft import Draft, Notice
from specs.wiring import engines, main_agent

LLM_NOT_CONFIGURED = Notice(
    code="llm_not_configured",
    detail="No language model is configured here, so the rules engine answered.",
)
LLM_NOT_COUNTED = Notice(
    code="llm_not_counted",
    detail="What the language model costs cannot be counted now, so the rules engine answered.",
)
DraftListener = Callable[[Draft], None]


@dataclass(frozen=True, slots=True)
class Engine:
    """The engine that will answer, and what has to be said about the choice."""

    name: str
    notices: tuple[Notice, ...] = ()


def principal_or_owner(principal: str, owner: User | None) -> str:
    """Whose budget is charged where no credential is named."""
    return principal or (f"user:{owner.pk}" if owner is not None else "nobody")


def engine_choose(*, wanted: str, principal: str) -> Engine:
    """Raises BudgetSpent for `llm`; `auto` is answered by the rules then, and says so."""
    if wanted == EngineChoice.RULES:
        return Engine(EngineChoice.RULES)
    if EngineChoice.LLM not in engines():
        asked = wanted == EngineChoice.LLM
        return Engine(EngineChoice.RULES, (LLM_NOT_CONFIGURED,) if asked else ())
    try:
        budget_check(principal=principal)
    except BudgetSpent as spent:
        if wanted == EngineChoice.LLM:
            raise
        return Engine(EngineChoice.RULES, (Notice(code="llm_budget_spent", detail=str(spent)),))
    except (DatabaseError, InterfaceError):
        return Engine(EngineChoice.RULES, (LLM_NOT_COUNTED,))
    return Engine(EngineChoice.LLM)


def model_of(engine: Engine) -> str:
    """The model behind the engine, as settings name it; empty for the rules."""
    return str(settings.OPENAI_MODEL) if engine.name == EngineChoice.LLM else ""


def draft_make(
    *,
    prompt: str,
    engine: Engine,
    design_type: str | None = None,
    on_draft: DraftListener | None = None,
) -> Draft:
    """Raises NotADesign. May wait for a model, and needs no database.

    `on_draft` is told drafts on the way where the engine takes its time.
    """
    telling: dict[str, Any] = {}
    if on_draft is not None and engine.name == EngineChoice.LLM:
        telling["on_draft"] = on_draft
    agent = main_agent(str(engine.name))
    draft = agent.design(prompt, design_type=design_type, **telling)
    return replace(draft, warnings=(*engine.notices, *draft.warnings))
