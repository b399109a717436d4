"""People's taste beside the evaluator: the judge that a policy learns from once people have said
enough."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from feedback.features import psi
from feedback.preferences import PreferenceModel
from rl.judging import Case, Judge, Report
from rl.operators import Design
from specs.design import DesignSpec

Scores = Mapping[str, float | None]


class Taste(Protocol):
    """What people would think of a spec, 0 to 100; `scores` are the evaluator's."""

    def __call__(self, spec: DesignSpec, scores: Scores) -> float: ...


class LearntTaste:
    """The reward model's pessimistic score: the lower the less is known about such specs."""

    def __init__(self, model: PreferenceModel) -> None:
        self.model = model

    @property
    def version(self) -> str:
        return self.model.version

    def __call__(self, spec: DesignSpec, scores: Scores) -> float:
        return self.model.predict(psi(spec, scores), spec.design_type).score


class WithTaste:
    """Half the evaluator, half what people would think."""

    def __init__(self, judge: Judge, taste: Taste) -> None:
        self._judge = judge
        self._taste = taste

    def judge(self, design: Design, case: Case) -> Report:
        report = self._judge.judge(design, case)
        return replace(report, preference=self._taste(design.spec, scores_of(report)))


def scores_of(report: Report) -> Scores:
    return {**report.criteria, "score": report.score}
