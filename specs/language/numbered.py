"""Numbers that name a thing among its like: 'Hall 4', 'M10 x 80', '14-gauge', 'the 911'."""

from specs.knowledge import wordset
from specs.language.guarded_units import TIMES
from specs.language.quantity import Quantity
from specs.language.tokens import MARK, NUMBER, WORD, Tokens

PLACES = wordset("numbered", "places")
DOES = wordset("numbered", "does")
IN_PLACES = frozenset({"in", "at", "on", "for", "from", "to", "near", "behind", "outside", "of"})
GAUGES = wordset("numbered", "gauges")
GAUGED = wordset("numbered", "gauged")
THREADS = wordset("numbered", "threads")
NO_PREFIX = wordset("codes", "no_prefix")
STRENGTHS = frozenset({"class", "grade", "strength", "property"})
OWNED = frozenset({"the", "our", "my", "his", "her", "your", "their"})
DATED = frozenset({"deadline", "due", "by", "on", "dated", "before", "until", "from"})
FINEST = 10
"""Turns of a thread to the inch, at least."""
LONGEST = 3
DAYS, MONTHS = 31, 12


def is_numbered(tokens: Tokens, quantity: Quantity) -> bool:
    """Whether a bare count is the name of one place, thread, gauge or model."""
    words, first, last = tokens.words, quantity.first, quantity.last
    if tokens.kinds[first] != NUMBER:
        return False
    before = words[first - 1] if first else ""
    behind = words[last] if last < len(words) else ""
    if behind in GAUGED or (before in GAUGES and tokens.gaps[first] in (" ", "-")):
        return True
    if before in STRENGTHS and "." in words[first]:
        # "Class 8.8 bolts".
        return True
    return (
        _is_thread(tokens, quantity, before, behind)
        or _is_odds(tokens, quantity)
        or _is_place(tokens, quantity, before, behind)
        or _is_model(tokens, quantity, before, behind)
        or _is_day(tokens, quantity)
    )


def _is_odds(tokens: Tokens, quantity: Quantity) -> bool:
    """'A ratio of 3 to 1'."""
    words, first, last = tokens.words, quantity.first, quantity.last
    if "ratio" not in words[max(0, first - 5) : first]:
        return False
    return words[last : last + 1] == ["to"] or words[first - 1] == "to"


def _is_thread(tokens: Tokens, quantity: Quantity, before: str, behind: str) -> bool:
    """'M10 x 80', '1/4-20', 'BSP 3/4', '3/8-16 UNC'."""
    words, first = tokens.words, quantity.first
    if before in TIMES and first > 2 and words[first - 3] == "m":
        return tokens.gaps[first - 2] == "" and tokens.kinds[first - 2] == NUMBER
    if before in THREADS or behind in THREADS:
        return quantity.value < 10 or quantity.low is not None
    low, high = quantity.low, quantity.high
    fraction = words[first + 1 : first + 2] == ["/"] and low is not None and low < 1
    return fraction and high is not None and high >= FINEST and high % 1 == 0


def _is_place(tokens: Tokens, quantity: Quantity, before: str, behind: str) -> bool:
    """'Hall 4 gets a stage', 'in Studio 3'; but 'hall 40 m2' has a size and 'bedroom 3' counts."""
    words, first, last = tokens.words, quantity.first, quantity.last
    if before not in PLACES or not words[first].isdigit() or len(words[first]) > LONGEST:
        return False
    if quantity.low is not None or tokens.gaps[first] != " ":
        return False
    if behind in DOES or (behind == "seats" and tokens.kinds[last + 1 : last + 2] == [NUMBER]):
        return True
    if behind == ":":
        # "Lab 5: benches 90 cm high" heads a list.
        return first == 1 or words[first - 2] in "\n.;"
    ahead = words[first - 2] if first > 1 else ""
    named = tokens.quote(first - 1, first)[0].isupper()
    return named and ahead in IN_PLACES and not behind.endswith("s")


def _is_model(tokens: Tokens, quantity: Quantity, before: str, behind: str) -> bool:
    """'The 911 is too loud', 'it replaces the 550, which': no round number of anything."""
    figure, last = tokens.words[quantity.first], quantity.last
    if before not in OWNED or len(figure) not in (3, 4) or not figure.isdigit():
        return False
    if quantity.low is not None or quantity.value % 100 == 0:
        return False
    return behind in DOES or last >= len(tokens) or tokens.kinds[last] == MARK


def _is_day(tokens: Tokens, quantity: Quantity) -> bool:
    """'Deadline 3/11', 'due by 14/6': a day and its month."""
    words, gaps, first = tokens.words, tokens.gaps, quantity.first
    at = first - 2 if first > 1 and words[first - 1] == "/" else first
    if at < 1 or words[at + 1 : at + 2] != ["/"] or words[at - 1] not in DATED:
        return False
    day, month = words[at], words[at + 2] if at + 2 < len(words) else ""
    glued = gaps[at + 1] == "" and gaps[at + 2 : at + 3] == [""]
    if not glued or not day.isdigit() or not month.isdigit():
        return False
    behind = words[at + 3] if at + 3 < len(words) else ""
    ends = not behind or not behind[0].isalnum() or tokens.kinds[at + 3] != WORD
    return ends and 0 < int(day) <= DAYS and 0 < int(month) <= DAYS and min(
        int(day), int(month)
    ) <= MONTHS  # fmt: skip


def spans_a_name(tokens: Tokens, quantity: Quantity) -> bool:
    """'An i7-13700H': no span of hours."""
    first = quantity.first
    if not first or tokens.kinds[first - 1] != WORD or tokens.gaps[first] != "":
        return False
    ahead = tokens.words[first - 1]
    return ahead not in NO_PREFIX and quantity.label_first != first - 1 and quantity.kind != "money"
