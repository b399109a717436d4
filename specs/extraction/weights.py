"""What learnt weights of clues say: the tables that `manage.py learn_kinds` writes."""

from collections.abc import Iterable, Mapping
from functools import cache

from specs.knowledge import learnt


def scores(name: str, clues: Iterable[str]) -> dict[str, float]:
    """For each name of a table how much the clues speak for it, as logits."""
    names, start, weights = _table(name)
    found = list(start)
    for clue in clues:
        for place, weight in weights.get(clue, ()):
            found[place] += weight
    return dict(zip(names, found, strict=True))


def difference(name: str, more: str, less: str, clues: Iterable[str]) -> float:
    """How much further the clues speak for `more` than for `less`."""
    start, weights = _differences(name, more, less)
    return start + sum([weights[clue] for clue in clues if clue in weights])


@cache
def _differences(name: str, more: str, less: str) -> tuple[float, dict[str, float]]:
    names, start, weights = _table(name)
    first, second = names.index(more), names.index(less)
    by_clue = {}
    for clue, row in weights.items():
        of = dict(row)
        by_clue[clue] = of.get(first, 0.0) - of.get(second, 0.0)
    return start[first] - start[second], by_clue


@cache
def _table(name: str) -> tuple[list[str], list[float], Mapping[str, tuple[tuple[int, float], ...]]]:
    """Names, what each starts with, and by clue what it adds to each name by its place."""
    data = learnt()["tables"][name]
    weights = {
        clue: tuple((place, weight / 10) for place, weight in enumerate(row) if weight)
        for clue, row in data["clues"].items()
    }
    return data["names"], [start / 10 for start in data["start"]], weights
