"""Completeness: what a spec of this category needs, weighted; what nobody stated earns less."""

from collections.abc import Callable, Iterator
from typing import Any

from evaluation.criterion import Assessment, Finding, assessment
from evaluation.notes import Note, finding
from evaluation.rubric import Rubric, Wanted
from evaluation.rules.thing import Thing

CRITERION = "completeness"

# Whether the value at a pointer of the spec was made up rather than asked for.
IsAssumed = Callable[[str], bool]


def completeness(thing: Thing, rubric: Rubric, is_assumed: IsAssumed) -> Assessment:
    wanted = rubric.wanted(thing.category)
    whole = sum(item.weight for item in wanted)
    findings = []
    for item in wanted:
        found, credit = max(
            (
                _alternative(thing, item, paths, is_assumed, rubric.assumed_credit)
                for paths in item.any_of
            ),
            key=lambda answer: answer[1],
        )
        if credit < 1:
            points = 100 * item.weight * (1 - credit) / whole
            findings.append(_shortfall(thing, item, found, points))
    return assessment(findings)


def _alternative(
    thing: Thing, item: Wanted, paths: tuple[str, ...], is_assumed: IsAssumed, assumed_credit: float
) -> tuple[float, float]:
    """How much is there (in entries) and how much credit it earns (0 to 1)."""
    found = credit = 0.0
    for path in paths:
        credits = sorted(
            (assumed_credit if is_assumed(place) else 1.0 for place in _places(thing, path)),
            reverse=True,
        )[: item.count]
        found += len(credits) / len(paths)
        credit += sum(credits) / item.count / len(paths)
    return found, credit


def _places(thing: Thing, path: str) -> Iterator[str]:
    """The pointer of each value that answers a path of the rubric."""
    part, _, leaf = path.partition(".")
    if part == "dimensions":
        if leaf in thing.dims:
            yield f"/dimensions/{leaf}"
    elif part == "performance":
        for index, item in enumerate(thing.spec.performance):
            if not leaf or item.metric == leaf:
                yield f"/performance/{index}/value"
    elif part == "category":
        if thing.category != "general":
            yield "/category"
    elif part == "estimated_cost":
        if thing.spec.estimated_cost is not None:
            yield "/estimated_cost/amount"
    else:
        yield from _in_spec(part, leaf, getattr(thing.spec, part))


def _in_spec(part: str, leaf: str, value: Any) -> Iterator[str]:
    if not isinstance(value, tuple):
        if value is not None:
            yield f"/{part}"
        return
    for index, entry in enumerate(value):
        if leaf:
            if getattr(entry, leaf):
                yield f"/{part}/{index}/{leaf}"
        else:
            yield f"/{part}/{index}{MAIN_LEAF.get(part, '')}"


MAIN_LEAF = {"materials": "/type", "spaces": "/type"}


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
