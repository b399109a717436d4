"""Numbers that point to a paper or name a version: 'clause 14.2', 'ref. 2026/0417'."""

from specs.knowledge import wordset
from specs.language.quantity import Quantity
from specs.language.tokens import NUMBER, WORD, Tokens

REFERENCES = wordset("codes", "references")
NAMED = wordset("codes", "named")
POINTING = wordset("codes", "pointing")
ENGINES = wordset("codes", "engines")
SEE = frozenset({"see", "cf", "ref", "vide"})
CALENDAR = frozenset({"week", "day", "month", "year"})
DATING = wordset("codes", "dating")
NOUNS = 3
"""Tokens between 'see' and the number: 'see grid line 4'."""
LONGEST = 5
CHAINED = 3
"""Digits of one part, at least: '2026/0417'; '3/4' is a share."""
FIRST_YEAR, LAST_YEAR = 1900, 2050


def is_named(tokens: Tokens, first: int) -> bool:
    """Whether what stands in front of the number makes it a name, so that it takes no unit."""
    words, at = tokens.words, first - 1
    if at < 1 or tokens.kinds[first] != NUMBER:
        return at == 0 and words[0] in NAMED
    if words[at] == "." and tokens.gaps[at] == "":
        at -= 1
    if words[at] in NAMED:
        return True
    figure = words[first]
    year = len(figure) == 4 and figure.isdigit() and FIRST_YEAR <= int(figure) <= LAST_YEAR
    return year and words[at] == "of" and tokens.kinds[at - 1] == WORD


def is_reference(tokens: Tokens, quantity: Quantity) -> bool:
    words, first = tokens.words, quantity.first
    if tokens.kinds[first] != NUMBER:
        # "20,000 in year two".
        return first > 1 and words[first - 1] in CALENDAR and words[first - 2] in DATING
    behind = words[quantity.last] if quantity.last < len(words) else ""
    if behind in ENGINES and "." in words[first]:
        # "A 2.0 TDI": what is written on its boot lid.
        return True
    if not first:
        return False
    at = first - 1
    if words[at] == "." and tokens.gaps[at] == "" and words[at - 1] in POINTING:
        # "Encl. 2", "fig. 7".
        return True
    if words[at] in ("/", "-") or behind in ("/", "-"):
        return _is_chained(tokens, first, quantity.last)
    if words[at] in CALENDAR and at and words[at - 1] in DATING:
        # "Ready by week 12".
        return True
    return tokens.kinds[at] == WORD and not SEE.isdisjoint(words[max(0, at - NOUNS + 1) : at])


def _is_chained(tokens: Tokens, first: int, last: int) -> bool:
    """'Tender ref. 2026/0417', 'ref: 24/0098': figures joined without a gap."""
    words, gaps = tokens.words, tokens.gaps
    start, end = first, last
    while start > max(1, first - LONGEST) and words[start - 1] in "/-" and not gaps[start]:
        start -= 2
    while end + 1 < len(words) and words[end] in "/-" and not gaps[end] and end < last + LONGEST:
        end += 2
    parts = [words[at] for at in range(start, min(end, len(words))) if words[at].isdigit()]
    if len(parts) < 2 or max(map(len, parts)) < CHAINED:
        return False
    at = start - 1
    while at > 0 and words[at] in (".", ":", "no", "nr", "#"):
        at -= 1
    return at >= 0 and words[at] in REFERENCES
