"""Sides whose unit nobody wrote, in a text without any length: 'coat stand, 180 tall'."""

from specs.extraction.dimensions.side import Side, is_done
from specs.language.document import Document
from specs.language.facts import Evidence, tidy
from specs.language.labels import ADJECTIVES, COMPARATIVES, LETTERS, NOUNS
from specs.language.ownership import WHOLE, owner
from specs.language.quantity import Quantity
from specs.language.subject import Subject
from specs.language.tokens import MARK

CENTIMETRES = (15, 400)
"""Furniture is measured in centimetres, and no side of it is longer than four metres."""
MILLIMETRES = 3000
"""What is more than any centimetres is in millimetres: "a wardrobe 1800 wide"."""
ACROSS = ("dia", "diameter", "ø")
SIDES = frozenset({"width", "depth", "height", "length"})


def bare_sides(doc: Document, subject: Subject) -> list[Side]:
    if subject.design_type not in ("furniture", "appliance") or any(
        q.kind == "length" and not q.guessed for q in doc.quantities
    ):
        return []
    found = []
    for quantity in doc.quantities:
        name = _name(doc, quantity)
        if name is None or is_done(doc, quantity):
            continue
        if name == "diameter":
            # "Coffee table 110 dia", not "on a base 38 across".
            across = quantity.first == subject.last or doc.kinds[quantity.first - 1] == MARK
            if not across and not _stands_alone(doc, quantity):
                continue
        else:
            across = False
        if across or _stands_alone(doc, quantity) or owner(doc, quantity, subject.head) == WHOLE:
            first, last = quantity.first, quantity.last
            ahead = _stands_alone(doc, quantity)
            scale = 100 if quantity.value <= CENTIMETRES[1] else 1000
            evidence = Evidence(first - ahead, last + (not ahead), 0.7)
            found.append(Side(name, tidy(quantity.value / scale), evidence))
    # "Fridge 320 l, 60 wide, 185 high"; a single figure of a machine may count anything.
    alone = subject.design_type == "appliance" and len(found) < PAIR
    return [] if alone else found


PAIR = 2


def _name(doc: Document, quantity: Quantity) -> str | None:
    if quantity.kind != "count" or quantity.group >= 0 or quantity.low is not None:
        return None
    if not CENTIMETRES[0] <= quantity.value <= MILLIMETRES:
        return None
    word = doc.words[quantity.last] if quantity.last < len(doc) else ""
    if _stands_alone(doc, quantity):
        return _label_ahead(doc, quantity)
    if word in (*ACROSS, "across"):
        # "Coffee table 110 dia, 42 high".
        return "diameter"
    name = None if word in COMPARATIVES else ADJECTIVES.get(word)
    return name if name in SIDES else None


def _label_ahead(doc: Document, quantity: Quantity) -> str | None:
    word = doc.words[quantity.first - 1]
    if word in ACROSS:
        return "diameter"
    label = LETTERS.get(word) or NOUNS.get(word)
    return label if label in SIDES else None


def _stands_alone(doc: Document, quantity: Quantity) -> bool:
    """'Desk, top 160 x 80, h 76': a label and its figure are an item of their own."""
    at, end = quantity.first - 2, quantity.last
    if at < -1 or _label_ahead(doc, quantity) is None:
        return False
    opens = at < 0 or doc.kinds[at] == MARK or doc.words[at] == "and"
    return opens and (end >= len(doc) or doc.kinds[end] == MARK)
