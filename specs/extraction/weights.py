"""What learnt weights of clues say: the tables that `manage.py learn_kinds` writes."""

from collections.abc import Iterable
from functools import cache
from itertools import repeat
from typing import Any

from specs.knowledge import learnt

TENTHS = 10
"""The tables hold tenths: whole numbers add up to the same in whatever order they come."""


def scores(name: str, clues: Iterable[str]) -> dict[str, float]:
    """For each name of a table how much the clues speak for it, as logits."""
    data = _table(name)
    rows = filter(None, map(data["clues"].get, clues))
    sums = map(sum, zip(data["start"], *rows, strict=True))
    return {of: found / TENTHS for of, found in zip(data["names"], sums, strict=True)}


def difference(name: str, more: str, less: str, clues: Iterable[str]) -> float:
    """How much further the clues speak for `more` than for `less`."""
    start, weights = _differences(name, more, less)
    return (start + sum(map(weights.get, clues, repeat(0)))) / TENTHS


@cache
def _differences(name: str, more: str, less: str) -> tuple[int, dict[str, int]]:
    data = _table(name)
    first, second = data["names"].index(more), data["names"].index(less)
    by_clue = {clue: row[first] - row[second] for clue, row in data["clues"].items()}
    return data["start"][first] - data["start"][second], by_clue


@cache
def _table(name: str) -> dict[str, Any]:
    """`names`, what each starts with, and by clue what it adds to each name by its place."""
    found: dict[str, Any] = learnt()["tables"][name]
    return found
