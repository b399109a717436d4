"""Rooms of a building, with how many and how large."""

from specs.extraction.spaces.apart import bedrooms_beside, measure_each, more_of_them
from specs.extraction.spaces.areas import measure_room
from specs.extraction.spaces.bare_areas import give_back, measure_bare
from specs.extraction.spaces.breakdown import split_by_size
from specs.extraction.spaces.counted import counted_rooms
from specs.extraction.spaces.distributed import distribute
from specs.extraction.spaces.floors import repeat_on_floors
from specs.extraction.spaces.named import named_rooms, single_room
from specs.extraction.spaces.rooms import STORE, STORES, Room, own_name
from specs.extraction.spaces.sized import LIST, sized_rooms
from specs.language.document import Document
from specs.language.facts import Evidence
from specs.language.lexicon import SPACE
from specs.language.quantity import Quantity
from specs.language.subject import Subject


def read_spaces(doc: Document, subject: Subject, stories: int | None = None) -> list[Room]:
    if subject.design_type != "building":
        return []
    found: list[Room] = []
    bare = measure_bare(doc)
    _read_counted(doc, subject, found)
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
    found.extend(named_rooms(doc, subject, several=len(found) >= LIST))
    found.sort(key=lambda r: r.evidence.first)
    _rename_stores(doc, subject, found)
    found = _with_ensuite(doc, found)
    repeat_on_floors(doc, found, stories)
    distribute(doc, found)
    found = split_by_size(doc, found)
    for room in found:
        if room.area is None:
            measure_room(doc, room, found)
    measure_each(doc, found)
    unknown = sized_rooms(doc, subject, found)
    for room in unknown:
        measure_room(doc, room, unknown)
    # A word of another script gives no name that the spec could hold, and half a room is none.
    rooms = [r for r in (*found, *unknown) if r.type[:1].isalpha() and r.count >= 1]
    for room in rooms:
        if room.area is not None and room.area <= 0:
            # "Two rooms of 0 m2": a slip, and no size of anything.
            room.area = room.area_evidence = None
        if room.type.endswith(STORES):
            room.type = STORE
    found = sorted(rooms, key=lambda r: r.evidence.first)
    give_back(doc, bare)
    return _merged(_without_doubles(doc, found))


def _with_ensuite(doc: Document, found: list[Room]) -> list[Room]:
    """'Family bathroom, ensuite to the main bedroom': two, where nothing counts them."""
    baths = [room for room in found if room.type == "bathroom" and room.area is None]
    own = [r for r in baths if doc.words[r.evidence.last - 1] in ENSUITE and r.count == 1]
    others = [r for r in baths if r not in own and _is_single(r)]
    if len(own) != 1 or len(others) != 1 or len(baths) != len(own) + len(others):
        return found
    others[0].count = 2
    return [room for room in found if room is not own[0]]


ENSUITE = frozenset({"ensuite", "suite"})


def _rename_stores(doc: Document, subject: Subject, found: list[Room]) -> None:
    """'Shop 45 m2, store 20 m2': beside a shop the store is where things are kept."""
    shops = [room for room in found if room.type == "retail_unit"]
    stores = [r for r in shops if doc.lemmas[r.evidence.last - 1] == "store" and r.count == 1]
    shop = subject.last and doc.lemmas[subject.last - 1] in SHOPS
    if shop or 0 < len(stores) < len(shops):
        for room in stores:
            room.type = "storage_room"


def _read_counted(doc: Document, subject: Subject, found: list[Room]) -> None:
    for quantity in doc.quantities:
        if (
            quantity.kind == "count"
            and doc.is_free(quantity.first, quantity.last)
            and not any(doc.taken[quantity.first : quantity.last])
        ):
            rooms = counted_rooms(doc, subject, quantity) or _others(doc, quantity, found)
            if not rooms and subject.category in HOMES:
                rooms = bedrooms_beside(doc, quantity)
            if not rooms and more_of_them(doc, quantity, found):
                continue
            found.extend(rooms)
            for room in rooms:
                doc.take(room.evidence.first, room.evidence.last)
                if _is_included(doc, found, room):
                    found.remove(room)


def _is_included(doc: Document, found: list[Room], room: Room) -> bool:
    """'122 keys (incl. 8 suites)': some of those that were counted before."""
    at = room.evidence.first - 1
    while at > 0 and doc.words[at] in (".", "these", "them", "which"):
        at -= 1
    if at < 1 or doc.words[at] not in INCLUDING:
        return False
    return any(
        other is not room and other.type == room.type and other.count > room.count
        for other in found
    )


INCLUDING = frozenset({"incl", "including", "inc", "includes", "among", "thereof", "of"})


def _others(doc: Document, quantity: Quantity, found: list[Room]) -> list[Room]:
    """'40 shops of 12 m2, 6 of 30 m2': the second number counts the same rooms."""
    at = quantity.last
    behind = doc.quantity_at[at + 1] if at + 1 < len(doc) else None
    if not found or behind is None or behind.kind != "area" or doc.words[at] not in OF:
        return []
    before = found[-1]
    near = 0 < quantity.first - before.evidence.last <= REACH
    if not near or before.count < 2 or doc.words[quantity.first - 1] not in JOINTS:
        return []
    return [Room(before.type, int(quantity.value), Evidence(quantity.first, at, 0.95))]


SHOPS = frozenset({"shop", "boutique", "bakery", "pharmacy", "florist", "showroom"})
HOMES = frozenset({"house", "apartment", "garage", "general"})
OF = frozenset({"of", "at", "@"})
JOINTS = frozenset({",", "and", "+", "&", ";", "plus"})
REACH = 8


def _without_doubles(doc: Document, rooms: list[Room]) -> list[Room]:
    """'A 2BHK row house … 2 bedrooms': the bedrooms of the kind's own name, said again."""
    named = [room for room in rooms if doc.lemmas[room.evidence.last - 1] in BED_WORDS]
    if not named:
        return rooms
    home = named[0]
    again = next(
        (
            room
            for room in rooms
            if room is not home
            and room.type == home.type
            and room.count == home.count
            and room.evidence.first > home.evidence.last
            and doc.lemmas[room.evidence.last - 1] not in BED_WORDS
        ),
        None,
    )
    if again is None or home.area is not None or home.count < 2:
        return rooms
    return [room for room in rooms if room is not home]


BED_WORDS = frozenset({"bhk", "bed"})


def _merged(rooms: list[Room]) -> list[Room]:
    """One entry per type and area."""
    kept: list[Room] = []
    for room in rooms:
        same = next((r for r in kept if r.type == room.type and r.area == room.area), None)
        bare = next((r for r in kept if r.type == room.type and _is_bare(r)), None)
        if same is None and bare is not None and _is_single(room):
            # "A flat above the shop. Shop 65 m2, flat 60 m2": said again, with its size.
            bare.area, bare.area_evidence = room.area, room.area_evidence
        elif same is None:
            kept.append(room)
        elif room.count > 1 or same.count > 1 or room.evidence.confidence > 0.9:
            if room.evidence.confidence > 0.9 and same.evidence.confidence > 0.9:
                same.count += room.count
            elif room.evidence.confidence > 0.9:
                same.count, same.evidence = room.count, room.evidence
    return kept


def _is_single(room: Room) -> bool:
    """Whether a room is only named and not counted."""
    return room.count == 1 and room.evidence.confidence < 0.9


def _is_bare(room: Room) -> bool:
    return _is_single(room) and room.area is None
