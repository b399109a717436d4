"""A room as it was read, and what decides whether a word names one."""

from dataclasses import dataclass
from functools import cache

from specs.knowledge import listed, table, wordset
from specs.language.document import Document
from specs.language.facts import Evidence, measured
from specs.language.lexicon import SPACE, snake
from specs.language.noun_phrases import phrase_end
from specs.language.phrases import Entry, Mention
from specs.language.quantity import Quantity
from specs.language.subject import Subject
from specs.language.tokens import WORD
from specs.language.words import describing_words, lemma, singular
from specs.records import Number

CLOSERS = wordset("spaces", "closers")

WITH_SHOPS = wordset("spaces", "with_shops")


@dataclass(slots=True)
class Room:
    type: str
    count: int
    evidence: Evidence
    area: Number | None = None
    area_evidence: Evidence | None = None


@cache
def room_endings() -> frozenset[str]:
    return frozenset(lemma(w) for w in listed(table("spaces")["endings"]))


@cache
def space_words(name: str) -> frozenset[str]:
    return frozenset(listed(table("spaces")[name]))


def is_modifier(doc: Document, at: int, limit: int, subject: Subject | None = None) -> bool:
    """Whether a noun goes on behind the room: 'bedroom windows', 'office chairs'.

    The thing itself is no such noun: a '3 bed cottage' has three bedrooms.
    """
    if at >= len(doc.words) or doc.kinds[at] != WORD:
        return False
    if _is_list(doc, at):
        return False
    end = phrase_end(doc.tokens, at, min(limit, len(doc.words)))
    if subject is not None and at <= subject.first < end <= subject.last:
        return False
    following = [i for i in range(at, end) if doc.words[i] not in describing_words()]
    return bool(following) and doc.lemmas[end - 1] not in CLOSERS


SHORTEST_LIST, SHORTEST_COUNTED = 4, 3
"""Rooms without a comma that make a list, where some of them are counted."""


def _is_list(doc: Document, at: int) -> bool:
    """Whether the room at `at` is one of many without a comma: '5 bed 3 bath office pantry'."""
    if not _is_room(doc, at):
        return False
    rooms, place, counts = 0, at, 0
    while place < len(doc.words) and _is_room(doc, place):
        mention = doc.mention_at[place]
        rooms, place = rooms + 1, mention.last if mention is not None else place
        past = _past_count(doc, place)
        counts, place = counts + (past > place), past
    place = at - 1
    while place >= 0 and _is_room(doc, place):
        mention = doc.mention_at[place]
        rooms, place = rooms + 1, (mention.first if mention is not None else place) - 1
        counted = doc.quantity_at[place] if place >= 0 else None
        if counted is not None and counted.kind == "count":
            counts, place = counts + 1, counted.first - 1
    return rooms >= (SHORTEST_COUNTED if counts > 1 else SHORTEST_LIST)


def _is_room(doc: Document, at: int) -> bool:
    mention = doc.mention_at[at]
    return mention is not None and mention.entry(SPACE) is not None


def _past_count(doc: Document, at: int) -> int:
    counted = doc.quantity_at[at] if at < len(doc.words) else None
    return counted.last if counted is not None and counted.kind == "count" else at


def room_name(subject: Subject, name: str, noun: str, doc: Document, last: int) -> str:
    """Short words mean what the building makes of them: beds, rooms, units, suites, keys."""
    if (
        noun in ("bed", "bedded")
        and name == "bedroom"
        and subject.category
        in ("hospital", "hotel", "fire_station", "community_center", "care_home")
    ):
        return ""
    if noun == "unit" and name == "apartment" and subject.category in ("retail",):
        return "retail_unit"
    if noun == "unit" and name == "apartment" and subject.category == "warehouse":
        return "storage_unit"
    if name == "hotel_room" and noun in ("suite", "key") and subject.category != "hotel":
        return snake(noun)
    if name == "hotel_room" and noun == "room" and subject.category in ("hospital", "care_home"):
        # "24 single rooms, 6 double rooms".
        return "patient_room" if subject.category == "hospital" else "bedroom"
    if noun == "theater" and subject.category == "hospital":
        return "operating_room"
    if noun == "ward" and subject.category == "hospital":
        return "patient_room"
    if name == "bedroom" and subject.category == "hotel":
        return "hotel_room"
    if (
        name == "retail_unit"
        and noun in ("store", "shop", "boutique", "kiosk")
        and subject.category not in WITH_SHOPS
    ):
        return STORE if noun == "store" else snake(noun)
    return name


ROOM_OF = {"hotel": "hotel_room", "hospital": "patient_room"}
"""What the rooms of such a building are."""
STORE = "storage_room"
"""What a store is where nothing is sold."""
STORES = ("_store_room", "_storage_room", "_stock_room", "_storeroom", "_stockroom")
"""How the name of a room for goods of one sort ends: 'flour store room'."""


def own_name(doc: Document, first: int, last: int) -> str:
    """A room that the vocabulary lacks keeps the prompt's words, in the singular (rule 6)."""
    words = ["room" if word in ("rm", "rms") else word for word in doc.words[first:last]]
    if doc.lemmas[last - 1] != words[-1]:
        words = [*words[:-1], singular(words[-1])]
    return snake(" ".join(words))


def is_numbered(doc: Document, first: int) -> bool:
    """Whether a number in front counts what starts at `first`: '4 bedrooms'."""
    ahead = doc.quantity_at[first - 1] if first else None
    return ahead is not None and ahead.kind in ("count", "ordinal")


def is_sized(doc: Document, first: int, last: int) -> bool:
    """'Shop of 120 m2', 'a 120 m2 shop'."""
    return any(
        q.kind == "area" and (0 <= q.first - last <= 2 or q.end == first) for q in doc.quantities
    )


def called(doc: Document, mention: Mention, entry: Entry) -> str:
    """The room's name in the vocabulary, or its own words where that lacks it."""
    return entry.name if entry.detail is None else own_name(doc, mention.first, mention.last)


def rooms_of(
    doc: Document, subject: Subject, quantity: Quantity, name: str, last: int
) -> list[Room]:
    """The rooms of one name that a number counts: 'two and a half baths' are of two names."""
    evidence = measured(quantity)
    evidence = Evidence(
        quantity.first, last, evidence.confidence, evidence.bound, evidence.low, evidence.high
    )
    if doc.lemmas[last - 1] == "bhk" and subject.category != "house" and last != subject.first:
        return []
    name = room_name(subject, name, doc.lemmas[last - 1], doc, last)
    if not name:
        return []
    whole = int(quantity.low) if quantity.bound == "range" and quantity.low else int(quantity.value)
    if name == "garage" and any(
        w in ("car", "cars", "bay", "vehicle") for w in doc.words[quantity.last : last]
    ):
        return [Room("garage", 1, evidence)]
    rooms = [Room(name, max(1, whole), evidence)] if whole >= 1 else []
    if name == "bathroom" and quantity.value - int(quantity.value) == 0.5:
        rooms.append(Room("half_bathroom", 1, evidence))
    return rooms
