"""A bound that heads a list: 'Minimum: 16 GB of RAM, 1 TB of SSD, 12 hours', 'not to exceed: …'."""

from specs.knowledge import wordset
from specs.language.bound_phrases import phrases_in_front
from specs.language.clauses import FULL_STOPS
from specs.language.quantity import Quantity
from specs.language.tokens import WORD, Tokens

LONGEST = 5
"""Words of a bound in front of a colon."""
NOUNS = wordset("bounds", "header_nouns")
ALL_OF = wordset("bounds", "all_of")
STOPS = FULL_STOPS - {":", ","}


def share_headers(tokens: Tokens, found: list[Quantity]) -> None:
    """Bound every figure of a list by what heads it, up to the end of its sentence."""
    words, at = tokens.words, 0
    while at < len(found):
        colon = found[at].begin - 1
        bound = _header(tokens, colon) if colon > 0 and words[colon] == ":" else None
        at += 1
        if bound is None:
            continue
        first = found[at - 1]
        if first.bound == "exact":
            first.bound = bound
        if first.bound != bound:
            continue
        while at < len(found) and _goes_on(tokens, found[at - 1], found[at]):
            if found[at].bound == "exact":
                found[at].bound = bound
            at += 1


def _header(tokens: Tokens, colon: int) -> str | None:
    """The bound of 'max:', 'not more than:', 'minimum, on all counts:', 'minimum requirements:'."""
    words, end = tokens.words, colon
    for at in range(colon - 1, max(0, colon - LONGEST), -1):
        if words[at] == ",":
            # "Minimum, on all counts:".
            end = at if not ALL_OF.isdisjoint(words[at:colon]) else colon
            break
    if end > 1 and words[end - 1] in NOUNS:
        end -= 1
    known = phrases_in_front()
    for size in range(min(LONGEST, end), 0, -1):
        bound = known.get(tuple(words[end - size : end]))
        if bound in ("max", "min"):
            start = end - size
            return bound if not start or tokens.kinds[start - 1] != WORD else None
    return HEADS.get(words[end - 1]) if end else None


HEADS = {"maximums": "max", "maxima": "max", "limits": "max", "minimums": "min", "minima": "min"}


def _goes_on(tokens: Tokens, first: Quantity, second: Quantity) -> bool:
    """Whether the list goes on: nothing ends it, and no heading of its own begins."""
    gap = tokens.words[first.end : second.begin]
    return ":" not in gap and STOPS.isdisjoint(gap)
