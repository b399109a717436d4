"""Rooms that every floor has: '4 flats each floor (so 24)', 'each level 3 bedrooms and a bath'."""

from specs.extraction.spaces.rooms import Room
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.quantity import Quantity
from specs.language.tokens import WORD

EVERY = frozenset({"each", "every", "per"})
FLOORS = frozenset({"floor", "level", "story", "deck", "fl", "flr", "etage"})
# Between a room and the words that say it is on every floor.
BETWEEN = wordset("spaces", "beside_floors")
SUMS = wordset("spaces", "sums")
FARTHEST = 8


def repeat_on_floors(doc: Document, rooms: list[Room], stories: int | None) -> None:
    """Give rooms of every floor their number in the whole building, as stated or counted."""
    spans = _spans(doc, rooms)
    repeated: dict[int, list[Room]] = {}
    for room in rooms:
        end = _every_floor(doc, room, spans)
        if end:
            repeated.setdefault(end, []).append(room)
    for end, group in repeated.items():
        totals = _totals(doc, max(end, group[-1].evidence.last))
        if len(totals) == len(group) and all(
            total.value >= room.count for total, room in zip(totals, group, strict=True)
        ):
            for total, room in zip(totals, group, strict=True):
                room.count = int(total.value)
                doc.take(total.first, total.last)
        elif stories is not None:
            for room in group:
                room.count *= stories
        for room in group:
            _drop_sum(rooms, room)


def _spans(doc: Document, rooms: list[Room]) -> bytearray:
    """The tokens that rooms and areas take."""
    found = bytearray(len(doc.words))
    for room in rooms:
        for at in range(room.evidence.first, room.evidence.last):
            found[at] = 1
    for quantity in doc.quantities:
        if quantity.kind == "area":
            for at in range(quantity.first, quantity.last):
                found[at] = 1
    return found


def _every_floor(doc: Document, room: Room, spans: bytearray) -> int:
    """The end of the 'each floor' that is said of a room; 0 where nothing is."""
    at = room.evidence.last
    for _ in range(FARTHEST):
        end = _floor_at(doc, at)
        if end:
            return end
        if at >= len(doc.words) or not (spans[at] or doc.words[at] in BETWEEN):
            break
        at += 1
    at = room.evidence.first - 1
    for _ in range(FARTHEST):
        end = _floor_at(doc, at) if at >= 0 else 0
        if end:
            return end
        if at < 1 or not (spans[at] or doc.words[at] in BETWEEN or doc.lemmas[at] in FLOORS):
            break
        at -= 1
    return 0


def _floor_at(doc: Document, at: int) -> int:
    """Behind 'each floor', 'per level' or, where the floors were counted, 'on each'."""
    if at >= len(doc.words) or doc.words[at] not in EVERY:
        return 0
    if doc.lemmas[at + 1 : at + 2] and doc.lemmas[at + 1] in FLOORS:
        # "Each floor plate is 1,600 m2" speaks of the floor.
        return 0 if doc.words[at + 2 : at + 3] in (["plate"], ["area"]) else at + 2
    ahead = doc.quantity_at[at - 3] if at > 2 and doc.words[at - 1] == "," else None
    if ahead is not None and ahead.kind == "count" and doc.lemmas[at - 2] in FLOORS:
        # "Six floors, each with 12 studios".
        return at + 1
    alone = at + 1 >= len(doc.words) or doc.kinds[at + 1] != WORD or doc.words[at + 1] in BETWEEN
    counted = any(
        doc.lemmas[i] in FLOORS and doc.quantity_at[i - 1] is not None for i in range(1, at)
    )
    return at + 1 if alone and counted and doc.words[at - 1 : at] == ["on"] else 0


def _totals(doc: Document, at: int) -> list[Quantity]:
    """The sums behind: '→ 72', '(so 24)', 'so 6 and 2 altogether'."""
    found: list[Quantity] = []
    stop, said = min(len(doc.words), at + FARTHEST), False
    while at < stop:
        quantity = doc.quantity_at[at]
        if quantity is not None and quantity.kind == "count" and said:
            at = quantity.last
            if at < len(doc.words) and doc.kinds[at] == WORD and doc.words[at] not in SUMS:
                return []
            found.append(quantity)
        elif quantity is not None and quantity.kind == "area":
            at = quantity.last
        elif doc.words[at] in SUMS:
            said, at = True, at + 1
        elif doc.words[at] in BETWEEN or doc.words[at] == "(":
            at += 1
        else:
            break
    return found


def _drop_sum(rooms: list[Room], room: Room) -> None:
    """'24 flats, 4 flats on each floor': the first number has counted them already."""
    if any(r is not room and r.type == room.type and r.count >= room.count > 1 for r in rooms):
        rooms.remove(room)
