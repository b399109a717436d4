"""Rooms of a building, with how many and how large."""

from dataclasses import dataclass
from functools import cache

from specs.knowledge import listed, table, vocabulary, wordset
from specs.language.document import Document
from specs.language.facts import Evidence, measured, tidy
from specs.language.lexicon import SPACE, snake
from specs.language.noun_phrases import breaking_words, phrase_end
from specs.language.phrases import Mention
from specs.language.quantity import Quantity
from specs.language.subject import Subject
from specs.language.tokens import MARK, WORD
from specs.language.words import describing_words, lemma

CLOSERS = wordset("spaces", "closers")
WITH_SHOPS = wordset("spaces", "with_shops")
PARKING_WORDS = wordset("spaces", "parking_words")
SINGLE_WORDS = wordset("spaces", "single_words")

PARKING = "parking_space"
CARS = wordset("spaces", "cars")
PLACES = wordset("spaces", "places")
LINKS = wordset("spaces", "links") | frozenset(",(:~=")
ROOM_OF = {"hotel": "hotel_room", "hospital": "patient_room"}


@dataclass(slots=True)
class Room:
    type: str
    count: int
    evidence: Evidence
    area: float | None = None
    area_evidence: Evidence | None = None


@cache
def _endings() -> frozenset[str]:
    return frozenset(lemma(w) for w in listed(table("spaces")["endings"]))


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(listed(table("spaces")[name]))


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
            rooms = _counted(doc, subject, quantity)
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
            room_found = _single(doc, subject, mention, entry.name)
            if room_found is not None:
                found.append(room_found)
                doc.take(room_found.evidence.first, room_found.evidence.last)
    found.extend(_named_rooms(doc, subject))
    found.sort(key=lambda r: r.evidence.first)
    for room in found:
        _measure(doc, room, found)
    return _merged(found)


def _counted(doc: Document, subject: Subject, quantity: Quantity) -> list[Room]:
    at, size = quantity.last, len(doc)
    if quantity.value < 1:
        return []
    labelled = _labelled(doc, subject, quantity)
    if labelled or at >= size:
        return labelled
    limit = min(size, at + 5)
    place = at
    while place < limit and doc.kinds[place] == WORD:
        mention = doc.mention_at[place]
        entry = mention.entry(SPACE) if mention is not None and mention.first == place else None
        if entry is not None and mention is not None:
            if not _modifies(doc, mention.last, limit + 2):
                return _room(doc, subject, quantity, entry.name, mention.last)
            place = mention.last
            continue
        if doc.words[place] in breaking_words() or doc.quantity_at[place] is not None:
            break
        place += 1
    cars = _cars(doc, quantity)
    if cars:
        return cars
    return _unknown_room(doc, subject, quantity)


def _labelled(doc: Document, subject: Subject, quantity: Quantity) -> list[Room]:
    """'Bedrooms: 4', 'server rooms = 2'."""
    at = quantity.first - 2
    if at < 0 or doc.words[at + 1] not in (":", "="):
        return []
    mention = doc.mention_at[at]
    entry = mention.entry(SPACE) if mention is not None and mention.last == at + 1 else None
    if entry is None or mention is None:
        return []
    rooms = _room(doc, subject, quantity, entry.name, mention.last)
    for room in rooms:
        room.evidence = Evidence(mention.first, quantity.last, 0.95)
    return rooms


def _modifies(doc: Document, at: int, limit: int) -> bool:
    """Whether a noun goes on behind the room: 'bedroom windows', 'office chairs'."""
    if at >= len(doc) or doc.kinds[at] != WORD:
        return False
    end = phrase_end(doc.tokens, at, min(limit, len(doc)))
    following = [i for i in range(at, end) if doc.words[i] not in describing_words()]
    return bool(following) and doc.lemmas[end - 1] not in CLOSERS


def _room(doc: Document, subject: Subject, quantity: Quantity, name: str, last: int) -> list[Room]:
    evidence = measured(quantity)
    evidence = Evidence(
        quantity.first, last, evidence.confidence, evidence.bound, evidence.low, evidence.high
    )
    if doc.lemmas[last - 1] == "bhk" and subject.category not in ("house",):
        return []
    name = _by_kind(subject, name, doc.lemmas[last - 1], doc, last)
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


def _by_kind(subject: Subject, name: str, noun: str, doc: Document, last: int) -> str:
    """Short words mean what the building makes of them: beds, rooms, units, suites, keys."""
    if (
        noun in ("bed", "bedded")
        and name == "bedroom"
        and subject.category in ("hospital", "hotel", "fire_station")
    ):
        return ""
    if noun == "unit" and name == "apartment" and subject.category in ("retail",):
        return "retail_unit"
    if noun in ("suite", "key") and subject.category not in ("hotel",):
        return snake(noun)
    if noun == "ward" and subject.category == "hospital":
        return "patient_room"
    if name == "bedroom" and subject.category == "hotel":
        return "hotel_room"
    if (
        name == "retail_unit"
        and noun in ("store", "shop", "boutique", "kiosk")
        and subject.category not in WITH_SHOPS
    ):
        return snake(noun)
    return name


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
    ):
        if end == at:
            return [
                Room(
                    PARKING, int(quantity.value), Evidence(quantity.first - 2, quantity.last, 0.85)
                )
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
    if at < subject.last and subject.first < end:
        return []
    for place in range(end, at, -1):
        noun = doc.lemmas[place - 1]
        if noun in _endings():
            names = [w for w in doc.lemmas[at:place] if w not in describing_words() or w == noun]
            name = snake(" ".join(names[-3:]))
            if noun == "room" and len(names) == 1:
                name = ROOM_OF.get(subject.category, "room")
                if "hotel" in doc.words[place : place + 2]:
                    name = "hotel_room"
            if name and name[0].isalpha():
                return _room(doc, subject, quantity, name, place)
    return []


def _single(doc: Document, subject: Subject, mention: Mention, name: str) -> Room | None:
    """A room named in the singular counts one; an uncounted plural is no fact (rule 6)."""
    first, last = mention.first, mention.last
    if first < subject.last and subject.first < last:
        return None
    if first == subject.last + 1 and doc.words[subject.last] in ("and", "/", "&"):
        # "A museum and library": a second kind, not a room.
        return None
    noun, word = doc.lemmas[last - 1], doc.words[last - 1]
    plural = word.endswith("s") and noun != word
    article = doc.words[first - 1 : first] in (["a"], ["an"], ["one"])
    bare = noun in _set("count_only") and last - first == 1 and not article
    if plural or (bare and not _sized(doc, last)):
        return None
    if _modifies(doc, last, last + 4) or doc.words[last : last + 1] == ["-"]:
        return None
    start = first
    while (
        start > 0
        and doc.kinds[start - 1] == WORD
        and (doc.words[start - 1] in describing_words() or doc.words[start - 1] in SINGLE_WORDS)
    ):
        start -= 1
    before = doc.words[start - 1] if start else ""
    if (
        doc.quantity_at[start - 1] is not None
        and start
        and doc.quantity_at[start - 1].kind in ("count", "ordinal")
    ):  # type: ignore[union-attr]
        return None
    if any(
        doc.words[i] in ("our", "my", "his", "her", "their")
        for i in (start - 1, start - 2)
        if i >= 0
    ):
        return None
    if before in PLACES and not (before == "on" and "a" in doc.words[start:first]):
        return None
    if before == "for" and "the" not in doc.words[start:first] and name != "office":
        return None if doc.words[start:first][:1] != ["a"] else None
    if name in ("lobby",) and noun == "reception" and doc.words[last : last + 1] == ["desk"]:
        return None
    confidence = 0.85
    name = _by_kind(subject, name, noun, doc, last) or name
    if name == PARKING:
        return None
    return Room(name, 1, Evidence(start, last, confidence))


SAME = frozenset(["premises", "foyer"])


ROOMS = frozenset({"room", "hall", "workshop", "lounge"})


def _named_rooms(doc: Document, subject: Subject) -> list[Room]:
    """A list item that ends in 'room' or 'hall' and that no lexicon knows: 'seed room'."""
    found = []
    for at, noun in enumerate(doc.lemmas):
        if (
            noun not in ROOMS
            or doc.words[at] != noun
            or doc.taken[at]
            or not doc.is_free(at, at + 1)
        ):
            continue
        if doc.mention_at[at] is not None or _modifies(doc, at + 1, at + 4):
            continue
        start = at
        while (
            start > 0
            and doc.kinds[start - 1] == WORD
            and at - start < 2
            and (
                doc.words[start - 1] not in breaking_words() or doc.words[start - 1].endswith("ing")
            )
        ):
            start -= 1
        names = [w for w in doc.words[start:at] if w not in describing_words()]
        before = doc.words[start - 1] if start else ""
        if (
            names
            and start > subject.last
            and (before in ("a", "an", "one", "and", "with", "plus") or not before.isalnum())
        ):
            name = snake(" ".join([*names, noun]))
            found.append(Room(name, 1, Evidence(start, at + 1, 0.7)))
            doc.take(start, at + 1)
    return found


def _sized(doc: Document, last: int) -> bool:
    return any(q.kind == "area" and 0 <= q.first - last <= 2 for q in doc.quantities)


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


def _measure(doc: Document, room: Room, rooms: list[Room]) -> None:
    """The area beside a room: '14 classrooms at 60 m2 each', 'a 200 m2 canteen'."""
    for quantity in doc.quantities:
        if (
            quantity.kind != "area"
            or any(doc.taken[quantity.first : quantity.last])
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
    if "," in words:
        return "each" in doc.words[quantity.last : quantity.last + 2] and all(
            w in LINKS for w in words
        )
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


def known_spaces() -> frozenset[str]:
    return frozenset(vocabulary()["spaces"])
