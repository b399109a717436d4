"""Which side a length is: 'wide', 'H 85', 'in diameter', 'W x D x H'."""

from specs.knowledge import wordset
from specs.language.extents import extent_at
from specs.language.quantity import Quantity
from specs.language.side_scales import metres_of, neighbour, scale_of
from specs.language.tokens import WORD, Tokens
from specs.language.words import function_words

LETTERS = {"w": "width", "d": "depth", "h": "height", "l": "length", "b": "width", "ø": "diameter",
           "⌀": "diameter"}  # fmt: skip
NOUNS = {
    "width": "width", "breadth": "width", "beam": "width", "wingspan": "width",
    "depth": "depth", "length": "length", "loa": "length",
    "height": "height", "ht": "height", "hgt": "height", "tallness": "height",
    "ridge": "height", "apex": "height",
    "wd": "width", "lgth": "length",
    "wmin": "width", "wmax": "width", "bmin": "width", "bmax": "width", "hmin": "height",
    "hmax": "height", "lmin": "length", "lmax": "length", "dmin": "depth", "dmax": "depth",
    "diameter": "diameter", "dia": "diameter", "diam": "diameter", "thickness": "thickness",
    # Measures that are no side of the whole: named so that nothing else claims them.
    "span": "span", "wheelbase": "wheelbase", "girth": "girth", "radius": "radius",
    "circumference": "circumference",
}  # fmt: skip
ADJECTIVES = {
    "wide": "width", "broad": "width", "wider": "width", "broader": "width",
    "deep": "depth", "deeper": "depth", "long": "length", "longer": "length",
    "lengthwise": "length", "high": "height", "tall": "height", "higher": "height",
    "taller": "height", "thick": "thickness", "thin": "thickness", "slim": "thickness",
    "thicker": "thickness", "slimmer": "thickness", "thinner": "thickness", "narrower": "width",
    "proud": "depth", "across": "diameter", "diagonally": "diagonal",
    "diagonal": "diagonal",
}  # fmt: skip
ROUND = frozenset("ø⌀")
COMPARATIVES = wordset("labels", "comparatives")
ALL = {**LETTERS, **NOUNS, **ADJECTIVES}
# Between a label and its number: "width of about 60 cm", "height: max. 74 cm".
FILLERS = wordset("labels", "fillers") | wordset("changes", "verbs") | frozenset(":=~(<≤>≥-")
# Between a number and its label: "23 m overall height", "60 cm in width".
BETWEEN = wordset("labels", "between")
TOPS = wordset("labels", "tops")
ROOF_TOPS = frozenset({"ridge", "peak", "apex", "ridgeline", "summit"})
HIGHEST = frozenset({"peak", "spire", "ridgeline", "pinnacle"})
"""Points of a roof that stand in front of their height, beside `ridge` and `apex`."""
ORDER_LETTERS = frozenset("lwhdb")
REACH = 6


def label_at(words: list[str], at: int) -> str | None:
    return ALL.get(words[at]) if at < len(words) else None


def side_order(tokens: Tokens, sides: list[Quantity]) -> tuple[list[str] | None, int]:
    """The order written beside a product: 'W x D x H: 100 x 58 x 200' or '(L x W x H)' behind."""
    words = tokens.words
    first, last = sides[0].begin, sides[-1].end
    behind = last + 1 if words[last : last + 1] == ["("] else last
    order, end = _order_from(words, behind, len(sides))
    ahead = _order_ahead(words, first, sides)
    if order:
        if behind > last:
            while end < len(words) and end < behind + 12 and words[end - 1] != ")":
                end += 1
        return order, end
    return ahead, last


def _order_ahead(words: list[str], first: int, sides: list[Quantity]) -> list[str] | None:
    """'W x D x H: 100 x 58 x 200': the letters belong to the first side."""
    start = first - 1
    while start >= 0 and words[start] in (":", "=", ")", "-"):
        start -= 1
    if start > 2 and words[start] in LENGTHS and words[start - 1] == ",":
        # "(D/W/H, cm) 52 / 140 / 88".
        start -= 2
    for back in (2 * len(sides) - 1, 1, len(sides)):
        begin = start - back + 1
        if begin >= 0:
            order, end = _order_from(words, begin, len(sides))
            if order and end == start + 1:
                sides[0].label_first, sides[0].label_last = begin, end
                return order
    return None


LENGTHS = frozenset({"cm", "mm", "m", "in", "inches", "ft", "feet"})


def _order_from(words: list[str], at: int, count: int) -> tuple[list[str] | None, int]:
    if at >= len(words):
        return None, at
    word = words[at]
    letters = [c for c in word if c != "x"]
    if (
        len(letters) == count
        and len(word) in (count, 2 * count - 1)
        and set(letters) <= ORDER_LETTERS
        and count > 1
    ):
        return [LETTERS[c] for c in letters], at + 1
    order: list[str] = []
    while at < len(words) and len(order) < count:
        # "B x T x H": the depth of German sheets.
        label = ALL.get(words[at]) or ("depth" if words[at] == "t" else None)
        if label is None:
            return None, at
        order.append(label)
        at += 1
        if len(order) < count:
            if at >= len(words) or words[at] not in ("x", "×", "*", "by", "/"):
                if at >= len(words) or len(words[at - 1]) > 1 or words[at] not in LETTERS:
                    return None, at
                # "H W D" behind the sides.
                continue
            at += 1
    return (order, at) if len(order) == count else (None, at)


def set_labels(tokens: Tokens, found: list[Quantity]) -> None:
    """Label the lengths that are no side of a labelled product, and the bare numbers whose
    label says that they are lengths ("20 cm wide, 12 deep")."""
    taken: set[int] = set()
    for quantity in found:
        if quantity.label_first >= 0:
            taken.update(range(quantity.label_first, quantity.label_last))
    for index, quantity in enumerate(found):
        if quantity.label is not None or quantity.kind not in ("length", "count"):
            continue
        stop = found[index + 1].first if index + 1 < len(found) else len(tokens)
        start = found[index - 1].last if index else 0
        place = _behind(tokens, quantity, stop)
        if place is None or _is_of_next(tokens.words, quantity, place[1], stop):
            things = quantity.kind == "count" and _counts_things(tokens.words, quantity.last)
            # "No taller than three storeys or 10 metres".
            place = (None if things else _before(tokens.words, quantity, start, taken)) or place
        if place is None:
            continue
        first, last, label = place
        if quantity.kind == "count":
            near = neighbour(found, index)
            if near is None and quantity.group < 0 and last > quantity.last:
                near = metres_of(tokens.words[quantity.first])
            if near is None or quantity.group >= 0:
                continue
            factor = scale_of(near, quantity.number, label)
            quantity.kind, quantity.unit, quantity.written = near.kind, near.unit, near.written
            quantity.scaled(factor)
            quantity.guessed = True
        if quantity.group >= 0 and quantity.size > 1 and first < quantity.first and quantity.place:
            continue
        upright = label in ("height", "thickness") and last > quantity.last
        if upright and quantity.group >= 0 and quantity.size == 2 and quantity.place:
            # "30 x 20 m high" does not say which side is the other one.
            continue
        quantity.label, quantity.label_first, quantity.label_last = label, first, last
        taken.update(range(first, last))


def _before_compound(tokens: Tokens, at: int, limit: int) -> int:
    """'14 inch high-resolution screen', '6 m long-reach boom': the adjective is half a word."""
    for half in range(at, limit):
        if tokens.gaps[half + 1 : half + 2] == ["-"] and tokens.kinds[half + 1] == WORD:
            return half
    return limit


def _is_of_next(words: list[str], quantity: Quantity, last: int, stop: int) -> bool:
    """'Height 1.96 m dia 64 cm': the noun behind a figure labels the next one."""
    noun = last - 1 == quantity.last and words[quantity.last] in NOUNS
    return noun and last == stop < len(words) and words[stop][:1].isdigit()


def _behind(tokens: Tokens, quantity: Quantity, stop: int) -> tuple[int, int, str] | None:
    words, at = tokens.words, quantity.last
    extent = extent_at(words, at) if quantity.kind == "length" else None
    if extent is not None:
        return at, *extent
    limit = _before_compound(tokens, at, min(stop, at + 3, len(words)))
    while at < limit:
        word = words[at]
        if (word in ADJECTIVES and word not in COMPARATIVES) or word in NOUNS:
            label = ADJECTIVES.get(word) or NOUNS[word]
            if quantity.kind == "count" and _describes_things(words, quantity, at):
                return None
            if quantity.kind == "count" and word not in ADJECTIVES and word not in ("beam", "loa"):
                return None
            return quantity.last, at + 1, label
        if word in LETTERS and at == quantity.last and quantity.kind == "length" and word != "b":
            following = words[at + 1] if at + 1 < len(words) else ""
            if not following[:1].isalpha():
                return at, at + 1, LETTERS[word]
        top = _top_at(words, at) if word in ("to", "at") else at
        if top > at:
            return at, top, "height"
        if word == "(" and at == quantity.last and words[at + 2 : at + 3] == [")"]:
            # "60 cm (W) 40 cm (D)".
            inside = words[at + 1]
            if inside in LETTERS or inside in NOUNS:
                return at, at + 3, label_at(words, at + 1) or ""
        if word not in BETWEEN:
            return None
        at += 1
    return None


def _counts_things(words: list[str], at: int) -> bool:
    """Whether things are counted behind the figure, so that a label in front is not its own."""
    word = words[at] if at < len(words) else ""
    return len(word) > 2 and word.isalpha() and word.endswith("s") and word not in function_words()


def _describes_things(words: list[str], quantity: Quantity, at: int) -> bool:
    """'3 wide drawers': how each of a few things is, and no side of 3."""
    thing = words[at + 1] if at + 1 < len(words) else ""
    return quantity.number <= FEW and thing.endswith("s") and thing not in NOT_THINGS


FEW = 12
NOT_THINGS = frozenset({"is", "was", "as", "has", "plus", "minus", "this", "its", "inches", "less"})


def _top_at(words: list[str], at: int) -> int:
    """The end of 'to the ridge', 'at the peak', 'to ridge'; `at` where no top is named."""
    if words[at + 1 : at + 2] == ["the"] and at + 2 < len(words) and words[at + 2] in TOPS:
        return at + 3
    bare = words[at] == "to" and at + 1 < len(words) and words[at + 1] in ROOF_TOPS
    return at + 2 if bare else at


def _before(
    words: list[str], quantity: Quantity, start: int, taken: set[int]
) -> tuple[int, int, str] | None:
    at = quantity.first - 1
    steps, bracket = 0, False
    while at >= start and steps < REACH:
        word = words[at]
        if at in taken:
            return None
        if word in COMPARATIVES and steps:
            return at, quantity.first, ADJECTIVES[word]
        if word in HIGHEST and quantity.kind == "length":
            # "Roof peak at 10.4 m", "spire up to 19 m".
            return at + 1, quantity.first, "height"
        if word in NOUNS:
            if quantity.kind == "count" and quantity.unit == "1" and word == "span":
                return None
            return at, quantity.first, NOUNS[word]
        if quantity.kind == "length" and _leads(words, at, steps):
            return at, quantity.first, ADJECTIVES[word]
        signed = quantity.kind == "count" and words[at + 1] in ":="
        measured = quantity.kind == "length" or signed
        if word in LETTERS and word != "b" and measured and steps <= MARKS:
            signs = bracket or SIGNS.issuperset(words[at + 1 : quantity.first])
            alone = at == 0 or not words[at - 1][:1].isalnum()
            if (signs and steps) or (not steps and (alone or word in ROUND)):
                # "L <= 2.9 m", "H: 84 cm", "w 40 cm".
                return at, quantity.first, LETTERS[word]
        if word == ")" and words[at - 2 : at - 1] == ["("] and at - 2 > start:
            # "H (ridge) <= 9.5 m", "height (overall): 2 m".
            at, bracket = at - 3, True
            continue
        if word not in FILLERS and not (word == "by" and words[at + 1] in MOVERS):
            return None
        at -= 1
        steps += 1
    return None


# "Height by crank 76 to 117 cm".
MOVERS = frozenset({"crank", "handwheel", "motor", "lever", "gas", "hand", "winder", "electric"})
SIGNS, MARKS = frozenset(":=~(<≤>≥"), 3


def _leads(words: list[str], at: int, steps: int) -> bool:
    """'High 10 m', 'deep maximal 4.6 cm', 'long (28 m)': the adjective opens its item of a list."""
    word = words[at]
    if word not in ADJECTIVES or word in COMPARATIVES or word in NEVER_FIRST or steps > MARKS:
        return False
    return at == 0 or not words[at - 1][:1].isalnum() or words[at - 1] in ("and", "is", "be")


NEVER_FIRST = frozenset({"across", "diagonal", "diagonally", "thin", "slim", "broad"})
