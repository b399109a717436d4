"""Sentences and segments: what a mark separates."""

from specs.knowledge import wordset
from specs.language.tokens import MARK, Tokens

FULL_STOPS = frozenset(".;!?\n")
SOFT_STOPS = frozenset({",", "(", ")", ":", "—", "-", "|", "•", "/", "+", "[", "]"})
DASHES = frozenset("-—")
# What ends the scope of a place or a likeness.
PLACE_STOPS = frozenset(",:()—") | wordset("asides", "place_stops")


def sentences(tokens: Tokens) -> list[int]:
    """The number of each token's sentence; a semicolon and a new line end one too."""
    numbers, current = [], 0
    for word in tokens.words:
        numbers.append(current)
        if word in FULL_STOPS:
            current += 1
    return numbers


def segments(tokens: Tokens) -> list[int]:
    """The number of each token's segment: a comma, a colon, a bracket or a dash ends one."""
    numbers, current = [], 0
    for word, kind in zip(tokens.words, tokens.kinds, strict=True):
        numbers.append(current)
        if kind == MARK and (word in FULL_STOPS or word in SOFT_STOPS):
            current += 1
    return numbers
