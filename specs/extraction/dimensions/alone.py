"""Bare lengths that are an item of their own: 'bench for a tram stop, 1.8 m'."""

from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.quantity import Quantity

STATES = wordset("dimensions", "states")
OPENS = frozenset(",.;:\n/|—-")
ENDS = frozenset(",.;\n/|—)") | {"and", "with", "so", "which", "because", "that", "since", "as"}
LONG_ENOUGH = 0.8
"""Metres; a bench or a table is not shorter."""


def is_only_length(doc: Document, quantity: Quantity) -> bool:
    alone = all(q is quantity or q.kind != "length" for q in doc.quantities)
    return alone and quantity.value >= LONG_ENOUGH and stands_alone(doc, quantity)


def stands_alone(doc: Document, quantity: Quantity) -> bool:
    """A list item that is only this figure: a vehicle's one length."""
    opens = quantity.first == 0 or doc.words[quantity.first - 1] in OPENS
    return opens and ends_item(doc, quantity.end)


def ends_item(doc: Document, last: int) -> bool:
    while last < len(doc) and doc.words[last] in STATES:
        last += 1
    return last >= len(doc) or doc.words[last] in ENDS
