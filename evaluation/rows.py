"""A scorecard's parts as ready-made words and widths, for every page that shows one."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from evaluation.criterion import Severity
from specs.words import counted, points, sentence

JSON = dict[str, Any]
MEANINGS = {
    "completeness": "says what a spec of its kind needs",
    "format_validity": "follows the schema",
    "feasibility": "can be built and used",
    "consistency": "does not contradict itself",
    "fidelity": "keeps to the prompt",
    "judge": "a language model's opinion, which counts for nothing in the total",
}


@dataclass(frozen=True, slots=True)
class CriterionRow:
    name: str
    meaning: str
    score: str  # empty where the criterion does not apply
    width: float  # of a bar, in percent
    share: str  # of the total


def criterion_row(name: str, score: float | None, weight: float) -> CriterionRow:
    """`weight` is the criterion's part of the total, 0 to 1."""
    return CriterionRow(
        name=sentence(name),
        meaning=MEANINGS.get(name, ""),
        score="" if score is None else points(score),
        width=0.0 if score is None else round(score, 1),
        share=f"{round(weight * 100)}\u00a0%" if weight else "none",
    )


def counts(findings: Iterable[JSON]) -> str:
    """2 errors, 1 warning"""
    severities = [entry["severity"] for entry in findings]
    said = [
        counted(severities.count(severity), severity, "advice" if severity == "advice" else "")
        for severity in Severity
        if severity in severities
    ]
    return ", ".join(said) or "no findings"
