"""What a judge says of a design, and the cases that are judged: the learner sees no more."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from rl.operators import Design, Facts
from specs.records import record


@dataclass(frozen=True, slots=True)
class Case:
    """One prompt with what it states and the design that an episode starts from."""

    name: str
    prompt: str | None
    facts: Facts
    start: Design
    kind: str = "draft"


@record
class Report:
    """The public report: what the user is shown too.

    `lost` holds the points that findings took, by part of the spec; `errors_at` the parts with an
    error. `preference` is the reward model's pessimistic score, None where no model is in use.
    """

    score: float
    criteria: Mapping[str, float | None]
    lost: Mapping[str, float]
    errors: int = 0
    warnings: int = 0
    errors_at: frozenset[str] = frozenset()
    preference: float | None = None
    taste_weight: float = field(default=0.5)

    @property
    def progress(self) -> float:
        """The utility as if no error capped the score. Where two errors hold it down, mending one
        changes nothing that the score shows, and this."""
        uncapped = 100.0 - sum(self.lost.values())
        if self.preference is None:
            return uncapped
        return (1 - self.taste_weight) * uncapped + self.taste_weight * self.preference

    @property
    def utility(self) -> float:
        """The evaluator alone, or with learnt taste where there is any. 0 to 100."""
        if self.preference is None:
            return self.score
        return (1 - self.taste_weight) * self.score + self.taste_weight * self.preference


class Judge(Protocol):
    """Pure: the same design of the same case gets the same report."""

    def judge(self, design: Design, case: Case) -> Report: ...


class RememberingJudge:
    """Judges each design of a case once: operators commute, so episodes meet again and again."""

    def __init__(self, judge: Judge, *, most: int = 200_000) -> None:
        self._judge = judge
        self._most = most
        self._known: dict[tuple[str, object], Report] = {}
        self.calls = 0

    def judge(self, design: Design, case: Case) -> Report:
        key = (case.name, design.key)
        report = self._known.get(key)
        if report is None:
            self.calls += 1
            report = self._judge.judge(design, case)
            if len(self._known) >= self._most:
                self._known.clear()
            self._known[key] = report
        return report
