"""An evaluation as a page shows it: the score, its criteria, what every lost point was for."""

from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse

from config.dashboard.presenters.rows import SpecRows
from evaluation.models import Evaluation
from evaluation.rows import CriterionRow, counts, criterion_row
from specs import words

JSON = dict[str, Any]


@dataclass(frozen=True, slots=True)
class FindingRow:
    severity: str
    criterion: str
    message: str
    place: str
    target: str
    points: str
    expected: str
    actual: str
    source: str
    rule: str


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    message: str
    place: str
    gain: str


@dataclass(frozen=True, slots=True)
class Scoreboard:
    score: str
    width: float
    grade: str
    counts: str
    criteria: tuple[CriterionRow, ...]
    findings: tuple[FindingRow, ...]
    suggestions: tuple[SuggestionRow, ...]
    rubric: str
    report: str = ""  # where its report is, if it is stored


def report_url(evaluation_id: object) -> str:
    return f"{reverse('report', args=[evaluation_id])}?format=html"


def board_of(evaluation: Evaluation, rows: SpecRows) -> Scoreboard:
    said = {
        "score": evaluation.score,
        "grade": evaluation.grade,
        "rubric_version": evaluation.rubric_id,
    }
    board = scoreboard({**evaluation.scorecard, **said}, rows)
    return replace(board, report=report_url(evaluation.pk))


def scoreboard(evaluation: JSON, rows: SpecRows | None = None) -> Scoreboard:
    """From the evaluation object of the API; findings link to `rows` where those are shown."""
    findings = evaluation.get("findings", [])
    return Scoreboard(
        score=words.points(evaluation["score"]),
        width=round(evaluation["score"], 1),
        grade=evaluation.get("grade", ""),
        counts=counts(findings),
        criteria=tuple(
            criterion_row(name, part.get("score"), part.get("weight", 0))
            for name, part in evaluation.get("criteria", {}).items()
        ),
        findings=tuple(finding_row(entry, rows) for entry in findings),
        suggestions=tuple(
            SuggestionRow(
                message=entry.get("message", ""),
                place=words.place(entry.get("pointer", "")),
                gain=words.signed(entry.get("gain", 0)),
            )
            for entry in evaluation.get("suggestions", [])
        ),
        rubric=str(evaluation.get("rubric_version", "")),
    )


def finding_row(entry: JSON, rows: SpecRows | None) -> FindingRow:
    pointer = str(entry.get("pointer") or "")
    lost = entry.get("points", 0)
    return FindingRow(
        severity=str(entry.get("severity", "")),
        criterion=words.plain(entry.get("criterion", "")),
        message=entry.get("message", ""),
        place=words.place(pointer),
        target=rows.target(pointer) if rows else "",
        points=words.signed(-lost),
        expected=str(entry.get("expected") or ""),
        actual=str(entry.get("actual") or ""),
        source=entry.get("source", ""),
        rule=entry.get("rule", ""),
    )
