"""How many sit at or in a thing where nothing is counted: 'conference table for 16'."""

from specs.language.document import Document
from specs.language.quantity import Quantity
from specs.language.subject import Subject

ROOM_FOR = tuple(
    [word, "for"] for word in ("room", "space", "place", "seating", "cab", "cabin", "cockpit")
)


def for_so_many(doc: Document, subject: Subject, quantity: Quantity) -> bool:
    """'conference table for 16': people, where nothing else is counted."""
    first, last = quantity.first, quantity.last
    if subject.design_type not in ("furniture", "vehicle") or quantity.value > 400:
        return False
    ends = last >= len(doc) or doc.words[last] in (",", ".", ";", ":", "\n")
    seated = subject.category in SEATED and doc.words[first - 2 : first - 1] == [","]
    room = doc.words[max(0, first - 2) : first] in ROOM_FOR
    near = 0 < first - subject.last <= 2
    if room and doc.words[last : last + 1] in (["plus"], ["and"]):
        # "Room for five plus the chair".
        ends = True
    return ends and doc.words[first - 1 : first] == ["for"] and (near or room or seated)


SEATED = frozenset({"table", "sofa", "bench", "dining_table"})
