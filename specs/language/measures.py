"""One number with its unit, whichever way round they are joined, or a bare count."""

from specs.knowledge import wordset
from specs.language.amounts import Amount, amount_at
from specs.language.bounds_behind import phrase_behind
from specs.language.compounds import clock_duration, compound, feet_and_inches, is_stone
from specs.language.guarded_units import GUARDED, TIMES, is_unit
from specs.language.headings import HEADING_ENDS, unit_in_heading
from specs.language.indefinite import BARE, NOT_BETWEEN, below_one, indefinite, unnumbered
from specs.language.labels import ADJECTIVES, NOUNS
from specs.language.number_words import PARTS, fraction_behind
from specs.language.numbers import number_at
from specs.language.quantity import Quantity
from specs.language.tokens import NUMBER, WORD, Tokens
from specs.language.unit_values import set_value
from specs.language.units import Unit, unit_at, unit_named
from specs.language.vessels import holds_fluid
from specs.language.words import function_words

CASED = {"kn": {"kN": "kilonewton"}, "mw": {"mW": "milliwatt"}}
"""Units that their capitals tell apart."""
CENTRES = frozenset({"centres", "centers", "crs", "ctrs", "cts", "oc"})
LEAST_CENTRES = 100
HEAVY = wordset("measures", "heavy")
COOLERS = wordset("measures", "coolers")
ARTICLE_OPENERS = frozenset({"a", "an"})
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
SUFFIXES = ORDINAL_ENDINGS | {"s", "k"}
TERM = 3
"""Months of a quarter."""
TERM_CUES = wordset("measures", "before_terms")
LEAST_KELVIN, MOST_KELVIN = 1_500, 10_000
BETWEEN = wordset("measures", "before_unit")
SOFTENERS = frozenset({"and", "ish", "something"})
GLUED_INCHES = {"foot**2": 2, "foot**3": 3}
MOST_FEET = 40
WIDEST_SQUARE = 15
SIDE_WORDS = (ADJECTIVES.keys() | NOUNS.keys() | TIMES) - {"diameter"}
TON_OF_COOLING = 3.516852842067


class MeasureReader:
    def __init__(self, tokens: Tokens, *, comma_decimals: bool = False) -> None:
        self.tokens = tokens
        self.words = tokens.words
        self.size = len(tokens.words)
        self.comma_decimals = comma_decimals
        self.changed = -1
        """Where the last pair of figures ends of which one came in place of the other."""

    def measure(self, at: int) -> Quantity | None:
        """What starts at token `at`: a number with its unit, or a bare count."""
        opened = self._opened(at)
        if opened is not None:
            return self._cooling(opened)
        amount = amount_at(self.tokens, at, comma_decimals=self.comma_decimals, money=False)
        if amount is None:
            return None
        figure, last, bound = amount.value, amount.last, "exact"
        special = self._suffixed(at, last, figure) or self._light(at, amount)
        if special is not None:
            return special
        behind = self.words[last] if last < self.size else ""
        softened = self._softened(last) if behind in SOFTENERS else last
        if softened > last:
            last, bound = softened, "about"
        elif behind == "k" and self.tokens.gaps[last] == "":
            # "37k sq ft": the thousand belongs to the number where a unit follows.
            figure, last = figure * 1_000, last + 1
        unit = self.unit(last)
        if unit is None and last < self.size:
            if self.words[last] == "quarters" and self._are_terms(at, last + 1):
                # "Delivery within two quarters".
                unit, figure = (unit_named("month"), last + 1), figure * TERM
            else:
                unit, bound = self._unit_apart(last, bound)
        if unit is None:
            heading = self._heading(at)
            if heading is None:
                return self._count(at, amount.last, amount.value, amount.alternative)
            unit = heading, last
        quantity = self._glued_inches(at, unit, figure) or self._measured(amount, at, unit, figure)
        if self.words[quantity.last : quantity.last + 1] == ["ish"]:
            quantity.last, bound = quantity.last + 1, "about"
        quantity.bound = bound
        self._reread(quantity)
        return self._cooling(self._with_inches(quantity))

    def _reread(self, quantity: Quantity) -> None:
        """Ounces that a jar holds are fluid, and 'range > 80 NM' are nautical miles."""
        words, first, name = self.words, quantity.first, ""
        if quantity.written == "ounce" and holds_fluid(words, first, quantity.last):
            name = "fluid_ounce"
        elif quantity.written == "newton*metre" and "range" in words[max(0, first - 4) : first]:
            name = "nautical_mile"
        if name:
            unit = unit_named(name)
            set_value(quantity, unit, quantity.number)
            quantity.kind, quantity.unit, quantity.written = unit.kind, unit.normal, name

    def _softened(self, last: int) -> int:
        """Behind 'sixty-ish', 'sixty-something square metres', 'two and a bit metres'."""
        if self.words[last : last + 3] == ["and", "a", "bit"]:
            return last + 3
        return last + (self.words[last : last + 1] in (["ish"], ["something"]))

    def _opened(self, at: int) -> Quantity | None:
        """What is no number with a unit behind it: 'a metre', 'a sub-kilo drone', '3:20 hours'."""
        word = self.words[at]
        if word in ARTICLE_OPENERS:
            return indefinite(self, at)
        if word == "sub":
            return below_one(self, at)
        if word in BARE:
            return unnumbered(self, at)
        timed = self.words[at + 1 : at + 2] == [":"]
        return clock_duration(self.tokens, at) if timed else None

    def _glued_inches(self, at: int, unit: tuple[Unit, int], figure: float) -> Quantity | None:
        """'6ft2 long', '2ft3 wide': no area has a side, so the digit counts inches."""
        inches, end = GLUED_INCHES.get(unit[0].name), unit[1]
        if inches is None or self.words[end - 1] != f"ft{inches}" or figure > MOST_FEET:
            return None
        side = end < self.size and self.words[end] in SIDE_WORDS
        if self.tokens.gaps[end - 1] or not (side or (at and self.words[at - 1] in TIMES)):
            return None
        number = figure + inches / 12
        foot = unit_named("foot")
        return Quantity(at, end, number * foot.factor, "m", "length", number, foot.name)

    def _heading(self, at: int) -> Unit | None:
        """The unit in front: 'Length/mm: 1850'."""
        headed = at > 1 and self.words[at - 1] in HEADING_ENDS
        return unit_in_heading(self.tokens, at) if headed else None

    def _measured(self, amount: Amount, at: int, unit: tuple[Unit, int], figure: float) -> Quantity:
        found, end = self._square(unit, figure)
        share = fraction_behind(self.tokens, end)
        if share is not None and self.unit(share.last) is None:
            figure, end = figure + share.value, share.last
        quantity = Quantity(at, end, 0.0, found.normal, found.kind, figure, found.name)
        set_value(quantity, found, figure)
        if amount.alternative is not None:
            quantity.alternative = amount.alternative * found.factor
            heavy = found.name == "kilogram" and self._is_vehicle(at, end)
            if (found.name in WHOLE or heavy) and amount.alternative > figure:
                # "1.200 m²": nobody measures these to the thousandth.
                quantity.alternative = quantity.value
                set_value(quantity, found, amount.alternative)
        return quantity

    def _is_vehicle(self, at: int, end: int) -> bool:
        """'Kerb weight 1.340 kg': of what weighs more than a ton, and no kilo to the gram."""
        near = {*self.words[max(0, at - 4) : at], *self.words[end : end + 4]}
        return not HEAVY.isdisjoint(near)

    def _square(self, unit: tuple[Unit, int], figure: float) -> tuple[Unit, int]:
        """'A room 4 metres square': its sides, as with '40 cm square'; '90 metres square' is an
        area, since nothing so wide is said to be square."""
        said = self.words[unit[1] - 1] == "square" and unit[0].name == "metre**2"
        return (unit_named("metre"), unit[1] - 1) if said and figure <= WIDEST_SQUARE else unit

    def _count(
        self, at: int, last: int, value: float, alternative: float | None
    ) -> Quantity | None:
        if value < 1 and self.tokens.kinds[at] == WORD and self._is_part(at):
            # "Half the price" counts nothing.
            return None
        if alternative is not None and alternative > value and self._counts_words(at, last):
            # "1.200 seats": nobody counts by thousandths.
            value, alternative = alternative, value
        if value >= LEAST_CENTRES and self._is_spacing(last):
            # "Joists at 400 centres".
            return Quantity(at, last, value / 1_000, "m", "length", value, "millimetre")
        quantity = Quantity(at, last, value, "1", "count", value)
        quantity.alternative = alternative
        return quantity

    def _is_spacing(self, last: int) -> bool:
        word = self.words[last] if last < self.size else ""
        return word in CENTRES or self.words[last : last + 3] in (["c", "/", "c"], ["o", "/", "c"])

    def _counts_words(self, at: int, last: int) -> bool:
        apart = self.tokens.gaps[at] == " " or not at
        word = self.words[last] if last < self.size and self.tokens.kinds[last] == WORD else ""
        return apart and len(word) > 2 and word not in function_words()

    def _is_part(self, at: int) -> bool:
        return any(word in PARTS for word in self.words[at : at + 2])

    def _unit_apart(self, last: int, bound: str) -> tuple[tuple[Unit, int] | None, str]:
        """'10+ kg', 'ten or more hours', 'a 40-odd metre hull', 'two full years'."""
        phrase = phrase_behind(self.words, last)
        if phrase is not None and self.words[last] not in NOT_BETWEEN:
            unit = self.unit(phrase[1])
            if self.words[phrase[1] : phrase[1] + 1] == ["in"] and not self._is_tall(phrase[1] + 1):
                # "60 or slightly less in width".
                return None, bound
            return (unit, phrase[0]) if unit is not None else (None, bound)
        if self.words[last] in BETWEEN:
            return self.unit(last + 1), bound
        return None, bound

    def _are_terms(self, at: int, end: int) -> bool:
        """Whether quarters of a year are meant, and neither shares nor dwellings."""
        before = self.words[at - 1] if at else ""
        return before in TERM_CUES and self.words[end : end + 1] != ["of"]

    def _is_tall(self, at: int) -> bool:
        return at >= self.size or self.words[at] in ADJECTIVES

    def _suffixed(self, at: int, last: int, value: float) -> Quantity | None:
        """'14th', '1930s', '1.5k visitors': the letters are glued to the number."""
        if last >= self.size or self.tokens.gaps[last] != "" or self.tokens.kinds[at] != NUMBER:
            return None
        suffix, figure = self.words[last], self.words[at]
        if suffix not in SUFFIXES:
            return None
        if suffix in ORDINAL_ENDINGS and not is_stone(suffix, figure):
            return Quantity(at, last + 1, value, "1", "ordinal", value, ordinal=True)
        aged = self.words[at - 1] in ("under", "over") and self.tokens.gaps[at] == "-"
        if suffix == "s" and at and aged:
            # "The under-5s room".
            return Quantity(at, last + 1, value, "1", "decade", value)
        if suffix == "s" and figure.isdigit() and len(figure) in (2, 4) and figure[-1] == "0":
            return Quantity(at, last + 1, value, "1", "decade", value)
        if suffix == "k" and value >= LEAST_KELVIN and self.tokens.quote(last, last + 1) == "K":
            # "4000K": the colour of a light, and no millions.
            return Quantity(at, last + 1, value, "degC", "temperature", value)
        measured = suffix == "k" and last + 1 < self.size and self._unit_apart(last + 1, "exact")[0]
        if suffix == "k" and self.unit(last + 1) is None and not measured:
            return Quantity(at, last + 1, value * 1_000, "1", "count", value * 1_000)
        return None

    def _light(self, at: int, amount: Amount) -> Quantity | None:
        """'2700 K, 806 lm': the colour of a light."""
        last, value = amount.last, amount.value
        if not LEAST_KELVIN <= value <= MOST_KELVIN or self.words[last : last + 1] != ["k"]:
            return None
        if value % 100 or self.tokens.quote(last, last + 1) != "K":
            return None
        return Quantity(at, last + 1, value, "degC", "temperature", value)

    def unit(self, at: int) -> tuple[Unit, int] | None:
        if at >= self.size:
            return None
        found = unit_at(self.words, at)
        if found is None:
            return None
        if self.words[at] in CASED and found[1] == at + 1:
            # "1.5 kN" is a force and "5 mW" is little.
            name = CASED[self.words[at]].get(self.tokens.quote(at, at + 1))
            if name is not None:
                return unit_named(name), at + 1
        if found[1] == at + 1 and self.words[at] in GUARDED and not is_unit(self.tokens, at):
            return None
        return found

    def compound(self, quantity: Quantity) -> Quantity:
        return compound(self.tokens, quantity)

    def _with_inches(self, quantity: Quantity) -> Quantity:
        if quantity.written != "foot":
            return quantity
        at = quantity.last
        at += self.words[at : at + 1] in ([","], ["and"], ["&"])
        number = number_at(self.tokens, at) if at < self.size else None
        units = number is not None and self.unit(number.last) is not None
        return feet_and_inches(self.tokens, quantity, inches_are_units=units)

    def _cooling(self, quantity: Quantity) -> Quantity:
        """'a 2 ton split AC': tons of refrigeration (rule 14)."""
        if quantity.written != "short_ton" or quantity.number > 200:
            return quantity
        ahead = self.words[max(0, quantity.first - 4) : quantity.first]
        behind = self.words[quantity.last : quantity.last + 4]
        pump = behind[:2] == ["heat", "pump"]
        if pump or not COOLERS.isdisjoint(behind) or self._heads_cooler(ahead):
            quantity.kind, quantity.unit = "cooling", "kW"
            quantity.written = "refrigeration_ton"
            quantity.value = quantity.number * TON_OF_COOLING
        return quantity

    @staticmethod
    def _heads_cooler(ahead: list[str]) -> bool:
        """'split AC of 1.5 tons', 'AC 1.5 ton': what cools stands in front of its tons."""
        last = ahead[-1:] if ahead[-1:] != ["of"] else ahead[-2:-1]
        last = ahead[-2:-1] if last in ([":"], ["-"], [","]) else last
        return last != [] and last[0] in COOLERS


# Units of which nobody writes three decimals, so that "1.200" of them are twelve hundred.
WHOLE = wordset("measures", "whole_units")
