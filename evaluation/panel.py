"""The units that judge the specs of one prompt and one kind of thing, and what they found in the
last few of them."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from itertools import chain
from operator import is_not, or_
from typing import Any

from evaluation.criteria.unit import NOTHING, Looking
from evaluation.criterion import Assessment, Finding, assessment
from evaluation.differing import (
    EVERY_PART,
    differing,
    otherwise_assumed,
    reads_otherwise,
)
from evaluation.rubric import Rubric
from evaluation.rules.thing import Thing
from evaluation.scoring import Units as ByCriterion
from evaluation.scoring import in_order
from evaluation.watching import Answer, Watch
from evaluation.weighing import Weighed, weigh
from specs.design import DesignSpec
from specs.records import record

# Earlier specs beside the first one, of which the nearest is started from.
MOST_RECENT = 6
# One that differs in no more parts is near enough.
NEAR = 3
EVERYTHING = -1
MOST_KINDS_OF_EDIT = 512


@record
class Judged:
    """A spec with every unit's answer: what the next one is judged from.

    `reads` are the bits of what each unit read, `found` what it found there. `fit` says that the
    spec is of the normal form with nothing to note; `weighed` is without notes.
    """

    thing: Thing
    values: tuple[Any, ...]
    assumed: frozenset[str]
    fit: bool
    reads: Sequence[int]
    found: Sequence[Sequence[Finding]]
    assessed: Mapping[str, Assessment]
    weighed: Weighed

    def changed(
        self,
        values: tuple[Any, ...],
        assumed: frozenset[str],
        other: Callable[[Any, Any], bool] = is_not,
    ) -> int:
        """The bits of what may be another."""
        bits = differing(self.values, values, other)
        if assumed != self.assumed:
            bits |= otherwise_assumed(self.assumed, assumed)
        return bits


class Units:
    """The units of a kind of thing, or of a prompt, in a row."""

    def __init__(self, by_criterion: ByCriterion) -> None:
        every = [unit for own in by_criterion.values() for unit in own]
        self.units = [unit.unit if isinstance(unit, Looking) else unit for unit in every]
        # Where it is known what a unit looks at, nobody has to watch it.
        self.reads = [unit.reads if isinstance(unit, Looking) else 0 for unit in every]
        self.counts = [(name, len(own)) for name, own in by_criterion.items()]
        self.criteria = [name for name, count in self.counts for _ in range(count)]
        # The first spec of the prompt before: one of another prompt may be alike in some parts.
        self.before: Judged | None = None
        self._at_all = reduce(or_, self.reads, 0)
        self._looking: dict[int, list[int]] = {}

    def looking(self, changed: int) -> list[int]:
        """The places of those of which it is known that they look at what an edit changed. Edits
        are of a few kinds, so it is kept."""
        changed &= self._at_all
        known = self._looking.get(changed)
        if known is None:
            if len(self._looking) >= MOST_KINDS_OF_EDIT:
                self._looking.clear()
            known = [place for place, bits in enumerate(self.reads) if bits & changed]
            self._looking[changed] = known
        return known


class Panel:
    def __init__(self, kind: Units, prompt: Units, rubric: Rubric) -> None:
        self._rubric = rubric
        self._kind = kind
        self._units = kind.units + prompt.units
        self._reads = kind.reads + prompt.reads
        self._criteria = kind.criteria + prompt.criteria
        watched = [place for place, bits in enumerate(kind.reads) if not bits]
        self._others = [*watched, *range(len(kind.units), len(self._units))]
        self._places: dict[str, slice] = {}
        start = 0
        for name, count in (*kind.counts, *prompt.counts):
            self._places[name] = slice(start, start + count)
            start += count
        self._first: Judged | None = None
        self._recent: deque[Judged] = deque(maxlen=MOST_RECENT)

    def nearest(
        self, values: tuple[Any, ...], assumed: frozenset[str]
    ) -> tuple[Judged | None, int]:
        """An earlier spec that differs in little, and the bits of that."""
        first = self._first
        if first is None:
            return None, EVERYTHING
        near, least, fewest = first, EVERYTHING, len(values) + 1
        # A copy: another thread may add one meanwhile.
        for earlier in (*reversed(tuple(self._recent)), first):
            changed = earlier.changed(values, assumed)
            parts = (changed & EVERY_PART).bit_count()
            if parts < fewest:
                near, least, fewest = earlier, changed, parts
            if parts <= NEAR:
                break
        return near, least

    def judge(
        self,
        spec: DesignSpec,
        values: tuple[Any, ...],
        assumed: frozenset[str],
        near: Judged | None,
        changed: int,
        *,
        fit: bool = True,
    ) -> Judged:
        """`near` and `changed` are what `nearest` answered."""
        if near is None:
            judged = self._at_first(spec, values, assumed, fit=fit)
            self._first = self._kind.before = judged
            return judged
        judged = self._again(spec, values, assumed, near, changed, fit=fit)
        self._recent.append(judged)
        return judged

    def _at_first(
        self, spec: DesignSpec, values: tuple[Any, ...], assumed: frozenset[str], *, fit: bool
    ) -> Judged:
        count, of_kind = len(self._units), len(self._kind.units)
        reads = [EVERYTHING] * count
        found: list[Sequence[Finding]] = [NOTHING] * count
        before = self._kind.before
        if before is not None:
            reads[:of_kind], found[:of_kind] = before.reads[:of_kind], before.found[:of_kind]
            changed = before.changed(values, assumed, reads_otherwise)
        else:
            changed = EVERYTHING
        watch = Watch(spec, assumed)
        for place, bits in enumerate(reads):
            if bits & changed or place >= of_kind:
                reads[place], found[place] = self._answer(watch, place)
        assessed = {name: _together(found[own]) for name, own in self._places.items()}
        weighed = weigh(in_order(assessed, ()), self._rubric)
        return Judged(watch.plain, values, assumed, fit, reads, found, assessed, weighed)

    def _again(
        self,
        spec: DesignSpec,
        values: tuple[Any, ...],
        assumed: frozenset[str],
        near: Judged,
        changed: int,
        *,
        fit: bool,
    ) -> Judged:
        reads, assessed, weighed = near.reads, near.assessed, near.weighed
        looking = self._kind.looking(changed)
        others = [place for place in self._others if reads[place] & changed]
        if not looking and not others:
            return Judged(near.thing, values, assumed, fit, reads, near.found, assessed, weighed)
        found = [*near.found]
        watch = Watch(spec, assumed, near.thing)
        thing, is_assumed = watch.plain, watch.known_assumed
        units, looked_at = self._units, self._reads
        criteria = set()
        for place in (*looking, *others):
            if looked_at[place]:
                own = units[place](thing, is_assumed)
            else:
                bits, own = watch.answer(units[place])
                if bits != reads[place]:
                    reads = _with(reads, place, bits)
            if own is not found[place] and (own or found[place]):
                found[place] = own
                criteria.add(self._criteria[place])
        if criteria:
            assessed = {**assessed, **{c: _together(found[self._places[c]]) for c in criteria}}
            weighed = weigh(in_order(assessed, ()), self._rubric)
        return Judged(thing, values, assumed, fit, reads, found, assessed, weighed)

    def _answer(self, watch: Watch, place: int) -> Answer:
        reads = self._reads[place]
        if reads:
            return reads, self._units[place](watch.plain, watch.known_assumed)
        return watch.answer(self._units[place])


def _with(reads: Sequence[int], place: int, bits: int) -> Sequence[int]:
    """What a unit reads is seldom another: then the others' are shared."""
    changed = list(reads)
    changed[place] = bits
    return changed


def _together(found: Sequence[Sequence[Finding]]) -> Assessment:
    return assessment([*chain.from_iterable(found)])
