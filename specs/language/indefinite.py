"""Amounts of one that an article names: 'a metre', 'within a year', 'a week or two', 'sub-kilo'."""

from typing import TYPE_CHECKING

from specs.knowledge import wordset
from specs.language.bounds_behind import phrase_behind
from specs.language.compounds import AFTER_FEET, compound
from specs.language.guarded_units import TIMES
from specs.language.number_words import PARTS, fraction_behind
from specs.language.numbers import number_at
from specs.language.quantity import Quantity
from specs.language.tokens import NUMBER
from specs.language.unit_values import set_value
from specs.language.units import Unit, unit_at

if TYPE_CHECKING:
    from specs.language.measures import MeasureReader

BEFORE_INDEFINITE = wordset("measures", "before_indefinite")
PARTS_OF = frozenset({"part", "shy", "short", "north", "south", "excess", "upwards", "maximum",
                      "minimum", "max", "min", "limit"})  # fmt: skip
SPREADS = frozenset({"take", "minus", "±"})
INDEFINITE = frozenset({"duration", "mass", "volume", "power"})
BELOW_ONE = INDEFINITE | {"length", "area"}
RANGE_REACH = 7
# These join a bound to the word behind it and not to the unit: "2 and up m".
NOT_BETWEEN = frozenset({"and", "limit", "cap", "ceiling", "hard", "is", "on", "average", "target"})


def indefinite(reader: "MeasureReader", at: int) -> Quantity | None:
    """'within a year', 'an inch and a half thick': the article is the number one."""
    whole = _whole(reader, at)
    if whole is not None:
        return whole
    unit = unit_at(reader.words, at + 1) if at + 1 < reader.size else None
    if unit is None or len(reader.words[at + 1]) < 3:
        return None
    share = fraction_behind(reader.tokens, unit[1])
    figure, last = (1 + share.value, share.last) if share is not None else (1.0, unit[1])
    quantity = Quantity(at, last, 1, unit[0].normal, unit[0].kind, 1, unit[0].name)
    set_value(quantity, unit[0], figure)
    if share is None and reader.words[last : last + 2] == ["or", "two"]:
        return _one_or_two(reader, quantity)
    if share is None:
        joined = compound(reader.tokens, reader._with_inches(quantity))
        if joined.last == last and not _counts_one(reader, unit[0], at, last):
            return None
    return quantity


BARE = frozenset({"inch", "foot", "metre", "meter", "yard", "mile"})


def unnumbered(reader: "MeasureReader", at: int) -> Quantity | None:
    """'Inch-thick oak', 'metre-high hedges': one of the unit, without a number or an article."""
    words, gaps = reader.words, reader.tokens.gaps
    if words[at + 1 : at + 2] == [] or gaps[at + 1] != "-" or words[at + 1] not in SIDES:
        return None
    counted = at > 0 and (reader.tokens.kinds[at - 1] == NUMBER or words[at - 1] in PARTS)
    if gaps[at] == "-" or counted:
        return None
    unit = unit_at(words, at)
    if unit is None or unit[1] != at + 1:
        return None
    return Quantity(at, at + 1, unit[0].factor, "m", "length", 1, unit[0].name)


SIDES = frozenset({"thick", "wide", "deep", "high", "tall", "long", "square"})


def _whole(reader: "MeasureReader", at: int) -> Quantity | None:
    """'runs a full week between charges'; 'a full-day course' and 'a full hour's walk' do not."""
    if at + 2 >= reader.size or reader.words[at + 1] not in WHOLE:
        return None
    unit = unit_at(reader.words, at + 2)
    if unit is None or unit[0].kind != "duration" or len(reader.words[at + 2]) < 3:
        return None
    if reader.tokens.gaps[at + 2] == "-" or fraction_behind(reader.tokens, unit[1]) is not None:
        return None
    quantity = Quantity(at, unit[1], 1, unit[0].normal, unit[0].kind, 1, unit[0].name)
    set_value(quantity, unit[0], 1.0)
    return quantity


WHOLE = frozenset({"full", "whole", "entire", "solid"})


def _one_or_two(reader: "MeasureReader", one: Quantity) -> Quantity | None:
    """'A metre or two', 'a week or two'."""
    if reader.unit(one.last + 2) is not None:
        return None
    one.low, one.high, one.bound = one.value, 2 * one.value, "range"
    one.value, one.number, one.last = 1.5 * one.value, 1.5, one.last + 2
    return one


def _ends_range(reader: "MeasureReader", unit: Unit, at: int, last: int) -> bool:
    """'Half a metre to a metre', 'between 45 minutes and an hour', 'a year to 18 months'."""
    if at > 1 and reader.words[at - 1] in ("to", "and"):
        below = unit_at(reader.words, at - 2)
        start = max(0, at - RANGE_REACH)
        opened = reader.words[at - 1] == "to" or "between" in reader.words[start:at]
        if below is not None and below[0].kind == unit.kind and opened:
            return True
    if reader.words[last : last + 1] != ["to"]:
        return False
    number = number_at(reader.tokens, last + 1) if last + 1 < reader.size else None
    above = reader.unit(number.last) if number is not None else None
    return above is not None and above[0].kind == unit.kind


def below_one(reader: "MeasureReader", at: int) -> Quantity | None:
    """'A sub-kilo drone', 'sub-litre engines': less than one."""
    unit = unit_at(reader.words, at + 1)
    if unit is None or reader.tokens.gaps[at + 1] != "-" or unit[0].kind not in BELOW_ONE:
        return None
    quantity = Quantity(at, unit[1], 0.0, unit[0].normal, unit[0].kind, 1, unit[0].name)
    set_value(quantity, unit[0], 1.0)
    quantity.bound = "max"
    return quantity


SPANS = frozenset({"time", "life", "duration", "period", "turnaround", "runtime", "programme"})


def _counts_one(reader: "MeasureReader", unit: Unit, at: int, last: int) -> bool:
    """'A kilo' says so only behind a bound, 'a metre' where a side follows, too."""
    before = reader.words[at - 1] if at else ""
    if before == "within" and reader.words[last : last + 1] == ["of"]:
        # "Within a centimetre of 2 m".
        return True
    if before in TIMES and at > 1 and unit.kind == "length":
        # "Ten inches by a foot"; but "longer by a foot".
        beside = unit_at(reader.words, at - 2)
        return beside is not None and beside[0].kind == "length"
    if before == "of" and reader.words[at - 2] in PARTS_OF:
        # "The best part of a tonne", "just shy of a metre".
        return True
    if before in SPREADS or reader.words[last : last + 1] in (["either"], ["ish"]):
        return True
    if reader.words[last : last + 2] == ["or", "so"] or _ends_range(reader, unit, at, last):
        return True
    bounded = before in BEFORE_INDEFINITE
    behind_it = phrase_behind(reader.words, last) if unit.kind in BELOW_ONE else None
    if behind_it is not None and behind_it[0] in ("max", "min", "about"):
        # "A kilo at most", "a metre or more".
        rate = at > 0 and reader.tokens.kinds[at - 1] == NUMBER
        return reader.words[last] not in NOT_BETWEEN and not rate
    if unit.kind == "cooling":
        return True
    if unit.kind == "length":
        behind = last + (reader.words[last : last + 1] == ["in"])
        if behind < reader.size and reader.words[behind] in AFTER_FEET:
            return True
        return bounded and unit.name != "yard" and before not in ("in", "within")
    if unit.kind in ("area", "data"):
        return bounded or reader.words[last : last + 1] == ["of"]
    if unit.kind == "duration":
        # "A lead time of a fortnight".
        return bounded or (before == "of" and reader.words[at - 2] in SPANS)
    return unit.kind in INDEFINITE and bounded and before not in ("in", "within")
