"""Ranges: '10-12 m', 'between 4 and 5 kg', '2 or 3 bedrooms'."""

from dataclasses import replace

from specs.language.bounds_behind import phrase_behind
from specs.language.changes import without_change
from specs.language.compounds import AFTER_FEET
from specs.language.guarded_units import TIMES
from specs.language.measures import ARTICLE_OPENERS, MeasureReader
from specs.language.number_words import STARTS
from specs.language.quantity import Quantity
from specs.language.spoken_scales import shared_scale
from specs.language.tokens import MARK, NUMBER
from specs.language.unit_values import SEVERAL, set_value
from specs.language.units import Unit, unit_named

CONNECTORS = frozenset({"to", "-", "—", "and", "&", "or", "~", "until", "till", "through", "thru"})
LONG_CONNECTORS = (("up", "to"), (".", ".", "."), (".", "."))
BETWEEN = frozenset({"between", "betw", "btw", "btwn", "twixt", "betwixt"})
SOFTENERS = frozenset(
    {"+", "~", "about", "around", "roughly", "up", "maybe", "perhaps", "even", "max", "maximum"}
)
AS_MANY = (["as", "many", "as"], ["as", "much", "as"], ["as", "long", "as"])
IN_RANGES = frozenset({"metre", "hour", "minute", "pound", "kilogram", "stone"})
"""Units whose smaller one may follow in either end: '1m80 to 2m10', '5 lb 4 oz to 6 lb'."""
MONTHS = 12
SPOKEN_CHOICE = 20
"""'2 or 3 bedrooms' is a choice of counts; larger numbers are figures of different things."""
FIRST_YEAR = 1900


def with_range(reader: MeasureReader, low: Quantity) -> Quantity:
    """Join `low` with the upper end behind it, where there is one."""
    start = _upper_start(reader, low)
    if start is None:
        return low
    high = reader.measure(start)
    if high is not None and high.written in IN_RANGES and low.kind in ("count", high.kind):
        high = reader.compound(high)
    alone = without_change(reader, low, high) if high is not None else None
    if alone is not None:
        return alone
    if high is None or high.ordinal or high.kind in ("decade", "money"):
        return low
    scale = shared_scale(reader.tokens, low.value, start) if low.kind == "count" else 1.0
    if scale > 1:
        # "Two or three hundred litres".
        scaled = replace(low, value=low.value * scale, number=low.number * scale)
        both = _joined(reader, scaled, high, amounts=True)
        return low if both is scaled else both
    if reader.words[low.last] == "or" and not _is_choice(reader, low, high):
        return low
    return _joined(reader, low, high)


def _is_choice(reader: MeasureReader, low: Quantity, high: Quantity) -> bool:
    """'2 or 3 bedrooms', 'two or three metres'; but '2, 3 or 4 m' is a list."""
    if low.first > 1 and reader.words[low.first - 1] == ",":
        before = low.first - 2
        listed = reader.tokens.kinds[before] == NUMBER or reader.words[before] in STARTS
        if listed or low.kind != high.kind:
            # "Two, three or four rooms".
            return False
    if high.kind == "data":
        # "8 or 12 GB" come in either size and in none between.
        return False
    return low.kind == "count" and low.value <= SPOKEN_CHOICE and high.number <= SPOKEN_CHOICE


def _upper_start(reader: MeasureReader, low: Quantity) -> int | None:
    words, at, size = reader.words, low.last, reader.size
    if at >= size or low.ordinal or low.kind == "decade":
        return None
    start = _behind_connector(reader, low)
    if start is None:
        return None
    while start < size and words[start] in SOFTENERS:
        start += 1
    start += 2 * (words[start : start + 2] == ["at", "most"])
    start += 3 * (words[start : start + 3] in AS_MANY)
    if start >= size or not (
        reader.tokens.kinds[start] == NUMBER
        or words[start] in STARTS
        or words[start] in ARTICLE_OPENERS
    ):
        return None
    return start


def _behind_connector(reader: MeasureReader, low: Quantity) -> int | None:
    words, at, gaps = reader.words, low.last, reader.tokens.gaps
    if words[at] in ("up", "."):
        for phrase in LONG_CONNECTORS:
            if tuple(words[at : at + len(phrase)]) == phrase:
                return at + len(phrase)
    if words[at] == "-" and gaps[at] == "" and words[at + 1 : at + 2] in (["to"], ["or"]):
        # "A 10- to 11-inch screen".
        return at + 2
    if words[at] not in CONNECTORS:
        return at if gaps[at] == "-" else None
    if words[at] in ("and", "&") and BETWEEN.isdisjoint(words[max(0, low.first - 3) : low.first]):
        return None
    if words[at] == "—" and (gaps[at] != "" or gaps[at + 1 : at + 2] != [""]):
        return None
    return at + 1


def _joined(
    reader: MeasureReader, low: Quantity, high: Quantity, *, amounts: bool = False
) -> Quantity:
    """`amounts`: both are of a scale that was said, so neither is a year or part of a number."""
    bottom = low
    if low.kind == "count" and high.kind != "count":
        # The unit stands behind the upper end only.
        unit = Unit(high.kind, high.written, _factor(high), high.unit)
        bottom = Quantity(low.first, low.last, 0, high.unit, high.kind, low.number, high.written)
        set_value(bottom, unit, low.number)
    elif high.kind == "count" and low.kind != "count" and _is_end(reader, high.last):
        # "From 150 hp to 200 at most": the unit stands behind the lower end only.
        top = Unit(low.kind, low.written, _factor(low), low.unit)
        high = replace(high, kind=low.kind, unit=low.unit, written=low.written)
        set_value(high, top, high.number)
    elif low.kind == high.kind == "duration" and low.unit != high.unit:
        # "Six weeks to two months": in the unit of the upper end.
        factor = unit_named(low.written).factor / unit_named(high.written).factor
        if (low.written, high.written) == ("year", "month"):
            factor = float(MONTHS)
        several = SEVERAL.get(high.written, 1)
        bottom = replace(low, value=low.value * factor * several, unit=high.unit)
        bottom.written = high.written
        bottom.number = low.number * factor
    elif low.kind != high.kind or low.unit != high.unit:
        return low
    if not (bottom.number < high.number or bottom.value < high.value):
        return low
    # A telephone number or a span of years is no range of anything.
    numeral = reader.tokens.kinds[low.first] == NUMBER
    dated = high.kind == "count" and high.value >= FIRST_YEAR and low.value >= 100
    if numeral and dated and not amounts:
        return low
    small, large = sorted((bottom.value, high.value))
    return Quantity(
        low.first, high.last, (small + large) / 2, high.unit, high.kind,
        (low.number + high.number) / 2, high.written, low=small, high=large, bound="range",
    )  # fmt: skip


def _is_end(reader: MeasureReader, at: int) -> bool:
    """Whether nothing that could be counted stands at `at`."""
    if phrase_behind(reader.words, at) is not None or at >= reader.size:
        return True
    mark = reader.tokens.kinds[at] == MARK and reader.words[at] not in "/+-%"
    return mark or (reader.words[at] in AFTER_FEET and reader.words[at] not in TIMES)


def _factor(quantity: Quantity) -> float:
    if quantity.kind == "consumption" and quantity.written != "litre/100/kilometre":
        return quantity.value * quantity.number
    return quantity.value / quantity.number if quantity.number else 1.0
