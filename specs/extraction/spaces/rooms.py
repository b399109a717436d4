"""A room as it was read, and what decides whether a word names one."""

from dataclasses import dataclass
from functools import cache

from specs.knowledge import listed, table, wordset
from specs.language.document import Document
from specs.language.facts import Evidence
from specs.language.lexicon import snake
from specs.language.noun_phrases import phrase_end
from specs.language.subject import Subject
from specs.language.tokens import WORD
from specs.language.words import describing_words, lemma, singular

CLOSERS = wordset("spaces", "closers")

WITH_SHOPS = wordset("spaces", "with_shops")


@dataclass(slots=True)
class Room:
    type: str
    count: int
    evidence: Evidence
    area: float | None = None
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
    if at >= len(doc) or doc.kinds[at] != WORD:
        return False
    end = phrase_end(doc.tokens, at, min(limit, len(doc)))
    if subject is not None and at <= subject.first < end <= subject.last:
        return False
    following = [i for i in range(at, end) if doc.words[i] not in describing_words()]
    return bool(following) and doc.lemmas[end - 1] not in CLOSERS


def room_name(subject: Subject, name: str, noun: str, doc: Document, last: int) -> str:
    """Short words mean what the building makes of them: beds, rooms, units, suites, keys."""
    if (
        noun in ("bed", "bedded")
        and name == "bedroom"
        and subject.category in ("hospital", "hotel", "fire_station")
    ):
        return ""
    if noun == "unit" and name == "apartment" and subject.category in ("retail",):
        return "retail_unit"
    if name == "hotel_room" and noun in ("suite", "key") and subject.category != "hotel":
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


def own_name(doc: Document, first: int, last: int) -> str:
    """A room that the vocabulary lacks keeps the prompt's words, in the singular (rule 6)."""
    words = doc.words[first:last]
    if doc.lemmas[last - 1] != words[-1]:
        words = [*words[:-1], singular(words[-1])]
    return snake(" ".join(words))


def is_sized(doc: Document, first: int, last: int) -> bool:
    """'Shop of 120 m2', 'a 120 m2 shop'."""
    return any(
        q.kind == "area" and (0 <= q.first - last <= 2 or q.end == first) for q in doc.quantities
    )
