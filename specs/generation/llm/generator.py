"""LLMGenerator: the rules' draft, made richer by a model and never worse.

Raises LLMUnavailable when the model has no usable answer; what to do then is MainAgent's decision.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from specs.design import JSON
from specs.draft import Draft, SpecGenerator
from specs.errors import Violation
from specs.generation.llm import prompts
from specs.generation.llm.breaker import Breaker
from specs.generation.llm.client import ChatClient, Question, TextListener
from specs.generation.llm.clock import Clock, Deadline
from specs.generation.llm.exchange import Budget, Exchange
from specs.generation.llm.failures import CallFailed, LLMUnavailable, Outcome
from specs.generation.llm.feasibility import Feasibility
from specs.generation.llm.grounding import grounded
from specs.generation.llm.ladder import Capabilities, CapabilityMemory
from specs.generation.llm.messages import design_messages, reask_messages
from specs.generation.llm.names import Names
from specs.generation.llm.parse import parse_object, partial_object
from specs.generation.llm.repair import Repaired, repaired, unwrapped, with_fixes
from specs.generation.llm.request_schema import FIXES_NAME, NAME, fixes_schema, request_schema
from specs.generation.llm.usage import CallLedger

# Readings less certain than this may be corrected by a model that the prompt supports.
TRUSTED_CONFIDENCE = 0.6
# A reader sees no more than this, and grounding each piece of a reply would cost more than it.
SECONDS_BETWEEN_DRAFTS = 0.25


DraftListener = Callable[[Draft], None]


class Examples(Protocol):
    """Specs that people accepted, nearest first, with the prompts that they came from."""

    def nearest(self, draft: Draft) -> Sequence[tuple[str, JSON]]: ...


@dataclass(frozen=True, slots=True)
class LLMGenerator:
    """A SpecGenerator. Safe to share between threads."""

    rules: SpecGenerator
    client: ChatClient
    names: Names
    budget: Budget = field(default_factory=Budget)
    breaker: Breaker = field(default_factory=Breaker)
    memory: CapabilityMemory = field(default_factory=CapabilityMemory)
    judge: Feasibility | None = None
    examples: Examples | None = None
    trusted: float = TRUSTED_CONFIDENCE
    clock: Clock = time.monotonic
    sleep: Callable[[float], None] = time.sleep

    def generate(
        self,
        prompt: str,
        *,
        design_type: str | None = None,
        on_draft: DraftListener | None = None,
    ) -> Draft:
        """Raises NotADesign and LLMUnavailable.

        `on_draft` gets the rules' draft before the model is asked, and a grounded draft now and
        then while its reply comes in.
        """
        exchange = self.exchange(prompts.CURRENT)
        base = self.rules.generate(prompt, design_type=design_type)
        on_text = None
        if on_draft is not None:
            on_draft(base)
            on_text = self._telling(prompt, base, on_draft)
        ledger = exchange.ledger
        try:
            document = self._document(exchange, prompt, base, on_text)
        except CallFailed as failure:
            raise LLMUnavailable(failure.outcome, ledger.as_json(failure.outcome)) from None
        draft = self.ground(prompt, base, document, self.judge)
        return replace(draft, usage=ledger.as_json(Outcome.OK))

    def exchange(self, prompt_version: str) -> Exchange:
        """The calls of one request; its deadline begins now."""
        return Exchange(
            client=self.client,
            breaker=self.breaker,
            memory=self.memory,
            budget=self.budget,
            ledger=CallLedger(model=self.client.model, prompt_version=prompt_version),
            deadline=Deadline.after(self.budget.seconds, self.clock),
            sleep=self.sleep,
            clock=self.clock,
        )

    def ground(self, prompt: str, base: Draft, document: JSON, judge: Feasibility | None) -> Draft:
        return grounded(
            base,
            document,
            prompt=prompt,
            names=self.names,
            model=self.client.model,
            trusted=self.trusted,
            judge=judge,
        )

    def _telling(self, prompt: str, base: Draft, on_draft: DraftListener) -> TextListener:
        """A listener to the reply that tells `on_draft` what the draft would be by now."""
        told = self.clock()

        def on_text(text: str) -> None:
            nonlocal told
            if self.clock() - told < SECONDS_BETWEEN_DRAFTS:
                return
            if (document := partial_object(text)) is not None:
                told = self.clock()
                so_far = repaired(unwrapped(document), self.names, base.spec.design_type)
                on_draft(self.ground(prompt, base, so_far.document, None))

        return on_text

    def _document(
        self, exchange: Exchange, prompt: str, base: Draft, on_text: TextListener | None
    ) -> JSON:
        """The model's document, put right here and by asking again, or CallFailed."""
        examples = self.examples.nearest(base) if self.examples is not None else ()

        def design(capabilities: Capabilities) -> Question:
            messages = design_messages(prompt, base, self.names, examples, capabilities.rung)
            return Question(messages, NAME, request_schema(), self.budget.max_tokens)

        reply = exchange.ask(design, on_text)
        raw: JSON = {}
        try:
            raw = unwrapped(parse_object(reply.text, complete=reply.finish_reason == "stop"))
        except CallFailed:
            # No JSON at all: there is nothing to point at, so the whole is asked for once more.
            again = exchange.ask(design) if self.budget.reasks else None
            if again is None:
                raise
            raw = unwrapped(parse_object(again.text, complete=again.finish_reason == "stop"))
            return self._usable(repaired(raw, self.names, base.spec.design_type))
        return self._usable(self._put_right(exchange, prompt, raw, base.spec.design_type))

    def _put_right(self, exchange: Exchange, prompt: str, raw: JSON, design_type: str) -> Repaired:
        """Ask for the failing pointers; the same errors twice, or no answer, and that is it."""
        result = repaired(raw, self.names, design_type)
        for _ in range(self.budget.reasks):
            if not result.problems:
                break
            fixes = self._fixes(exchange, prompt, result.problems)
            raw = with_fixes(raw, fixes, result.problems)
            better = repaired(raw, self.names, design_type)
            if better.problems == result.problems:
                break
            result = better
        return result

    def _fixes(self, exchange: Exchange, prompt: str, problems: tuple[Violation, ...]) -> Any:
        messages = reask_messages(prompt, problems)
        question = Question(messages, FIXES_NAME, fixes_schema(), self.budget.max_tokens)
        try:
            reply = exchange.ask(lambda capabilities: question)
            answer = parse_object(reply.text, complete=reply.finish_reason == "stop")
        except CallFailed:
            # The document without the failing values is worth more than no document.
            return []
        return answer.get("fixes")

    def _usable(self, result: Repaired) -> JSON:
        if not result.usable:
            raise CallFailed(Outcome.INVALID)
        return result.document
