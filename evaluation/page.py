"""A report as its page shows it: ready-made words and widths, no arithmetic left to a template."""

from dataclasses import dataclass
from typing import Any

from evaluation.criterion import SEVERITY_ORDER, Severity
from evaluation.models import Evaluation
from evaluation.rows import CriterionRow, counts, criterion_row
from evaluation.rubric import CRITERIA
from specs.provenance import Source
from specs.readable import readable
from specs.words import place, plain, points, sentence

JSON = dict[str, Any]
CAP = "CAP"
ORIGINS = {
    Source.PROMPT: "stated",
    Source.DERIVED: "derived",
    Source.DEFAULT: "assumed",
    Source.LLM: "from the model",
    Source.POLICY: "from the policy",
    Source.PERSON: "from a person",
}


@dataclass(frozen=True, slots=True)
class FindingRow:
    severity: str
    place: str
    pointer: str
    message: str
    expected: str
    actual: str
    points: str
    source: str
    rule: str


@dataclass(frozen=True, slots=True)
class FindingGroup:
    name: str
    lost: str
    findings: tuple[FindingRow, ...]


@dataclass(frozen=True, slots=True)
class SuggestionRow:
    gain: str
    message: str


@dataclass(frozen=True, slots=True)
class ValueRow:
    label: str
    value: str
    source: str
    origin: str


def report_page(evaluation: Evaluation) -> JSON:
    """The context of `evaluation/report.html`."""
    document = evaluation.revision.document
    card = evaluation.scorecard
    findings = [entry for entry in card["findings"] if entry["rule"] != CAP]
    values = value_rows(evaluation)
    origins = {row.origin for row in values}
    kinds = (evaluation.design_type, document["category"])
    return {
        "evaluation": evaluation,
        "title": document["title"],
        "kind": ", ".join(plain(kind) for kind in dict.fromkeys(kinds) if kind != "general"),
        "score": points(evaluation.score),
        "counts": counts(findings),
        "cap": next(map(cap_words, (e for e in card["findings"] if e["rule"] == CAP)), ""),
        "criteria": criterion_rows(evaluation),
        "groups": finding_groups(findings),
        "suggestions": [
            SuggestionRow(f"+{points(entry['gain'])}", entry["message"])
            for entry in card["suggestions"]
        ],
        "prompt": evaluation.judged_prompt,
        "values": values,
        # Said once where it is the same for all, as with a document that somebody brought along.
        "one_origin": values[0] if len(origins) == 1 and "" not in origins else None,
    }


def cap_words(entry: JSON) -> str:
    return (
        f"An error holds the score at {entry['expected']}; without it, it would be "
        f"{entry['actual']} ({lost_words(entry['points'])})."
    )


def value_rows(evaluation: Evaluation) -> list[ValueRow]:
    revision = evaluation.revision
    return [
        ValueRow(
            row.label,
            row.value,
            row.source,
            ORIGINS[Source(row.source)] if row.source else "",
        )
        for row in readable(revision.document, revision.provenance)
    ]


def criterion_rows(evaluation: Evaluation) -> list[CriterionRow]:
    rows = [
        criterion_row(name, part["score"], part["weight"])
        for name, part in evaluation.scorecard["criteria"].items()
    ]
    if evaluation.judge is not None:
        rows.append(criterion_row("judge", evaluation.judge_score, 0))
    return rows


def finding_groups(findings: list[JSON]) -> list[FindingGroup]:
    """By criterion, the gravest first: what is impossible matters more than what is missing."""
    groups: list[tuple[int, float, FindingGroup]] = []
    for name in CRITERIA:
        found = [entry for entry in findings if entry["criterion"] == name]
        if found:
            lost = round(sum(entry["points"] for entry in found), 2)
            rows = tuple(map(finding_row, found))
            gravest = min(SEVERITY_ORDER[Severity(entry["severity"])] for entry in found)
            groups.append((gravest, -lost, FindingGroup(sentence(name), lost_words(lost), rows)))
    return [group for _, _, group in sorted(groups, key=lambda ranked: ranked[:2])]


def finding_row(entry: JSON) -> FindingRow:
    return FindingRow(
        severity=entry["severity"],
        place=place(entry["pointer"]),
        pointer=entry["pointer"],
        message=entry["message"],
        expected=entry.get("expected") or "",
        actual=entry.get("actual") or "",
        points=lost_words(entry["points"]),
        source=entry["source"],
        rule=entry["rule"],
    )


def lost_words(lost: float) -> str:
    if not lost:
        return "no points"
    return f"−{points(lost)} {'point' if lost == 1 else 'points'}"
