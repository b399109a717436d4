"""Sentences and segments: what a mark separates."""

from itertools import pairwise

from specs.knowledge import wordset
from specs.language.tokens import NUMBER, Tokens

FULL_STOPS = frozenset(".;!?\n")
SOFT_STOPS = frozenset({",", "(", ")", ":", "—", "-", "|", "•", "/", "+", "[", "]"})
STOPS = FULL_STOPS | SOFT_STOPS
DASHES = frozenset("-—")
CLAUSE_ENDS = wordset("scope", "clause_ends")
# What ends the scope of a place or a likeness.
PLACE_STOPS = frozenset(",:()—-") | wordset("asides", "place_stops")


def sentences(tokens: Tokens) -> list[int]:
    """The number of each token's sentence; a semicolon and a new line end one too."""
    return _numbered(tokens.words, FULL_STOPS)


def segments(tokens: Tokens) -> list[int]:
    """The number of each token's segment: a comma, a colon, a bracket or a dash ends one."""
    return _numbered(tokens.words, STOPS)


def _numbered(words: list[str], ends: frozenset[str]) -> list[int]:
    """The number of each word's stretch, where each of `ends` is the last of one."""
    numbers: list[int] = []
    number, start = 0, 0
    for end in [at for at, word in enumerate(words, 1) if word in ends]:
        numbers += [number] * (end - start)
        number, start = number + 1, end
    return numbers + [number] * (len(words) - start)


def clause_end(tokens: Tokens, at: int, sentence: list[int], start: int) -> int:
    """Where the clause that starts at `start` ends, from `at` on."""
    words, size = tokens.words, len(tokens)
    while at < size and sentence[at] == sentence[start]:
        if words[at] in (",", ")") and at + 1 < size and words[at + 1] in RESTARTS:
            return at
        if words[at] in CLAUSE_ENDS and at > start + 1:
            return at
        if words[at] == "," and at > start + 1 and _offers(tokens, at + 1):
            return at
        at += 1
    return at


def _offers(tokens: Tokens, at: int) -> bool:
    """'The last one was cheaper, 19k EUR is fine': a figure and what the writer thinks of it."""
    first = tokens.words[at : at + 1]
    if not first or not (tokens.kinds[at] == NUMBER or first[0] in SIGNS):
        return False
    behind = tokens.words[at + 1 : at + OFFER]
    return any(pair in AGREED for pair in pairwise(behind))


OFFER = 7
SIGNS = frozenset("€$£")
AGREED = frozenset(
    (verb, word)
    for verb in ("is", "are", "would", "seems")
    for word in ("fine", "ok", "okay", "alright", "possible", "affordable", "realistic", "be")
)

RESTARTS = wordset("scope", "restarts")
