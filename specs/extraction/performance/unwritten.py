"""Figures of devices whose unit nobody writes: 'laptop 15.6', '16 ram', '8/256'."""

from specs.extraction.performance.metrics import Metric, metric
from specs.knowledge import wordset
from specs.language.cues import cue_of
from specs.language.document import Document
from specs.language.facts import measured
from specs.language.quantity import Quantity
from specs.language.subject import Subject
from specs.language.tokens import MARK

COMPUTERS = wordset("performance", "computers")
SCREENS = wordset("performance", "screens")
NAMED = wordset("performance", "bytes_by_name")
MEMORY = frozenset({2, 3, 4, 6, 8, 12, 16, 18, 24, 32, 36, 48, 64, 96, 128, 192, 256})
STORAGE = frozenset({32, 64, 128, 256, 500, 512, 1000, 1024, 2000, 2048})
"""Gigabytes that are sold; other numbers count something else."""
NEAREST = 2.0
SCREEN = (3.5, 50.0)
"""Inches of a device's own screen, whole ones aside."""


def read_unwritten(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    if subject.design_type != "electronics" or quantity.group >= 0 or quantity.low is not None:
        return None
    if quantity.label is not None:
        return None
    return _bytes(doc, subject, quantity) or _screen(doc, subject, quantity)


def _bytes(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    if subject.category not in COMPUTERS:
        return None
    role = _of_pair(doc, quantity) or _named(doc, quantity)
    if role is None or quantity.value not in (MEMORY if role == "memory" else STORAGE):
        return None
    return metric(role, quantity.value, measured(quantity, confidence=0.8))


def _named(doc: Document, quantity: Quantity) -> str | None:
    """'16 ram', 'RAM: 16', '256 of storage'."""
    cue = cue_of(doc, quantity, "data")
    if cue is None or cue.cost > NEAREST or doc.words[cue.last - 1] not in NAMED:
        return None
    return cue.role


def _of_pair(doc: Document, quantity: Quantity) -> str | None:
    """'8/256': memory and storage, as shops write them."""
    behind = _joined(doc, quantity.last)
    if behind is not None and behind.value in STORAGE and quantity.value in MEMORY:
        return "memory" if behind.value > 2 * quantity.value else None
    ahead = _joined(doc, quantity.first - 2)
    if ahead is not None and ahead.value in MEMORY and quantity.value in STORAGE:
        return "storage" if quantity.value > 2 * ahead.value else None
    return None


def _joined(doc: Document, at: int) -> Quantity | None:
    """The bare number on the other side of a stroke near `at`."""
    for place, other in ((at, at + 1), (at + 1, at)):
        if (
            min(place, other) >= 0
            and max(place, other) < len(doc)
            and doc.words[place] in ("/", "+")
        ):
            found = doc.quantity_at[other]
            if found is not None and found.kind == "count":
                return found
    return None


def _screen(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    """'Laptop 15.6, 16 GB', 'notebook with an 11.6 display': nobody counts by tenths."""
    value = quantity.value
    if subject.category not in SCREENS or not SCREEN[0] <= value <= SCREEN[1]:
        return None
    if value == int(value):
        return None
    cue = cue_of(doc, quantity, "length")
    shown = cue is not None and cue.role == "display_size" and cue.cost <= 1.0
    size = len(doc)
    ends = quantity.last >= size or doc.kinds[quantity.last] == MARK
    opens = quantity.first - 1 >= 0 and doc.kinds[quantity.first - 1] == MARK
    behind = quantity.first == subject.last or (opens and quantity.first == subject.last + 1)
    ahead = quantity.last == subject.first
    if not (shown or ahead or (behind and ends)):
        return None
    return metric("display_size", value, measured(quantity, confidence=0.8))
