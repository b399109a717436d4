"""Where a value came from: one `Origin` for every populated leaf, keyed by JSON pointer."""

from enum import StrEnum
from typing import Any

from specs.records import record


class Source(StrEnum):
    PROMPT = "prompt"  # the prompt states it
    DERIVED = "derived"  # follows from stated values by arithmetic or definition
    DEFAULT = "default"  # nobody said so: a default by category, always an assumption
    LLM = "llm"
    POLICY = "policy"
    PERSON = "person"


@record
class Origin:
    """`prompt[start:end] == text` in Unicode code points of the prompt as the client sent it.

    `confidence` is 0..1 for what was read; `alternative` is the other reading of an ambiguous
    text; `rule` names the default or the derivation; `session` the learning session; `bound`
    (max, min, about, range) and `low`/`high` say how the prompt bounded the number.
    """

    source: Source
    text: str | None = None
    start: int | None = None
    end: int | None = None
    rule: str | None = None
    session: str | None = None
    confidence: float | None = None
    alternative: Any = None
    bound: str | None = None
    low: float | None = None
    high: float | None = None

    def as_json(self) -> dict[str, Any]:
        """The keys that say something, as API.md's provenance object has them."""
        # Written out: a draft has a score of origins, and a loop over the keys takes twice as long.
        entry: dict[str, Any] = {"source": self.source}
        if self.text is not None:
            entry["text"] = self.text
        if self.start is not None:
            entry["start"] = self.start
        if self.end is not None:
            entry["end"] = self.end
        if self.rule is not None:
            entry["rule"] = self.rule
        if self.session is not None:
            entry["session"] = self.session
        if self.confidence is not None:
            entry["confidence"] = self.confidence
        if self.alternative is not None:
            entry["alternative"] = self.alternative
        if self.bound is not None:
            entry["bound"] = self.bound
        if self.low is not None:
            entry["low"] = self.low
        if self.high is not None:
            entry["high"] = self.high
        return entry


Provenance = dict[str, Origin]


@record
class Assumption:
    """A leaf that nobody stated, with the rule that filled it and the reason for that rule."""

    pointer: str
    value: Any
    rule: str
    reason: str

    def as_json(self) -> dict[str, Any]:
        return {
            "pointer": self.pointer,
            "value": self.value,
            "rule": self.rule,
            "reason": self.reason,
        }


@record
class Unmet:
    """A wish in the prompt that found no place in the spec, quoted."""

    text: str
    start: int
    end: int
    reason: str

    def as_json(self) -> dict[str, Any]:
        return {"text": self.text, "start": self.start, "end": self.end, "reason": self.reason}


def provenance_json(provenance: dict[str, Any]) -> dict[str, Any]:
    """As it is given away: with the one constant of the form, whose origin is the schema itself."""
    return {"/schema_version": {"source": Source.DERIVED.value, "rule": "schema"}, **provenance}
