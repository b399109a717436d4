"""The edit that asks a language model, where one is configured and the caller may spend on it."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings

from rl.judging import Case
from rl.operators import Design
from specs.choices import EngineChoice
from specs.draft import Draft
from specs.services.drafts import engine_choose
from specs.wiring import llm_generator


class ModelRewriter:
    """An rl.agent.Rewriter. Imports are lazy, as in specs.wiring: without a model none is made.
    `usages` holds what each call cost, the failed ones too."""

    def __init__(self) -> None:
        self.usages: list[dict[str, Any]] = []

    def __call__(self, design: Design, case: Case, criticism: Sequence[str]) -> Design | None:
        from specs.generation.llm.failures import LLMUnavailable
        from specs.generation.llm.rewriter import LLMRewriter

        reading = case.facts.reading
        if reading is None or not case.prompt:
            return None
        try:
            draft = LLMRewriter(llm_generator()).rewrite(
                Draft(design.spec, design.provenance, design.assumptions),
                prompt=case.prompt,
                stated=Draft(reading.spec, reading.provenance),
                criticism=criticism,
            )
        except LLMUnavailable as failure:
            self.usages.append(failure.usage)
            return None
        self.usages.append(draft.usage)
        return Design(draft.spec, draft.provenance, draft.assumptions)


def rewriter_for(principal: str) -> ModelRewriter | None:
    """None without a model, and where the caller's budget is spent."""
    if not settings.OPENAI_BASE_URL:
        return None
    chosen = engine_choose(wanted=EngineChoice.AUTO, principal=principal)
    return ModelRewriter() if chosen.name == EngineChoice.LLM else None
