"""Counted rooms: '4 bedrooms', 'parking for 45 cars', 'server rooms: 2'."""

from specs.extraction.spaces.rooms import Room, is_modifier, own_name, room_endings, room_name
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.facts import Evidence, measured
from specs.language.lexicon import SPACE, snake
from specs.language.noun_phrases import breaking_words, phrase_end
from specs.language.phrases import Entry, Mention
from specs.language.quantity import Quantity
from specs.language.subject import Subject
from specs.language.tokens import WORD
from specs.language.words import describing_words, singular

PARKING_WORDS = wordset("spaces", "parking_words")

PARKING = "parking_space"

CARS = wordset("spaces", "cars")

AREA_LINKS = wordset("spaces", "area_links") | frozenset("(@:")
NO_SPACES = wordset("spaces", "no_spaces")

ROOM_OF = {"hotel": "hotel_room", "hospital": "patient_room"}


def counted_rooms(doc: Document, subject: Subject, quantity: Quantity) -> list[Room]:
    at, size = quantity.last, len(doc)
    if quantity.value < 1 or _is_flat_type(doc, quantity):
        return []
    labelled = _labelled(doc, subject, quantity)
    if labelled or at >= size:
        return labelled
    at = _behind_size(doc, at)
    if at >= size:
        return []
    own = doc.mention_at[quantity.first]
    if own is not None and own.last > at and doc.lemmas[at] == "bedroom":
        # "Two-bedroom flat" is one thing, and says how many rooms it has.
        if own.first < subject.last and subject.first < own.last:
            return [Room("bedroom", int(quantity.value), Evidence(quantity.first, at + 1))]
        return []
    named = _named_rooms(doc, subject, quantity, at)
    if named is not None:
        return named
    cars = _cars(doc, quantity)
    if cars:
        return cars
    if doc.lemmas[at] in CARS and doc.words[at + 1 : at + 3] == ["of", "parking"]:
        return [Room(PARKING, int(quantity.value), Evidence(quantity.first, at + 3))]
    return _unknown_room(doc, subject, quantity)


def _is_flat_type(doc: Document, quantity: Quantity) -> bool:
    """'9 flats (6 x 2-bed, 3 x 1-bed)': the beds of one flat."""
    at = quantity.first
    times = at > 1 and doc.words[at - 1] in ("x", "×") and doc.quantity_at[at - 2] is not None
    return times and doc.lemmas[quantity.last : quantity.last + 1] in (["bed"], ["bedroom"], ["br"])


def _behind_size(doc: Document, at: int) -> int:
    """'4 x 60 m2 flats': the size stands between the count and its rooms."""
    sized = None
    if doc.words[at] in ("x", "×") and at + 1 < len(doc):
        sized = doc.quantity_at[at + 1]
    return sized.last if sized is not None and sized.kind == "area" else at


def _named_rooms(doc: Document, subject: Subject, quantity: Quantity, at: int) -> list[Room] | None:
    size = len(doc)
    limit = min(size, at + 5)
    place = at
    while place < limit and doc.kinds[place] == WORD:
        mention = doc.mention_at[place]
        entry = mention.entry(SPACE) if mention is not None and mention.first == place else None
        if entry is not None and mention is not None:
            if not is_modifier(doc, mention.last, limit + 2, subject):
                return _room(doc, subject, quantity, _name(doc, mention, entry), mention.last)
            place = mention.last
            continue
        if doc.words[place] in breaking_words() or doc.quantity_at[place] is not None:
            break
        place += 1
    return None


def _name(doc: Document, mention: Mention, entry: Entry) -> str:
    return entry.name if entry.detail is None else own_name(doc, mention.first, mention.last)


def _labelled(doc: Document, subject: Subject, quantity: Quantity) -> list[Room]:
    """'Bedrooms: 4', 'server rooms = 2', 'fitting rooms (3)'."""
    at = quantity.first - 2
    end = quantity.last
    bracketed = at >= 0 and doc.words[at + 1] == "(" and doc.words[end : end + 1] == [")"]
    if at < 0 or not (bracketed or doc.words[at + 1] in (":", "=", "x", "×")):
        return []
    if end < len(doc) and doc.kinds[end] == WORD and doc.words[end] not in breaking_words():
        # "Office: 6 meeting rooms": a title, and the number counts what follows.
        return []
    mention = doc.mention_at[at]
    entry = mention.entry(SPACE) if mention is not None and mention.last == at + 1 else None
    if entry is None or mention is None:
        return []
    rooms = _room(doc, subject, quantity, _name(doc, mention, entry), mention.last)
    for room in rooms:
        room.evidence = Evidence(mention.first, quantity.last, 0.95)
    return rooms


def _room(doc: Document, subject: Subject, quantity: Quantity, name: str, last: int) -> list[Room]:
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


def _cars(doc: Document, quantity: Quantity) -> list[Room]:
    """'parking for 45 cars', 'garage for 480 cars', '350 spaces' of a car park."""
    at = quantity.last
    end = phrase_end(doc.tokens, at, min(len(doc), at + 4))
    before = doc.words[max(0, quantity.first - 7) : quantity.first]
    near = any(w in PARKING_WORDS for w in before) or any(
        doc.lemmas[i] in ("parking", "car") for i in range(at, end)
    )
    for place in range(at, end):
        if doc.lemmas[place] in CARS:
            if doc.lemmas[place] in ("car", "vehicle", "automobile"):
                if doc.lemmas[place + 1 : place + 2] in (["garage"], ["carport"]):
                    return [Room("garage", 1, Evidence(quantity.first, place + 2))]
                if "bike" in doc.words[at:place]:
                    return []
                first = _parking_word(doc, quantity.first)
                return [Room(PARKING, int(quantity.value), Evidence(first, place + 1))]
            if near:
                return [Room(PARKING, int(quantity.value), Evidence(quantity.first, place + 1))]
    if (
        quantity.first > 1
        and doc.words[quantity.first - 1] == "for"
        and doc.words[quantity.first - 2] in ("parking", "park", "carpark")
    ) and end == at:
        return [
            Room(PARKING, int(quantity.value), Evidence(quantity.first - 2, quantity.last, 0.85))
        ]
    return []


def _parking_word(doc: Document, first: int) -> int:
    if (
        first > 1
        and doc.words[first - 1] == "for"
        and doc.words[first - 2] in ("parking", "park", "space")
    ):
        return first - 2
    return first


def _unknown_room(doc: Document, subject: Subject, quantity: Quantity) -> list[Room]:
    """'4 apparatus bays': a counted noun that ends like a room."""
    at = quantity.last
    end = phrase_end(doc.tokens, at, min(len(doc), at + 4))
    for place in range(end, at, -1):
        noun = doc.lemmas[place - 1]
        if subject.first < place <= subject.last:
            # "A one-room holiday cabin": the thing itself is no room of its own.
            continue
        if noun in room_endings():
            names = [w for w in doc.lemmas[at:place] if w not in describing_words() or w == noun]
            name = snake(" ".join([*names[-3:-1], singular(doc.words[place - 1])]))
            if noun == "room" and len(names) == 1:
                name = ROOM_OF.get(subject.category, "room")
                if "hotel" in doc.words[place : place + 2]:
                    name = "hotel_room"
            if name and name[0].isalpha():
                return _room(doc, subject, quantity, name, place)
    return _sized_room(doc, subject, quantity, end)


def _sized_room(doc: Document, subject: Subject, quantity: Quantity, end: int) -> list[Room]:
    """'22 runs @ 4.5 sqm', '8 studios of 40 m2 each': what has an area of its own is a space."""
    at = quantity.last
    if end == at and doc.kinds[at] == WORD:
        # "22 runs of 4 m2": also a verb.
        end = at + 1
    if end == at or doc.mention_at[end - 1] is not None or doc.lemmas[end - 1] in NO_SPACES:
        return []
    link = end
    while link < min(len(doc), end + 3) and doc.words[link] in AREA_LINKS:
        link += 1
    area = doc.quantity_at[link] if link < len(doc) else None
    if area is None or area.kind != "area" or link == end:
        return []
    return _room(doc, subject, quantity, own_name(doc, max(at, end - 2), end), end)
