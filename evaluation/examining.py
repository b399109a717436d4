"""Judging many specs of a few prompts, where each differs from an earlier one in a few parts: only
what read one of these parts is judged again.

The answers are those of `score_read` on the spec's JSON, to the last digit: a unit of a criterion
is pure, so it finds the same as long as what it read is the same.
"""

from collections.abc import Mapping

from evaluation.criteria.format_validity import format_findings
from evaluation.criterion import Finding
from evaluation.differing import EVERY_PART, values_of
from evaluation.document import Document, document_of
from evaluation.fitting import FitParts
from evaluation.panel import Panel, Units
from evaluation.rubric import Rubric
from evaluation.scoring import (
    Scorecard,
    in_order,
    scorecard,
    units_of_kind,
    units_of_prompt,
    weigh_read,
)
from evaluation.weighing import Weighed, weigh
from specs.design import DesignSpec
from specs.draft import Reading

# How many are kept before all are forgotten.
MOST_PANELS = 1_000


class Examiner:
    """`rubrics` is by design type."""

    def __init__(self, rubrics: Mapping[str, Rubric]) -> None:
        self._rubrics = rubrics
        self._fit = FitParts()
        self._kinds: dict[tuple[str, str], Units] = {}
        # The reading is held, or another one might come to its address.
        self._panels: dict[tuple[int, str, str], tuple[Reading | None, Panel]] = {}

    def scorecard(
        self, spec: DesignSpec, reading: Reading | None, assumed: frozenset[str]
    ) -> Scorecard:
        weighed, read = self._examine(spec, reading, assumed)
        read = read or Document(spec, (), True, {})
        return scorecard(weighed, read, self._rubrics[read.spec.design_type])

    def weighed(
        self, spec: DesignSpec, reading: Reading | None, assumed: frozenset[str]
    ) -> Weighed:
        """What a scorecard is made from."""
        return self._examine(spec, reading, assumed)[0]

    def _examine(
        self, spec: DesignSpec, reading: Reading | None, assumed: frozenset[str]
    ) -> tuple[Weighed, Document | None]:
        """With the document where the spec is not of the normal form, or something is to note."""
        if spec.design_type in self._rubrics:
            values, panel = values_of(spec), self._panel(spec, reading)
            near, changed = panel.nearest(values, assumed)
            unsure = changed if near is not None and near.fit else EVERY_PART
            if self._fit.fit(spec, values, unsure & EVERY_PART):
                return panel.judge(spec, values, assumed, near, changed).weighed, None
        read = document_of(spec)
        rubric = self._rubrics[read.spec.design_type]
        if not read.exact:
            return weigh_read(read, reading, rubric, assumed), read
        notes = format_findings(read)
        return self._unfit(read.spec, reading, assumed, notes), read

    def _unfit(
        self,
        spec: DesignSpec,
        reading: Reading | None,
        assumed: frozenset[str],
        notes: list[Finding],
    ) -> Weighed:
        values, panel = values_of(spec), self._panel(spec, reading)
        near, changed = panel.nearest(values, assumed)
        judged = panel.judge(spec, values, assumed, near, changed, fit=False)
        return weigh(in_order(judged.assessed, notes), self._rubrics[spec.design_type])

    def _panel(self, spec: DesignSpec, reading: Reading | None) -> Panel:
        prompt = (id(reading), spec.design_type, spec.category)
        known = self._panels.get(prompt)
        if known is None:
            if len(self._panels) >= MOST_PANELS:
                self._panels.clear()
            rubric = self._rubrics[spec.design_type]
            panel = Panel(self._kind(spec, rubric), Units(units_of_prompt(reading)), rubric)
            known = self._panels[prompt] = reading, panel
        return known[1]

    def _kind(self, spec: DesignSpec, rubric: Rubric) -> Units:
        kind = (spec.design_type, spec.category)
        known = self._kinds.get(kind)
        if known is None:
            if len(self._kinds) >= MOST_PANELS:
                self._kinds.clear()
            known = self._kinds[kind] = Units(units_of_kind(rubric, *kind))
        return known
