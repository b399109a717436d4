"""Rooms that no lexicon knows but that have an area in a list of rooms: 'flour store 20 m2'."""

from specs.extraction.spaces.rooms import Room, own_name
from specs.knowledge import wordset
from specs.language.cues import cue_of
from specs.language.document import Document
from specs.language.facts import Evidence
from specs.language.lexicon import FEATURE, KIND, MATERIAL, SPACE
from specs.language.noun_phrases import breaking_words
from specs.language.quantity import Quantity
from specs.language.subject import Subject
from specs.language.tokens import MARK, WORD
from specs.language.words import describing_words

LINKS = frozenset({":", "=", "(", "-", "—", "of", "at", "~", "about", "ca", "is", "with"})
OPENERS = frozenset({"and", "with", "plus", "a", "an", "one", "its", "the", "w"})
NO_ROOMS = wordset("spaces", "no_sized_rooms")
WHOLE_AREAS = wordset("spaces", "whole_areas") | NO_ROOMS
LONGEST = 3


def sized_rooms(doc: Document, subject: Subject, rooms: list[Room]) -> list[Room]:
    """Where a prompt lists its rooms, an unknown name with an area is one of them."""
    found = []
    # Among sized rooms a "hairdresser 20 m2" is one of them, and no building.
    kinds = len(rooms) >= LIST
    for quantity in doc.quantities:
        if quantity.kind != "area" or any(doc.taken[quantity.first : quantity.last]):
            continue
        if not doc.is_free(quantity.first, quantity.last) or _is_of_whole(doc, quantity):
            continue
        room = _named(doc, subject, quantity, rooms, kinds=kinds)
        if room is not None:
            found.append(room)
    if len(rooms) + len(found) < LIST:
        return []
    for room in found:
        doc.take(room.evidence.first, room.evidence.last)
    return found


LIST = 2
"""Rooms that make a list of rooms."""


def _is_of_whole(doc: Document, quantity: Quantity) -> bool:
    """'Floorspace 4,200 m2', '560 m2 gross'; a 'boat bay 220 m2 on the ground' is a room."""
    cue = cue_of(doc, quantity)
    return cue is not None and (cue.first < quantity.first or cue.role == "floor_area")


def _named(
    doc: Document, subject: Subject, quantity: Quantity, rooms: list[Room], *, kinds: bool
) -> Room | None:
    last = quantity.first
    while last > 0 and doc.words[last - 1] in LINKS:
        last -= 1
    first = last
    while (
        first > 0
        and last - first < LONGEST
        and _may_name(doc, subject, first - 1, modifies=kinds or first < last)
    ):
        first -= 1
    while first < last and doc.words[first] in describing_words():
        first += 1
    if first == last or not _is_single(doc, last - 1):
        return None
    noun, ahead = doc.lemmas[last - 1], doc.lemmas[last - 2]
    described = noun in ("area", "space") and last - first > 1 and ahead not in WHOLE_AREAS
    if noun in NO_ROOMS and not described:
        return None
    before = doc.words[first - 1] if first else ","
    if not (doc.kinds[first - 1] == MARK or before in OPENERS or not first):
        return None
    if any(r.evidence.first < last and first < r.evidence.last for r in rooms):
        return None
    return Room(own_name(doc, first, last), 1, Evidence(first, last, 0.7))


def _may_name(doc: Document, subject: Subject, at: int, *, modifies: bool) -> bool:
    word, mention = doc.words[at], doc.mention_at[at]
    if doc.kinds[at] != WORD or doc.quantity_at[at] is not None or doc.taken[at]:
        return False
    if word in breaking_words() or not doc.is_free(at, at + 1):
        return False
    if subject.first <= at < subject.last or word.endswith("ed"):
        return False
    if word.endswith("ing") and not (modifies and _is_use(doc, at)):
        return False
    if mention is None:
        return True
    # "Boat bay": what stands in it may be a kind of its own.
    # "Unit for a pet store: 1,400 sqm" gives the size of the whole.
    modifies = modifies and doc.segment[at] > 0
    known = (MATERIAL, FEATURE, SPACE) if modifies else (KIND, MATERIAL, FEATURE, SPACE)
    return all(entry.table not in known for entry in mention.entries)


def _is_use(doc: Document, at: int) -> bool:
    """'Waiting 60 m2', 'packing: 40 m2': what a space is for, alone in its item of a list."""
    return at == 0 or doc.kinds[at - 1] == MARK or doc.words[at - 1] in OPENERS


def _is_single(doc: Document, at: int) -> bool:
    word = doc.words[at]
    return not word.endswith("s") or doc.lemmas[at] == word
