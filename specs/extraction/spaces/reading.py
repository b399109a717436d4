"""Rooms of a building, with how many and how large."""

from specs.extraction.spaces.areas import measure_room
from specs.extraction.spaces.counted import counted_rooms
from specs.extraction.spaces.named import named_rooms, single_room
from specs.extraction.spaces.rooms import Room, own_name
from specs.language.document import Document
from specs.language.lexicon import SPACE
from specs.language.subject import Subject


def read_spaces(doc: Document, subject: Subject) -> list[Room]:
    if subject.design_type != "building":
        return []
    found: list[Room] = []
    for quantity in doc.quantities:
        if (
            quantity.kind == "count"
            and doc.is_free(quantity.first, quantity.last)
            and not any(doc.taken[quantity.first : quantity.last])
        ):
            rooms = counted_rooms(doc, subject, quantity)
            found.extend(rooms)
            for room in rooms:
                doc.take(room.evidence.first, room.evidence.last)
    for mention in doc.mentions:
        entry = mention.entry(SPACE)
        if (
            entry is not None
            and doc.is_free(mention.first, mention.last)
            and not any(doc.taken[mention.first : mention.last])
        ):
            name = (
                entry.name if entry.detail is None else own_name(doc, mention.first, mention.last)
            )
            room_found = single_room(doc, subject, mention, name)
            if room_found is not None:
                found.append(room_found)
                doc.take(room_found.evidence.first, room_found.evidence.last)
    found.extend(named_rooms(doc, subject))
    found.sort(key=lambda r: r.evidence.first)
    for room in found:
        measure_room(doc, room, found)
    return _merged(found)


def _merged(rooms: list[Room]) -> list[Room]:
    """One entry per type and area."""
    kept: list[Room] = []
    for room in rooms:
        same = next((r for r in kept if r.type == room.type and r.area == room.area), None)
        if same is None:
            kept.append(room)
        elif room.count > 1 or same.count > 1 or room.evidence.confidence > 0.9:
            if room.evidence.confidence > 0.9 and same.evidence.confidence > 0.9:
                same.count += room.count
            elif room.evidence.confidence > 0.9:
                same.count, same.evidence = room.count, room.evidence
    return kept
