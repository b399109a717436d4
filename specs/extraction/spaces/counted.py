"""Counted rooms: '4 bedrooms', 'parking for 45 cars', 'server rooms: 2'."""

from specs.extraction.spaces.flat_types import bed_type_end, flats_by_beds, is_flat_of_rooms
from specs.extraction.spaces.labelled import labelled_rooms
from specs.extraction.spaces.parking import CARS, parked_cars
from specs.extraction.spaces.rooms import (
    ROOM_OF,
    Room,
    called,
    is_modifier,
    own_name,
    room_endings,
    rooms_of,
)
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.facts import Evidence
from specs.language.lexicon import FEATURE, FREE, SPACE, lexicon, snake
from specs.language.noun_phrases import breaking_words, phrase_end
from specs.language.phrases import Entry, Mention
from specs.language.quantity import Quantity
from specs.language.subject import Subject
from specs.language.tokens import MARK, WORD
from specs.language.words import describing_words, singular

AREA_LINKS = wordset("spaces", "area_links") | frozenset("(@:")
NO_SPACES = wordset("spaces", "no_spaces")


def counted_rooms(doc: Document, subject: Subject, quantity: Quantity) -> list[Room]:
    at, size = quantity.last, len(doc.words)
    if quantity.value < 1 or _is_flat_type(doc, quantity) or _names_floors(doc, quantity):
        return []
    flats = flats_by_beds(doc, subject, quantity)
    if flats is not None:
        return flats
    labelled = labelled_rooms(doc, subject, quantity)
    if labelled or at >= size or is_flat_of_rooms(doc, at):
        return labelled
    at += doc.words[at] in MORE
    at = _behind_size(doc, at) if at < size else size
    if at >= size:
        return []
    if subject.category == "hospital" and _is_theater(doc, at):
        return [Room("operating_room", int(quantity.value), Evidence(quantity.first, at + 1))]
    own = doc.mention_at[quantity.first]
    if own is not None and own.last > at and doc.lemmas[at] == "bedroom":
        # "Two-bedroom flat" is one thing, and says how many rooms it has.
        if own.first < subject.last and subject.first < own.last:
            return [Room("bedroom", int(quantity.value), Evidence(quantity.first, at + 1))]
        return []
    named = _named_rooms(doc, subject, quantity, at)
    if named is not None:
        return named
    car_park = subject.category == "garage"
    return parked_cars(doc, quantity, car_park=car_park) or _unknown_room(doc, subject, quantity)


def _is_flat_type(doc: Document, quantity: Quantity) -> bool:
    """'9 flats (6 x 2-bed, 3 x 1-bed)': the beds of one flat."""
    at = quantity.first
    times = at > 1 and doc.words[at - 1] in ("x", "×") and doc.quantity_at[at - 2] is not None
    return times and doc.lemmas[quantity.last : quantity.last + 1] in (["bed"], ["bedroom"], ["br"])


def _is_theater(doc: Document, at: int) -> bool:
    """'Two OR, five exam rooms', '2 ORs': no 'or' stands in front of a comma."""
    ends = at + 1 >= len(doc.words) or doc.kinds[at + 1] == MARK or doc.words[at + 1] == "and"
    return doc.words[at] in THEATERS and ends


THEATERS = frozenset({"or", "ors", "ot", "ots"})


def _names_floors(doc: Document, quantity: Quantity) -> bool:
    """'Levels 4 to 9 apartments': which floors, not how many."""
    ahead = doc.words[quantity.first - 1 : quantity.first]
    return quantity.bound == "range" and ahead in (["levels"], ["floors"], ["storeys"], ["stories"])


def _behind_size(doc: Document, at: int) -> int:
    """'4 x 60 m2 flats': the size stands between the count and its rooms."""
    sized = None
    if doc.words[at] in ("x", "×") and at + 1 < len(doc.words):
        sized = doc.quantity_at[at + 1]
    if sized is None:
        home = bed_type_end(doc, at)
        if home and home < len(doc.words) and doc.lemmas[home] in room_endings():
            # "12 four-bed dorms".
            return home
    return sized.last if sized is not None and sized.kind == "area" else at


MORE = frozenset({"more", "extra", "further", "additional", "other"})


def _named_rooms(doc: Document, subject: Subject, quantity: Quantity, at: int) -> list[Room] | None:
    size = len(doc.words)
    limit = min(size, at + 5)
    place = at
    while place < limit and doc.kinds[place] == WORD:
        mention = doc.mention_at[place]
        entry = mention.entry(SPACE) if mention is not None and mention.first == place else None
        if entry is not None and mention is not None:
            if not is_modifier(doc, mention.last, limit + 2, subject):
                name = _with_first_words(doc, mention, entry, at)
                return rooms_of(doc, subject, quantity, name, mention.last)
            place = mention.last
            continue
        attached = doc.words[place] == "attached" and place == at
        if doc.quantity_at[place] is not None or (
            doc.words[place] in breaking_words() and not attached
        ):
            break
        place += 1
    return None


def _with_first_words(doc: Document, mention: Mention, entry: Entry, at: int) -> str:
    """'9 detention cells': words that no list knows are part of a room's own name."""
    first = mention.first
    own = entry.detail is not None and doc.lemmas[mention.last - 1] in room_endings()
    while own and first > at and mention.last - first < LONGEST_NAME:
        word = doc.words[first - 1]
        if word in describing_words() or doc.mention_at[first - 1] is not None:
            break
        first -= 1
    return (
        called(doc, mention, entry)
        if first == mention.first
        else own_name(doc, first, mention.last)
    )


LONGEST_NAME = 3


def _unknown_room(doc: Document, subject: Subject, quantity: Quantity) -> list[Room]:
    """'4 apparatus bays': a counted noun that ends like a room."""
    # "12 four-bed dorms" are dorms.
    at = bed_type_end(doc, quantity.last) or quantity.last
    end = phrase_end(doc.tokens, at, min(len(doc.words), at + 4))
    for place in range(end, at, -1):
        noun = doc.lemmas[place - 1]
        if subject.first < place <= subject.last:
            # "A one-room holiday cabin": the thing itself is no room of its own.
            continue
        if noun in CARS and _has_feature(doc, at, place):
            # "12 EV charging bays" are fitted out, and no rooms.
            continue
        if noun in room_endings():
            names = [w for w in doc.lemmas[at:place] if w not in describing_words() or w == noun]
            last = noun if noun == "room" else singular(doc.words[place - 1])
            name = snake(" ".join([*names[-3:-1], last]))
            if noun == "room" and len(names) == 1:
                name, place = _rooms_for(doc, subject, place)
            if name and name[0].isalpha():
                return rooms_of(doc, subject, quantity, name, place)
    return _sized_room(doc, subject, quantity, end)


def _has_feature(doc: Document, first: int, last: int) -> bool:
    mentions = (doc.mention_at[i] for i in range(first, last))
    return any(m is not None and m.entry(FEATURE) is not None for m in mentions)


def _rooms_for(doc: Document, subject: Subject, at: int) -> tuple[str, int]:
    """What '6 rooms' are: 'for treatment', '(exam rooms)', or what such a building has."""
    words = doc.words
    named = next((i for i in range(at, min(len(doc.words), at + 4)) if words[i] == "("), None)
    mention = (
        doc.mention_at[named + 1] if named is not None and named + 1 < len(doc.words) else None
    )
    entry = mention.entry(SPACE) if mention is not None else None
    if (
        mention is not None
        and entry is not None
        and words[mention.last : mention.last + 1] == [")"]
    ):
        return called(doc, mention, entry), mention.last
    if words[at : at + 1] == ["for"] and at + 1 < len(doc.words):
        known = lexicon().longest([doc.lemmas[at + 1], "room"], 0)
        room = next((e for e in known[1] if e.table == SPACE), None) if known else None
        if known is not None and room is not None and known[0] == 2:
            return room.name, at + 2
    if "hotel" in words[at : at + 2]:
        return "hotel_room", at
    return ROOM_OF.get(subject.category, "room"), at


def _means_something(doc: Document, at: int) -> bool:
    """Whether a list knows the noun; the run of a hutch is none of a kennel's."""
    mention = doc.mention_at[at]
    return mention is not None and any(
        entry.table != FREE or entry.detail == "building" for entry in mention.entries
    )


def _sized_room(doc: Document, subject: Subject, quantity: Quantity, end: int) -> list[Room]:
    """'22 runs @ 4.5 sqm', '8 studios of 40 m2 each': what has an area of its own is a space."""
    at = quantity.last
    if end == at and doc.kinds[at] == WORD and doc.words[at].endswith("s"):
        # "22 runs of 4 m2": also a verb.
        end = at + 1
    if end == at or _means_something(doc, end - 1) or doc.lemmas[end - 1] in NO_SPACES:
        return []
    link = end
    while link < min(len(doc.words), end + 3) and doc.words[link] in AREA_LINKS:
        link += 1
    area = doc.quantity_at[link] if link < len(doc.words) else None
    if area is None or area.kind != "area" or link == end:
        return []
    return rooms_of(doc, subject, quantity, own_name(doc, max(at, end - 2), end), end)
