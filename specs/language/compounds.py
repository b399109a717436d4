"""Amounts in two units: feet and inches, hours and minutes, and 'two metres twenty'."""

from typing import NamedTuple

from specs.knowledge import wordset
from specs.language.number_words import ONES, STARTS, TENS
from specs.language.numbers import number_at
from specs.language.quantity import Quantity
from specs.language.tokens import NUMBER, Tokens
from specs.language.units import CALENDAR, unit_at
from specs.language.words import function_words

INCH = 0.0254
AFTER_FEET = wordset("measures", "after_feet")


class Step(NamedTuple):
    """The smaller unit that may follow, how many of it make one, and what may be left unsaid."""

    smaller: str
    parts: int
    digits: int
    """Digits of a part without its unit: "1h30", "2 m 40"; none may be left unsaid at 0."""


STEPS = {
    "hour": Step("minute", 60, 2),
    "minute": Step("second", 60, 2),
    "year": Step("month", 12, 0),
    "month": Step("week", 4, 0),
    "week": Step("day", 7, 0),
    "day": Step("hour", 24, 0),
    "pound": Step("ounce", 16, 1),
    "kilogram": Step("gram", 1_000, 3),
    "metric_ton": Step("kilogram", 1_000, 0),
    "metre": Step("centimetre", 100, 2),
    "kilometre": Step("metre", 1_000, 0),
    "stone": Step("pound", 14, 1),
}


UNSAID = frozenset({*ONES, *TENS}) - {"one"}
TONS = frozenset({"metric_ton", "short_ton", "long_ton", "ton"})


def compound(tokens: Tokens, quantity: Quantity) -> Quantity:
    """'1 h 30 min', '2 years and 6 months', '5 lb 4 oz', '1m20', 'two hours twenty'."""
    step = STEPS.get(quantity.written)
    if step is None or quantity.low is not None or quantity.number % 1:
        return quantity
    words, last = tokens.words, quantity.last
    if words[last : last + 1] == [","] and quantity.written == "metre":
        # "Deck at 2 m, 60 cm wide".
        return quantity
    joined = words[last : last + 1] in (["and"], [","], ["&"])
    at = last + joined
    number = number_at(tokens, at) if at < len(tokens) else None
    if number is None:
        return quantity
    unit = unit_at(words, number.last)
    minutes = quantity.written == "hour" and words[number.last : number.last + 1] == ["m"]
    if unit is not None and (unit[0].name == step.smaller or minutes):
        end = unit[1]
    elif (
        unit is None
        and (not joined or _is_spoken(words, at))
        and _is_unsaid(tokens, quantity, at, number.last, step)
    ):
        end = number.last
    else:
        return quantity
    if (
        joined
        and words[last] == ","
        and (quantity.written in TONS or quantity.number != int(quantity.number))
    ):
        # "Tows 3.5 t, 1,100 kg payload" lists two loads, "1.25 m, 75 cm wide" two sides.
        return quantity
    if joined and words[last] == "," and quantity.kind == "mass" and not ends_figure(tokens, end):
        # "Up to 5 kg, 1 g steps".
        return quantity
    if joined and words[last] == "," and words[end : end + 1] in OTHER_TIMES:
        # "10 h, 30 min timer".
        return quantity
    if number.value >= step.parts and quantity.kind != "mass":
        return quantity
    if quantity.written == "year":
        quantity.value, quantity.unit = quantity.number * 12 + number.value, "month"
    else:
        factor = quantity.value / quantity.number if quantity.number else 1.0
        quantity.value += number.value * factor / step.parts
    quantity.number += number.value / step.parts
    quantity.last = end
    return quantity


OTHER_TIMES = (["timer"], ["charge"], ["charging"], ["recharge"], ["fast"], ["quick"], ["delay"])


def is_stone(suffix: str, figure: str) -> bool:
    """'12st 4lb' weighs; '1st' and '21st' count."""
    return suffix == "st" and (not figure.endswith("1") or figure.endswith("11"))


def clock_duration(tokens: Tokens, at: int) -> Quantity | None:
    """'3:20 hours', '1:30 min': the parts of an hour or a minute behind a colon."""
    words, kinds = tokens.words, tokens.kinds
    if kinds[at : at + 3 : 2] != [NUMBER, NUMBER] or tokens.gaps[at + 1 : at + 3] != ["", ""]:
        return None
    whole, part = words[at], words[at + 2]
    unit = unit_at(words, at + 3)
    if unit is None or unit[0].name not in CLOCK or not (whole + part).isdigit():
        return None
    if len(part) != 2 or int(part) >= 60 or len(whole) > 3:
        return None
    number = int(whole) + int(part) / 60
    name = CALENDAR[unit[0].name]
    return Quantity(at, unit[1], number, name, "duration", number, unit[0].name)


CLOCK = frozenset({"hour", "minute"})


def _is_unsaid(tokens: Tokens, quantity: Quantity, at: int, last: int, step: Step) -> bool:
    """Whether the bare number at `at` counts the smaller unit and nothing else."""
    if not step.digits or quantity.number != int(quantity.number):
        return False
    if tokens.kinds[at] == NUMBER:
        figure = tokens.words[at]
        fits = figure.isdigit() and (len(figure) == step.digits or step.digits == 1)
        return fits and (tokens.gaps[at] == "" or ends_figure(tokens, last))
    # "A 20 kg one" is a thing, and no gram.
    return tokens.words[at] in UNSAID and ends_figure(tokens, last)


def _is_spoken(words: list[str], at: int) -> bool:
    """'An hour and forty'."""
    return words[at - 1] == "and" and words[at] in TENS


def feet_and_inches(tokens: Tokens, quantity: Quantity, *, inches_are_units: bool) -> Quantity:
    """6'2", 5 ft 10 in, six feet four inches, six foot two."""
    words, at = tokens.words, quantity.last
    joined = words[at : at + 1] in ([","], ["and"], ["&"]) and at + 1 < len(words)
    at += joined
    number = number_at(tokens, at) if at < len(words) else None
    if number is None or number.value >= 12:
        return quantity
    unit = unit_at(words, number.last)
    named = unit is not None and unit[0].name == "inch"
    if not (named and inches_are_units) and not _may_be_inches(tokens, at, quantity.last):
        return quantity
    if named and words[number.last] == "in" and not inches_are_units:
        # "Six foot ten in the beam": the preposition.
        unit = None
    if unit is not None and unit[0].name == "inch" and inches_are_units:
        end = unit[1]
    elif joined or unit is not None:
        return quantity
    elif (
        tokens.gaps[at] == ""
        or words[quantity.last - 1] == "foot"
        or ends_figure(tokens, number.last)
    ):
        end = number.last
    else:
        return quantity
    quantity.value += number.value * INCH
    quantity.number += number.value / 12
    quantity.last = end
    return quantity


def ends_figure(tokens: Tokens, at: int) -> bool:
    """'beam 6 ft 10, steel hull', '5 ft 10 tall': nothing goes on that could be counted."""
    word = tokens.words[at] if at < len(tokens) else ""
    if word in WHOLE_THINGS:
        # "A 4ft 6 bed".
        return True
    return not word or word in AFTER_FEET or not word[0].isalnum() or word in function_words()


WHOLE_THINGS = frozenset({"bed", "mattress", "divan", "bedstead", "headboard", "man", "guy", "lad",
                          "person", "ceiling", "opening", "doorway", "lintel"})  # fmt: skip


def _may_be_inches(tokens: Tokens, at: int, last: int) -> bool:
    if tokens.kinds[at] == NUMBER:
        hyphen = tokens.gaps[at] == "-"
        return not hyphen or tokens.words[last - 1] in ("'", "foot")
    return tokens.words[at] in STARTS
