"""The score of a spec: five criteria, weighted, with every point lost explained by a finding."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from math import floor
from typing import Any

from evaluation.criteria.completeness import completeness
from evaluation.criteria.consistency import consistency
from evaluation.criteria.feasibility import feasibility
from evaluation.criteria.fidelity import fidelity
from evaluation.criteria.format_validity import format_validity
from evaluation.criterion import (
    SEVERITY_ORDER,
    Assessment,
    Finding,
    Patch,
    Severity,
    with_points,
)
from evaluation.document import Document, read_document
from evaluation.notes import Note, finding
from evaluation.numbers import shown
from evaluation.rubric import Rubric, first_rubrics
from evaluation.rules.thing import Thing
from specs.draft import Reading


@dataclass(frozen=True, slots=True)
class Subject:
    """Everything a criterion may look at."""

    document: Document
    thing: Thing
    reading: Reading | None
    is_assumed: Callable[[str], bool]


# The order is that of the report. A criterion that does not apply answers None.
CRITERIA: dict[str, Callable[[Subject, Rubric], Assessment | None]] = {
    "completeness": lambda s, rubric: completeness(s.thing, rubric, s.is_assumed),
    "format_validity": lambda s, rubric: format_validity(s.document),
    "feasibility": lambda s, rubric: feasibility(s.thing, rubric),
    "consistency": lambda s, rubric: consistency(s.thing, rubric),
    "fidelity": lambda s, rubric: fidelity(s.thing, s.reading),
}


@dataclass(frozen=True, slots=True)
class CriterionScore:
    """`weight` is the criterion's share of the total among those that apply."""

    score: float | None
    weight: float


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`patch` (RFC 6902) applies to the submitted document; `gain` is in points of the total."""

    action: str
    pointer: str
    message: str
    gain: float
    patch: Patch

    def as_json(self) -> dict[str, Any]:
        return {
            "action": self.action,
            "pointer": self.pointer,
            "message": self.message,
            "gain": self.gain,
            "patch": self.patch,
        }


@dataclass(frozen=True, slots=True)
class Scorecard:
    """`spec` is the document as it was read, in the normal form."""

    score: float
    grade: str
    criteria: Mapping[str, CriterionScore]
    findings: tuple[Finding, ...]
    rubric_version: str
    document: Document
    suggestions: tuple[Suggestion, ...] = ()

    @property
    def has_errors(self) -> bool:
        return any(found.severity is Severity.ERROR for found in self.findings)

    def with_suggestions(self, suggestions: Iterable[Suggestion]) -> "Scorecard":
        return replace(self, suggestions=tuple(suggestions))

    def as_json(self) -> dict[str, Any]:
        """The evaluation object of the API."""
        return {
            "score": self.score,
            "grade": self.grade,
            "criteria": {
                name: {"score": part.score, "weight": part.weight}
                for name, part in self.criteria.items()
            },
            "findings": [found.as_json() for found in self.findings],
            "suggestions": [suggestion.as_json() for suggestion in self.suggestions],
            "feedback": [found.message for found in self.findings],
            "rubric_version": self.rubric_version,
        }


def score(
    document: Any,
    reading: Reading | None = None,
    *,
    rubrics: Mapping[str, Rubric] | None = None,
    assumed: Iterable[str] = (),
) -> Scorecard:
    """Raises UnreadableSpec.

    `rubrics` is by design type, version 1 of each by default; `assumed` are the pointers of
    values that nobody stated.
    """
    read = read_document(document)
    rubric = (rubrics or first_rubrics())[read.spec.design_type]
    return score_read(read, reading, rubric=rubric, assumed=frozenset(assumed))


def score_read(
    read: Document,
    reading: Reading | None = None,
    *,
    rubric: Rubric,
    assumed: frozenset[str] = frozenset(),
) -> Scorecard:
    subject = Subject(read, Thing(read.spec), reading, _assumption_test(read, assumed))
    answers = {name: assess(subject, rubric) for name, assess in CRITERIA.items()}
    whole = sum(rubric.weights[name] for name, answer in answers.items() if answer is not None)
    shares = {
        name: rubric.weights[name] / whole if answer is not None else 0.0
        for name, answer in answers.items()
    }
    found = [f for answer in answers.values() if answer is not None for f in answer.findings]
    # In hundredths of a point, so that the parts sum to the whole exactly.
    cents = _shared_out([f.points * shares[f.criterion] * 100 for f in found])
    total = (10_000 - sum(cents)) / 100
    placed = [with_points(f, lost / 100) for f, lost in zip(found, cents, strict=True)]
    ordered = sorted(placed, key=lambda f: (SEVERITY_ORDER[f.severity], -f.points))
    findings, total = _capped(ordered, total, rubric)
    return Scorecard(
        score=total,
        grade=rubric.grade(total),
        criteria={
            name: CriterionScore(
                None if answer is None else round(answer.score, 2), round(shares[name], 4)
            )
            for name, answer in answers.items()
        },
        findings=tuple(findings if read.exact else [_in_document(f, read) for f in findings]),
        rubric_version=rubric.name,
        document=read,
    )


def _assumption_test(read: Document, assumed: frozenset[str]) -> Callable[[str], bool]:
    """A value is assumed when it or what holds it is."""
    if not assumed:
        return lambda pointer: False

    def is_assumed(pointer: str) -> bool:
        place = read.pointer(pointer)
        return place in assumed or place.rpartition("/")[0] in assumed

    return is_assumed


def _shared_out(losses: list[float]) -> list[int]:
    """Whole hundredths that sum to the rounded sum: the largest remainders are rounded up."""
    whole = [floor(loss) for loss in losses]
    missing = round(sum(losses)) - sum(whole)
    by_remainder = sorted(range(len(losses)), key=lambda i: (whole[i] - losses[i], i))
    for index in by_remainder[: max(0, missing)]:
        whole[index] += 1
    return whole


def _capped(findings: list[Finding], total: float, rubric: Rubric) -> tuple[list[Finding], float]:
    errors = [f for f in findings if f.severity is Severity.ERROR]
    if not errors or total <= rubric.error_cap:
        return findings, total
    cap = finding(
        errors[0].criterion,
        Note("CAP", errors[0].pointer, "", shown(rubric.error_cap), shown(total)),
        points=round(total - rubric.error_cap, 2),
    )
    return [*errors, cap, *findings[len(errors) :]], rubric.error_cap


def _in_document(f: Finding, read: Document) -> Finding:
    if f.criterion == "format_validity":
        return f
    return Finding(
        f.rule,
        f.criterion,
        f.severity,
        read.pointer(f.pointer),
        f.points,
        f.message,
        f.expected,
        f.actual,
        f.source,
        f.repairs,
    )
