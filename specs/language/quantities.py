"""Quantities of a text: measures, ranges, products, tolerances, money, durations and counts."""

from specs.knowledge import wordset
from specs.language.bounds import set_bound
from specs.language.labels import LETTERS, label_at, set_labels, side_order
from specs.language.money import amount_at, money_at
from specs.language.numbers import STARTS, number_at, writes_comma_decimals
from specs.language.quantity import Quantity
from specs.language.tokens import NUMBER, WORD, Tokens, tokenise
from specs.language.units import CALENDAR, Unit, unit_at

TIMES = frozenset({"x", "×", "*", "by"})
MAX_SIDES = 4
# Behind a bare "in" one of these says that it is the unit and not the preposition.
AFTER_INCHES = frozenset(
    [
        "x",
        "×",
        "*",
        "by",
        "w",
        "d",
        "h",
        "l",
        "wide",
        "width",
        "high",
        "height",
        "tall",
        "deep",
        "depth",
        "long",
        "length",
        "thick",
        "thickness",
        "diameter",
        "dia",
        "across",
        "square",
        "round",
        "screen",
        "display",
        "monitor",
        "tv",
        "television",
        "wheels",
        "wheel",
        "tires",
        "rims",
        "laptop",
        "tablet",
        "panel",
        "and",
        "or",
        "to",
        "tyres",
        "touchscreen",
        "oled",
        "lcd",
        "led",
        "ips",
        "notebook",
        "e-reader",
        "max",
        "maximum",
        "ultrawide",
        "speaker",
        "speakers",
        "woofer",
        "driver",
        "subwoofer",
        "rim",
        "tire",
        "curved",
        "gaming",
        "blade",
        "pipe",
        "lip",
        "or",
        "bezel-less",
        "mattress",
        "barbell",
        "drop",
        "cooktop",
        "range",
        "hob",
        "oven",
        "ereader",
        "e",
        "kindle",
        "pc",
        "phone",
        "smart",
        "bike",
        "ebike",
        "wheeled",
        "at",
        "off",
        "from",
        "above",
        "between",
        "but",
        "with",
        "overall",
        "total",
        "apart",
        "not",
    ]
)


def quantities(text: str | Tokens) -> list[Quantity]:
    """Every quantity of the text, from left to right."""
    tokens = tokenise(text) if isinstance(text, str) else text
    reader = Reader(tokens)
    found = reader.read()
    set_labels(tokens, found)
    for quantity in found:
        if quantity.bound == "exact":
            set_bound(tokens, quantity)
    return found


class Reader:
    """Reads one text from left to right; each method answers with what starts at a token."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.words = tokens.words
        self.size = len(tokens.words)
        self.comma_decimals = False
        self.groups = 0

    def read(self) -> list[Quantity]:
        found: list[Quantity] = []
        at = 0
        kinds, words = self.tokens.kinds, self.words
        if any("," in w or "." in w for w, k in zip(words, kinds, strict=True) if k == NUMBER):
            self.comma_decimals = writes_comma_decimals(self.tokens)
        while at < self.size:
            word = words[at]
            if (
                kinds[at] == NUMBER
                or word in STARTS
                or word in OPENERS
                or not word.isascii()
                or word in CURRENCY_STARTS
                or (word in LETTERS and self._label_starts(at))
            ):
                read = self.at(at)
            else:
                read = None
            if read:
                found.extend(read)
                at = max(at + 1, read[-1].last)
            else:
                at += 1
        return found

    def _label_starts(self, at: int) -> bool:
        following = at + 1
        if at > 1 and self.words[at - 1] in TIMES and self.words[at - 2] in LETTERS:
            # The last letter of an order: "W x D x H: 100 x 58 x 200".
            return False
        if self.words[following : following + 1] in ([":"], ["="]):
            following += 1
        return following < self.size and self.tokens.kinds[following] == NUMBER

    def at(self, at: int) -> list[Quantity]:
        money = money_at(self.tokens, at, comma_decimals=self.comma_decimals)
        if money is not None:
            return [money]
        product = self.product(at)
        if product:
            return product
        single = self.measure(at)
        if single is None:
            return []
        return [self.compound(self.tolerance(self.range(single)))]

    def measure(self, at: int) -> Quantity | None:
        """One number with its unit, or a bare count."""
        tokens, words = self.tokens, self.words
        if words[at] in ("a", "an"):
            single = self.indefinite(at)
            if single is not None:
                return single
        amount = amount_at(tokens, at, comma_decimals=self.comma_decimals, money=False)
        if amount is None:
            return None
        last = amount.last
        if last < self.size and tokens.gaps[last] == "" and tokens.kinds[at] == NUMBER:
            if words[last] in ORDINAL_ENDINGS:
                return Quantity(
                    at, last + 1, amount.value, "1", "ordinal", amount.value, ordinal=True
                )
            if (
                words[last] == "s"
                and words[at].isdigit()
                and len(words[at]) in (2, 4)
                and words[at][-1] == "0"
            ):
                return Quantity(at, last + 1, amount.value, "1", "decade", amount.value)
            if (
                words[last] in ("k", "m")
                and unit_at(words, last + 1) is None
                and not self._is_metre(last)
            ):
                # 1.5k visitors, 2.4M units.
                scale = 1_000 if words[last] == "k" else 1_000_000
                return Quantity(
                    at, last + 1, amount.value * scale, "1", "count", amount.value * scale
                )
        unit = self.unit(last)
        if unit is None:
            quantity = Quantity(at, last, amount.value, "1", "count", amount.value)
            quantity.alternative = amount.alternative
            return quantity
        found, end = unit
        figure = amount.value
        if self.words[end : end + 3] == ["and", "a", "half"]:
            figure, end = figure + 0.5, end + 3
        quantity = Quantity(at, end, 0.0, found.normal, found.kind, figure, found.name)
        set_value(quantity, found, figure)
        if amount.alternative is not None:
            quantity.alternative = amount.alternative * found.factor
        return self.feet_and_inches(quantity)

    def _is_metre(self, at: int) -> bool:
        return self.words[at] == "m"

    def indefinite(self, at: int) -> Quantity | None:
        """'within a year', 'in a month': the article is the number one."""
        if at and self.words[at - 1] in ("in", "within", "under", "about", "than"):
            unit = unit_at(self.words, at + 1)
            if unit is not None and unit[0].kind == "duration" and len(self.words[at + 1]) > 2:
                half = self.words[unit[1] : unit[1] + 3] == ["and", "a", "half"]
                last = unit[1] + 3 if half else unit[1]
                quantity = Quantity(at, last, 1, unit[0].normal, "duration", 1, unit[0].name)
                set_value(quantity, unit[0], 1.5 if half else 1.0)
                return quantity
        return None

    def unit(self, at: int) -> tuple[Unit, int] | None:
        if at >= self.size:
            return None
        found = unit_at(self.words, at)
        if found is None:
            return None
        gap = self.tokens.gaps[at]
        word = self.words[at]
        if found[1] == at + 1 and word in GUARDED and not self._is_unit(at, gap):
            return None
        return found

    def _is_unit(self, at: int, gap: str) -> bool:
        """Whether a short word behind a number is a unit and not a word or a label."""
        word = self.words[at]
        following = self.words[at + 1] if at + 1 < self.size else ""
        if word == "in":
            if gap == "":
                return True
            if not following or following in AFTER_INCHES:
                return True
            return not following[0].isalnum() and following not in "('\""
        if word in ("'", '"'):
            return gap == ""
        if word == "w" and following == "/":
            return False
        if word in ("w", "h", "l") and gap != "":
            # "60 W x 50 D": a label where another side follows.
            return not (following in TIMES and at + 2 < self.size and self._side_follows(at + 2))
        if word in GLUED_ONLY:
            return gap == ""
        if word == "g" and self._is_network(at):
            return False
        if word == "#":
            return gap == "" and not (following and following[0].isalnum())
        return True

    def _is_network(self, at: int) -> bool:
        """5G is a network, 5g a mass."""
        place = self.tokens.span(at, at + 1)[0]
        return self.tokens.text.source[place] == "G" and self.words[at - 1] in (
            "2",
            "3",
            "4",
            "5",
            "6",
        )

    def _side_follows(self, at: int) -> bool:
        return self.tokens.kinds[at] == NUMBER

    def feet_and_inches(self, quantity: Quantity) -> Quantity:
        if quantity.written != "foot" or quantity.kind != "length":
            return quantity
        at = quantity.last
        if (at < self.size and self.tokens.kinds[at] == NUMBER and self.tokens.gaps[at] != "-") or (
            at < self.size
            and self.tokens.gaps[at] == "-"
            and self.tokens.kinds[at] == NUMBER
            and self.words[at - 1] == "'"
        ):
            number = number_at(self.tokens, at)
            if number is not None and number.value < 12:
                unit = unit_at(self.words, number.last)
                end = number.last
                if (
                    unit is not None
                    and unit[0].name == "inch"
                    and self.unit(number.last) is not None
                ):
                    end = unit[1]
                elif self.tokens.gaps[at] != "" or unit is not None:
                    return quantity
                quantity.value += number.value * 0.0254
                quantity.number += number.value / 12
                quantity.last = end
        return quantity

    def compound(self, quantity: Quantity) -> Quantity:
        """'1 h 30 min', '2 years and 6 months', '5 lb 4 oz'."""
        steps = COMPOUNDS.get(quantity.written)
        if steps is None or quantity.low is not None:
            return quantity
        at = quantity.last + (1 if self.words[quantity.last : quantity.last + 1] == ["and"] else 0)
        if at >= self.size or self.tokens.kinds[at] != NUMBER:
            number = number_at(self.tokens, at) if at < self.size else None
            if number is None:
                return quantity
        else:
            number = number_at(self.tokens, at)
        if number is None:
            return quantity
        unit = unit_at(self.words, number.last)
        if unit is None or unit[0].name != steps[0]:
            return quantity
        if steps[1] == 1.0:
            quantity.value += number.value * unit[0].factor
        elif quantity.written == "year":
            quantity.value = quantity.number * 12 + number.value
            quantity.unit = "month"
        else:
            quantity.value += number.value / steps[1]
        quantity.last = unit[1]
        return quantity

    def tolerance(self, quantity: Quantity) -> Quantity:
        """'± 5 mm' says how exactly; it is no quantity of its own."""
        at = quantity.last
        words = self.words
        if words[at : at + 1] == ["±"]:
            at += 1
        elif words[at : at + 3] == ["+", "/", "-"] or (
            words[at : at + 2] == ["plus", "or"] and words[at + 2 : at + 3] == ["minus"]
        ):
            at += 3
        else:
            return quantity
        spread = self.measure(at) if at < self.size else None
        if spread is None:
            return quantity
        if spread.kind == "ratio":
            width = quantity.value * spread.value / 100
        elif spread.kind == quantity.kind:
            width = spread.value
        elif spread.kind == "count" and quantity.number:
            width = spread.value * quantity.value / quantity.number
        else:
            return quantity
        quantity.low, quantity.high = quantity.value - width, quantity.value + width
        quantity.last = spread.last
        return quantity

    def range(self, low: Quantity) -> Quantity:
        """'10-12 m', '60 cm to 1.2 m', 'between 4 and 5 kg', '2 or 3'."""
        tokens, words, at = self.tokens, self.words, low.last
        if at >= self.size or low.ordinal or low.kind == "decade":
            return low
        start = at
        if words[at] in CONNECTORS:
            start = at + 1
            if words[at] == "and" and "between" not in words[max(0, low.first - 2) : low.first]:
                return low
            if words[at] == "or" and not (low.kind == "count" and low.value <= 20):
                return low
        elif tokens.gaps[at] != "-":
            return low
        if start >= self.size:
            return low
        if words[start] in ("~", "about", "around", "roughly", "up"):
            start += 1
        if start >= self.size or not (tokens.kinds[start] == NUMBER or words[start] in STARTS):
            return low
        high = self.measure(start)
        if high is None or high.ordinal or high.kind in ("decade", "money"):
            return low
        if words[at] == "or" and high.kind != "count":
            return low
        return self._span(low, high)

    def _span(self, low: Quantity, high: Quantity) -> Quantity:
        words = self.words
        if low.kind == "count" and high.kind != "count":
            unit = Unit(high.kind, high.written, _factor(high), high.unit)
            bottom = Quantity(
                low.first, low.last, 0, high.unit, high.kind, low.number, high.written
            )
            set_value(bottom, unit, low.number)
        elif low.kind == high.kind:
            bottom = low
            if bottom.unit != high.unit:
                return low
        else:
            return low
        if not bottom.number < high.number and not bottom.value < high.value:
            return low
        # A phone number or a span of years is no range of anything.
        if high.kind == "count" and (
            high.value >= 1900 or (len(words[low.first]) > 3 and high.value < low.value)
        ):
            return low
        small, large = sorted((bottom.value, high.value))
        middle = (small + large) / 2
        return Quantity(
            low.first, high.last, middle, high.unit, high.kind, (low.number + high.number) / 2,
            high.written, low=small, high=large, bound="range",
        )  # fmt: skip

    def product(self, at: int) -> list[Quantity]:
        """'30 x 20 m', 'W 60 x D 65 x H 185 cm', '590 mm wide x 520 mm deep', '12 m by 8'."""
        sides: list[Quantity] = []
        position = at
        while len(sides) < MAX_SIDES:
            side = self.side(position)
            if side is None:
                break
            sides.append(side)
            position = side.end
            if position >= self.size:
                break
            if self.words[position] in TIMES:
                position += 1
            elif not self._labelled_next(position, side):
                break
            if position >= self.size:
                break
        if len(sides) < 2:
            return []
        return self._one_product(sides)

    def _labelled_next(self, at: int, side: Quantity) -> bool:
        """'W60 D65 H185': labels in front make a product without a sign between."""
        return (
            side.label is not None
            and side.label_first < side.first
            and self.words[at] in LETTERS
            and self._label_starts(at)
        )

    def side(self, at: int) -> Quantity | None:
        words = self.words
        label: str | None = None
        first = at
        if words[at] in LETTERS or (
            words[at] in ("width", "depth", "height", "length") and at + 1 < self.size
        ):
            start = at + 1
            if words[start : start + 1] in ([":"], ["="]):
                start += 1
            if start >= self.size or self.tokens.kinds[start] != NUMBER:
                return None
            label, at = label_at(words, first), start
        if self.tokens.kinds[at] != NUMBER and words[at] not in STARTS:
            return None
        side = self.measure(at)
        if side is None or side.kind not in ("length", "count"):
            return None
        side = self.range(side)
        if label is not None:
            side.label, side.label_first, side.label_last = label, first, at
            return side
        self._label_behind(side)
        return side

    def _label_behind(self, side: Quantity) -> None:
        words, at = self.words, side.last
        if at >= self.size:
            return
        end = at + 1
        if words[at] == "(" and words[at + 2 : at + 3] == [")"]:
            at, end = at + 1, at + 3
        elif words[at] == "in" and at + 1 < self.size:
            at, end = at + 1, at + 2
        label = label_at(words, at)
        if label is None:
            return
        if words[at] in LETTERS and end < self.size and words[end] not in TIMES:
            follows = self.tokens.kinds[end]
            if (
                follows == WORD
                and unit_at(words, end) is None
                and words[end] not in ("and", "with", "overall")
            ):
                return
            if words[at] == "l" and side.kind == "count":
                return
        side.label, side.label_first, side.label_last = label, at, end

    def _one_product(self, sides: list[Quantity]) -> list[Quantity]:
        """Share the unit, number the sides, take an order that stands in front or behind."""
        unit: Quantity | None = None
        for side in reversed(sides):
            if side.kind == "length":
                unit = side
            elif unit is not None:
                _inherit(side, unit)
        for side in sides:
            if side.kind == "length":
                unit = side
            elif unit is not None:
                _inherit(side, unit)
        if unit is None:
            later = self._unit_behind(sides[-1])
            for side in sides:
                if later is not None:
                    found, end = later
                    set_value(side, found, side.number)
                    side.kind, side.unit, side.written = found.kind, found.normal, found.name
                    if side is sides[-1]:
                        side.last = max(side.last, end)
                else:
                    side.guessed = True
        self.groups += 1
        order, end = side_order(self.tokens, sides)
        for place, side in enumerate(sides):
            side.group, side.place, side.size = self.groups, place, len(sides)
            if order and place < len(order) and side.label is None:
                side.label = order[place]
        sides[-1].last = max(sides[-1].last, end)
        return sides

    def _unit_behind(self, side: Quantity) -> tuple[Unit, int] | None:
        """'100 (W) x 50 (D) x 75 (H) cm', '60W x 65D x 185H cm'."""
        for at in range(side.end, min(side.end + 12, self.size)):
            found = unit_at(self.words, at)
            if (
                found is not None
                and found[0].kind == "length"
                and (at == side.end or self.words[at] != "in")
            ):
                return found
            if self.words[at] not in BRACKETED:
                break
        return None


def set_value(quantity: Quantity, unit: Unit, number: float) -> None:
    quantity.number = number
    if unit.kind == "duration":
        quantity.unit = CALENDAR.get(unit.name, unit.name)
        quantity.value = number * 2 if unit.name == "fortnight" else number
        quantity.value = quantity.value / 1000 if unit.name == "millisecond" else quantity.value
    elif unit.kind == "inverse_consumption":
        quantity.kind, quantity.value = "consumption", unit.factor / number if number else 0.0
    else:
        quantity.value = number * unit.factor


def _factor(quantity: Quantity) -> float:
    if quantity.kind == "consumption" and quantity.written != "litre/100/kilometre":
        return quantity.value * quantity.number
    return quantity.value / quantity.number if quantity.number else 1.0


def _inherit(side: Quantity, unit: Quantity) -> None:
    factor = unit.value / unit.number if unit.number else 1.0
    side.kind, side.unit, side.written = unit.kind, unit.unit, unit.written
    side.scaled(factor)
    if side.low is None:
        side.value = side.number * factor


BRACKETED = frozenset(
    [
        "(",
        ")",
        ",",
        "x",
        "×",
        "w",
        "d",
        "h",
        "l",
        "wxdxh",
        "hxwxd",
        "lxwxh",
        "wxhxd",
        "dxwxh",
        "lxhxw",
        "wxh",
        "wxd",
        "lxw",
        "in",
    ]
)
OPENERS = frozenset({"a", "an"})
CONNECTORS = frozenset({"to", "-", "and", "or", "~", "until"})
ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})
GLUED_ONLY = wordset("quantities", "glued_only")
GUARDED = frozenset(
    [
        "in",
        "'",
        '"',
        "w",
        "h",
        "l",
        "g",
        "c",
        "st",
        "pt",
        "y",
        "pk",
        "ch",
        "cv",
        "lit",
        "cum",
        "ac",
        "kn",
        "mo",
        "#",
        "re",
        "te",
    ]
)
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
CURRENCY_STARTS = frozenset(
    [
        "$",
        "us",
        "a",
        "au",
        "c",
        "ca",
        "can",
        "cad",
        "nz",
        "s",
        "sg",
        "hk",
        "nt",
        "mx",
        "r",
        "br",
        "rs",
        "re",
        "inr",
        "usd",
        "eur",
        "gbp",
        "jpy",
        "cny",
        "rmb",
        "aud",
        "nzd",
        "sgd",
        "hkd",
        "chf",
        "sek",
        "nok",
        "dkk",
        "isk",
        "pln",
        "czk",
        "huf",
        "ron",
        "rub",
        "try",
        "aed",
        "sar",
        "qar",
        "ils",
        "zar",
        "ngn",
        "kes",
        "egp",
        "ghs",
        "brl",
        "mxn",
        "ars",
        "clp",
        "cop",
        "krw",
        "thb",
        "idr",
        "myr",
        "php",
        "vnd",
        "twd",
        "pkr",
        "bdt",
        "lkr",
        "npr",
        "uah",
        "bgn",
        "kwd",
        "ksh",
        "dhs",
        "sfr",
        "euro",
        "euros",
        "zl",
        "zar",
    ]
)
