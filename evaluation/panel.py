"""The units that judge the specs of one prompt and one kind of thing, and what they found in the
last few of them."""

from collections import deque
from collections.abc import Mapping, Sequence
from typing import Any

from evaluation.criteria.unit import Unit
from evaluation.criterion import Assessment, Finding, assessment
from evaluation.differing import (
    EVERY_PART,
    differing,
    otherwise_assumed,
    read_at,
)
from evaluation.scoring import Units
from evaluation.watching import Watch
from specs.design import DesignSpec
from specs.records import record

# Earlier specs beside the first one, of which the nearest is started from.
MOST_RECENT = 6
# One that differs in no more parts is near enough.
NEAR = 3
EVERYTHING = -1


@record
class Judged:
    """A spec with every unit's answer: what the next one is judged from.

    `reads` are the bits of what each unit read, `found` what it found there. `fit` says that the
    spec is of the normal form with nothing to note.
    """

    values: tuple[Any, ...]
    assumed: frozenset[str]
    fit: bool
    reads: Sequence[int]
    found: Sequence[Sequence[Finding]]
    assessed: Mapping[str, Assessment]

    def changed(self, values: tuple[Any, ...], assumed: frozenset[str]) -> int:
        """The bits of what may be another."""
        bits = differing(self.values, values)
        if assumed != self.assumed:
            bits |= otherwise_assumed(self.assumed, assumed)
        return bits


class Panel:
    def __init__(self, units: Units) -> None:
        self._units: tuple[Unit, ...] = tuple(unit for own in units.values() for unit in own)
        # Where it is plain what a unit looks at, nobody has to watch it.
        self._plain = tuple(read_at(getattr(unit, "paths", ())) for unit in self._units)
        self._places: dict[str, slice] = {}
        for name, own in units.items():
            start = max((place.stop for place in self._places.values()), default=0)
            self._places[name] = slice(start, start + len(own))
        self._criteria = tuple(name for name, own in units.items() for _ in own)
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

    def assess(
        self,
        spec: DesignSpec,
        values: tuple[Any, ...],
        assumed: frozenset[str],
        near: Judged | None,
        changed: int,
        *,
        fit: bool = True,
    ) -> Mapping[str, Assessment]:
        """By criterion; `near` and `changed` are what `nearest` answered."""
        if near is None:
            watch = Watch(spec, assumed)
            answers = [self._answer(watch, place) for place in range(len(self._units))]
            reads, found = [bits for bits, _ in answers], [own for _, own in answers]
            assessed = {name: _together(found[own]) for name, own in self._places.items()}
            self._first = Judged(values, assumed, fit, reads, found, assessed)
            return assessed
        judged = self._again(spec, values, assumed, near, changed, fit=fit)
        self._recent.append(judged)
        return judged.assessed

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
        touched = [place for place, bits in enumerate(near.reads) if bits & changed]
        if not touched:
            return Judged(values, assumed, fit, near.reads, near.found, near.assessed)
        reads, found = list(near.reads), list(near.found)
        watch = Watch(spec, assumed)
        criteria = set()
        for place in touched:
            reads[place], own = self._answer(watch, place)
            if own is not found[place] and (own or found[place]):
                found[place] = own
                criteria.add(self._criteria[place])
        assessed = near.assessed
        if criteria:
            assessed = {**assessed, **{c: _together(found[self._places[c]]) for c in criteria}}
        return Judged(values, assumed, fit, reads, found, assessed)

    def _answer(self, watch: Watch, place: int) -> tuple[int, Sequence[Finding]]:
        plain = self._plain[place]
        return (
            (plain, watch.plain(self._units[place])) if plain else watch.answer(self._units[place])
        )


def _together(found: Sequence[Sequence[Finding]]) -> Assessment:
    return assessment([finding for own in found for finding in own])
