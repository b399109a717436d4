"""Ounces that a vessel holds, and which weigh nothing: 'a 64-oz jar', 'a jug of 48 ounces'."""

from specs.knowledge import wordset

VESSELS = wordset("measures", "vessels")
WEIGHING = wordset("measures", "weighing")
ADJECTIVES = 2
"""Words between the figure and the vessel: 'a 32 oz stainless steel bottle'."""
NEAR = 4


def holds_fluid(words: list[str], first: int, last: int) -> bool:
    before = words[max(0, first - NEAR) : first]
    behind = words[last : last + ADJECTIVES + 1]
    if not WEIGHING.isdisjoint(before) or not WEIGHING.isdisjoint(behind):
        return False
    for at, word in enumerate(behind):
        if word in VESSELS:
            return behind[at + 1 : at + 2] != ["top"]
        if not word.isalpha() or word in STOPS:
            break
    # "A jar of 64 oz", "carafe: 40 oz".
    named = before[-2:-1] if before[-1:] in (["of"], [":"]) else []
    return named != [] and named[0] in VESSELS


STOPS = frozenset({"with", "for", "in", "of", "and", "or", "without", "plus", "each", "per", "a"})
