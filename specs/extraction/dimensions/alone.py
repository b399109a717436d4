"""Bare lengths that are an item of their own: 'bench for a tram stop, 1.8 m'."""

from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.quantity import Quantity
from specs.language.subject import Subject

STATES = wordset("dimensions", "states")
OPENS = frozenset(",.;:\n/|—-?!(")
BOUNDS = frozenset(
    {"under", "about", "around", "roughly", "max", "below", "approx", "ca", "~", "<"}
)
ENDS = frozenset(",.;\n/|—)") | {
    "and", "with", "so", "which", "because", "that", "since", "as", "incl", "including", "overall",
}  # fmt: skip
LONG_ENOUGH = 0.8
"""Metres; a bench or a table is not shorter."""


def is_only_length(doc: Document, quantity: Quantity) -> bool:
    alone = all(q is quantity or q.kind != "length" for q in doc.quantities)
    return alone and quantity.value >= LONG_ENOUGH and stands_alone(doc, quantity)


def stands_alone(doc: Document, quantity: Quantity) -> bool:
    """A list item that is only this figure: a vehicle's one length."""
    at = quantity.first
    while at > 0 and doc.words[at - 1] in BOUNDS:
        # "A sedan, hybrid, under 4.6 metres, 140 hp".
        at -= 1
    opens = at == 0 or doc.words[at - 1] in OPENS
    return opens and ends_item(doc, quantity.end)


def ends_item(doc: Document, last: int) -> bool:
    while last < len(doc) and doc.words[last] in STATES:
        last += 1
    return last >= len(doc) or doc.words[last] in ENDS


TOPPED = frozenset({"desk", "table"})
TOPS = frozenset({"top", "tops", "tabletop", "desktop", "worktop"})
LINKS = frozenset({"of", "is", ":", "(", "at", "measuring"})


def is_top(doc: Document, subject: Subject, group: list[Quantity]) -> bool:
    """'Desk, bamboo top 150 x 75': a table is as wide and as deep as its top."""
    if subject.category not in TOPPED or len(group) != 2:
        return False
    at = group[0].begin - 1
    while at > 0 and doc.words[at] in LINKS:
        at -= 1
    return at >= 0 and doc.words[at] in TOPS
