"""What can go wrong with a prompt or a spec, by name; `config.api.errors` knows the statuses."""

from dataclasses import dataclass


class SpecError(Exception):
    """Base of the expected failures; `code` is stable and part of the API."""

    code = "spec_error"


class NotADesign(SpecError):
    """The prompt asks for no physical design. `understood` says what was read from it."""

    code = "not_a_design"

    def __init__(self, reason: str, understood: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.understood = understood


class ScoreHidden(SpecError):
    """A review of the spec waits for the caller, who judges before seeing what the machine says."""

    code = "score_hidden"

    def __init__(self) -> None:
        super().__init__(
            "This spec is under a review in which you have not rated it yet. Rate it first: the "
            "machine's score is shown after that."
        )


@dataclass(frozen=True, slots=True)
class Violation:
    """One place where a document breaks the schema. `pointer` is an RFC 6901 JSON pointer."""

    pointer: str
    detail: str
    code: str


class InvalidSpec(SpecError):
    """A document that is not a spec of the normal form."""

    code = "invalid_spec"

    def __init__(self, violations: tuple[Violation, ...]) -> None:
        super().__init__("; ".join(f"{v.pointer or '/'}: {v.detail}" for v in violations[:5]))
        self.violations = violations
