"""The evaluator as a judge: its scorecard boiled down to the public report."""

from collections.abc import Mapping

from evaluation.criterion import Severity
from evaluation.document import document_of
from evaluation.rubric import Rubric, first_rubrics
from evaluation.scoring import Scorecard, score_read
from rl.features import section_of
from rl.judging import Case, Report
from rl.operators import Design

CAP = "CAP"  # the finding that an error holds the whole score down


class EvaluatorJudge:
    """The score of `evaluation`: nobody's taste is in it."""

    def __init__(self, *, rubrics: Mapping[str, Rubric] | None = None) -> None:
        self._rubrics = rubrics

    def judge(self, design: Design, case: Case) -> Report:
        return report_of(self.scorecard(design, case))

    def scorecard(self, design: Design, case: Case) -> Scorecard:
        return score_read(
            document_of(design.spec),
            case.facts.reading,
            rubric=(self._rubrics or first_rubrics())[design.spec.design_type],
            assumed=design.assumed,
        )


def report_of(card: Scorecard) -> Report:
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
    return Report(card.score, criteria, lost, errors, warnings, frozenset(errors_at))
