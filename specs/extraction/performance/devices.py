"""Refresh rate, memory, storage, pressure, noise and spin."""

from specs.extraction.performance.metrics import Metric, cue_near, metric
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.facts import measured
from specs.language.quantity import Quantity
from specs.language.subject import Subject

POCKET = wordset("performance", "pocket")
TERABYTES = frozenset({"terabyte", "tebibyte"})


def read_frequency(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    cue = cue_near(doc, subject, quantity, 3.0)
    if cue is not None and cue.role.startswith("-"):
        return None
    if (subject.design_type != "electronics" and cue is None) or not 20 < quantity.value <= 1000:
        return None
    if subject.category in ("speaker", "headphones", "router", "printer", "sensor") or (
        quantity.low is not None and quantity.low < 24 and quantity.bound == "range"
    ):
        return None
    return metric("refresh_rate", quantity.value, measured(quantity))


def read_data(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    cue = cue_near(doc, subject, quantity, 3.0)
    role = cue.role if cue else None
    if role is not None and role.startswith("-"):
        return None
    role = _of_pair(doc, quantity) or role
    if role == "memory" and quantity.written in TERABYTES:
        # "2 TB + 8 TB storage": nobody has so much memory.
        role = "storage"
    if role == "memory" and quantity.value >= 64 and subject.category in POCKET:
        role = "storage"
    if role is None:
        role = _memory_or_storage(doc, subject, quantity)
    value = quantity.value * pieces(doc, quantity)
    return metric(role, value, measured(quantity, confidence=0.95 if cue else 0.75))


def _of_pair(doc: Document, quantity: Quantity) -> str | None:
    """'RAM/flash = 4 GB / 64 GB': the smaller is memory, whatever stands nearest."""
    words = doc.words
    for at, other_at in (
        (quantity.last, quantity.last + 1),
        (quantity.first - 1, quantity.first - 2),
    ):
        if not 0 <= min(at, other_at) <= max(at, other_at) < len(doc) or words[at] not in (
            "/",
            "+",
        ):
            continue
        other = doc.quantity_at[other_at]
        if other is not None and other.kind == "data" and other.value != quantity.value:
            small = min(other.value, quantity.value)
            if small <= MOST_MEMORY and max(other.value, quantity.value) >= 2 * small:
                return "memory" if quantity.value == small else "storage"
    return None


MOST_MEMORY = 256


def pieces(doc: Document, quantity: Quantity) -> int:
    """'2 x 2 TB SSD' holds four, '2 x 8 L' sixteen."""
    at = quantity.first - 1
    ahead = doc.quantity_at[at - 1] if at > 0 and doc.words[at] in ("x", "×") else None
    several = ahead is not None and ahead.kind == "count" and 1 < ahead.value <= 16
    return int(ahead.value) if ahead is not None and several else 1


def _memory_or_storage(doc: Document, subject: Subject, quantity: Quantity) -> str:
    """Unlabelled pairs like 16 GB/512 GB: the smaller is memory, the larger storage."""
    others = [q for q in doc.quantities if q.kind == "data" and q is not quantity]
    if quantity.written in TERABYTES:
        return "storage"
    if any(q.value > quantity.value for q in others):
        return "memory"
    if any(q.value < quantity.value for q in others):
        return "storage"
    small = quantity.value <= 24 and subject.category in ("laptop", "desktop")
    return "memory" if small else "storage"


def read_pressure(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    cue = cue_near(doc, subject, quantity, 3.0)
    if (cue is not None and cue.role.startswith("-")) or subject.design_type in (
        "building",
        "furniture",
    ):
        return None
    if quantity.written not in ("bar", "psi", "megapascal", "kilopascal"):
        return None
    return metric("pressure", quantity.value, measured(quantity))


def read_sound(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    cue = cue_near(doc, subject, quantity, 3.0)
    if cue is not None and cue.role.startswith("-"):
        return None
    if (
        subject.category in ("speaker", "headphones", "microphone", "hearing_aid", "amplifier")
        and cue is None
    ):
        return None
    if subject.design_type == "building" and cue is None:
        return None
    return metric("noise", quantity.value, measured(quantity))


def read_rotation(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    if subject.category not in ("washing_machine", "dryer"):
        return None
    return metric("spin_speed", quantity.value, measured(quantity))


SLOWEST_SPIN = 300


def read_spin(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    """'Washer, 1400 spin': turns per minute, although nobody says so."""
    if subject.category != "washing_machine" or quantity.value < SLOWEST_SPIN:
        return None
    spins = doc.lemmas[quantity.last : quantity.last + 1] in (["spin"], ["turn"], ["rev"])
    return metric("spin_speed", quantity.value, measured(quantity)) if spins else None
