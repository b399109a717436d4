"""Ranges and tolerances: '10-12 m', 'between 4 and 5 kg', '75 cm ± 1 cm'."""

from specs.language.measures import ARTICLE_OPENERS, MeasureReader, set_value
from specs.language.number_words import STARTS
from specs.language.quantity import Quantity
from specs.language.tokens import NUMBER
from specs.language.units import Unit

CONNECTORS = frozenset({"to", "-", "and", "or", "~", "until", "through"})
SOFTENERS = frozenset({"~", "about", "around", "roughly", "up", "maybe", "perhaps"})
SPOKEN_CHOICE = 20
"""'2 or 3 bedrooms' is a choice of counts; larger numbers are figures of different things."""
FIRST_YEAR = 1900
TOLERANCES = (
    ("±",), ("+", "/", "-"), ("plus", "or", "minus"), ("plus", "/", "minus"), ("plus", "minus"),
    ("+", "-"), ("-", "/", "+"), ("+", "or", "-"), ("give", "or", "take"),
)  # fmt: skip


def with_tolerance(reader: MeasureReader, quantity: Quantity) -> Quantity:
    """'± 5 mm' says how exactly; it is no quantity of its own."""
    words, at = reader.words, quantity.last
    bracket = words[at : at + 1] == ["("]
    at += bracket or words[at : at + 2] == [",", "give"]
    for sign in TOLERANCES:
        if tuple(words[at : at + len(sign)]) == sign:
            at += len(sign)
            break
    else:
        return quantity
    spread = reader.measure(at) if at < reader.size else None
    if spread is None:
        return quantity
    if spread.kind == "ratio":
        width = quantity.value * spread.value / 100
    elif spread.kind == quantity.kind:
        width = spread.value
    elif spread.kind == "count" and quantity.number:
        width = spread.value * quantity.value / quantity.number
    elif quantity.kind == "count" and spread.number:
        # "1200 ±5 mm": one unit for both.
        unit = Unit(spread.kind, spread.written, _factor(spread), spread.unit)
        quantity.kind, quantity.unit, quantity.written = spread.kind, spread.unit, spread.written
        set_value(quantity, unit, quantity.number)
        width = spread.value
    else:
        return quantity
    quantity.low, quantity.high = quantity.value - width, quantity.value + width
    quantity.bound = "range"
    quantity.last = spread.last + (bracket and words[spread.last : spread.last + 1] == [")"])
    return quantity


def with_range(reader: MeasureReader, low: Quantity) -> Quantity:
    """Join `low` with the upper end behind it, where there is one."""
    start = _upper_start(reader, low)
    if start is None:
        return low
    high = reader.measure(start)
    if high is None or high.ordinal or high.kind in ("decade", "money"):
        return low
    if reader.words[low.last] == "or" and high.kind != "count":
        return low
    return _joined(reader, low, high)


def _upper_start(reader: MeasureReader, low: Quantity) -> int | None:
    words, at, size = reader.words, low.last, reader.size
    if at >= size or low.ordinal or low.kind == "decade":
        return None
    start = at
    if words[at] in CONNECTORS:
        start = at + 1
        if words[at] == "and" and "between" not in words[max(0, low.first - 2) : low.first]:
            return None
        if words[at] == "or" and not (low.kind == "count" and low.value <= SPOKEN_CHOICE):
            return None
    elif reader.tokens.gaps[at] != "-":
        return None
    while start < size and words[start] in SOFTENERS:
        start += 1
    if start >= size or not (
        reader.tokens.kinds[start] == NUMBER
        or words[start] in STARTS
        or words[start] in ARTICLE_OPENERS
    ):
        return None
    return start


def _joined(reader: MeasureReader, low: Quantity, high: Quantity) -> Quantity:
    bottom = low
    if low.kind == "count" and high.kind != "count":
        # The unit stands behind the upper end only.
        unit = Unit(high.kind, high.written, _factor(high), high.unit)
        bottom = Quantity(low.first, low.last, 0, high.unit, high.kind, low.number, high.written)
        set_value(bottom, unit, low.number)
    elif low.kind != high.kind or low.unit != high.unit:
        return low
    if not (bottom.number < high.number or bottom.value < high.value):
        return low
    # A telephone number or a span of years is no range of anything.
    if high.kind == "count" and high.value >= FIRST_YEAR and low.value >= 100:
        return low
    small, large = sorted((bottom.value, high.value))
    return Quantity(
        low.first, high.last, (small + large) / 2, high.unit, high.kind,
        (low.number + high.number) / 2, high.written, low=small, high=large, bound="range",
    )  # fmt: skip


def _factor(quantity: Quantity) -> float:
    if quantity.kind == "consumption" and quantity.written != "litre/100/kilometre":
        return quantity.value * quantity.number
    return quantity.value / quantity.number if quantity.number else 1.0
