"""Asking a language model for a better design, where one is configured and the caller may spend."""

from collections.abc import Sequence

from django.conf import settings

from accounts.services import Bill
from specs.choices import EngineChoice
from specs.draft import Draft
from specs.services.drafts import engine_choose
from specs.wiring import llm_generator


class ModelRewriter:
    """A feedback.agent.Rewriter, with the deadline, budget, breaker and ladder of the generator.

    Imports are lazy, as in specs.wiring: without a model none is made. Each call is charged to
    the bill, the failed ones too, and none is made once the payer's budget is spent.
    """

    def __init__(self, bill: Bill) -> None:
        self.bill = bill

    def __call__(
        self, draft: Draft, *, prompt: str, stated: Draft, criticism: Sequence[str]
    ) -> Draft | None:
        from specs.generation.llm.failures import LLMUnavailable
        from specs.generation.llm.rewriter import LLMRewriter

        # A long use case asks several times: what was left at its start may be gone by now.
        if not _may_spend(self.bill):
            return None
        try:
            better = LLMRewriter(llm_generator()).rewrite(
                draft, prompt=prompt, stated=stated, criticism=criticism
            )
        except LLMUnavailable as failure:
            self.bill.charge("rewrite", failure.usage)
            return None
        self.bill.charge("rewrite", better.usage)
        return better


def rewriter_for(bill: Bill) -> ModelRewriter | None:
    """None without a model, and where the payer's budget is spent."""
    if not settings.OPENAI_BASE_URL:
        return None
    return ModelRewriter(bill) if _may_spend(bill) else None


def _may_spend(bill: Bill) -> bool:
    chosen = engine_choose(wanted=EngineChoice.AUTO, principal=bill.principal)
    return chosen.name == EngineChoice.LLM
