"""Speed, acceleration and run time."""

from specs.extraction.performance.metrics import Metric, cue_near, metric
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.facts import measured
from specs.language.quantity import Quantity
from specs.language.subject import Subject

HOURS = {
    "h": 1.0,
    "min": 1 / 60,
    "s": 1 / 3600,
    "day": 24.0,
    "week": 168.0,
    "month": 720.0,
    "year": 8760.0,
}

SECONDS = {"s": 1.0, "min": 60.0}


def read_sprint(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    """'0-60 in 3.4': seconds, although nobody says so."""
    at = quantity.first - 1
    span = doc.quantity_at[at - 1] if at > 0 else None
    if (
        subject.design_type != "vehicle"
        or doc.words[at] not in ("in", "under")
        or span is None
        or span.low != 0
        or not _near_hundred(span)
    ):
        return None
    doc.take(span.first, span.last)
    return metric("acceleration_0_100", quantity.value, measured(quantity, confidence=0.8))


def read_speed(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    if quantity.low == 0:
        return None
    cue = cue_near(doc, subject, quantity)
    if (cue is not None and cue.role.startswith("-")) or subject.design_type not in (
        "vehicle",
        "general",
    ):
        return None
    if _cruising(doc, quantity) and sum(q.kind == "speed" for q in doc.quantities) > 1:
        return None
    return metric("top_speed", quantity.value, measured(quantity))


def _cruising(doc: Document, quantity: Quantity) -> bool:
    """'cruises at 185 km/h, top speed 230': the slower of two is no limit."""
    near = doc.words[max(0, quantity.first - 3) : quantity.first]
    near += doc.words[quantity.last : quantity.last + 2]
    return any(word in CRUISING for word in near)


CRUISING = wordset("performance", "cruising")


def read_duration(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    if quantity.unit in SECONDS:
        sprint = _acceleration(doc, subject, quantity)
        if sprint is not None:
            return sprint
    if quantity.unit not in HOURS:
        return None
    cue = cue_near(doc, subject, quantity, 5.0)
    if _on_cells(doc, quantity):
        factor = HOURS[quantity.unit]
        return metric("battery_life", quantity.value * factor, measured(quantity, factor=factor))
    if cue is None or cue.role != "battery_life":
        if (cue is None and _bare_runtime(doc, subject, quantity)) or _on_a_charge(doc, quantity):
            factor = HOURS[quantity.unit]
            evidence = measured(quantity, factor=factor, confidence=0.7)
            return metric("battery_life", quantity.value * factor, evidence)
        return None
    if subject.design_type == "building" or _on_the_mains(doc, subject):
        return None
    if quantity.unit in ("week", "month") and doc.words[quantity.begin - 1] in ("in", "within"):
        # "Must run in five weeks".
        return None
    factor = HOURS[quantity.unit]
    return metric("battery_life", quantity.value * factor, measured(quantity, factor=factor))


def _on_cells(doc: Document, quantity: Quantity) -> bool:
    """'4 x AA for 10 months', 'a CR2032 lasts two years'."""
    at = quantity.first - 1
    while at > 0 and doc.words[at] in ABOUT:
        at -= 1
    return at > 0 and doc.words[at] in LASTING and CELLS.issuperset(doc.lemmas[at - 1 : at])


ABOUT = frozenset({"about", "~", "roughly", "around", "up", "to", "some", "over", "approx"})
LASTING = frozenset({"for", "lasts", "last", "lasting", "="})
CELLS = wordset("performance", "cells")
MAINS = wordset("performance", "mains")
CHARGED = frozenset(
    {"battery", "batteries", "cordless", "charge", "rechargeable", "wireless", "mah"}
)


def _on_the_mains(doc: Document, subject: Subject) -> bool:
    """'Humidifier, runs 24 hrs' on one tank."""
    return subject.category in MAINS and CHARGED.isdisjoint(doc.words)


WORN = frozenset({"smartwatch", "fitness_tracker", "gps_tracker", "hearing_aid", "dive_computer"})
LONGEST_WORN = 40
"""Days on one charge; so many bare ones are a delivery time."""
RUNNING = wordset("performance", "running")


def _on_a_charge(doc: Document, quantity: Quantity) -> bool:
    """'5,600 mAh giving 14 h', '2,050 mAh ~ 5 weeks', '1,800 mAh -> 13 h', '40 Wh / 10 h'."""
    at = quantity.begin - 1
    stop = max(0, at - LINK_WORDS)
    while at > stop and doc.words[at] in LINKS:
        at -= 1
    linked = 0 <= at < quantity.begin - 1
    if linked and doc.words[at] in CELLS and doc.words[at + 1] in SIGNS:
        # "4x AA ~ 10 months".
        return True
    charge = doc.quantity_at[at] if linked else None
    if charge is None or not (charge.kind == "charge" or charge.written == "watt_hour"):
        return False
    return doc.words[quantity.last : quantity.last + 1] not in TO_CHARGE


LINKS = wordset("performance", "charge_links")
LINK_WORDS = 5
CELLS = frozenset({"aa", "aaa", "aas", "aaas", "cr2032", "cr123", "cr123a", "battery", "batteries"})
SIGNS = frozenset("~≈=/→(")
TO_CHARGE = (["charging"], ["charge"], ["recharge"], ["to"])
ITEM_ENDS = frozenset({",", ";", ".", "\n", ")", "plus", "+", "normal", "eco", "standard"})


def _bare_runtime(doc: Document, subject: Subject, quantity: Quantity) -> bool:
    """'wireless headset, 30 hours': a list item of its own on a thing that runs on a battery."""
    days = quantity.unit == "day" and quantity.value < LONGEST_WORN
    worn = subject.category in WORN or _behind_charge(doc, quantity)
    if quantity.unit not in ("h", "min") and not (days and worn):
        return False
    charged = any(q.unit == "mAh" or q.written == "watt_hour" for q in doc.quantities)
    if subject.category not in RUNNING and not (charged and subject.design_type == "electronics"):
        return False
    first, last = quantity.first, quantity.last
    opens = first == 0 or doc.words[first - 1] in (",", ";", ":", "\n", ".", "-", "~", "=")
    return opens and (last >= len(doc) or doc.words[last] in ITEM_ENDS)


def _is_bare_sprint(doc: Document, span: Quantity) -> bool:
    """'Range 85 km, 0-100 in 8.9 s': the span has no unit, whatever stands before it."""
    return doc.words[span.first : span.last] in (["0", "100"], ["0", "60"], ["0", "62"])


def _behind_charge(doc: Document, quantity: Quantity) -> bool:
    """'Battery: 9,600 mAh, 4 days': the next item behind what the battery holds."""
    comma = doc.words[quantity.first - 1 : quantity.first] in ([","], ["="], ["/"])
    charge = doc.quantity_at[quantity.first - 2] if comma and quantity.first > 1 else None
    return charge is not None and charge.kind == "charge"


def _acceleration(doc: Document, subject: Subject, quantity: Quantity) -> Metric | None:
    """'0-60 in 2.9 s': a span that starts at zero stands before the seconds."""
    if subject.design_type != "vehicle":
        return None
    for other in doc.quantities:
        if (
            (other.last <= quantity.first and quantity.first - other.last <= 4)
            or 0 <= other.first - quantity.last <= 5
        ) and (
            other.low == 0
            and other.high is not None
            and (
                _is_bare_sprint(doc, other)
                or (other.kind in ("count", "speed") and _near_hundred(other))
            )
        ):
            doc.take(other.first, other.last)
            return metric(
                "acceleration_0_100",
                quantity.value * SECONDS[quantity.unit],
                measured(quantity),
            )
    cue = cue_near(doc, subject, quantity)
    if cue is not None and cue.role == "acceleration_0_100":
        return metric(
            "acceleration_0_100", quantity.value * SECONDS[quantity.unit], measured(quantity)
        )
    return None


def _near_hundred(span: Quantity) -> bool:
    top = span.high or 0
    return top in (60, 62, 100) if span.kind == "count" else 95 <= top <= 101
