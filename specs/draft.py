"""What generating a spec returns: the spec and everything that has to be said about it."""

from dataclasses import field
from typing import Any, Protocol

from specs.design import DesignSpec
from specs.provenance import Assumption, Provenance, Source, Unmet
from specs.records import record


@record
class Notice:
    """Something a reader should check: an ambiguous reading, a contradiction in the prompt."""

    code: str
    detail: str
    pointer: str | None = None

    def as_json(self) -> dict[str, Any]:
        return {"code": self.code, "detail": self.detail, "pointer": self.pointer}


@record
class Reading:
    """What the prompt states, and nothing else: the referee for every engine and for fidelity.

    `spec` holds stated values only (its title and a category of 'general' apart); `provenance`
    has source `prompt` for each, with the confidence of the reading.
    """

    prompt: str
    spec: DesignSpec
    provenance: Provenance
    unmet: tuple[Unmet, ...] = ()
    warnings: tuple[Notice, ...] = ()


@record
class Draft:
    """`provenance` has one entry per populated leaf of `spec`, except `/schema_version`."""

    spec: DesignSpec
    provenance: Provenance
    assumptions: tuple[Assumption, ...] = ()
    unmet: tuple[Unmet, ...] = ()
    warnings: tuple[Notice, ...] = ()
    engine: str = "rules"
    model: str | None = None
    usage: dict[str, Any] = field(default_factory=dict)

    @property
    def stated(self) -> list[str]:
        """Pointers of the values that the prompt states."""
        stated = Source.PROMPT
        return [p for p, origin in self.provenance.items() if origin.source is stated]


class SpecGenerator(Protocol):
    """Turns a prompt into a draft. Raises NotADesign."""

    def generate(self, prompt: str, *, design_type: str | None = None) -> Draft: ...
