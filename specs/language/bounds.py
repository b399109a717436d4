"""Bounds of a quantity: 'under', 'at least', 'about', '~', 'max', 'or less', 'capped at'."""

from functools import cache

from specs.knowledge import listed, table
from specs.language.quantity import Quantity
from specs.language.tokens import Tokens, tokenise

REACH = 4
# Words that may stand between the bound and its number.
SKIPPED = frozenset(["(", ":", "a", "an", "the", "of", "at", "$", "€", "£"])
SYMBOLS = {"<": "max", "≤": "max", ">": "min", "≥": "min", "~": "about"}


@cache
def _phrases(side: str) -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for bound, forms in table("bounds")[side].items():
        for form in listed(forms):
            found[tuple(tokenise(form).words)] = bound
    return found


def set_bound(tokens: Tokens, quantity: Quantity) -> None:
    words = tokens.words
    bound = (
        _before(words, quantity.begin) or _before(words, quantity.first) or _behind(words, quantity)
    )
    if bound is not None:
        quantity.bound = bound
        if bound == "max" and quantity.low is None:
            quantity.high = quantity.value
        elif bound == "min" and quantity.low is None:
            quantity.low = quantity.value


def _before(words: list[str], first: int) -> str | None:
    end = first
    while end > 0 and end > first - 2 and words[end - 1] in SKIPPED:
        if tuple(words[end - 1 : end]) in _phrases("before"):
            break
        end -= 1
    for stop in {first, end}:
        for size in range(min(REACH, stop), 0, -1):
            bound = _phrases("before").get(tuple(words[stop - size : stop]))
            if bound is not None:
                return bound
        if stop > 1 and words[stop - 1] == "=" and words[stop - 2] in SYMBOLS:
            # "<= 45 dB", written with two signs.
            return SYMBOLS[words[stop - 2]]
        if stop and words[stop - 1] in SYMBOLS:
            return SYMBOLS[words[stop - 1]]
    return None


def _behind(words: list[str], quantity: Quantity) -> str | None:
    ends = {quantity.last, quantity.end}
    if words[quantity.end : quantity.end + 2] == [",", "give"]:
        # "15 m long, give or take".
        ends.add(quantity.end + 1)
    for start in sorted(ends):
        for size in range(REACH, 0, -1):
            phrase = tuple(words[start : start + size])
            bound = _phrases("behind").get(phrase)
            if phrase == ("ceiling",) and quantity.kind != "money":
                # "A 7-foot ceiling" is a part and no bound.
                continue
            if bound is not None:
                return bound
    return None
