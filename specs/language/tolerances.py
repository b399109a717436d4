"""Tolerances: '75 cm ± 1 cm', '20 h of battery, give or take an hour', 'within 5 % of 2 t'."""

from specs.knowledge import phraselist, wordset
from specs.language.clauses import FULL_STOPS
from specs.language.labels import ADJECTIVES
from specs.language.measures import MeasureReader
from specs.language.money import money_at
from specs.language.quantity import Quantity
from specs.language.tokens import NUMBER, Tokens
from specs.language.unit_values import set_value
from specs.language.units import Unit

TOLERANCES = (
    ("±",), ("+", "/", "-"), ("plus", "or", "minus"), ("plus", "/", "minus"), ("plus", "minus"),
    ("+", "-"), ("-", "+"), ("-", "/", "+"), ("+", "or", "-"), ("give", "or", "take"),
)  # fmt: skip
OPENERS = frozenset(sign[0] for sign in TOLERANCES)
CLOSERS = frozenset(sign[-1] for sign in TOLERANCES)


def with_tolerance(reader: MeasureReader, quantity: Quantity) -> Quantity:
    """'± 5 mm' says how exactly; it is no quantity of its own."""
    words, at = reader.words, quantity.last
    if at >= reader.size or words[at] not in STARTS:
        return quantity
    side = ADJECTIVES.get(words[at])
    if side is not None and words[at + 1 : at + 2] != []:
        # "65 cm high +/- 2 cm": the side stands between.
        label, at = (at, at + 1), at + 1
    else:
        label = None
    bracket = words[at : at + 1] == ["("]
    at = _lead_end(words, at)
    sign = _sign_at(words, at)
    at += len(sign or ())
    if sign is None:
        end = _uneven_end(reader, quantity, at)
    else:
        spread = _amount(reader, at) if at < reader.size else None
        end = spread.last if spread is not None and _spread(quantity, spread) else None
    if end is None:
        return quantity
    if label is not None:
        quantity.label, (quantity.label_first, quantity.label_last) = side, label
    quantity.last = end + (bracket and words[end : end + 1] == [")"])
    unit = reader.unit(quantity.last) if quantity.kind == "count" else None
    if unit is not None and quantity.number and unit[0].kind != "inverse_consumption":
        # The unit stands behind the bracket: "40 (±2) kg".
        _measured(quantity, unit[0])
        quantity.last = unit[1]
    return quantity


def _measured(quantity: Quantity, unit: Unit) -> None:
    low, high, number = quantity.low, quantity.high, quantity.number
    set_value(quantity, unit, number)
    factor = quantity.value / number
    quantity.kind, quantity.unit, quantity.written = unit.kind, unit.normal, unit.name
    quantity.low = None if low is None else low * factor
    quantity.high = None if high is None else high * factor


def _lead_end(words: list[str], at: int) -> int:
    """Behind the bracket, the comma or the words that open a tolerance: ', tolerance of'."""
    end = at
    while end < min(at + 4, len(words)) and words[end] in LEADS:
        end += 1
    whole = words[at : at + 1] == ["("] or "tolerance" in words[at:end]
    return end if whole or _sign_at(words, end) is not None else at


LEADS = frozenset({"(", ",", "with", "a", "tolerance", "of", "-", "—"})
STARTS = LEADS | OPENERS | ADJECTIVES.keys()


def _sign_at(words: list[str], at: int) -> tuple[str, ...] | None:
    if at >= len(words) or words[at] not in OPENERS:
        return None
    return next((s for s in TOLERANCES if tuple(words[at : at + len(s)]) == s), None)


def _amount(reader: MeasureReader, at: int) -> Quantity | None:
    money = money_at(reader.tokens, at, comma_decimals=reader.comma_decimals)
    return money or reader.measure(at)


def _spread(quantity: Quantity, spread: Quantity) -> bool:
    """Whether `spread` is a tolerance of `quantity`, which takes it then."""
    width = _width(quantity, spread)
    return width is not None and _vary(quantity, width, width)


def _width(quantity: Quantity, spread: Quantity) -> float | None:
    """How far `quantity` may be off, in its own unit."""
    if spread.kind == "ratio":
        return quantity.value * spread.value / 100
    if spread.kind == quantity.kind:
        return spread.value
    if spread.kind == "count" and quantity.number:
        return spread.value * quantity.value / quantity.number
    if quantity.kind == "count" and 0 < spread.number < quantity.number:
        # "1200 ±5 mm": one unit for both.
        unit = Unit(spread.kind, spread.written, _factor(spread), spread.unit)
        quantity.kind, quantity.unit, quantity.written = spread.kind, spread.unit, spread.written
        set_value(quantity, unit, quantity.number)
        return spread.value
    return None


def _vary(quantity: Quantity, below: float, above: float) -> bool:
    if below >= quantity.value or above >= quantity.value or not (below or above):
        # "2.3 ± 5": a tolerance as large as the figure is another figure.
        return False
    quantity.low, quantity.high = quantity.value - below, quantity.value + above
    quantity.bound = "range"
    return True


def _uneven_end(reader: MeasureReader, quantity: Quantity, at: int) -> int | None:
    """Behind the tolerance of '1.8 m (+0/-2 cm)', '2000 +1 -5 mm', which `quantity` takes."""
    words, size = reader.words, reader.size
    if at + 1 >= size or words[at] != "+" or reader.tokens.kinds[at + 1] != NUMBER:
        return None
    above = reader.measure(at + 1)
    end = above.last if above is not None else at
    end += words[end : end + 1] in (["/"], [","])
    if above is None or end + 1 >= size or words[end] != "-":
        return None
    below = reader.measure(end + 1) if reader.tokens.kinds[end + 1] == NUMBER else None
    if below is None:
        return None
    down, up = _width(quantity, below), _width(quantity, above)
    if down is None or up is None:
        return None
    if above.kind == "count" and below.kind not in ("count", "ratio"):
        up = above.number * _factor(below)
    return below.last if _vary(quantity, down, up) else None


def _factor(quantity: Quantity) -> float:
    return quantity.value / quantity.number if quantity.number else 1.0


FARTHEST = 6
"""Tokens between a figure and its tolerance."""
WIDEST = 0.25
"""'1.2 m wide, 40 cm either side' speaks of a margin: a tolerance is small."""
EITHER = phraselist("tolerances", "either")
EITHER_OPENERS = frozenset(phrase[0] for phrase in EITHER)
AROUND = frozenset(tuple(phrase.split()) for phrase in wordset("tolerances", "around"))


def without_tolerances(tokens: Tokens, found: list[Quantity]) -> list[Quantity]:
    """`found` without the figures that say how exactly the one beside them is meant."""
    kept: list[Quantity] = []
    for quantity in found:
        first = kept[-1] if kept else None
        if first is not None and _are_least_and_most(tokens, first, quantity):
            first.bound, quantity.bound = "min", "max"
            first.low, quantity.high = first.value, quantity.value
        if first is not None and _is_spread_behind(tokens, first, quantity):
            continue
        if first is not None and _is_spread_in_front(tokens, first, quantity):
            kept[-1] = quantity
            continue
        kept.append(quantity)
    return kept


def _are_least_and_most(tokens: Tokens, first: Quantity, second: Quantity) -> bool:
    """'min/max 80/100 cm', 'width (min./max.): 80/100 cm'."""
    words = tokens.words
    if words[first.last : second.first] != ["/"] or "max" not in words[: second.first]:
        return False
    if first.number > second.number or first.bound == "range" or second.bound == "range":
        return False
    ahead = [word for word in words[max(0, first.first - 7) : first.first] if word != "."]
    return any(
        ahead[at : at + 3] in (["min", "/", "max"], ["minimum", "/", "maximum"])
        for at in range(len(ahead) - 2)
    )


def _is_spread_behind(tokens: Tokens, first: Quantity, spread: Quantity) -> bool:
    """'… battery, give or take an hour', '75 cm high, within a centimetre either way'."""
    if spread.kind not in ("ratio", first.kind) or spread.low is not None:
        return False
    words = tokens.words
    gap = words[first.last : spread.first]
    if first.low is not None or len(gap) > FARTHEST or not FULL_STOPS.isdisjoint(gap):
        return False
    signed = "tolerance" in gap or (
        gap != []
        and gap[-1] in CLOSERS
        and any(tuple(gap[-len(sign) :]) == sign for sign in TOLERANCES)
    )
    behind = words[spread.last : spread.last + 4]
    either = (
        behind != []
        and behind[0] in EITHER_OPENERS
        and any(tuple(behind[: len(phrase)]) == phrase for phrase in EITHER)
    )
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
