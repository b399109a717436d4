"""The evaluator as a judge: its scorecard boiled down to the public report."""

from collections.abc import Mapping
from typing import Protocol

from evaluation.criterion import Severity
from evaluation.rubric import Rubric
from evaluation.scoring import Scorecard, score
from rl.features import section_of
from rl.judging import Case, Report
from rl.operators import Design
from specs.design import DesignSpec

CAP = "CAP"  # the finding that an error holds the whole score down


class Taste(Protocol):
    """A reward model of people's ratings: what they would think, 0 to 100, pessimistically."""

    def __call__(self, spec: DesignSpec, scores: Mapping[str, float | None]) -> float: ...


class EvaluatorJudge:
    """The score of `evaluation`, and learnt taste where a model is given."""

    def __init__(
        self, *, rubrics: Mapping[str, Rubric] | None = None, taste: Taste | None = None
    ) -> None:
        self._rubrics = rubrics
        self._taste = taste

    def judge(self, design: Design, case: Case) -> Report:
        return report_of(self.scorecard(design, case), design.spec, self._taste)

    def scorecard(self, design: Design, case: Case) -> Scorecard:
        return score(
            design.spec.as_json(),
            case.facts.reading,
            rubrics=self._rubrics,
            assumed=design.assumed,
        )


def report_of(card: Scorecard, spec: DesignSpec, taste: Taste | None = None) -> Report:
    lost: dict[str, float] = {}
    errors = warnings = 0
    errors_at: set[str] = set()
    for finding in card.findings:
        section = section_of(finding.pointer)
        if finding.severity is Severity.ERROR:
            errors += 1
            errors_at.add(section)
        warnings += finding.severity is Severity.WARNING
        # The cap is no defect of its own place: its points would hide the others.
        if finding.rule != CAP:
            lost[section] = lost.get(section, 0.0) + finding.points
    criteria = {name: part.score for name, part in card.criteria.items()}
    preference = taste(spec, {**criteria, "score": card.score}) if taste else None
    places = frozenset(errors_at)
    return Report(card.score, criteria, lost, errors, warnings, places, preference)
