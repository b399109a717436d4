"""Bare figures that rate and measure nothing: 'plot ratio 1.2', 'a CRI of at least 90'."""

from specs.knowledge import wordset
from specs.language.bound_phrases import phrases_in_front
from specs.language.quantity import Quantity
from specs.language.tokens import Tokens

RATINGS = wordset("codes", "ratings")
CAPITALS = wordset("codes", "rating_capitals")
"""Letters that are words elsewhere, so that they rate in capitals only: 'FAR 1.2'."""
LINKS = frozenset({"of", "is", ":", "=", "<", ">", "≤", "≥", "~", "-", "value"})
LONGEST_BOUND = 4


def is_rating(tokens: Tokens, quantity: Quantity) -> bool:
    words, at = tokens.words, quantity.first - 1
    if at < 0 or quantity.group >= 0:
        return False
    at = _before_bound(words, at)
    steps = 0
    while at >= 0 and steps < LONGEST_BOUND and words[at] in LINKS:
        at, steps = at - 1, steps + 1
    if at < 0:
        return False
    named = words[at] in RATINGS
    capital = words[at] in CAPITALS and tokens.quote(at, at + 1)[:1].isupper()
    if not (named or capital):
        return False
    behind = words[quantity.last] if quantity.last < len(words) else ""
    return not (behind.isalpha() and behind.endswith("s") and len(behind) > 2)


def _before_bound(words: list[str], at: int) -> int:
    """The token in front of 'at least', if that stands at `at`."""
    for size in range(LONGEST_BOUND, 0, -1):
        start = at + 1 - size
        if start > 0 and tuple(words[start : at + 1]) in phrases_in_front():
            return start - 1
    return at
