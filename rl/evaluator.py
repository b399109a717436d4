"""The evaluator as a judge: its scorecard boiled down to the public report."""

from collections.abc import Mapping

from evaluation.criterion import Severity
from evaluation.examining import Examiner
from evaluation.rubric import Rubric, first_rubrics
from evaluation.scoring import Scorecard
from evaluation.weighing import Weighed
from rl.features import section_of
from rl.judging import Case, Report
from rl.operators import Design

MOST_TOLD = 10_000
ERROR, WARNING = Severity.ERROR, Severity.WARNING
CAP = "CAP"  # the finding that an error holds the whole score down


class EvaluatorJudge:
    """The score of `evaluation`: nobody's taste is in it."""

    def __init__(self, *, rubrics: Mapping[str, Rubric] | None = None) -> None:
        self._examiner = Examiner(rubrics or first_rubrics())
        # What is weighed is held, or another may come to its address.
        self._told: dict[int, tuple[Weighed, Report]] = {}

    def judge(self, design: Design, case: Case) -> Report:
        weighed = self._examiner.weighed(design.spec, case.facts.reading, design.assumed)
        # Many an edit moves no finding: then the one report serves.
        told = self._told.get(id(weighed))
        if told is None:
            if len(self._told) >= MOST_TOLD:
                self._told.clear()
            told = self._told[id(weighed)] = weighed, report_of(weighed)
        return told[1]

    def scorecard(self, design: Design, case: Case) -> Scorecard:
        return self._examiner.scorecard(design.spec, case.facts.reading, design.assumed)


def report_of(weighed: Weighed) -> Report:
    lost: dict[str, float] = {}
    errors = warnings = 0
    errors_at: set[str] = set()
    for finding, points in weighed.priced:
        section = section_of(finding.pointer)
        if finding.severity is ERROR:
            errors += 1
            errors_at.add(section)
        elif finding.severity is WARNING:
            warnings += 1
        # The cap is no defect of its own place: its points would hide the others.
        if finding.rule != CAP:
            lost[section] = lost.get(section, 0.0) + points
    return Report(weighed.total, weighed.scores, lost, errors, warnings, frozenset(errors_at))
