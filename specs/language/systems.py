"""Gallons and pints of two countries: 'a pint and three quarters, imperial', '12 gal (UK)'."""

from specs.language.measures import MeasureReader
from specs.language.quantity import Quantity
from specs.language.unit_values import set_value
from specs.language.units import Unit, unit_at, unit_named

IMPERIAL = {
    "gallon": "imperial_gallon",
    "quart": "imperial_quart",
    "pint": "imperial_pint",
    "fluid_ounce": "imperial_fluid_ounce",
    "mile/gallon": "mile/imperial_gallon",
    "short_ton": "long_ton",
}
BRITISH = frozenset({"imperial", "imp", "uk", "british"})
AMERICAN = frozenset({"us", "american"})
OPENERS = frozenset({"(", "[", ","})
CLOSERS = frozenset({")", "]"})


def in_its_system(reader: MeasureReader, quantity: Quantity) -> Quantity:
    """`quantity` as the word behind it says; unsaid, gallons are of the United States (rule 14)."""
    words, at = reader.words, quantity.last
    if quantity.written not in IMPERIAL or at >= reader.size:
        return quantity
    opener = words[at] if words[at] in OPENERS else ""
    at += bool(opener)
    if at >= reader.size or words[at] not in BRITISH | AMERICAN:
        return quantity
    end = at + 1
    again = unit_at(words, end)
    if again is not None and again[0].name == quantity.written:
        end = again[1]
    if opener in ("(", "["):
        if words[end : end + 1] == [] or words[end] not in CLOSERS:
            return quantity
        end += 1
    if words[at] in BRITISH:
        _measure(quantity, unit_named(IMPERIAL[quantity.written]))
    quantity.last = end
    return quantity


def _measure(quantity: Quantity, unit: Unit) -> None:
    low, high, old = quantity.low, quantity.high, quantity.value
    set_value(quantity, unit, quantity.number)
    quantity.written = unit.name
    factor = quantity.value / old if old else 1.0
    quantity.low = None if low is None else low * factor
    quantity.high = None if high is None else high * factor
