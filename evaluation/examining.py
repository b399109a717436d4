"""Judging many specs of a few prompts, where each differs from an earlier one in a few parts: only
what read one of these parts is judged again.

The answers are those of `score_read` on the spec's JSON, to the last digit: a unit of a criterion
is pure, so it finds the same as long as what it read is the same.
"""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from operator import is_not
from typing import Any

from evaluation.criterion import Finding
from evaluation.document import Document
from evaluation.fitting import FitParts
from evaluation.rubric import Rubric
from evaluation.scoring import (
    Scorecard,
    Units,
    in_order,
    scorecard,
    units_of_kind,
    units_of_prompt,
    weigh_read,
)
from evaluation.watching import BITS, Answer, Watch, bit_of, values_of
from evaluation.weighing import Weighed, weigh
from specs.design import DesignSpec
from specs.draft import Reading

# How many are kept before all are forgotten.
MOST_PANELS = 1_000
# Earlier specs of a panel, of which the nearest is started from.
MOST_RECENT = 6
_BITS = tuple(BITS.values())


@dataclass(frozen=True, slots=True)
class Judged:
    """A spec with every unit's answer: what the next one is judged from."""

    values: tuple[Any, ...]
    assumed: frozenset[str]
    answers: Sequence[Answer]

    def changed(self, values: tuple[Any, ...], assumed: frozenset[str]) -> int:
        """The bits of the parts that may be another. An edit leaves the others as they are."""
        bits = 0
        for bit in compress(_BITS, map(is_not, self.values, values)):
            bits |= bit
        if assumed != self.assumed:
            for pointer in assumed ^ self.assumed:
                bits |= bit_of(pointer)
        return bits


class Panel:
    """The units that judge the specs of one prompt and one kind of thing, and what they found in
    the last few of them."""

    def __init__(self, units: Units) -> None:
        self._units = tuple(unit for own in units.values() for unit in own)
        self._counts = [(name, len(own)) for name, own in units.items()]
        self._recent: deque[Judged] = deque(maxlen=MOST_RECENT)

    def find(self, spec: DesignSpec, assumed: frozenset[str]) -> dict[str, list[Finding]]:
        """Findings by criterion."""
        values = values_of(spec)
        answers = self._answers(spec, values, assumed)
        self._recent.append(Judged(values, assumed, answers))
        found: dict[str, list[Finding]] = {}
        place = 0
        for name, count in self._counts:
            there = answers[place : place + count]
            found[name] = [finding for _, findings in there for finding in findings]
            place += count
        return found

    def _answers(
        self, spec: DesignSpec, values: tuple[Any, ...], assumed: frozenset[str]
    ) -> list[Answer]:
        if not self._recent:
            watch = Watch(spec, assumed)
            return [watch.answer(unit) for unit in self._units]
        near, changed = self._nearest(values, assumed)
        answers = list(near.answers)
        touched = [place for place, (reads, _) in enumerate(answers) if reads & changed]
        if touched:
            watch = Watch(spec, assumed)
            for place in touched:
                answers[place] = watch.answer(self._units[place])
        return answers

    def _nearest(self, values: tuple[Any, ...], assumed: frozenset[str]) -> tuple[Judged, int]:
        # A copy: another thread may add one meanwhile.
        recent = tuple(self._recent)
        near, least = recent[-1], -1
        for earlier in reversed(recent):
            changed = earlier.changed(values, assumed)
            if least < 0 or changed.bit_count() < least.bit_count():
                near, least = earlier, changed
            if least.bit_count() <= 1:
                break
        return near, least


class Examiner:
    """`rubrics` is by design type."""

    def __init__(self, rubrics: Mapping[str, Rubric]) -> None:
        self._rubrics = rubrics
        self._fit = FitParts()
        # The reading is held, or another one might come to its address.
        self._panels: dict[tuple[int, str, str], tuple[Reading | None, Panel]] = {}

    def scorecard(
        self, spec: DesignSpec, reading: Reading | None, assumed: frozenset[str]
    ) -> Scorecard:
        read = self._fit.document(spec)
        weighed = self._weighed(read, reading, assumed)
        return scorecard(weighed, read, self._rubrics[read.spec.design_type])

    def weighed(
        self, spec: DesignSpec, reading: Reading | None, assumed: frozenset[str]
    ) -> Weighed:
        """What a scorecard is made from."""
        return self._weighed(self._fit.document(spec), reading, assumed)

    def _weighed(self, read: Document, reading: Reading | None, assumed: frozenset[str]) -> Weighed:
        rubric = self._rubrics[read.spec.design_type]
        if not read.exact:
            return weigh_read(read, reading, rubric, assumed)
        found = self._panel(read.spec, reading, rubric).find(read.spec, assumed)
        return weigh(in_order(found, read), rubric)

    def _panel(self, spec: DesignSpec, reading: Reading | None, rubric: Rubric) -> Panel:
        prompt = (id(reading), spec.design_type, spec.category)
        known = self._panels.get(prompt)
        if known is None:
            if len(self._panels) >= MOST_PANELS:
                self._panels.clear()
            kind = units_of_kind(rubric, spec.design_type, spec.category)
            panel = Panel({**kind, **units_of_prompt(reading)})
            known = self._panels[prompt] = reading, panel
        return known[1]
