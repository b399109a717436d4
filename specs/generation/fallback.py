"""Two engines as one: what the first cannot answer the second does, and the draft says so."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from specs.draft import Draft, SpecGenerator
from specs.generation.llm.failures import LLMUnavailable

DraftListener = Callable[[Draft], None]


class TellingGenerator(Protocol):
    """A SpecGenerator that takes its time and tells how far it has come."""

    def generate(
        self,
        prompt: str,
        *,
        design_type: str | None = None,
        on_draft: DraftListener | None = None,
    ) -> Draft: ...


class WithFallback:
    """A SpecGenerator. What trying cost stays in the draft's usage."""

    def __init__(self, first: TellingGenerator, second: SpecGenerator) -> None:
        self.first = first
        self.second = second

    def generate(
        self,
        prompt: str,
        *,
        design_type: str | None = None,
        on_draft: DraftListener | None = None,
    ) -> Draft:
        try:
            return self.first.generate(prompt, design_type=design_type, on_draft=on_draft)
        except LLMUnavailable as failure:
            draft = self.second.generate(prompt, design_type=design_type)
            return replace(draft, usage=failure.usage, warnings=(*draft.warnings, failure.notice))
