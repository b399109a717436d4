"""LLMRewriter: a design and what is wrong with it go to the model, an improved design comes back.

Grounded like everything that a model says: stated and derived values stay, what it adds is an
assumption. Whether the result is better is for an evaluator to say.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from specs.draft import Draft
from specs.generation.llm import prompts
from specs.generation.llm.client import Question
from specs.generation.llm.failures import CallFailed, LLMUnavailable, Outcome
from specs.generation.llm.generator import LLMGenerator
from specs.generation.llm.ladder import Capabilities
from specs.generation.llm.messages import rewrite_messages
from specs.generation.llm.parse import parse_object
from specs.generation.llm.repair import repaired, unwrapped
from specs.generation.llm.request_schema import NAME, request_schema


@dataclass(frozen=True, slots=True)
class LLMRewriter:
    """Asks with the generator's client, and under its budget, breaker and ladder."""

    generator: LLMGenerator

    def rewrite(
        self, draft: Draft, *, prompt: str, stated: Draft, criticism: Sequence[str]
    ) -> Draft:
        """`stated` holds what the prompt says. Raises LLMUnavailable."""
        engine = self.generator
        exchange = engine.exchange(prompts.REWRITE)

        def question(capabilities: Capabilities) -> Question:
            messages = rewrite_messages(
                prompt, draft, stated, criticism, engine.names, capabilities.rung
            )
            return Question(messages, NAME, request_schema(), engine.budget.max_tokens)

        try:
            reply = exchange.ask(question)
            raw = unwrapped(parse_object(reply.text, complete=reply.finish_reason == "stop"))
            found = repaired(raw, engine.names, draft.spec.design_type)
            if not found.usable:
                raise CallFailed(Outcome.INVALID)
        except CallFailed as failure:
            usage = exchange.ledger.as_json(failure.outcome)
            raise LLMUnavailable(failure.outcome, usage) from None
        better = engine.ground(prompt, draft, found.document, engine.judge)
        return replace(better, usage=exchange.ledger.as_json(Outcome.OK))
