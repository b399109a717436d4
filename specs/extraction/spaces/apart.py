"""Words that stand apart from the rooms they speak of: '5 classrooms below and 7 upstairs'."""

from dataclasses import replace

from specs.extraction.spaces.rooms import Room
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.facts import Evidence, measured, tidy
from specs.language.lexicon import KIND, SPACE
from specs.language.quantity import Quantity

PLACES = wordset("spaces", "floors_apart")
JOINTS = frozenset({"and", ",", "&", "+", "plus", ";"})
FLOORS = frozenset({"floor", "level", "story"})
EACH = frozenset({"each", "apiece"})
FARTHEST = 30
REACH = 8


def more_of_them(doc: Document, quantity: Quantity, found: list[Room]) -> bool:
    """'5 classrooms on the ground floor and 7 upstairs': the second number counts the same."""
    at = quantity.last
    if not found or not 0 < quantity.first - found[-1].evidence.last <= REACH:
        return False
    before = found[-1]
    between = doc.words[before.evidence.last : quantity.first]
    if not between or between[-1] not in JOINTS or doc.words[before.evidence.first] in EACH:
        return False
    if not _is_place(doc, at) or not _is_place(doc, before.evidence.last):
        return False
    before.count += int(quantity.value)
    before.evidence = replace(before.evidence, last=at)
    doc.take(quantity.first, at)
    return True


def bedrooms_beside(doc: Document, quantity: Quantity) -> list[Room]:
    """'3 + study', 'three plus a den': what a home counts where nothing is named."""
    at = quantity.last
    if doc.words[at : at + 1] not in (["+"], ["plus"]) or quantity.value > MOST_BEDROOMS:
        return []
    at += 1 + (doc.words[at + 1 : at + 2] in (["a"], ["one"]))
    mention = doc.mention_at[at] if at < len(doc) else None
    entry = mention.entry(SPACE) if mention is not None else None
    if entry is None or entry.name not in ("office", "den", "snug", "nursery", "box_room"):
        return []
    return [Room("bedroom", int(quantity.value), Evidence(quantity.first, quantity.last, 0.8))]


MOST_BEDROOMS = 8


def _is_place(doc: Document, at: int) -> bool:
    """'Upstairs', 'on the ground floor', 'in the attic'."""
    near = doc.words[at : at + 4]
    if near[:1] and near[0] in PLACES:
        return True
    if near[:1] not in (["on"], ["at"], ["in"]):
        return False
    return any(word in PLACES for word in near) or any(
        lemma in FLOORS for lemma in doc.lemmas[at + 1 : at + 4]
    )


def measure_each(doc: Document, rooms: list[Room]) -> None:
    """'Twelve dwellings in two storeys, each 46 m2': the size of what was counted before."""
    for quantity in doc.quantities:
        if quantity.kind != "area" or any(doc.taken[quantity.first : quantity.last]):
            continue
        ahead = doc.words[max(0, quantity.first - 3) : quantity.first]
        if EACH.isdisjoint(ahead) and doc.words[quantity.last : quantity.last + 1] != ["each"]:
            continue
        room = next(
            (r for r in reversed(rooms) if r.evidence.last <= quantity.first and r.count > 1), None
        )
        if room is not None and _is_type(doc, room):
            continue
        if room is None or room.area is not None or not _is_near(doc, room, quantity):
            continue
        room.area, room.area_evidence = tidy(quantity.value), measured(quantity)
        doc.take(quantity.first, quantity.last)


def _is_type(doc: Document, room: Room) -> bool:
    """'Six three-bedroom houses, each 96 m2': the house has that size, and no bedroom."""
    at = room.evidence.last
    mention = doc.mention_at[at] if at < len(doc) else None
    return mention is not None and mention.entry(KIND) is not None


def _is_near(doc: Document, room: Room, quantity: Quantity) -> bool:
    """Whether no sentence but the next one lies between."""
    if quantity.first - room.evidence.last > FARTHEST:
        return False
    apart = doc.sentence[quantity.first] - doc.sentence[room.evidence.last - 1]
    opens = doc.words[quantity.first - 2 : quantity.first] == ["each", "is"]
    return apart == 0 or (apart == 1 and opens)
