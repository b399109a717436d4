"""Sides whose unit nobody wrote, in a text without any length: 'coat stand, 180 tall'."""

from specs.extraction.dimensions.side import Side, is_done
from specs.language.document import Document
from specs.language.facts import Evidence, tidy
from specs.language.labels import ADJECTIVES, COMPARATIVES
from specs.language.ownership import WHOLE, owner
from specs.language.quantity import Quantity
from specs.language.subject import Subject

CENTIMETRES = (15, 400)
"""Furniture is measured in centimetres, and no side of it is longer than four metres."""
SIDES = frozenset({"width", "depth", "height", "length"})


def bare_sides(doc: Document, subject: Subject) -> list[Side]:
    if subject.design_type != "furniture" or any(q.kind == "length" for q in doc.quantities):
        return []
    found = []
    for quantity in doc.quantities:
        name = _name(doc, quantity)
        if name is None or is_done(doc, quantity):
            continue
        if owner(doc, quantity, subject.head) == WHOLE:
            evidence = Evidence(quantity.first, quantity.last + 1, 0.7)
            found.append(Side(name, tidy(quantity.value / 100), evidence))
    return found


def _name(doc: Document, quantity: Quantity) -> str | None:
    if quantity.kind != "count" or quantity.group >= 0 or quantity.low is not None:
        return None
    if not CENTIMETRES[0] <= quantity.value <= CENTIMETRES[1] or quantity.last >= len(doc):
        return None
    word = doc.words[quantity.last]
    name = None if word in COMPARATIVES else ADJECTIVES.get(word)
    return name if name in SIDES else None
