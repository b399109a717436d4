"""What a criterion says about a spec: findings, each with its share of the points lost."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from specs.records import record

Patch = list[dict[str, Any]]


class Severity(StrEnum):
    ERROR = "error"  # impossible or self-contradictory
    WARNING = "warning"  # unusual: passes if the spec gives a reason
    ADVICE = "advice"  # good practice, one market's law, something left open


SEVERITY_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.ADVICE: 2}


@record
class Repair:
    """Something that can be done about a finding. The patch applies to the normal form."""

    action: str
    message: str
    patch: Patch


@record
class Finding:
    """`points` are points of the criterion (0 to 100) until scoring turns them into the total's."""

    rule: str
    criterion: str
    severity: Severity
    pointer: str
    points: float
    message: str
    expected: str | None = None
    actual: str | None = None
    source: str = ""
    repairs: tuple[Repair, ...] = ()

    def as_json(self) -> dict[str, Any]:
        entry: dict[str, Any] = {
            "rule": self.rule,
            "criterion": self.criterion,
            "severity": str(self.severity),
            "pointer": self.pointer,
            "points": self.points,
            "message": self.message,
        }
        if self.expected is not None:
            entry["expected"] = self.expected
        if self.actual is not None:
            entry["actual"] = self.actual
        entry["source"] = self.source
        return entry


class Assessment:
    """The findings' points sum to `100 - score`."""

    __slots__ = ("_losses", "findings", "score", "shown")

    def __init__(self, score: float, findings: tuple[Finding, ...] = ()) -> None:
        self.score = score
        self.findings = findings
        # As the report shows it.
        self.shown = round(score, 2)
        self._losses: tuple[float, list[float]] = (-1.0, [])

    def losses(self, share: float) -> list[float]:
        """What each finding takes from the whole, in hundredths. The last ones are kept: specs that
        are judged one after the other differ in one criterion or two."""
        known, losses = self._losses
        if known != share:
            losses = [finding.points * share * 100 for finding in self.findings]
            self._losses = (share, losses)
        return losses


def assessment(findings: Sequence[Finding]) -> Assessment:
    """Scale the findings' points so that a criterion never loses more than its hundred."""
    lost = sum([finding.points for finding in findings])
    if lost <= 100:
        return Assessment(100 - lost, tuple(findings))
    return Assessment(0.0, tuple([_scaled(finding, 100 / lost) for finding in findings]))


def _scaled(finding: Finding, factor: float) -> Finding:
    return with_points(finding, finding.points * factor)


def with_points(finding: Finding, points: float) -> Finding:
    """`dataclasses.replace` takes ten times as long, and every finding comes through here."""
    return Finding(
        finding.rule,
        finding.criterion,
        finding.severity,
        finding.pointer,
        points,
        finding.message,
        finding.expected,
        finding.actual,
        finding.source,
        finding.repairs,
    )
