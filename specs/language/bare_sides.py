"""Sides that nobody gave a unit, which their size tells: millimetres in 'a desk 1600 wide', and
centimetres in 'a wardrobe 200 x 60 x 240'."""

from specs.knowledge import wordset
from specs.language.clauses import FULL_STOPS
from specs.language.labels import ADJECTIVES, COMPARATIVES, NOUNS
from specs.language.phrases import Mention
from specs.language.quantity import Quantity
from specs.language.tokens import Tokens
from specs.language.words import function_words

SIDES = frozenset({"width", "depth", "height", "length", "diameter", "thickness"})
LEAST, MOST = 400.0, 6_000.0
"""So many centimetres are no side of a thing that people have, so many metres no side at all."""
LEAST_OF_PAIR = 300.0
THINNEST = 3.0
LONGEST = 20_000.0
"""Of a product with three sides: a lorry."""
TRIPLE = 3
VAST = wordset("bare_figures", "vast")
PICTURES = wordset("bare_figures", "pictures")
IMPERIAL = frozenset({"inch", "foot", "yard"})
SIGNS = frozenset({":", "=", "of", "is"})


def measure_bare(tokens: Tokens, found: list[Quantity], mentions: list[Mention]) -> None:
    """Give the sides without a unit that of drawings and workshops, where the figures are large,
    and furniture and appliances that of a tape measure."""
    if all(q.kind != "count" or (q.number < OVER_INCHES and q.group < 0) for q in found):
        return
    if not VAST.isdisjoint(tokens.lemmas):
        return
    written = {q.written for q in found if q.kind == "length"}
    if not IMPERIAL.isdisjoint(written):
        return
    for index, first in enumerate(found):
        if first.group >= 0 and not first.place and first.kind == "count":
            sides = found[index : index + first.size]
            if _are_millimetres(tokens, sides):
                for side in sides:
                    _measure(side)
            elif not written and _are_centimetres(tokens, sides, mentions):
                for side in sides:
                    _measure(side, "centimetre", 0.01)
    if not written:
        _measure_single(tokens, found, mentions)


def _are_millimetres(tokens: Tokens, sides: list[Quantity]) -> bool:
    """'Worktop 3000 x 600 x 40', 'opening 900 x 2100'; a picture of so many has pixels."""
    figures = [side.number for side in sides]
    if any(side.kind != "count" or side.number % 1 for side in sides):
        return False
    if not LEAST < max(figures) <= LONGEST or min(figures) < THINNEST:
        return False
    labelled = all(side.label in SIDES for side in sides)
    if len(sides) >= TRIPLE or labelled:
        return True
    pair = all(LEAST_OF_PAIR <= figure <= MOST and figure % 5 == 0 for figure in figures)
    return pair and PICTURES.isdisjoint(tokens.lemmas)


def _are_centimetres(tokens: Tokens, sides: list[Quantity], mentions: list[Mention]) -> bool:
    """'Mattress 140 x 200', 'dishwasher 60 x 60 x 85'; a desk of 60 x 30 may be in inches."""
    figures = [side.number for side in sides]
    if any(side.kind != "count" for side in sides) or not all(15 <= f <= LEAST for f in figures):
        return False
    whole = len(sides) >= TRIPLE
    if max(figures) < OVER_INCHES and not (whole and min(figures) >= 40 and max(figures) >= 80):
        return False
    # Of a bed, two figures are its mattress.
    types = _types(tokens, sides[0].begin, mentions, without="" if whole else "bed")
    return "electronics" not in types and not (HOMES if whole else {"furniture"}).isdisjoint(types)


def _types(tokens: Tokens, at: int, mentions: list[Mention], without: str = "") -> set[str]:
    """The types of what is named in front of `at`, in the same sentence."""
    near = [
        m
        for m in mentions
        if at - NEAR <= m.first < at and FULL_STOPS.isdisjoint(tokens.words[m.last : at])
    ]
    kinds = [e for m in near for e in m.entries if e.table == "kind"]
    return {e.detail for e in kinds if e.name != without}


HOMES = frozenset({"furniture", "appliance"})
NEAR = 8
"""Tokens between the thing and its sides."""
OVER_INCHES = 110.0
"""No furniture is so many inches wide."""


def _measure_single(tokens: Tokens, found: list[Quantity], mentions: list[Mention]) -> None:
    """'1600 wide, 800 deep and 25 thick': one large side tells the unit of the others."""
    places = [_label(tokens, q) for q in found]
    sides = [(q, place) for q, place in zip(found, places, strict=True) if place is not None]
    largest = max((side.number for side, _ in sides), default=0.0)
    unit = ("millimetre", 0.001)
    if largest <= LEAST:
        # "A bed 180 wide".
        if largest < OVER_INCHES or HOMES.isdisjoint(_types(tokens, sides[0][0].begin, mentions)):
            return
        unit = ("centimetre", 0.01)
    for side, (first, last, label) in sides:
        side.label, side.label_first, side.label_last = label, first, last
        _measure(side, *unit)


def _label(tokens: Tokens, quantity: Quantity) -> tuple[int, int, str] | None:
    words = tokens.words
    if quantity.kind != "count" or quantity.group >= 0 or quantity.label is not None:
        return None
    if quantity.number % 1 or not THINNEST <= quantity.number <= MOST:
        return None
    last, at = quantity.last, quantity.first - 1
    behind = words[last] if last < len(words) else ""
    name = ADJECTIVES.get(behind) if behind not in COMPARATIVES else None
    name = name or (NOUNS.get(behind) if behind in ROUND else None)
    if name in SIDES:
        describes = _describes(tokens, last, few=quantity.number <= FEW)
        return None if describes or words[at] == "for" else (last, last + 1, name or "")
    if behind.isalpha() and behind not in function_words():
        return None
    at -= at > 0 and words[at] in SIGNS
    name = NOUNS.get(words[at]) if at >= 0 else None
    return (at, quantity.first, name or "") if name in SIDES else None


def _describes(tokens: Tokens, at: int, *, few: bool) -> bool:
    """'3 wide drawers', '500 high chairs', '600 long-stay spaces': how the counted things are."""
    thing = tokens.words[at + 1] if at + 1 < len(tokens) else ""
    several = thing.endswith("s") and len(thing) > 2 and thing not in function_words()
    upright = ADJECTIVES.get(tokens.words[at]) in ("height", "length")
    return tokens.gaps[at + 1 : at + 2] == ["-"] or (several and (few or upright))


ROUND = frozenset({"dia", "diameter", "diam"})
FEW = 12.0
"""Things that are counted."""


def _measure(side: Quantity, unit: str = "millimetre", factor: float = 0.001) -> None:
    side.kind, side.unit, side.written = "length", "m", unit
    side.scaled(factor)
    side.guessed = True
