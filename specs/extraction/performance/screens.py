"""The inches of a screen and of a bicycle's wheels, with and without their noun."""

from specs.extraction.performance.metrics import Metric, metric
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.facts import measured
from specs.language.ownership import WHOLE, owner
from specs.language.quantity import Quantity
from specs.language.subject import Subject
from specs.language.tokens import MARK

SCREENS = wordset("performance", "screens")
INCH = 0.0254
RIMS = (10.0, 30.0)
"""Inches that wheels of bicycles and scooters have."""


def read_screen(
    doc: Document, subject: Subject, quantity: Quantity, role: str | None
) -> Metric | None:
    if quantity.written not in ("inch", "centimetre"):
        return None
    if role == "display_size" and subject.design_type not in ("furniture", "building"):
        return _inches("display_size", quantity)
    if quantity.written != "inch" or subject.design_type != "electronics":
        return None
    if subject.category not in SCREENS:
        return None
    whole = owner(doc, quantity, subject.head) == WHOLE or quantity.end <= subject.first
    if whole or _alone(doc, subject, quantity):
        return _inches("display_size", quantity)
    return None


def read_rims(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    """'A 20 inch kids bike', 'tandem, 26 inch, 27 speeds'."""
    if quantity.written != "inch" or subject.category not in ("bicycle", "scooter"):
        return None
    inches = quantity.value / INCH
    if quantity.end <= subject.first or (
        RIMS[0] <= inches <= RIMS[1] and _alone(doc, subject, quantity)
    ):
        return _inches("wheel_size", quantity, 0.75)
    return None


def _inches(name: str, quantity: Quantity, confidence: float = 0.95) -> Metric:
    evidence = measured(quantity, factor=1 / INCH, confidence=confidence)
    return metric(name, quantity.value / INCH, evidence)


def right_behind(subject: Subject, quantity: Quantity) -> bool:
    """'Monitor 32 in 4k', 'a tablet of 12.4 inches'."""
    return 0 <= quantity.first - subject.last <= 1


def _alone(doc: Document, subject: Subject, quantity: Quantity) -> bool:
    """An item of its own, 'sign; 31.2 inch; solar', or right behind the thing."""
    first, last = quantity.first, quantity.last
    ends = last >= len(doc) or doc.kinds[last] == MARK
    opens = first == 0 or doc.kinds[first - 1] == MARK
    named = right_behind(subject, quantity) and (
        first == subject.last or doc.words[subject.last] == "of"
    )
    return (opens and ends) or named
