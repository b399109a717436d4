"""A material as it was read."""

from dataclasses import dataclass

from specs.language.facts import Evidence


@dataclass(frozen=True, slots=True)
class Stuff:
    type: str
    grade: str | None
    use: str | None
    evidence: Evidence
    grade_evidence: Evidence | None
    use_evidence: Evidence | None
