"""Storeys above ground: '4-storey', 'over two floors', 'G+2', 'single storey'."""

from dataclasses import dataclass, replace

from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.facts import Evidence, measured
from specs.language.quantity import Quantity

NOUNS = wordset("stories", "nouns")
WORDS = {"single": 1, "one": 1, "double": 2, "two": 2, "triple": 3, "three": 3}
BETWEEN = wordset("stories", "between")
LIMIT = 300


@dataclass(frozen=True, slots=True)
class Stories:
    value: int
    evidence: Evidence
    floor: Quantity | None = None
    """The area of one storey where the text says it: 'five floors of 380 m2 each'."""


def read_stories(doc: Document) -> Stories | None:
    found = _ground_plus(doc) or _counted(doc) or _worded(doc)
    if found is None:
        return None
    doc.take(found.evidence.first, found.evidence.last)
    return replace(found, floor=_area_of_one(doc, found.evidence.last))


def _area_of_one(doc: Document, at: int) -> Quantity | None:
    for quantity in doc.quantities:
        if quantity.kind == "area" and 0 < quantity.first - at <= 3:
            if doc.words[at] in ("of", "at", "with") and doc.words[
                quantity.last : quantity.last + 1
            ] in (["each"], ["apiece"]):
                doc.take(quantity.first, quantity.last + 1)
                return quantity
    return None


def _ground_plus(doc: Document) -> Stories | None:
    words = doc.words
    for at in range(len(doc) - 2):
        if (
            words[at] in ("g", "ground", "b")
            and words[at + 1] in ("+", "plus")
            and words[at + 2].isdigit()
        ):
            floors = int(words[at + 2]) + 1
            if floors <= LIMIT and words[at] != "b" and not doc.aside[at]:
                return Stories(floors, Evidence(at, at + 3, 0.95))
    return None


def _counted(doc: Document) -> Stories | None:
    for quantity in doc.quantities:
        if (
            quantity.kind != "count"
            or not 1 <= quantity.value <= LIMIT
            or any(doc.taken[quantity.first : quantity.last])
        ):
            continue
        if not doc.is_free(quantity.first, quantity.last):
            continue
        at = quantity.last
        while at < len(doc) and doc.words[at] in BETWEEN and at < quantity.last + 2:
            at += 1
        if at < len(doc) and doc.lemmas[at] in NOUNS and _means_stories(doc, at):
            evidence = measured(quantity)
            value = (
                int(quantity.low)
                if quantity.low is not None and quantity.bound == "range"
                else int(quantity.value)
            )
            return Stories(
                value,
                Evidence(
                    quantity.first,
                    at + 1,
                    evidence.confidence,
                    evidence.bound,
                    evidence.low,
                    evidence.high,
                ),
            )
        if (
            quantity.first > 1
            and doc.words[quantity.first - 1] in (":", "=")
            and doc.lemmas[quantity.first - 2] in NOUNS
        ):
            return Stories(int(quantity.value), Evidence(quantity.first - 2, quantity.last, 0.95))
    return None


def _means_stories(doc: Document, at: int) -> bool:
    """'2 level 2 chargers' and '3 floor lamps' count something else."""
    following = doc.words[at + 1] if at + 1 < len(doc) else ""
    if doc.lemmas[at] == "level" and (
        following[:1].isdigit() or following in ("charger", "chargers")
    ):
        return False
    return not (
        doc.lemmas[at] == "floor" and following in ("lamp", "lamps", "drain", "drains", "mats")
    )


def _worded(doc: Document) -> Stories | None:
    """'single-storey', 'on a single floor', 'one level'."""
    for at in range(1, len(doc)):
        if doc.lemmas[at] in NOUNS and doc.words[at - 1] in WORDS and doc.is_free(at - 1, at + 1):
            return Stories(WORDS[doc.words[at - 1]], Evidence(at - 1, at + 1, 0.95))
    return None
