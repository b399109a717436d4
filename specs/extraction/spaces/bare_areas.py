"""Areas whose unit stands elsewhere: 'hall 140 m2, kitchen 32', 'shop 45, store 20 (all in m2)'."""

from specs.extraction.spaces.parking import PARKING
from specs.extraction.spaces.rooms import room_endings
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.lexicon import SPACE
from specs.language.quantity import Quantity
from specs.language.tokens import MARK, NUMBER
from specs.language.units import unit_at

OF_PEOPLE = wordset("spaces", "of_people")
LINKS = frozenset({":", "=", "of", "at", "~", "about", "ca", "is", "approx", "around", "roughly"})
JOINTS = frozenset({"and", "plus", "with", "over", "each"})
SMALLEST, SMALLEST_IN_LIST = 6.0, 2.0
"""A smaller figure behind a room counts it, unless a heading says that all are areas."""
OPENERS = frozenset({"(", "in", "all", ",", "are"})


def measure_bare(doc: Document) -> list[Quantity]:
    """Turn bare figures right behind a room into areas, and say which they were."""
    counts = [q for q in doc.quantities if q.kind == "count" and q.group < 0]
    if not counts:
        return []
    headed = _unit_of_all(doc)
    found = []
    sized = None if headed else [q for q in doc.quantities if q.kind == "area" and q.number]
    if not headed and not sized:
        return []
    for quantity in counts:
        least = SMALLEST_IN_LIST if headed else SMALLEST
        if quantity.value < least or quantity.low is not None or not _ends(doc, quantity.last):
            continue
        name = _room_ahead(doc, quantity)
        if name is None or (not headed and name in OF_PEOPLE):
            continue
        scale = headed or _scale_beside(doc, quantity, sized or [])
        if scale:
            found.append(quantity)
            quantity.kind, quantity.unit, quantity.guessed = "area", "m2", True
            quantity.value = quantity.number * scale
    return found


def give_back(doc: Document, found: list[Quantity]) -> None:
    """A figure that no room has claimed counts again."""
    for quantity in found:
        if not any(doc.taken[quantity.first : quantity.last]):
            quantity.kind, quantity.unit, quantity.guessed = "count", "1", False
            quantity.value = quantity.number


def _unit_of_all(doc: Document) -> float:
    """'(All in square metres.)', 'rooms in m2: …', 'kitchen 18, hall 40 (sqm)'."""
    for at, word in enumerate(doc.words):
        if word not in AREA_WORDS or doc.quantity_at[at] is not None or not at:
            continue
        found = unit_at(doc.words, at)
        if found is not None and found[0].kind == "area" and doc.words[at - 1] in OPENERS:
            end = found[1]
            if end >= len(doc) or doc.kinds[end] == MARK:
                return found[0].factor
    return 0.0


AREA_WORDS = frozenset({"m2", "sqm", "sq", "square", "sqft", "sf", "ft2", "m", "qm"})


def _ends(doc: Document, at: int) -> bool:
    """Whether the item of the list ends behind the figure."""
    return at >= len(doc) or doc.kinds[at] == MARK or doc.words[at] in JOINTS


def _room_ahead(doc: Document, quantity: Quantity) -> str | None:
    """The room in the singular that stands right in front of the figure."""
    at = quantity.first - 1
    while at > 0 and doc.words[at] in LINKS:
        at -= 1
    if at < 0 or doc.words[at] != _one(doc, at) or doc.kinds[at] == NUMBER:
        return None
    mention = doc.mention_at[at]
    entry = mention.entry(SPACE) if mention is not None and mention.last == at + 1 else None
    if entry is not None:
        return None if entry.name == PARKING else entry.name
    return doc.words[at] if mention is None and doc.lemmas[at] in room_endings() else None


def _one(doc: Document, at: int) -> str:
    word = doc.words[at]
    return word if not word.endswith("s") or doc.lemmas[at] == word else ""


def _scale_beside(doc: Document, quantity: Quantity, sized: list[Quantity]) -> float:
    """The unit of the nearest area that a room of the same sentence has."""
    near = min(sized, key=lambda q: abs(q.first - quantity.first))
    first, last = sorted((near.first, quantity.first))
    # A semicolon goes on with the same list.
    same = last - first <= FARTHEST and FULL.isdisjoint(doc.words[first:last])
    if not (same or doc.sentence[first] == doc.sentence[last]) or near.first < 1:
        return 0.0
    at = near.first - 1
    while at > 0 and (doc.words[at] in LINKS or doc.words[at] == "("):
        at -= 1
    mention = doc.mention_at[at]
    room = mention is not None and mention.entry(SPACE) is not None
    if not room and doc.lemmas[at] not in room_endings():
        return 0.0
    return near.value / near.number


FULL = frozenset(".!?")
FARTHEST = 14
"""Tokens between a bare figure and the area whose unit it has, where no full stop is."""
