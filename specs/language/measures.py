"""One number with its unit: which short words are units, feet with inches, hours with minutes."""

from specs.knowledge import wordset
from specs.language.money import amount_at
from specs.language.numbers import STARTS, number_at
from specs.language.quantity import Quantity
from specs.language.tokens import NUMBER, Tokens
from specs.language.units import CALENDAR, Unit, unit_at

TIMES = frozenset({"x", "×", "*", "by"})
# Behind a bare "in" one of these says that it is the unit and not the preposition.
AFTER_INCHES = wordset("measures", "after_inches") | TIMES
AFTER_FEET = wordset("measures", "after_feet")
COOLERS = wordset("measures", "coolers")
ARTICLE_OPENERS = frozenset({"a", "an"})
BEFORE_INDEFINITE = wordset("measures", "before_indefinite")
INDEFINITE = frozenset({"duration", "mass", "volume", "power"})
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
NETWORKS = frozenset({"2", "3", "4", "5", "6"})
# Short words that are a unit in some places and a word or a label in others.
GUARDED = frozenset(["in", "'", '"', "g", "w", "h", "l", "st", "pt", "y", "ch", "re", "#", "m"])
GLUED_ONLY = frozenset({"st", "pt", "y", "ch", "re"})
# The smaller unit that may follow, and how many of it make one.
COMPOUNDS = {
    "hour": ("minute", 60.0),
    "minute": ("second", 60.0),
    "year": ("month", 12.0),
    "pound": ("ounce", 1.0),
    "kilogram": ("gram", 1.0),
    "metre": ("centimetre", 1.0),
    "stone": ("pound", 1.0),
    "week": ("day", 7.0),
}
INCH = 0.0254
SIDE_LETTERS = frozenset("lwhdb")
TON_OF_COOLING = 3.516852842067


class MeasureReader:
    def __init__(self, tokens: Tokens, *, comma_decimals: bool = False) -> None:
        self.tokens = tokens
        self.words = tokens.words
        self.size = len(tokens.words)
        self.comma_decimals = comma_decimals

    def measure(self, at: int) -> Quantity | None:
        """What starts at token `at`: a number with its unit, or a bare count."""
        if self.words[at] in ARTICLE_OPENERS:
            single = self._indefinite(at)
            if single is not None:
                return single
        amount = amount_at(self.tokens, at, comma_decimals=self.comma_decimals, money=False)
        if amount is None:
            return None
        special = self._suffixed(at, amount.last, amount.value)
        if special is not None:
            return special
        figure, last, about = amount.value, amount.last, False
        if self.words[last : last + 1] == ["ish"]:
            last, about = last + 1, True
        elif self.words[last : last + 1] == ["k"] and self.tokens.gaps[last] == "":
            # "37k sq ft": the thousand belongs to the number where a unit follows.
            figure, last = figure * 1_000, last + 1
        unit = self.unit(last)
        if unit is None:
            quantity = Quantity(at, amount.last, amount.value, "1", "count", amount.value)
            quantity.alternative = amount.alternative
            return quantity
        found, end = unit
        if self.words[end : end + 3] == ["and", "a", "half"]:
            figure, end = figure + 0.5, end + 3
        quantity = Quantity(at, end, 0.0, found.normal, found.kind, figure, found.name)
        set_value(quantity, found, figure)
        if self.words[quantity.last : quantity.last + 1] == ["ish"]:
            quantity.last, about = quantity.last + 1, True
        if about:
            quantity.bound = "about"
        if amount.alternative is not None:
            quantity.alternative = amount.alternative * found.factor
        return self._cooling(self._feet_and_inches(quantity))

    def _suffixed(self, at: int, last: int, value: float) -> Quantity | None:
        """'14th', '1930s', '1.5k visitors': the letters are glued to the number."""
        if last >= self.size or self.tokens.gaps[last] != "" or self.tokens.kinds[at] != NUMBER:
            return None
        suffix, figure = self.words[last], self.words[at]
        if suffix in ORDINAL_ENDINGS:
            return Quantity(at, last + 1, value, "1", "ordinal", value, ordinal=True)
        if suffix == "s" and figure.isdigit() and len(figure) in (2, 4) and figure[-1] == "0":
            return Quantity(at, last + 1, value, "1", "decade", value)
        if suffix == "k" and self.unit(last + 1) is None:
            return Quantity(at, last + 1, value * 1_000, "1", "count", value * 1_000)
        return None

    def _indefinite(self, at: int) -> Quantity | None:
        """'within a year', 'an inch and a half thick': the article is the number one."""
        unit = unit_at(self.words, at + 1) if at + 1 < self.size else None
        if unit is None or len(self.words[at + 1]) < 3:
            return None
        half = self.words[unit[1] : unit[1] + 3] == ["and", "a", "half"]
        last = unit[1] + 3 if half else unit[1]
        before = self.words[at - 1] if at else ""
        if unit[0].kind == "length":
            # "An inch thick", "a metre in diameter": only where a side follows.
            behind = last + (self.words[last : last + 1] == ["in"])
            if self.words[behind : behind + 1] == [] or self.words[behind] not in AFTER_FEET:
                return None
        elif not self._counts_one(unit[0].kind, before, half=half):
            return None
        quantity = Quantity(at, last, 1, unit[0].normal, unit[0].kind, 1, unit[0].name)
        set_value(quantity, unit[0], 1.5 if half else 1.0)
        return quantity

    def _counts_one(self, kind: str, before: str, *, half: bool) -> bool:
        """'A year and a half' says so wherever it stands, 'a kilo' only behind a bound."""
        if kind == "duration":
            return half or before in BEFORE_INDEFINITE
        return kind in INDEFINITE and before in BEFORE_INDEFINITE and before not in ("in", "within")

    def unit(self, at: int) -> tuple[Unit, int] | None:
        if at >= self.size:
            return None
        found = unit_at(self.words, at)
        if found is None:
            return None
        word = self.words[at]
        if found[1] == at + 1 and word in GUARDED and not self._is_unit(at, word):
            return None
        return found

    def _is_unit(self, at: int, word: str) -> bool:
        """Whether a short word behind a number is a unit and not a word or a label."""
        gap = self.tokens.gaps[at]
        following = self.words[at + 1] if at + 1 < self.size else ""
        if word == "in":
            # "0-100 in under 8 s" is no length.
            sprint = self.words[at - 1] in ("60", "62", "100") and self.words[at - 3 : at - 2] == [
                "0"
            ]
            return gap == "" or (self._are_inches(following) and not sprint)
        if word in ("'", '"') or word in GLUED_ONLY:
            return gap == ""
        if word == "w" and following == "/":
            return False
        if word in ("w", "h", "l") and gap != "":
            # "60 W x 50 D": a label where another side follows.
            side = following in TIMES and self.tokens.kinds[at + 2 : at + 3] == [NUMBER]
            front = at > 1 and self.words[at - 2] in SIDE_LETTERS
            side = side or (front and self.tokens.kinds[at + 1 : at + 2] == [NUMBER])
            return not (side or following in ("cm", "mm", "m", "in", "ft"))
        if word == "g":
            return not self._is_network(at)
        if word == "#":
            return gap == "" and not following[:1].isalnum()
        return True

    def _are_inches(self, following: str) -> bool:
        if not following or following in AFTER_INCHES:
            return True
        return not following[0].isalnum() and following not in "('\""

    def _is_network(self, at: int) -> bool:
        """5G is a network, 5g a mass."""
        place = self.tokens.span(at, at + 1)[0]
        return self.tokens.text.source[place] == "G" and self.words[at - 1] in NETWORKS

    def _cooling(self, quantity: Quantity) -> Quantity:
        """'a 2 ton split AC': tons of refrigeration (rule 14)."""
        if quantity.written != "short_ton" or quantity.number > 200:
            return quantity
        if any(word in COOLERS for word in self.words[quantity.last : quantity.last + 4]):
            quantity.kind, quantity.unit = "cooling", "kW"
            quantity.written = "refrigeration_ton"
            quantity.value = quantity.number * TON_OF_COOLING
        return quantity

    def _feet_and_inches(self, quantity: Quantity) -> Quantity:
        """6'2", 5 ft 10 in, six feet four inches, six foot two."""
        if quantity.written != "foot":
            return quantity
        at = quantity.last
        if self.words[at : at + 1] == [","] and at + 1 < self.size:
            at += 1
        if at >= self.size or not self._may_be_inches(at, quantity.last):
            return quantity
        number = number_at(self.tokens, at)
        if number is None or number.value >= 12:
            return quantity
        unit = unit_at(self.words, number.last)
        if unit is not None and unit[0].name == "inch" and self.unit(number.last) is not None:
            end = unit[1]
        elif at > quantity.last or unit is not None:
            return quantity
        elif (
            self.tokens.gaps[at] == ""
            or self.words[quantity.last - 1] == "foot"
            or self._ends_figure(number.last)
        ):
            end = number.last
        else:
            return quantity
        quantity.value += number.value * INCH
        quantity.number += number.value / 12
        quantity.last = end
        return quantity

    def _ends_figure(self, at: int) -> bool:
        """'beam 6 ft 10, steel hull', '5 ft 10 tall': nothing goes on that could be counted."""
        word = self.words[at] if at < self.size else ""
        return not word or word in AFTER_FEET or not word[0].isalnum()

    def _may_be_inches(self, at: int, last: int) -> bool:
        if self.tokens.kinds[at] == NUMBER:
            hyphen = self.tokens.gaps[at] == "-"
            return not hyphen or self.words[last - 1] in ("'", "foot")
        return self.words[at] in STARTS

    def compound(self, quantity: Quantity) -> Quantity:
        """'1 h 30 min', '2 years and 6 months', '5 lb 4 oz'."""
        steps = COMPOUNDS.get(quantity.written)
        if steps is None or quantity.low is not None:
            return quantity
        at = quantity.last + (self.words[quantity.last : quantity.last + 1] == ["and"])
        number = number_at(self.tokens, at) if at < self.size else None
        unit = unit_at(self.words, number.last) if number is not None else None
        if number is None or unit is None or unit[0].name != steps[0]:
            return quantity
        if steps[1] == 1.0:
            quantity.value += number.value * unit[0].factor
        elif quantity.written == "year":
            quantity.value, quantity.unit = quantity.number * 12 + number.value, "month"
        else:
            quantity.value += number.value / steps[1]
        quantity.last = unit[1]
        return quantity


def set_value(quantity: Quantity, unit: Unit, number: float) -> None:
    quantity.number = number
    if unit.kind == "duration":
        quantity.unit = CALENDAR.get(unit.name, unit.name)
        quantity.value = number * 2 if unit.name == "fortnight" else number
        if unit.name == "millisecond":
            quantity.value, quantity.unit = number / 1_000, "s"
    elif unit.kind == "inverse_consumption":
        quantity.kind, quantity.value = "consumption", unit.factor / number if number else 0.0
    else:
        quantity.value = number * unit.factor
