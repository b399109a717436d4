"""What the words around say of the design type and the category, by weights learnt from prompts.

`manage.py learn_kinds` writes the table (`learnt_kinds.json`); what it was learnt from and how well
it does where it has not looked stands in it."""

from collections.abc import Collection, Iterable, Mapping
from functools import cache
from math import exp, log

from specs.knowledge import learnt

FLOOR = -4.0
"""What the words hardly speak for is not ruled out by them."""


FEW = 4
"""So many clues are worth half of what they say; those of thirty words nearly all of it."""


def leanings(found: Collection[str]) -> dict[str, float]:
    """The logarithm of how likely each design type is, by the clues alone."""
    worth = len(found) / (len(found) + FEW)
    scores = {name: score * worth for name, score in _scores("types", found).items()}
    top = max(scores.values())
    rest = log(sum(exp(score - top) for score in scores.values())) + top
    return {name: max(FLOOR, score - rest) for name, score in scores.items()}


def likely_category(design_type: str, found: Iterable[str]) -> tuple[str, float]:
    """The likeliest category of a design type, and how likely it is."""
    scores = _scores(design_type, found)
    best = max(scores, key=lambda name: scores[name])
    return best, 1.0 / sum(exp(score - scores[best]) for score in scores.values())


def _scores(name: str, found: Iterable[str]) -> dict[str, float]:
    names, start, weights = _table(name)
    scores = list(start)
    for clue in found:
        for place, weight in weights.get(clue, ()):
            scores[place] += weight
    return dict(zip(names, scores, strict=True))


@cache
def _table(name: str) -> tuple[list[str], list[float], Mapping[str, tuple[tuple[int, float], ...]]]:
    """Names, what each starts with, and by clue what it adds to each name by its place."""
    data = learnt()["tables"][name]
    weights = {
        clue: tuple((place, weight / 10) for place, weight in enumerate(row) if weight)
        for clue, row in data["clues"].items()
    }
    return data["names"], [start / 10 for start in data["start"]], weights
