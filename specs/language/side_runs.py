"""Runs of labelled sides that share a unit or leave it out: '84 W, 85 D, 83 H (cm)',
'595 wide 388 high 550 deep mm', 'H82 W59.5', 'width 180, depth 40, height 50 cm'."""

from collections.abc import Sequence
from itertools import pairwise

from specs.language.amounts import amount_at
from specs.language.clauses import FULL_STOPS
from specs.language.labels import ADJECTIVES, LETTERS, NOUNS
from specs.language.measures import MeasureReader
from specs.language.quantity import Quantity
from specs.language.side_scales import scale_of
from specs.language.tokens import NUMBER
from specs.language.unit_values import set_value
from specs.language.units import Unit, unit_at, unit_named

SIDES = frozenset({"width", "depth", "height", "length", "diameter", "thickness"})
WORDS = {w: n for w, n in {**NOUNS, **ADJECTIVES}.items() if n in SIDES}
SIGNS = {**LETTERS, "⌀": "diameter"}
JOINTS = frozenset({",", ";", "/", "|", "&", "+", "x", "×", "*", "by", "and", "-", "\n"})
TIMES = frozenset({"x", "×", "*", "by"})
BETWEEN_LABEL = frozenset({":", "=", "of", "is"})
MOST_SIDES = 4
REACH = 4
"""Tokens behind the run in which its unit may stand: 'H (cm)', 'deep, all in mm'."""


WHERE = NOUNS.keys() | {"overall", "total", "max", "top", "outside", "external", "peak"}
"""In brackets behind a letter: which height or width it is."""


class SideRunReader:
    def __init__(self, reader: MeasureReader) -> None:
        self.reader = reader
        self.tokens = reader.tokens
        self.words = reader.words
        self.size = reader.size

    def starts(self, at: int) -> bool:
        """Whether a label at `at` may open a run: 'width 180', 'H82'."""
        word, ahead = self.words[at], self.words[max(0, at - 2) : at]
        if word not in SIGNS and word not in WORDS:
            return False
        ordered = len(ahead) == 2 and ahead[1] in JOINTS
        if ordered and (ahead[0] in SIGNS or ahead[0] in WORDS or ahead[0] == "t"):
            # The last one of an order: "W x D x H: 100 x 58 x 200".
            return False
        number = self._number_behind(at + 1)
        return number < self.size and self.tokens.kinds[number] == NUMBER

    def run(self, at: int, read: Sequence[Quantity] = ()) -> list[Quantity]:
        """The sides that start at `at`; none where it is no run, or each side has its own unit.
        `read` are the quantities before: 'depth 47 cm (H82 W59.5)'."""
        previous = read[-1] if read else None
        sides, times = self._sides(at)
        if self._opens_with_litres(sides):
            return []
        labels = [side.label for side in sides]
        if len(sides) < 2 or len(set(labels)) < len(labels):
            return []
        if all(side.kind == "length" for side in sides):
            # 37"W 41"D 42"H: with words for labels each one is read by itself.
            signed = all(self._signed(side) and side.label_first > side.first for side in sides)
            behind = signed and all(a.end == b.first for a, b in pairwise(sides))
            return sides if behind or self._labels_lead(sides) else []
        unit, end = self._unit_behind(sides[-1])
        own = next((side for side in sides if side.kind == "length"), None)
        if unit is None and self._may_be_others(sides, times) and not _alike(sides, own):
            return []
        if unit is None and own is None and _in_inches(read):
            # "The seat is 20 in wide, the whole 30 wide by 36 deep".
            unit = unit_named("inch")
        behind = previous is not None and self.words[previous.last] in WORDS
        if own is None and previous is not None and at - previous.end <= 1 + behind:
            # "Depth 47 cm (H82 W59.5)", "1.8 m high, 120 w, 50 d".
            labelled = behind or self.words[max(0, previous.first - 1)] in WORDS
            own = previous if previous.kind == "length" and labelled else None
        if unit is None and own is None and len(sides) < 3:
            return []
        for side in sides:
            if side.kind == "length":
                # "2.18 m tall, 1.58 wide, 47 cm deep": what went before has the unit.
                own = side
            else:
                _measure(side, unit, own)
                # "2.2 m high, 90 wide, 32 deep": the last one is in centimetres as the second is.
                own = side if own is not None and side.kind == "length" else own
        if unit is not None:
            sides[-1].last = max(sides[-1].last, end)
        return sides

    def _opens_with_litres(self, sides: list[Quantity]) -> bool:
        """'585 l, 91 w x 178 h x 72 d': what a comma parts from the product is no side."""
        if len(sides) < MOST_SIDES or self.words[sides[0].label_first] != "l":
            return False
        apart = self.words[sides[0].end : sides[1].first] in ([","], [";"])
        return apart and all(
            self.words[a.end : b.first] in ([sign] for sign in TIMES)
            for a, b in pairwise(sides[1:])
        )

    def _labels_lead(self, sides: list[Quantity]) -> bool:
        """'Tall 2.2 m wide 0.9 m deep 0.3 m': each word labels the figure behind it."""
        in_front = all(side.label_first < side.first for side in sides)
        close = all(a.last == b.label_first for a, b in pairwise(sides))
        end = sides[-1].last
        more = end < self.size and (self.words[end] in WORDS or self.words[end] in SIGNS)
        first = sides[0].label_first
        counted = first > 0 and (
            self.tokens.kinds[first - 1] == NUMBER or unit_at(self.words, first - 1) is not None
        )
        return in_front and close and not more and not counted

    def _sides(self, at: int) -> tuple[list[Quantity], int]:
        """The sides from `at`, all with their labels in front or all behind, and how many of
        them a sign of multiplication joins."""
        sides: list[Quantity] = []
        front, times = self.tokens.kinds[at] != NUMBER, 0
        while at < self.size and len(sides) < MOST_SIDES:
            side = self._labelled(at) if front else self._with_label(at)
            if side is None or (sides and self._signed(side) != self._signed(sides[0])):
                # "60 wide, 185 high, 300 L": litres behind sides in words.
                break
            sides.append(side)
            at, joints = side.end, 0
            while at < self.size and self.words[at] in JOINTS and joints < 2:
                times += self.words[at] in TIMES
                at, joints = at + 1, joints + 1
        return sides, times

    def _signed(self, side: Quantity) -> bool:
        return self.words[side.label_first] in SIGNS or self.words[side.label_first] == "t"

    def _labelled(self, at: int) -> Quantity | None:
        """'H82', 'width: 180 cm'."""
        word = self.words[at]
        label = SIGNS.get(word) or WORDS.get(word)
        if word == "t" and self.words[at + 1 : at + 2] == ["="]:
            # "L = 1400, d = 240, t = 28 mm".
            label = "thickness"
        number = self._number_behind(at + 1)
        if label is None or number >= self.size or self.tokens.kinds[number] != NUMBER:
            return None
        side = self._figure(number, lettered=False)
        if side is not None:
            side.label, side.label_first, side.label_last = label, at, number
        return side

    def _number_behind(self, at: int) -> int:
        bracket = self.words[at : at + 1] == ["("] and self.words[at + 2 : at + 3] == [")"]
        if bracket and self.words[at + 1] in WHERE:
            # "H (ridge) = 9.5 m".
            at += 3
        while at < self.size and self.words[at] in BETWEEN_LABEL:
            at += 1
        return at

    def _with_label(self, at: int) -> Quantity | None:
        """'84 W', '595 mm wide', '45 in depth'."""
        if self.tokens.kinds[at] != NUMBER:
            return None
        side = self._figure(at, lettered=True)
        if side is None or side.last >= self.size:
            return None
        first = side.last + (self.words[side.last] == "in" and side.last + 1 < self.size)
        word = self.words[first]
        label = WORDS.get(word) or (SIGNS.get(word) if first == side.last else None)
        if label is None or (word in NOUNS and first == side.last and not self._ends(first + 1)):
            return None
        side.label, side.label_first, side.label_last = label, side.last, first + 1
        return side

    def _ends(self, at: int) -> bool:
        """'78 in ht x 36 w x 19 depth, oak': no figure follows that the noun could label."""
        return at >= self.size or self.words[at] in JOINTS or self.words[at] in FULL_STOPS

    def _figure(self, at: int, *, lettered: bool) -> Quantity | None:
        """A number and its length unit; a letter behind it is a label, not watts or litres."""
        amount = amount_at(self.tokens, at, comma_decimals=self.reader.comma_decimals, money=False)
        if amount is None:
            return None
        last = amount.last
        if self._spans(last):
            return None
        word, unit = self.words[last] if last < self.size else "", None
        if word in SIGNS:
            if not (lettered or self.starts(last)):
                return None
        elif (
            word != "in"
            or self.words[last + 1 : last + 2] == []
            or (self.words[last + 1] not in NOUNS)
        ):
            unit = self.reader.unit(last)
        if unit is None:
            return Quantity(at, last, amount.value, "1", "count", amount.value)
        if unit[0].kind != "length":
            return None
        measured = Quantity(at, unit[1], 0.0, unit[0].normal, "length", amount.value, unit[0].name)
        set_value(measured, unit[0], amount.value)
        return measured

    def _spans(self, at: int) -> bool:
        """'height 38-42 cm': the figure is the lower end of a range."""
        if at >= self.size:
            return False
        number = at if self.tokens.gaps[at] == "-" else at + 1
        joined = number == at or self.words[at] in ("-", "to")
        return joined and self.tokens.kinds[number : number + 1] == [NUMBER]

    def _unit_behind(self, last: Quantity) -> tuple[Unit | None, int]:
        for at in range(last.end, min(last.end + REACH, self.size)):
            found = unit_at(self.words, at)
            bracket = self.words[at + 1 : at + 2] == [")"]
            if (
                found is not None
                and found[0].kind == "length"
                and (self.words[at] != "in" or bracket)
            ):
                end = found[1] + (self.words[found[1] : found[1] + 1] == [")"])
                return found[0], end
            if self.words[at] not in ("(", ",", "in", "all"):
                break
        return None, last.end

    def _may_be_others(self, sides: list[Quantity], times: int) -> bool:
        """'1800 W, 1.7 L, 25 cm H': letters behind numbers are watts and litres, unless a depth
        or a sign of multiplication says that they are sides."""
        letters = [
            s for s in sides if s.kind == "count" and s.label_first > s.first and self._letter(s)
        ]
        return bool(letters) and not times and all(s.label != "depth" for s in sides)

    def _letter(self, side: Quantity) -> bool:
        return self.words[side.label_first] in ("w", "l", "h")


def _alike(sides: list[Quantity], own: Quantity | None) -> bool:
    """'5.37 m L, 1.92 W, 1.88 H': three figures of one size, the first of which has its unit."""
    if own is None or len(sides) < 3 or own is not sides[0]:
        return False
    return all(own.number <= ALIKE * side.number <= ALIKE**2 * own.number for side in sides)


ALIKE = 5.0
INCHES = frozenset({"inch", "foot"})


def _in_inches(read: Sequence[Quantity]) -> bool:
    """Whether the length before was given in feet or inches."""
    last = next((quantity for quantity in reversed(read) if quantity.kind == "length"), None)
    return last is not None and last.written in INCHES


def _measure(side: Quantity, unit: Unit | None, own: Quantity | None) -> None:
    if unit is not None:
        set_value(side, unit, side.number)
        side.kind, side.unit, side.written = unit.kind, unit.normal, unit.name
    elif own is not None:
        side.kind, side.unit, side.written = own.kind, own.unit, own.written
        side.value = side.number * scale_of(own, side.number)
    else:
        side.guessed = True
