"""A dimension as it was read, and which figures are still free."""

from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.facts import Evidence
from specs.language.quantity import Quantity
from specs.records import Number, record


@record
class Side:
    name: str
    value: Number
    evidence: Evidence


def is_done(doc: Document, quantity: Quantity) -> bool:
    first, last = quantity.first, quantity.last
    return 1 in doc.taken[first:last] or not doc.is_free(first, last)


CLOSE = 3.2

# What lies flat has its thickness as height; what stands has it as depth.
STANDING = wordset("dimensions", "standing")
