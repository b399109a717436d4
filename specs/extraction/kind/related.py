"""Kinds that two nouns name together: 'museum annexe', 'shop with flats above', 'room divider /
bookcase', 'mobile kitchen in a trailer'."""

from dataclasses import replace
from functools import cache

from specs.extraction.kind.nouns import GENERAL, is_kind
from specs.knowledge import listed, table, vocabulary, wordset
from specs.language.document import Document
from specs.language.subject import Subject
from specs.language.tokens import MARK

ADDITIONS = wordset("kind", "additions")
ADDED_TO = frozenset({"for", "to", "of", "at", "on", "behind", "beside", "onto"})
ABOVE = frozenset({"above", "over", "upstairs", "overhead"})
LIVED_IN = frozenset({"apartment", "house"})
TRADING = frozenset({"retail", "restaurant", "office"})
VEHICLE_PARTS = frozenset({"chassis", "base", "body", "frame", "platform", "underframe"})
FAR = 7
"""Tokens within which the second noun stands."""


def together(doc: Document, best: Subject, found: list[Subject]) -> Subject:
    """`best` with the category that a second noun of its design type gives it."""
    if best.design_type == "building" and _is_for_animals(doc, best):
        return replace(best, category="barn")
    told = _told_by_for(doc, best)
    if told:
        return replace(best, category=told)
    for other in found:
        if other.design_type != best.design_type or other.category == best.category:
            continue
        if other.category != GENERAL:
            category = _category(doc, best, other)
            if category:
                return replace(best, category=category)
    return best


def _told_by_for(doc: Document, best: Subject) -> str:
    """'Home for 24 people with dementia', 'depot for 30 trams', 'store for road salt'."""
    rows = _heads().get(doc.lemmas[best.last - 1] if best.last else "")
    if rows is None or best.last - best.first > 1 or doc.words[best.last : best.last + 1] != FOR:
        return ""
    end = best.last + 1
    while end < len(doc) and end <= best.last + FAR and doc.kinds[end] != MARK:
        end += 1
    said = set(doc.lemmas[best.last + 1 : end])
    return next((category for category, words in rows if not words.isdisjoint(said)), "")


@cache
def _heads() -> dict[str, list[tuple[str, frozenset[str]]]]:
    return {
        head: [(row["category"], frozenset(listed(row["for"]))) for row in rows]
        for head, rows in table("purposes")["heads"].items()
    }


FOR = ["for"]


def over_each_other(doc: Document, found: list[Subject]) -> bool:
    """'12-storey block: retail below, homes above'."""
    if ABOVE.isdisjoint(doc.words) or BELOW.isdisjoint(doc.words):
        return False
    named = {kind.category for kind in found if kind.design_type == "building" and kind.score > 0}
    return not named.isdisjoint(LIVED_IN) and not named.isdisjoint(TRADING)


BELOW = frozenset({"below", "downstairs", "underneath", "ground", "street"})


def _category(doc: Document, best: Subject, other: Subject) -> str:
    if best.design_type == "building":
        if _adds_to(doc, best, other):
            return other.category
        if _is_below(doc, best, other):
            return "mixed_use"
    if best.design_type == "vehicle" and _is_carried_by(doc, best, other):
        return other.category
    return other.category if _is_also(doc, best, other) else ""


def _is_for_animals(doc: Document, best: Subject) -> bool:
    """'Shelter for 30 goats', 'shed for a few hens'."""
    if doc.lemmas[best.last - 1] not in KEPT_IN or doc.words[best.last : best.last + 1] != ["for"]:
        return False
    behind = doc.lemmas[best.last + 1 : best.last + 5]
    return not ANIMALS.isdisjoint(behind)


KEPT_IN = frozenset({"shelter", "shed", "house", "housing", "building", "hall", "hut", "home"})
ANIMALS = wordset("kind", "animals")


def _adds_to(doc: Document, best: Subject, other: Subject) -> bool:
    """'Museum annexe', 'extension for our café': what is added to is named beside it."""
    if doc.lemmas[best.last - 1] not in ADDITIONS:
        return False
    if other.last == best.last - 1 or 0 <= best.first - other.last <= 1:
        return doc.words[other.last : best.first] in ([], ["'s"])
    if not best.last < other.first <= best.last + FAR or doc.words[best.last] not in ADDED_TO:
        return False
    return not any(
        doc.kinds[at] == MARK or is_kind(doc, at) for at in range(best.last, other.first)
    )


def _is_below(doc: Document, best: Subject, other: Subject) -> bool:
    """'Corner shop with a flat on top', 'three flats above a bakery'."""
    pair = {best.category, other.category}
    if pair.isdisjoint(LIVED_IN) or pair.isdisjoint(TRADING):
        return False
    first, second = sorted((best, other), key=lambda kind: kind.first)
    if not 0 < second.first - first.last <= FAR or _ends(doc, first.last, second.first):
        return False
    between, behind = (
        doc.words[first.last : second.first],
        doc.words[second.last : second.last + 3],
    )
    if first.category in LIVED_IN:
        return any(word in ABOVE for word in between[:2]) or between[:2] == ["on", "top"]
    said = behind[:1] != [] and (behind[0] in ABOVE or behind[:2] == ["on", "top"])
    return said and ("with" in between or "and" in between or "," in between)


def _is_carried_by(doc: Document, best: Subject, other: Subject) -> bool:
    """'Mobile library in a 9-metre coach', 'horsebox on a van base'."""
    if not 0 < other.first - best.last <= FAR or _ends(doc, best.last, other.first):
        return False
    words = doc.words[best.last : other.first]
    mobile = doc.words[best.first] == "mobile" and words[0] in ("in", "inside", "built", "based")
    # An ambulance on a van chassis is no van.
    based = best.category == "truck" and words[0] == "on" and "horse" in doc.words[best.first]
    return mobile or (
        based
        and doc.words[other.last : other.last + 1][:1] != []
        and doc.words[other.last] in VEHICLE_PARTS
    )


def _is_also(doc: Document, best: Subject, other: Subject) -> bool:
    """'Room divider / bookcase': of two names for one thing the one that the vocabulary has."""
    known = vocabulary()["categories"].get(best.design_type, ())
    if best.category in known or other.category not in known:
        return False
    return doc.words[best.last : other.first] in (
        ["/"],
        ["or"],
        ["cum"],
        ["slash"],
        ["-", "cum", "-"],
    )


def _ends(doc: Document, first: int, last: int) -> bool:
    return any(doc.words[at] in ".;:\n!?" for at in range(first, last))
