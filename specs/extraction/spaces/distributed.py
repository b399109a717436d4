"""Rooms that every one of several others has: 'three bedrooms, each with its own bathroom'."""

from specs.extraction.spaces.rooms import Room
from specs.language.clauses import FULL_STOPS
from specs.language.document import Document
from specs.language.facts import Evidence
from specs.language.tokens import MARK

EVERY = frozenset({"each", "all", "both", "every"})
BELONGING = frozenset(
    {"bathroom", "half_bathroom", "shower_room", "restroom", "wet_room", "wetroom"}
)
OWNING = frozenset(
    {"bedroom", "room", "hotel_room", "patient_room", "guest_room", "cell", "cabin", "studio"}
)
LINKS = frozenset(
    {"with", "its", "their", "own", "private", "a", "an", "has", "have", "having", "gets", "get",
     "one", "of", "them", "and", "the", "is", "are", "attached", "en", "suite", "separate"}
)  # fmt: skip
REACH = 7
ENDS = frozenset({",", "(", "-", "—", ".", ";", ":"})


def distribute(doc: Document, rooms: list[Room]) -> None:
    """Count a bathroom once for every bedroom that is said to have one."""
    rooms.extend(_all_ensuite(doc, rooms))
    for index, room in enumerate(rooms):
        if room.type not in BELONGING or room.count != 1:
            continue
        count = (
            _owners_ahead(doc, rooms[:index], room)
            or _owners_behind(doc, rooms, room)
            or _with_own(doc, rooms[:index], room)
        )
        if count:
            room.count = count


def _all_ensuite(doc: Document, rooms: list[Room]) -> list[Room]:
    """'Four bedrooms, all en suite': said of the bedrooms, and as many bathrooms."""
    for mention in doc.mentions:
        first, last = mention.first, mention.last
        if "".join(doc.words[first:last]) != "ensuite" or not doc.is_free(first, last):
            continue
        owner = next((r for r in rooms if 0 < first - r.evidence.last <= 2), None)
        every = first > 0 and doc.words[first - 1] in EVERY
        if owner is not None and every and owner.type in OWNING and owner.count > 1:
            doc.take(first, last)
            return [Room("bathroom", owner.count, Evidence(first - 1, last, 0.85))]
    return []


def _owners_ahead(doc: Document, before: list[Room], room: Room) -> int:
    """'Three bedrooms, each with its own bathroom', '2 bedrooms, both en suite'."""
    owner = next((r for r in reversed(before) if r.type in OWNING and r.count > 1), None)
    if owner is None:
        return 0
    at, stop = room.evidence.first, max(owner.evidence.last, room.evidence.first - REACH)
    while at < room.evidence.last and doc.words[at] not in EVERY:
        at += 1
    if at == room.evidence.last:
        at = room.evidence.first - 1
        noun = doc.lemmas[owner.evidence.last - 1]
        while at >= stop and (doc.words[at] in LINKS or doc.lemmas[at] == noun):
            at -= 1
    if at < stop or doc.words[at] not in EVERY:
        return 0
    between = doc.words[owner.evidence.last : at]
    near = all(word in ENDS or word in LINKS or word in WHERE for word in between)
    return owner.count if near or _is_named_again(doc, owner, at) else 0


def _with_own(doc: Document, before: list[Room], room: Room) -> int:
    """'Six cells of 14 m2 with own shower room', '4 guest rooms with private bathroom'."""
    at = room.evidence.first
    while at > 0 and doc.words[at] != "with" and doc.words[at - 1] in OWN:
        at -= 1
    if OWN_ONLY.isdisjoint(doc.words[at : room.evidence.last]) or doc.words[at] != "with":
        return 0
    owner = before[-1] if before else None
    if owner is None or owner.type not in OWNING or owner.count < 2:
        return 0
    between = range(owner.evidence.last, at)
    near = len(between) <= REACH and all(doc.kinds[i] != MARK for i in between)
    return owner.count if near else 0


OWN_ONLY = frozenset({"own", "private", "attached"})
OWN = OWN_ONLY | {"with", "their", "its", "an", "a"}
WHERE = frozenset({"upstairs", "downstairs", "above", "m2", "sqm"})


def _is_named_again(doc: Document, owner: Room, at: int) -> bool:
    """'Four bedrooms. Every bedroom has its own bathroom'."""
    return doc.lemmas[at + 1 : at + 2] == [doc.lemmas[owner.evidence.last - 1]]


def _owners_behind(doc: Document, rooms: list[Room], room: Room) -> int:
    """'An en suite to each bedroom', 'a bathroom for every bedroom', 'one bath per bedroom'."""
    at = room.evidence.last
    if doc.words[at : at + 1] not in (["to"], ["for"], ["in"], ["per"], ["off"], ["with"]):
        return 0
    at += doc.words[at] != "per"
    if doc.words[at : at + 1] == [] or not (doc.words[at] in EVERY or doc.words[at] == "per"):
        return 0
    behind = doc.lemmas[at + 1 : at + 5]
    end = next((i for i, word in enumerate(behind) if word in FULL_STOPS), len(behind))
    named = [r for r in rooms if r.type in OWNING and r.count > 1]
    owner = next((r for r in named if doc.lemmas[r.evidence.last - 1] in behind[:end]), None)
    if owner is None and end == 0 and len(named) == 1:
        owner = named[0]
    return owner.count if owner is not None else 0
