"""The time the project may take, as an ISO 8601 duration in the prompt's own unit."""

from specs.knowledge import wordset
from specs.language.cues import cue_of
from specs.language.document import Document
from specs.language.facts import Evidence, measured
from specs.language.numbers import number_at
from specs.language.quantity import Quantity
from specs.records import record

AFTER_ITEM = wordset("timeline", "after_item")

LETTERS = {"year": "Y", "month": "M", "week": "W", "day": "D"}
SMALLER = {"year": ("month", 12), "month": ("day", 30), "week": ("day", 7)}
UNUSUAL = frozenset({"day"})
PROJECT_DAYS = 21
"""A list item of fewer days is a battery's or a holiday's."""


@record
class Timeline:
    value: str
    evidence: Evidence


def read_timeline(doc: Document) -> Timeline | None:
    best: Quantity | None = None
    best_score = 0.0
    for quantity in doc.quantities:
        if quantity.kind not in ("duration", "working_days") or quantity.unit not in LETTERS:
            continue
        if any(doc.taken[quantity.first : quantity.last]) or not doc.is_free(
            quantity.first, quantity.last
        ):
            continue
        score = _score(doc, quantity)
        if score > best_score:
            best, best_score = quantity, score
    if best is None:
        return _named_end(doc)
    value = iso_duration(best.value, best.unit)
    if value is None:
        return None
    doc.take(best.first, best.last)
    return Timeline(value, measured(best, confidence=0.95 if best_score > 2 else 0.8))


def _named_end(doc: Document) -> Timeline | None:
    """'The first by month four', 'by the end of week ten from order', 'this fortnight'."""
    if ENDS.isdisjoint(doc.words):
        return None
    for at in range(1, len(doc)):
        word, before = doc.words[at], doc.words[max(0, at - 4) : at]
        if word not in ENDS or doc.is_negated(at, at + 1):
            continue
        if word == "fortnight":
            if before[-1] in ("this", "the", "next", "coming"):
                return Timeline("P2W", Evidence(at, at + 1, 0.8))
            continue
        value = number_at(doc.tokens, at + 1) if at + 1 < len(doc) else None
        whole = value is not None and 0 < value.value <= LATEST and value.value % 1 == 0
        if value is not None and whole and not BY.isdisjoint(before):
            return Timeline(f"P{int(value.value)}{word[0].upper()}", Evidence(at, value.last, 0.8))
    return None


ENDS = frozenset({"month", "week", "fortnight"})
BY = frozenset({"by", "before", "in", "until", "till", "within"})
LATEST = 60
"""No project is told the end of in a later week or month."""


def _score(doc: Document, quantity: Quantity) -> float:
    cue = cue_of(doc, quantity, "duration")
    before = doc.words[max(0, quantity.first - 3) : quantity.first]
    near = cue is not None and cue.cost <= 6
    inside = before[-1:] in (["in"], ["within"]) and quantity.unit in ("week", "month")
    if (
        near
        and cue is not None
        and cue.role != "timeline"
        and not (inside or _is_work(doc, quantity))
    ):
        # "Must run in five weeks" says when.
        return -1.0
    if doc.words[quantity.last : quantity.last + 1] in (["old"], ["ago"], ["warranty"]):
        return -1.0
    if doc.words[quantity.last : quantity.last + 1] == ["on"] and not POWER.isdisjoint(
        doc.lemmas[quantity.last + 1 : quantity.last + 5]
    ):
        # "8 months on AAs", "two weeks on one charge".
        return -1.0
    if not RECURRING.isdisjoint(before[-1:]) or (near is False and _is_guaranteed(doc, quantity)):
        return -1.0
    if near:
        return 5.0 - quantity.first * 0.001
    if any(w in ("in", "within", "by", "under") for w in before):
        return 4.0 - quantity.first * 0.001
    # A list item of its own: "£780k, eleven months."
    first, last = quantity.first, quantity.last
    starts = (
        first == 0
        or doc.words[first - 1] in ",.;:\n(-+"
        or before[-1:] in (["about"], ["around"], ["approx"], ["and"], ["max"], ["roughly"], ["~"])
    )
    ends = last >= len(doc) or doc.words[last] in ",.;:\n)-" or doc.words[last] in AFTER_ITEM
    working = quantity.kind == "working_days"
    usual = working or quantity.unit not in UNUSUAL or quantity.value >= PROJECT_DAYS
    if starts and ends and (usual or _behind_price(doc, first)):
        return 2.0
    # "a 12-month build": months and weeks that nothing else claims are the project's.
    return 1.0 if quantity.unit in ("month", "week") and cue is None else 0.0


def _behind_price(doc: Document, at: int) -> bool:
    """'3,890 EUR, ten days.'"""
    if at < 2 or doc.words[at - 1] not in (",", ";", "+", "/"):
        return False
    price = doc.quantity_at[at - 2]
    return price is not None and price.kind == "money"


def _is_work(doc: Document, quantity: Quantity) -> bool:
    """'Opening after 8 months of work': so long works only who builds."""
    behind = doc.words[quantity.last : quantity.last + 2]
    return quantity.unit in ("month", "week", "year") and behind in WORKED


WORKED = (["of", "work"], ["of", "works"], ["of", "building"])


def _is_guaranteed(doc: Document, quantity: Quantity) -> bool:
    """'warranty 2+10 yrs', 'a guarantee of at least ten years'."""
    return not GUARANTEES.isdisjoint(doc.words[max(0, quantity.first - REACH) : quantity.first])


GUARANTEES = wordset("timeline", "guarantees")
RECURRING = frozenset({"every", "each", "per"})
POWER = frozenset(
    {"aa", "aaa", "aas", "aaas", "charge", "battery", "cell", "cr2032", "tank", "fill", "refill"}
)
REACH = 6


def iso_duration(value: float, unit: str) -> str | None:
    """18 months is P18M; a broken number goes down to the next smaller unit."""
    if value != int(value) and unit in SMALLER:
        unit, factor = SMALLER[unit]
        value *= factor
    whole = round(value)
    return f"P{whole}{LETTERS[unit]}" if 0 < whole < 100_000 else None
