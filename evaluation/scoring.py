"""The score of a spec: five criteria, weighted, with every point lost explained by a finding."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from evaluation.criteria import completeness, consistency, feasibility, fidelity
from evaluation.criteria.format_validity import format_findings
from evaluation.criteria.unit import Unit
from evaluation.criterion import Assessment, Finding, Patch, Severity, assessment, with_points
from evaluation.document import Document, read_document
from evaluation.rubric import Rubric, first_rubrics
from evaluation.rules.thing import Thing
from evaluation.weighing import Assessed, Weighed, weigh
from specs.draft import Reading

# What a criterion judges by: the design type and category, and the prompt where there is one.
Units = Mapping[str, tuple[Unit, ...]]
# Any text may be a category: as many kinds are kept of a rubric.
MOST_KINDS = 512


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
    return scorecard(weigh_read(read, reading, rubric, assumed), read, rubric)


def weigh_read(
    read: Document, reading: Reading | None, rubric: Rubric, assumed: frozenset[str]
) -> Weighed:
    kind = units_of_kind(rubric, read.spec.design_type, read.spec.category)
    thing, is_assumed = Thing(read.spec), _assumption_test(read, assumed)
    found: dict[str, list[Finding]] = {}
    for name, own in {**kind, **units_of_prompt(reading)}.items():
        found[name] = [finding for unit in own for finding in unit(thing, is_assumed)]
    assessed = {name: assessment(own) for name, own in found.items()}
    return weigh(in_order(assessed, format_findings(read)), rubric)


def units_of_kind(rubric: Rubric, design_type: str, category: str) -> Units:
    """Made once for a kind of thing."""
    kind = (design_type, category)
    known: Units | None = rubric.judging.get(kind)
    if known is None:
        if len(rubric.judging) >= MOST_KINDS:
            rubric.judging.clear()
        known = rubric.judging[kind] = _units_of_kind(rubric, design_type, category)
    return known


def _units_of_kind(rubric: Rubric, design_type: str, category: str) -> Units:
    return {
        "completeness": completeness.units(rubric, category),
        "feasibility": feasibility.units(rubric, design_type, category),
        "consistency": consistency.units(rubric, design_type, category),
    }


def units_of_prompt(reading: Reading | None) -> Units:
    return {} if reading is None else {"fidelity": fidelity.units(reading)}


def in_order(assessed: Mapping[str, Assessment], notes: Sequence[Finding]) -> Assessed:
    """The criteria in the order of the report."""
    return {
        "completeness": assessed["completeness"],
        "format_validity": assessment(notes),
        "feasibility": assessed["feasibility"],
        "consistency": assessed["consistency"],
        "fidelity": assessed.get("fidelity"),
    }


def scorecard(weighed: Weighed, read: Document, rubric: Rubric) -> Scorecard:
    findings = [with_points(f, points) for f, points in weighed.priced]
    return Scorecard(
        score=weighed.total,
        grade=rubric.grade(weighed.total),
        criteria={
            name: CriterionScore(score, round(weighed.shares[name], 4))
            for name, score in weighed.scores.items()
        },
        findings=tuple(findings if read.exact else [_in_document(f, read) for f in findings]),
        rubric_version=rubric.name,
        document=read,
    )


def _assumption_test(read: Document, assumed: frozenset[str]) -> Callable[[str], bool]:
    """A value is assumed when it or what holds it is."""
    if not assumed:
        return lambda pointer: False
    if read.exact:
        return lambda pointer: pointer in assumed or pointer.rpartition("/")[0] in assumed

    def is_assumed(pointer: str) -> bool:
        place = read.pointer(pointer)
        return place in assumed or place.rpartition("/")[0] in assumed

    return is_assumed


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
