"""The area of a room: '14 classrooms at 60 m2 each', 'a 200 m2 canteen'."""

from specs.extraction.spaces.rooms import Room
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.facts import measured, tidy
from specs.language.noun_phrases import breaking_words
from specs.language.quantity import Quantity
from specs.language.tokens import MARK
from specs.language.words import describing_words

LINKS = wordset("spaces", "links") | frozenset(",(:~=@")

PER_ROOM = {
    "room": ("hotel_room", "patient_room", "bedroom", "classroom", "office"),
    "flat": ("apartment",),
}


def _per_room(doc: Document, room: Room, quantity: Quantity) -> bool:
    """'132 keys on nine floors, 24 sq m per room': the area of what was counted."""
    if doc.words[quantity.last : quantity.last + 1] not in (["per"], ["a"], ["/"]):
        return False
    noun = doc.lemmas[quantity.last + 1] if quantity.last + 1 < len(doc) else ""
    return noun == room.type.split("_")[-1] or room.type in PER_ROOM.get(noun, ())


def measure_room(doc: Document, room: Room, rooms: list[Room]) -> None:
    """The area beside a room: '14 classrooms at 60 m2 each', 'a 200 m2 canteen'."""
    for quantity in doc.quantities:
        inside = room.evidence.first <= quantity.first < room.evidence.last
        if (
            quantity.kind != "area"
            or (any(doc.taken[quantity.first : quantity.last]) and not inside)
            or doc.is_aside(quantity.first, quantity.last)
        ):
            continue
        if not (
            _follows(doc, room, quantity)
            or _precedes(doc, room, quantity)
            or _per_room(doc, room, quantity)
        ):
            continue
        area = quantity.value
        evidence = measured(quantity)
        if (
            room.count > 1
            and any(
                w in ("total", "totalling", "totaling", "together", "combined")
                for w in doc.words[room.evidence.last : quantity.last + 2]
            )
            and "each" not in doc.words[quantity.last : quantity.last + 2]
        ):
            area /= room.count
        room.area, room.area_evidence = tidy(area), evidence
        doc.take(quantity.first, quantity.last)
        return


def _follows(doc: Document, room: Room, quantity: Quantity) -> bool:
    gap = range(room.evidence.last, quantity.first)
    if quantity.first < room.evidence.last or len(gap) > 5:
        return False
    words = [doc.words[i] for i in gap]
    if (
        words[:1] == ["("]
        and ")" not in words
        and "each" in doc.words[quantity.last : quantity.last + 2]
    ):
        # "20 flats (2BHK, 85 sqm each)".
        return True
    if words[-1:] == ["("] and words[0] == "for" and len(words) == 3:
        # "Studio for painting (35 m2)".
        return True
    if "," in words:
        each = "each" in doc.words[quantity.last : quantity.last + 2] or "each" in words
        # "20 flats, each flat 1,050 sq ft".
        again = doc.lemmas[room.evidence.last - 1]
        return each and all(doc.words[i] in LINKS or doc.lemmas[i] == again for i in gap)
    return all(w in LINKS for w in words)


def _precedes(doc: Document, room: Room, quantity: Quantity) -> bool:
    if room.evidence.first <= quantity.first < room.evidence.last:
        return True
    gap = range(quantity.last, room.evidence.first)
    if quantity.last > room.evidence.first or len(gap) > 3 or room.count > 1:
        return False
    return all(
        doc.kinds[i] != MARK
        and (
            doc.words[i] in describing_words()
            or doc.words[i] in ("of",)
            or doc.words[i] not in breaking_words()
        )
        for i in gap
    )
