"""Units that stand apart from their figure: 'Weight (kg): 12', '90 high, 60 wide, all in cm'."""

from specs.knowledge import wordset
from specs.language.amounts import currency_at
from specs.language.bounds_behind import phrase_behind
from specs.language.labels import ADJECTIVES, LETTERS, NOUNS
from specs.language.quantity import Quantity
from specs.language.tokens import MARK, NUMBER, WORD, Tokens
from specs.language.units import Unit, unit_at

EQUALS = frozenset({":", "=", "-", "—", "is"})
OPENERS = frozenset({"(", "["})
HEADING_ENDS = EQUALS | {")", "]"}
CLOSERS = frozenset({")", "]"})
LONGEST = 5
"""Tokens of the longest unit in a heading: 'kwh / m2 / year'."""
MEASURED = NOUNS.keys() | wordset("headings", "measured")
ALL = wordset("headings", "all")
GIVEN = wordset("headings", "given")


def _heading(tokens: Tokens, at: int) -> tuple[int, int] | None:
    """Where the unit in the heading of the figure at `at` may start, at the earliest, and its end.

    It stands in brackets, or behind a slash, a comma or an 'in', and then a colon follows.
    """
    words, end = tokens.words, at
    while end > 0 and at - end < 2 and words[end - 1] in EQUALS:
        end -= 1
    if not end:
        return None
    if words[end - 1] in CLOSERS:
        return max(0, end - 1 - LONGEST), end - 1
    return (max(0, end - LONGEST), end) if end < at else None


def unit_in_heading(tokens: Tokens, at: int) -> Unit | None:
    """'Length/mm: 1850', 'Wt. (kg) 12.4', 'Power [kW] = 5', 'weight in kg: 12'."""
    span = _heading(tokens, at)
    if span is None:
        return None
    words, (least, end) = tokens.words, span
    for start in range(least, end):
        found = unit_at(words, start)
        if found is not None and found[1] == end and _opens(tokens, start, end):
            return found[0]
    return None


def currency_in_heading(tokens: Tokens, at: int) -> str | None:
    """'Budget [USD]: 75,000', 'price in euros: 500'."""
    span = _heading(tokens, at)
    if span is None:
        return None
    least, end = span
    for start in range(least, end):
        found = currency_at(tokens, start, "words") or currency_at(tokens, start, "symbols")
        if found is not None and found[1] == end and (start == 0 or _opens(tokens, start, end)):
            return found[0]
    return None


MARKS = frozenset({"mark", "range", "region", "bracket", "ballpark"})


def currency_apart(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """'half a crore, in rupees', '75,000 (USD)', 'a quarter million, dollars'."""
    words, start = tokens.words, at
    if words[at : at + 1] != [] and words[at] in MARKS:
        # "Around the 2 million mark, euros", "in the 60-70k range, GBP".
        at = start = at + 1
    lead = words[at : at + 1]
    parted = lead != [] and lead[0] in (",", "(", "[", "-", "—")
    start += parted
    joined = words[start : start + 1] == ["in"]
    start += joined
    if start >= len(words) or not (parted or joined):
        return None
    found = currency_at(tokens, start, "words") or currency_at(tokens, start, "symbols")
    if found is None:
        return None
    code, end = found
    if lead[0] in OPENERS:
        closed = words[end : end + 1] != [] and words[end] in CLOSERS
        return (code, end + 1) if closed else None
    ends = end >= len(words) or (tokens.kinds[end] == MARK and words[end] not in "$€£¥₹")
    return (code, end) if ends else None


def currency_far(tokens: Tokens, at: int) -> str | None:
    """'799 is the max (dollars)', 'two-fifty a seat, dollars': behind the bound or the rate."""
    words, end = tokens.words, at
    phrase = phrase_behind(words, at) or phrase_behind(words, at + (words[at : at + 1] == [","]))
    if phrase is not None:
        end = phrase[1]
    elif words[at : at + 1] != [] and words[at] in RATES:
        end = at + 2
    elif words[at : at + 1] in (["each"], ["apiece"]):
        end = at + 1
    elif words[at : at + 1] != [] and words[at] in EQUALITIES:
        while end < at + LONGEST and end < len(words) and words[end] not in PARTING:
            end += 1
    if not at < end < len(words) or words[end] not in PARTING:
        return None
    found = currency_apart(tokens, end)
    return None if found is None else found[0]


RATES = frozenset({"a", "an", "per"})
EQUALITIES = frozenset({"is", "as"})
PARTING = OPENERS | {",", "-", "—"}


def _opens(tokens: Tokens, start: int, end: int) -> bool:
    """Whether what names the figure stands in front of its unit."""
    words, lead = tokens.words, start - 1
    if _is_row(tokens, start, end):
        return True
    if lead < 1:
        return False
    bracketed = words[end : end + 1] != [] and words[end] in CLOSERS
    if bracketed and words[lead] in OPENERS:
        named = lead - 1 - (words[lead - 1] == ".")
        return named >= 0 and tokens.kinds[named] == WORD
    if bracketed or words[lead] not in ("/", ",", "in"):
        return False
    return words[lead - 1] in MEASURED


def _is_row(tokens: Tokens, start: int, end: int) -> bool:
    """'L per day: 20', 'kWh/year = 130': the unit is the whole heading of its row."""
    words = tokens.words
    if words[end : end + 1] not in ([":"], ["="]) or (start and words[start - 1] not in ROW_STARTS):
        return False
    return end - start > 1 or words[start] in ROW_UNITS


ROW_STARTS = frozenset({"\n", ",", ";", "|"})
ROW_UNITS = wordset("headings", "row_units")


def unit_of_all(tokens: Tokens) -> Unit | None:
    """'…, all centimetres', 'all sizes are in mm', '(everything in cm)'."""
    words = tokens.words
    for at, word in enumerate(words):
        if word not in ALL or (at and tokens.kinds[at - 1] == NUMBER):
            continue
        start = at + 1
        while start < len(words) and start < at + LONGEST and words[start] in GIVEN:
            start += 1
        found = unit_at(words, start)
        if found is None or found[0].kind != "length":
            continue
        end = found[1]
        if end >= len(words) or tokens.kinds[end] == MARK:
            return found[0]
    return None


def unit_at_end(tokens: Tokens) -> Unit | None:
    """'under 80 wide and under 40 deep (cm)', '80 wide, 40 deep at most, in mm': the last words."""
    words, end = tokens.words, len(tokens)
    while end and words[end - 1] in (".", ")", "]", "\n"):
        end -= 1
    found = unit_at(words, end - 1) if end > 2 else None
    if found is None or found[0].kind != "length" or words[end - 1] in UNSAFE_ENDS:
        return None
    start = end - 1
    start -= words[start - 1] == "in"
    return found[0] if words[start - 1] in (",", "(", "[") else None


def unit_beside(tokens: Tokens, quantity: Quantity) -> Unit | None:
    """'150 thick (mm)', '900 high [mm]': the unit in a bracket behind the side."""
    words, at = tokens.words, quantity.last + 1
    if words[at - 1 : at + 1] == [",", "in"] and at + 1 < len(words):
        # "Roughly 85, in centimetres".
        found = unit_at(words, at + 1)
        whole = found is not None and found[0].kind == "length" and len(words[at + 1]) > 1
        ends = found is not None and (found[1] >= len(words) or tokens.kinds[found[1]] == MARK)
        return found[0] if found is not None and whole and ends else None
    if at + 2 >= len(words) or words[at] not in OPENERS or words[at - 1] not in ADJECTIVES:
        return None
    found = unit_at(words, at + 1)
    closed = (
        found is not None and words[found[1] : found[1] + 1] != [] and words[found[1]] in CLOSERS
    )
    return found[0] if found is not None and closed and found[0].kind == "length" else None


BOUNDS = frozenset({":", "=", "max", "min", "maximum", "minimum", "<", ">", "≤", "≥", "about"})
UNSAFE_ENDS = frozenset({"in", "'", '"'})


def is_side(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether a bare figure says which side it is: '90 high', 'depth 40', 'H 82'."""
    words = tokens.words
    if quantity.kind != "count" or quantity.low is not None:
        return False
    if quantity.group >= 0 and quantity.guessed:
        return True
    behind = words[quantity.last] if quantity.last < len(words) else ""
    at = quantity.first - 1
    while at > max(0, quantity.first - LONGEST) and words[at] in BOUNDS:
        # "Depth: max 60".
        at -= 1
    before = words[at] if at >= 0 else ""
    return behind in ADJECTIVES or before in NOUNS or before in LETTERS or behind in LETTERS
