"""Rooms of one sort that differ in size: '3 studios (120, 90, 60 m2)', '40 flats: 16 of 50 m2'."""

from dataclasses import replace

from specs.extraction.spaces.rooms import Room
from specs.language.clauses import FULL_STOPS
from specs.language.document import Document
from specs.language.facts import Evidence, measured, tidy
from specs.language.quantity import Quantity

OPENERS = frozenset({"(", ":", "of", "at", "-", "—", "with", "@", "="})
JOINTS = frozenset({",", "and", "&", "+", "/", "plus", "x", "×"})
FARTHEST = 40
"""Tokens of a breakdown."""


def split_by_size(doc: Document, rooms: list[Room]) -> list[Room]:
    """Give every size of a room its own entry, as a prompt lists them."""
    found: list[Room] = []
    dropped: set[int] = set()
    counted = bytearray(len(doc.words))
    for room in rooms:
        for at in range(room.evidence.first, room.evidence.last):
            counted[at] = 1
    for room in rooms:
        if id(room) in dropped:
            continue
        parts = _by_areas(doc, room) or _by_counts(doc, room, counted)
        if parts:
            last = parts[-1].evidence.last
            if all(part.area is None for part in parts):
                # "14 flats (6 one-bed, 8 two-bed)" are flats, and no beds beside them.
                parts = []
            for other in rooms:
                inside = room.evidence.last <= other.evidence.first < last
                if other is not room and inside and _is_part(room, other):
                    dropped.add(id(other))
        found.extend(parts or [room])
    return [room for room in found if id(room) not in dropped]


def _is_part(room: Room, other: Room) -> bool:
    """'40 units: 16 one-beds': the bed is no room beside the flats."""
    return other.type in (room.type, "bedroom", "standard", "double", "twin", "single")


def _by_areas(doc: Document, room: Room) -> list[Room]:
    """'3 studios (120, 90, 60 m2)': as many areas as there are rooms."""
    if not 1 < room.count <= MOST:
        return []
    at, figures = room.evidence.last, list[Quantity]()
    while at < len(doc.words) and doc.words[at] in OPENERS:
        at += 1
    while at < len(doc.words) and len(figures) < room.count:
        quantity = doc.quantity_at[at]
        if quantity is not None and quantity.kind in ("count", "area") and quantity.low is None:
            figures.append(quantity)
            at = quantity.last
        elif figures and doc.words[at] in JOINTS:
            at += 1
        else:
            break
    if len(figures) != room.count or figures[-1].kind != "area" or not figures[-1].number:
        return []
    if any(any(doc.taken[q.first : q.last]) for q in figures):
        return []
    scale = figures[-1].value / figures[-1].number
    parts: list[Room] = []
    for figure in figures:
        value = figure.value if figure.kind == "area" else figure.number * scale
        doc.take(figure.first, figure.last)
        same = next((part for part in parts if part.area == tidy(value)), None)
        if same is not None:
            same.count += 1
            continue
        evidence = replace(room.evidence, last=figure.last) if not parts else measured(figure)
        parts.append(Room(room.type, 1, evidence, tidy(value), measured(figure)))
    return parts


MOST = 12


def _by_counts(doc: Document, room: Room, counted: bytearray) -> list[Room]:
    """'132 keys (120 standard at 28 m2, 12 suites at 55 m2)': counts that add up to the first."""
    at = room.evidence.last
    if room.count < 2 or doc.words[at : at + 1] not in (["("], [":"], ["—"], ["-"]):
        return []
    bracket, parts, total = doc.words[at] == "(", list[Room](), 0
    stop = min(len(doc.words), at + FARTHEST)
    at += 1
    while at < stop and total < room.count:
        word, quantity = doc.words[at], doc.quantity_at[at]
        if word in FULL_STOPS or (bracket and word == ")"):
            break
        if quantity is None:
            at += 1
            continue
        whole = quantity.group < 0 or quantity.place == 0
        if quantity.kind == "count" and whole and _opens_part(doc, quantity, counted):
            total += int(quantity.value)
            first, last = quantity.first, quantity.last
            parts.append(Room(room.type, int(quantity.value), Evidence(first, last, 0.9)))
        elif quantity.kind == "area" and parts and parts[-1].area is None:
            parts[-1].area, parts[-1].area_evidence = tidy(quantity.value), measured(quantity)
            parts[-1].evidence = replace(parts[-1].evidence, last=quantity.last)
        at = max(at + 1, quantity.last)
    if total != room.count or len(parts) < 2:
        return []
    _measure_last(doc, parts[-1])
    if all(part.area is None for part in parts):
        beds = range(parts[-1].evidence.last, min(len(doc.words), parts[-1].evidence.last + 3))
        last = next((at + 1 for at in beds if doc.lemmas[at] in BEDS), parts[-1].evidence.last)
        parts[-1].evidence = replace(parts[-1].evidence, last=last + 1)
        return parts
    for part in parts:
        doc.take(part.evidence.first, part.evidence.last)
    return parts


BEDS = frozenset({"bed", "bedroom", "br", "bedder"})


def _opens_part(doc: Document, quantity: Quantity, counted: bytearray) -> bool:
    """'24 two-beds' is one part and not two."""
    ahead = doc.quantity_at[quantity.first - 1]
    if doc.taken[quantity.first] and not counted[quantity.first]:
        # "Two storeys" are no part of the rooms.
        return False
    return ahead is None and doc.words[quantity.first - 1] not in ("x", "×", "of", "with")


def _measure_last(doc: Document, part: Room) -> None:
    """The area behind the last count of a breakdown."""
    at, stop = part.evidence.last, min(len(doc.words), part.evidence.last + 6)
    while part.area is None and at < stop and doc.words[at] not in (",", ")", ";", ".", "\n"):
        quantity = doc.quantity_at[at]
        if quantity is not None and quantity.kind == "area":
            part.area, part.area_evidence = tidy(quantity.value), measured(quantity)
            part.evidence = replace(part.evidence, last=quantity.last)
        at += 1
