"""Flats counted by their beds: '8 two-bed and 4 one-bed flats', '10 x 1-bed (48 m2)'."""

from specs.extraction.spaces.rooms import Room, room_endings
from specs.language.document import Document
from specs.language.facts import measured
from specs.language.lexicon import SPACE
from specs.language.quantity import Quantity
from specs.language.subject import Subject
from specs.language.tokens import MARK
from specs.language.words import singular

BEDS = frozenset({"bed", "bedroom", "br", "person", "bhk", "bedder"})
TIMES = frozenset({"x", "×"})
JOINTS = frozenset({"and", "&", "+", "/", ",", ";", "plus"})
HOMES = frozenset({"apartment", "mixed_use"})


def bed_type_end(doc: Document, at: int) -> int:
    """Behind 'two-bed' or '2-person' at `at`; 0 where no such words stand there."""
    beds = doc.quantity_at[at] if at < len(doc.words) else None
    if beds is None or beds.kind != "count" or beds.first != at or beds.last >= len(doc.words):
        return 0
    end = beds.last + 1
    return end if doc.lemmas[end - 1] in BEDS or is_flat_of_rooms(doc, end - 1) else 0


def is_flat_of_rooms(doc: Document, at: int) -> bool:
    """'A 3-room flat' is one flat: the number at `at` counts its rooms."""
    return doc.words[at : at + 1] == ["room"] and is_home(doc, at + 1)


def flats_by_beds(doc: Document, subject: Subject, quantity: Quantity) -> list[Room] | None:
    """The flats that the number counts; no rooms where it counts houses, None where neither."""
    at = quantity.last
    at += at < len(doc.words) and doc.words[at] in TIMES
    end = bed_type_end(doc, at)
    if not end or doc.quantity_at[quantity.first] is not quantity:
        return None
    name = "apartment"
    if is_home(doc, end):
        mention = doc.mention_at[end]
        end = mention.last if mention is not None else end + 1
    elif end < len(doc.words) and doc.lemmas[end] in room_endings():
        # "12 four-bed dorms".
        return None
    elif other := _other_behind(doc, end):
        # "40 one-bed and 20 two-bed bungalows".
        if doc.lemmas[other] not in room_endings():
            return []
        name = singular(doc.words[other])
    elif end < len(doc.words) and doc.kinds[end] != MARK and doc.words[end] not in JOINTS:
        # "12 three-bed houses", "8 two-bed in brick".
        return [] if doc.words[end] not in ("of", "at", "@") else None
    elif subject.category not in HOMES and not _home_follows(doc, end):
        return None
    evidence = measured(quantity)
    evidence = type(evidence)(quantity.first, end, evidence.confidence)
    return [Room(name, int(quantity.value), evidence)]


def is_home(doc: Document, at: int) -> bool:
    mention = doc.mention_at[at] if at < len(doc.words) else None
    entry = mention.entry(SPACE) if mention is not None else None
    return entry is not None and entry.name in ("apartment", "hotel_room")


def _other_behind(doc: Document, at: int) -> int:
    """The noun that a list of bed types ends in, where it is another one than flats; 0 else."""
    end = _end_of_types(doc, at)
    if end == at or end >= len(doc.words) or doc.kinds[end] == MARK or doc.words[end] in JOINTS:
        return 0
    return 0 if is_home(doc, end) else end


def _end_of_types(doc: Document, at: int) -> int:
    while at < len(doc.words) and doc.words[at] in JOINTS:
        following = doc.quantity_at[at + 1] if at + 1 < len(doc.words) else None
        if following is None or following.kind != "count":
            break
        behind = following.last + (doc.words[following.last : following.last + 1] == ["x"])
        end = bed_type_end(doc, behind)
        if not end:
            break
        at = end
    return at


def _home_follows(doc: Document, at: int) -> bool:
    """Whether the noun stands behind the last of several: '8 two-bed and 4 one-bed flats'."""
    end = _end_of_types(doc, at)
    return end > at and is_home(doc, end)
