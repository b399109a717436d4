"""Products of sides: '30 x 20 m', 'W 60 x D 65 x H 185 cm', '590 mm wide x 520 mm deep'."""

from itertools import pairwise

from specs.knowledge import wordset
from specs.language.extents import extent_at
from specs.language.guarded_units import TIMES
from specs.language.labels import ADJECTIVES, LETTERS, label_at, side_order
from specs.language.lexicon import lexicon
from specs.language.measures import ARTICLE_OPENERS, MeasureReader
from specs.language.number_words import STARTS
from specs.language.quantity import Quantity
from specs.language.ranges import with_range
from specs.language.side_scales import scale_of
from specs.language.tokens import NUMBER, WORD
from specs.language.unit_values import set_value
from specs.language.units import Unit, unit_at

MAX_SIDES = 4
JOINING = TIMES | LETTERS.keys() | {"/"}
LONGEST_SIDE = 30
"""Tokens, with its label; what joins the next side stands among them or right behind."""
LABEL_NOUNS = frozenset({"width", "depth", "height", "length"})
# What may stand between the last side and a unit for all of them: "(W x D x H, cm)".
BRACKETED = wordset("products", "bracketed") | frozenset("(),×/")
REACH = 12
ORDER_REACH = 9
ORDER_BEHIND = 14
MEASURED_ACROSS = wordset("products", "measured_across")
NUMBER_STARTS = STARTS | ARTICLE_OPENERS
ITEMS = 12
"""'3 x 120 mm fans' counts things: few of them, and none of a side's size."""
FAR_APART = 15.0
VERSIONED = frozenset({"hdmi", "usb", "displayport", "dp", "thunderbolt", "pcie", "bluetooth"})


class ProductReader:
    def __init__(self, reader: MeasureReader) -> None:
        self.reader = reader
        self.tokens = reader.tokens
        self.words = reader.words
        self.size = reader.size
        self.groups = 0

    def product(self, at: int) -> list[Quantity]:
        """The sides of the product that starts at `at`; none where there is no second side."""
        sides: list[Quantity] = []
        if JOINING.isdisjoint(self.words[at : at + LONGEST_SIDE]):
            return []
        if at and self.words[at - 1] in ("m", "#") and self.tokens.gaps[at] == "":
            # "M8 x 40": a thread and its length.
            return []
        while len(sides) < MAX_SIDES and at < self.size:
            side = self._side(at)
            if side is None:
                break
            sides.append(side)
            at = side.end
            if at < self.size and (self.words[at] in TIMES or self._is_slash(at, sides[0])):
                at += 1
            elif not self._labelled_next(at, side):
                break
        if len(sides) < 2 or self._counts_items(sides):
            return []
        if sides[0].first and self.words[sides[0].first - 1] in VERSIONED:
            # "HDMI 2.1 x2".
            return []
        return self._shared(sides)

    def _is_slash(self, at: int, first: Quantity) -> bool:
        """'H/W/D in cm: 201 / 91 / 73': as the letters are parted, so are the sides."""
        if self.words[at] != "/":
            return False
        ahead = self.words[max(0, first.first - ORDER_REACH) : first.first]
        behind = self.words[at : at + ORDER_BEHIND]
        return any(_slashes(words) > 1 for words in (ahead, behind))

    def label_starts(self, at: int) -> bool:
        """Whether the letter at `at` labels the number behind it."""
        joined = at > 1 and (self.words[at - 1] in TIMES or self.words[at - 1] == "/")
        if joined and (self.words[at - 2] in LETTERS or self.words[at - 2] == "t"):
            # The last letter of an order: "W x D x H: 100 x 58 x 200".
            return False
        following = at + 1 + (self.words[at + 1 : at + 2] in ([":"], ["="]))
        return following < self.size and self.tokens.kinds[following] == NUMBER

    def _labelled_next(self, at: int, side: Quantity) -> bool:
        """'W60 D65 H185': labels in front make a product without a sign between."""
        return (
            at < self.size
            and side.label is not None
            and side.label_first < side.first
            and self.words[at] in LETTERS
            and self.label_starts(at)
        )

    def _counts_items(self, sides: list[Quantity]) -> bool:
        if len(sides) != 2 or sides[0].kind != "count" or sides[1].kind != "length":
            return False
        count, item = sides
        if count.number > ITEMS or count.number != int(count.number) or item.label is not None:
            return False
        following = self.words[item.end] if item.end < self.size else ""
        several = following.endswith("s") and following not in ADJECTIVES
        if item.number >= FAR_APART * count.number and several:
            return True
        if item.written == "inch" and following in MEASURED_ACROSS:
            return True
        # "2x 4 m ladders", "dual screen: 2x 6.7 in": the sign belongs to the count.
        times = count.last
        apart = self.tokens.gaps[times] == "" and self.tokens.gaps[times + 1] == " "
        return apart and (several or (item.written == "inch" and not following.isalnum()))

    def _side(self, at: int) -> Quantity | None:
        words, first = self.words, at
        label: str | None = None
        if words[at] in LETTERS or words[at] in LABEL_NOUNS:
            start = at + 1 + (words[at + 1 : at + 2] in ([":"], ["="]))
            if start >= self.size or self.tokens.kinds[start] != NUMBER:
                return None
            label, at = label_at(words, first), start
        if self.tokens.kinds[at] != NUMBER and words[at] not in NUMBER_STARTS:
            return None
        side = self.reader.measure(at)
        if side is None or side.kind not in ("length", "count"):
            return None
        side = self.reader.compound(with_range(self.reader, side))
        if label is not None:
            side.label, side.label_first, side.label_last = label, first, at
        else:
            self._label_behind(side)
        return side

    def _label_behind(self, side: Quantity) -> None:
        words, at = self.words, side.last
        if at >= self.size:
            return
        end = at + 1
        extent = extent_at(words, at)
        if extent is not None and words[extent[0] : extent[0] + 1] and words[extent[0]] in TIMES:
            # "63.5 m over couplers × 2.82 m".
            side.label_first, side.label_last, side.label = at, extent[0], extent[1]
            return
        if words[at] == "(" and words[at + 2 : at + 3] == [")"]:
            at, end = at + 1, at + 3
        elif words[at] == "in" and at + 1 < self.size:
            at, end = at + 1, at + 2
        label = label_at(words, at)
        if label is None or (words[at] in LETTERS and not self._is_label(side, at, end)):
            return
        side.label, side.label_first, side.label_last = label, at, end

    def _is_label(self, side: Quantity, at: int, end: int) -> bool:
        """A letter behind a number: a label only where nothing goes on that it could start."""
        goes_on = end < self.size and self.tokens.kinds[end] == WORD
        if goes_on and self.words[end] in LETTERS and self.words[end + 1 : end + 2] != []:
            # "67 x 38 x 36 H W D".
            return self.words[end + 1] not in LETTERS
        if self.words[end : end + 1] == ["/"] and self.words[end + 1 : end + 2] != []:
            # "67 x 38 x 36 cm H/W/D": the first letter of an order.
            return self.words[end + 1] not in LETTERS
        if goes_on and self.words[end] not in AFTER_LABEL and unit_at(self.words, end) is None:
            return False
        # "170 L x 75 W": litres are not multiplied.
        times = goes_on and self.words[end] in TIMES
        return times or not (self.words[at] == "l" and side.kind == "count" and end - at == 1)

    def _shared(self, sides: list[Quantity]) -> list[Quantity]:
        """Share the unit, number the sides, take an order that stands in front or behind."""
        order, end = side_order(self.tokens, sides)
        _share_unit(sides)
        if all(side.kind != "length" for side in sides):
            self._share_later_unit(sides)
        for place, side in enumerate(sides):
            if order and place < len(order) and side.label is None:
                side.label = order[place]
        sides[-1].last = max(sides[-1].last, end)
        return self.grouped(sides)

    def grouped(self, sides: list[Quantity]) -> list[Quantity]:
        """Number the sides of one product."""
        self.groups += 1
        for place, side in enumerate(sides):
            side.group, side.place, side.size = self.groups, place, len(sides)
        return sides

    def _share_later_unit(self, sides: list[Quantity]) -> None:
        later = self._unit_behind(sides[-1]) or self._unit_in_front(sides)
        for side in sides:
            if later is None:
                side.guessed = True
                continue
            set_value(side, later[0], side.number)
            side.kind, side.unit, side.written = later[0].kind, later[0].normal, later[0].name
        if later is not None:
            sides[-1].last = max(sides[-1].last, later[1])

    def _unit_in_front(self, sides: list[Quantity]) -> tuple[Unit, int] | None:
        """'size in mm: 600 x 400', 'dimensions (cm): 60 x 65 x 185'."""
        return self._unit_before(sides[0].begin, sides) or self._unit_before(sides[0].first, sides)

    def _unit_before(self, first: int, sides: list[Quantity]) -> tuple[Unit, int] | None:
        words, at = self.words, first - 1
        at -= words[at : at + 1] in ([":"], ["="])
        at -= words[at : at + 1] == [")"]
        bracketed = words[at - 1 : at] == [","] and "(" in words[max(0, at - ORDER_REACH) : at]
        if at < 1 or not (words[at - 1] in ("in", "(") or bracketed):
            return None
        found = unit_at(words, at)
        return (found[0], sides[-1].last) if found and found[0].kind == "length" else None

    def _unit_behind(self, side: Quantity) -> tuple[Unit, int] | None:
        """'100 (W) x 50 (D) x 75 (H) cm', '186 x 60 x 66 (HxWxD, cm)'."""
        for at in range(side.end, min(side.end + REACH, self.size)):
            found = unit_at(self.words, at)
            bare = self.words[at] == "in" and (at > side.end or self._is_made_of(at + 1))
            if found is not None and found[0].kind == "length" and not bare:
                return found
            if self.words[at] not in BRACKETED:
                return None
        return None

    def _is_made_of(self, at: int) -> bool:
        """'180 x 90 in oak', 'in white', 'in the hall': a preposition and no inches."""
        if at >= self.size:
            return False
        named = lexicon().longest(self.tokens.lemmas, at)
        stuff = named is not None and any(entry.table == "material" for entry in named[1])
        return stuff or self.words[at] in BEHIND_IN


def _slashes(words: list[str]) -> int:
    """How many letters of sides a slash follows."""
    return sum(word in LETTERS and mark == "/" for word, mark in pairwise(words))


BEHIND_IN = wordset("products", "behind_in")
AFTER_LABEL = TIMES | {"and", "with", "overall"}


def _share_unit(sides: list[Quantity]) -> None:
    """A side without a unit takes that of the next side, or else of the one before."""
    for before, side, behind in zip(sides, sides[1:], sides[2:], strict=False):
        sheet = before.written == "foot" and behind.written == "inch" and side.kind == "count"
        if sheet and behind.number < THICKEST and side.number <= before.number:
            # "Eight foot by four by half an inch".
            inherit(side, before)
    for ordered in (list(reversed(sides)), sides):
        unit: Quantity | None = None
        for side in ordered:
            if side.kind == "length":
                unit = side
            elif unit is not None:
                inherit(side, unit)


THICKEST = 3.0
"""Inches of a board."""


def inherit(side: Quantity, unit: Quantity) -> None:
    factor = scale_of(unit, side.number)
    side.kind, side.unit, side.written = unit.kind, unit.unit, unit.written
    side.scaled(factor)
    if side.low is None:
        side.value = side.number * factor
