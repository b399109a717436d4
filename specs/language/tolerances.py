"""Tolerances: '75 cm ± 1 cm', '20 h of battery, give or take an hour', 'within 5 % of 2 t'."""

from specs.knowledge import wordset
from specs.language.clauses import FULL_STOPS
from specs.language.labels import ADJECTIVES
from specs.language.measures import MeasureReader, set_value
from specs.language.money import money_at
from specs.language.quantity import Quantity
from specs.language.tokens import Tokens
from specs.language.units import Unit

TOLERANCES = (
    ("±",), ("+", "/", "-"), ("plus", "or", "minus"), ("plus", "/", "minus"), ("plus", "minus"),
    ("+", "-"), ("-", "/", "+"), ("+", "or", "-"), ("give", "or", "take"),
)  # fmt: skip
OPENERS = frozenset(sign[0] for sign in TOLERANCES)


def with_tolerance(reader: MeasureReader, quantity: Quantity) -> Quantity:
    """'± 5 mm' says how exactly; it is no quantity of its own."""
    words, at = reader.words, quantity.last
    side = ADJECTIVES.get(words[at]) if at < reader.size else None
    if side is not None and words[at + 1 : at + 2] != []:
        # "65 cm high +/- 2 cm": the side stands between.
        label, at = (at, at + 1), at + 1
    else:
        label = None
    bracket = words[at : at + 1] == ["("]
    at = _lead_end(words, at)
    sign = _sign_at(words, at)
    at += len(sign or ())
    spread = _amount(reader, at) if sign is not None and at < reader.size else None
    if spread is None or not _spread(quantity, spread):
        return quantity
    if label is not None:
        quantity.label, (quantity.label_first, quantity.label_last) = side, label
    quantity.last = spread.last + (bracket and words[spread.last : spread.last + 1] == [")"])
    return quantity


def _lead_end(words: list[str], at: int) -> int:
    """Behind the bracket, the comma or the words that open a tolerance: ', tolerance of'."""
    end = at
    while end < min(at + 4, len(words)) and words[end] in LEADS:
        end += 1
    whole = words[at : at + 1] == ["("] or "tolerance" in words[at:end]
    return end if whole or _sign_at(words, end) is not None else at


LEADS = frozenset({"(", ",", "with", "a", "tolerance", "of", "-", "—"})


def _sign_at(words: list[str], at: int) -> tuple[str, ...] | None:
    if at >= len(words) or words[at] not in OPENERS:
        return None
    return next((s for s in TOLERANCES if tuple(words[at : at + len(s)]) == s), None)


def _amount(reader: MeasureReader, at: int) -> Quantity | None:
    money = money_at(reader.tokens, at, comma_decimals=reader.comma_decimals)
    return money or reader.measure(at)


def _spread(quantity: Quantity, spread: Quantity) -> bool:
    """Whether `spread` is a tolerance of `quantity`, which takes it then."""
    if spread.kind == "ratio":
        width = quantity.value * spread.value / 100
    elif spread.kind == quantity.kind:
        width = spread.value
    elif spread.kind == "count" and quantity.number:
        width = spread.value * quantity.value / quantity.number
    elif quantity.kind == "count" and 0 < spread.number < quantity.number:
        # "1200 ±5 mm": one unit for both.
        unit = Unit(spread.kind, spread.written, _factor(spread), spread.unit)
        quantity.kind, quantity.unit, quantity.written = spread.kind, spread.unit, spread.written
        set_value(quantity, unit, quantity.number)
        width = spread.value
    else:
        return False
    if width >= quantity.value:
        # "2.3 ± 5": a tolerance as large as the figure is another figure.
        return False
    quantity.low, quantity.high = quantity.value - width, quantity.value + width
    quantity.bound = "range"
    return True


def _factor(quantity: Quantity) -> float:
    return quantity.value / quantity.number if quantity.number else 1.0


FARTHEST = 6
"""Tokens between a figure and its tolerance."""
WIDEST = 0.25
"""'1.2 m wide, 40 cm either side' speaks of a margin: a tolerance is small."""
EITHER = tuple(tuple(phrase.split()) for phrase in wordset("tolerances", "either"))
AROUND = frozenset(tuple(phrase.split()) for phrase in wordset("tolerances", "around"))


def without_tolerances(tokens: Tokens, found: list[Quantity]) -> list[Quantity]:
    """`found` without the figures that say how exactly the one beside them is meant."""
    kept: list[Quantity] = []
    for quantity in found:
        first = kept[-1] if kept else None
        if first is not None and _is_spread_behind(tokens, first, quantity):
            continue
        if first is not None and _is_spread_in_front(tokens, first, quantity):
            kept[-1] = quantity
            continue
        kept.append(quantity)
    return kept


def _is_spread_behind(tokens: Tokens, first: Quantity, spread: Quantity) -> bool:
    """'… battery, give or take an hour', '75 cm high, within a centimetre either way'."""
    words = tokens.words
    gap = words[first.last : spread.first]
    if first.low is not None or len(gap) > FARTHEST or not FULL_STOPS.isdisjoint(gap):
        return False
    if spread.kind not in ("ratio", first.kind) or spread.low is not None:
        return False
    signed = "tolerance" in gap or any(tuple(gap[-len(sign) :]) == sign for sign in TOLERANCES)
    behind = words[spread.last : spread.last + 4]
    either = any(tuple(behind[: len(phrase)]) == phrase for phrase in EITHER)
    within = gap[-2:] == ["to", "within"] or (either and "within" in gap)
    small = spread.kind == "ratio" or spread.value <= WIDEST * first.value
    return (signed or within or (either and small)) and _spread(first, spread)


def _is_spread_in_front(tokens: Tokens, spread: Quantity, quantity: Quantity) -> bool:
    """'a week either side of ten weeks', 'within 5 % of 2 t'."""
    words = tokens.words
    if quantity.low is not None or spread.low is not None:
        return False
    if spread.kind not in ("ratio", quantity.kind) or quantity.kind == "ratio":
        return False
    gap = tuple(words[spread.last : quantity.first])
    within = gap == ("of",) and spread.first > 0 and words[spread.first - 1] in ("within", "to")
    return (within or gap in AROUND) and _spread(quantity, spread)
