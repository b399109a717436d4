"""A material as it was read."""

from specs.language.facts import Evidence
from specs.records import record


@record
class Stuff:
    type: str
    grade: str | None
    use: str | None
    evidence: Evidence
    grade_evidence: Evidence | None
    use_evidence: Evidence | None
