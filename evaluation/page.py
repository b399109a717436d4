"""A report as its page shows it: ready-made words and widths, no arithmetic left to a template."""

from dataclasses import dataclass
from typing import Any

from evaluation.criterion import SEVERITY_ORDER, Severity
from evaluation.models import Evaluation
from evaluation.rubric import CRITERIA
from specs.provenance import Source
from specs.readable import readable

JSON = dict[str, Any]
CAP = "CAP"
MEANINGS = {
    "completeness": "says what a spec of its kind needs",
    "format_validity": "follows the schema",
    "feasibility": "can be built and used",
    "consistency": "does not contradict itself",
    "fidelity": "keeps to the prompt",
    "judge": "a language model's opinion, which counts for nothing in the total",
}
ORIGINS = {
    Source.PROMPT: "stated",
    Source.DERIVED: "derived",
    Source.DEFAULT: "assumed",
    Source.LLM: "from the model",
    Source.POLICY: "from the policy",
    Source.PERSON: "from a person",
}
SINGULAR = {
    "materials": "material",
    "spaces": "space",
    "features": "feature",
    "components": "component",
    "exclusions": "exclusion",
    "requirements": "requirement",
    "constraints": "constraint",
    "use_cases": "use case",
    "performance": "performance figure",
}


@dataclass(frozen=True, slots=True)
class CriterionRow:
    name: str
    meaning: str
    score: str  # empty where the criterion does not apply
    width: float
    share: str


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
        "score": number(evaluation.score),
        "counts": counts(findings),
        "cap": next(map(cap_words, (e for e in card["findings"] if e["rule"] == CAP)), ""),
        "criteria": criterion_rows(evaluation),
        "groups": finding_groups(findings),
        "suggestions": [
            SuggestionRow(f"+{number(entry['gain'])}", entry["message"])
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
        criterion_row(name, part["score"], share(part["weight"]))
        for name, part in evaluation.scorecard["criteria"].items()
    ]
    if evaluation.judge is not None:
        rows.append(criterion_row("judge", evaluation.judge_score, "none"))
    return rows


def criterion_row(name: str, score: float | None, weight: str) -> CriterionRow:
    return CriterionRow(
        name=sentence(name),
        meaning=MEANINGS[name],
        score="" if score is None else number(score),
        width=0.0 if score is None else round(score, 1),
        share=weight,
    )


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


def place(pointer: str) -> str:
    """/materials/0/grade in words: material 1, grade."""
    parts = [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]
    if not parts:
        return "the whole spec"
    words: list[str] = []
    for before, part in zip(["", *parts], parts, strict=False):
        if part.isdecimal() and before in SINGULAR:
            words[-1] = f"{SINGULAR[before]} {int(part) + 1}"
        else:
            words.append(plain(part))
    return ", ".join(words)


def counts(findings: list[JSON]) -> str:
    """2 errors, 1 warning"""
    severities = [entry["severity"] for entry in findings]
    said = []
    for severity, many in (("error", "errors"), ("warning", "warnings"), ("advice", "advice")):
        if found := severities.count(severity):
            said.append(f"{found} {severity if found == 1 else many}")
    return ", ".join(said) or "no findings"


def lost_words(points: float) -> str:
    if not points:
        return "no points"
    return f"−{number(points)} {'point' if points == 1 else 'points'}"


def share(weight: float) -> str:
    return f"{round(weight * 100)} %" if weight else "none"


def number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def plain(name: str) -> str:
    return name.replace("_", " ")


def sentence(name: str) -> str:
    return plain(name).capitalize()
