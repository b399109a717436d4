"""Completeness: what a spec of this category needs, weighted; what nobody stated earns less."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache, partial
from operator import attrgetter
from typing import Any

from evaluation.criteria.unit import NOTHING, IsAssumed, Looking, Unit
from evaluation.criterion import Finding
from evaluation.differing import assumed_at, values_at
from evaluation.notes import Note, finding
from evaluation.rubric import Rubric, Wanted
from evaluation.rules.thing import Thing
from specs.design import LISTS_OF_PARTS, LISTS_OF_TEXT

CRITERION = "completeness"
LISTS = {*LISTS_OF_PARTS, *LISTS_OF_TEXT}
MAIN_LEAF = {"materials": "/type", "spaces": "/type"}
# How many entries at a place are stated, and how many assumed; where as many as are wanted are
# stated, the others need not be counted.
Count = tuple[int, int]
Counter = Callable[[Thing, IsAssumed, int], Count]


# What an entry says is missing, by what was found: no more are remembered.
MOST_SAID = 256


class Lacking:
    """Nothing where one alternative is there in full; else what the best of them lacks."""

    __slots__ = ("_alternatives", "_assumed_credit", "_item", "_said", "_whole")

    def __init__(self, item: Wanted, whole: float, assumed_credit: float) -> None:
        self._item = item
        self._alternatives = tuple(tuple(map(counter_of, paths)) for paths in item.any_of)
        self._whole = whole
        self._assumed_credit = assumed_credit
        self._said: dict[tuple[float, float, str, str], tuple[Finding]] = {}

    def __call__(self, thing: Thing, is_assumed: IsAssumed) -> Sequence[Finding]:
        found, credit = 0.0, -1.0
        for counters in self._alternatives:
            entries, earned = self._earned(counters, thing, is_assumed)
            if earned >= 1:
                return NOTHING
            if earned > credit:
                found, credit = entries, earned
        key = (found, credit, thing.design_type, thing.category)
        said = self._said.get(key)
        if said is None:
            if len(self._said) >= MOST_SAID:
                self._said.clear()
            points = 100 * self._item.weight * (1 - credit) / self._whole
            said = self._said[key] = (_shortfall(thing, self._item, found, points),)
        return said

    def _earned(
        self, counters: tuple[Counter, ...], thing: Thing, is_assumed: IsAssumed
    ) -> tuple[float, float]:
        """How much is there (in entries) and how much credit it earns (0 to 1)."""
        wanted, paths = self._item.count, len(counters)
        found = credit = 0.0
        for count in counters:
            stated, assumed = count(thing, is_assumed, wanted)
            if not stated and not assumed:
                continue
            # Stated ones first: they earn more, and no more than wanted count.
            stated = min(stated, wanted)
            assumed = min(assumed, wanted - stated)
            earned = float(stated)
            for _ in range(assumed):
                earned += self._assumed_credit
            found += (stated + assumed) / paths
            credit += earned / wanted / paths
        return found, credit


def units(rubric: Rubric, category: str) -> tuple[Unit, ...]:
    wanted = rubric.wanted(category)
    whole = sum(item.weight for item in wanted)
    return tuple(
        Looking(Lacking(item, whole, rubric.assumed_credit), _looked_at(item)) for item in wanted
    )


def _looked_at(item: Wanted) -> int:
    paths = [path for paths in item.any_of for path in paths]
    # A figure is sought among all of them.
    parts = tuple(
        path if path.startswith("dimensions") else path.partition(".")[0] for path in paths
    )
    return values_at(parts) | assumed_at(parts)


@cache
def counter_of(path: str) -> Counter:
    """Of a path of the rubric: there are no more than the rubrics name."""
    part, _, leaf = path.partition(".")
    if part == "dimensions":
        return partial(_size, leaf, f"/dimensions/{leaf}")
    if part == "performance":
        return partial(_figures, leaf)
    if part == "category":
        return _category
    if part == "estimated_cost":
        return partial(_single, attrgetter(part), "/estimated_cost/amount")
    if part in LISTS:
        return partial(_entries, attrgetter(part), part, leaf)
    return partial(_single, attrgetter(part), f"/{part}")


def _one(pointer: str, is_assumed: IsAssumed) -> Count:
    return (0, 1) if is_assumed(pointer) else (1, 0)


def _size(name: str, pointer: str, thing: Thing, is_assumed: IsAssumed, wanted: int) -> Count:
    return _one(pointer, is_assumed) if name in thing.dims else (0, 0)


def _category(thing: Thing, is_assumed: IsAssumed, wanted: int) -> Count:
    return _one("/category", is_assumed) if thing.category != "general" else (0, 0)


def _single(
    value: Callable[[Any], Any], pointer: str, thing: Thing, is_assumed: IsAssumed, wanted: int
) -> Count:
    return _one(pointer, is_assumed) if value(thing.spec) is not None else (0, 0)


def _figures(metric: str, thing: Thing, is_assumed: IsAssumed, wanted: int) -> Count:
    figures = thing.spec.performance
    if not figures:
        return 0, 0
    places = _places("performance", len(figures), "/value")
    if metric:
        places = tuple(
            [place for place, item in zip(places, figures, strict=True) if item.metric == metric]
        )
    return _counted(places, is_assumed, wanted)


def _entries(
    values: Callable[[Any], Any],
    part: str,
    leaf: str,
    thing: Thing,
    is_assumed: IsAssumed,
    wanted: int,
) -> Count:
    entries = values(thing.spec)
    if not entries:
        return 0, 0
    places = _places(part, len(entries), f"/{leaf}" if leaf else MAIN_LEAF.get(part, ""))
    if leaf:
        known = attrgetter(leaf)
        places = tuple(
            [place for place, entry in zip(places, entries, strict=True) if known(entry)]
        )
    return _counted(places, is_assumed, wanted)


# A list may be of any length, so the cache is bounded.
@lru_cache(maxsize=1024)
def _places(part: str, count: int, tail: str) -> tuple[str, ...]:
    return tuple([f"/{part}/{index}{tail}" for index in range(count)])


def _counted(places: Iterable[str], is_assumed: IsAssumed, wanted: int) -> Count:
    stated = assumed = 0
    for place in places:
        if is_assumed(place):
            assumed += 1
        else:
            stated += 1
            if stated == wanted:
                break
    return stated, assumed


def _shortfall(thing: Thing, item: Wanted, found: float, points: float) -> Finding:
    place = _first_place(item)
    if found == 0:
        note = Note("C1", place, f"the {item.name}", item.name, "not stated", thing.kind())
    elif found < item.count or found % 1:
        note = Note("C2", place, item.name, str(item.count), f"{found:g}")
    else:
        note = Note("C3", place, f"the {item.name}", "stated values count in full", "assumed")
    return finding(CRITERION, note, points=points)


def _first_place(item: Wanted) -> str:
    part, _, leaf = item.any_of[0][0].partition(".")
    return f"/dimensions/{leaf}" if part == "dimensions" else f"/{part}"
