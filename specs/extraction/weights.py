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


@cache
def _table(name: str) -> tuple[list[str], list[float], Mapping[str, tuple[tuple[int, float], ...]]]:
    """Names, what each starts with, and by clue what it adds to each name by its place."""
    data = learnt()["tables"][name]
    weights = {
        clue: tuple((place, weight / 10) for place, weight in enumerate(row) if weight)
        for clue, row in data["clues"].items()
    }
    return data["names"], [start / 10 for start in data["start"]], weights
