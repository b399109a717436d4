"""Rooms with their number behind them: 'bedrooms: 4', 'classrooms x6', 'holding cells three'."""

from specs.extraction.spaces.parking import PARKING
from specs.extraction.spaces.rooms import (
    ROOM_OF,
    Room,
    called,
    is_numbered,
    own_name,
    room_endings,
    rooms_of,
)
from specs.language.counting_words import UNITS
from specs.language.document import Document
from specs.language.facts import Evidence
from specs.language.lexicon import SPACE
from specs.language.noun_phrases import breaking_words
from specs.language.quantity import Quantity
from specs.language.subject import Subject
from specs.language.tokens import MARK, WORD
from specs.language.words import describing_words, singular

SIGNS = frozenset({":", "=", "x", "×"})
SUMS = frozenset(
    {
        ("of", "them"),
        ("of", "these"),
        ("of", "those"),
        ("in", "all"),
        ("in", "total"),
        ("all", "told"),
    }
)
LONGEST_NAME = 2
"""Words in front of the last word of a room that no lexicon knows."""


def labelled_rooms(doc: Document, subject: Subject, quantity: Quantity) -> list[Room]:
    """The room in front of a number that counts nothing behind it."""
    end = quantity.last
    if end < len(doc.words) and doc.kinds[end] == WORD and doc.words[end] not in breaking_words():
        # "Office: 6 meeting rooms": a title, and the number counts what follows; but the
        # offices of "offices 2 x 600 m2" are two.
        sized = (
            doc.quantity_at[end + 1]
            if doc.words[end] in SIGNS and end + 1 < len(doc.words)
            else None
        )
        if sized is None or sized.kind != "area":
            return []
    last = _label_end(doc, quantity)
    if last < 1 or doc.taken[last - 1] or not doc.is_free(last - 1, last):
        return []
    first, name = _named(doc, last)
    if not name or (last == quantity.first and not _may_stand_bare(doc, quantity, last, name)):
        return []
    if name == "room":
        # "Rooms: 14 at 40 m2" of an inn.
        name = ROOM_OF.get(subject.category, name)
    rooms = rooms_of(doc, subject, quantity, name, last)
    bracket = doc.words[quantity.first - 1] == "("
    for room in rooms:
        room.evidence = Evidence(first, quantity.last + bracket, 0.95)
    return rooms


def _label_end(doc: Document, quantity: Quantity) -> int:
    """Behind the noun that the number may count: a sign, a bracket or nothing stands between."""
    at, end = quantity.first - 1, quantity.last
    if at < 1:
        return 0
    if doc.words[at] in SIGNS or (doc.words[at] in PARTING and in_schedule(doc, end)):
        return at
    if doc.words[at] == "," and tuple(doc.words[end : end + 2]) in SUMS:
        return _before_sum(doc, at)
    if doc.words[at] == "(":
        return at if doc.words[end : end + 1] == [")"] else 0
    return at + 1


PARTING = frozenset({",", "-", "—", "|"})


def in_schedule(doc: Document, end: int) -> bool:
    """Whether the count that ends here says so in a word: 'WCs, 16 no.', 'toilets - 8 nos'."""
    at = end - 1 - (doc.words[end - 1] == ".")
    return doc.words[at] in UNITS


def _before_sum(doc: Document, at: int) -> int:
    """'Flats on levels 4 to 9, 36 of them': the room that the clause in front names."""
    first = at - 1
    while first > max(0, at - REACH) and doc.words[first] not in ".,;:\n":
        mention = doc.mention_at[first]
        if mention is not None and mention.entry(SPACE) is not None:
            ahead = doc.quantity_at[mention.first - 1] if mention.first else None
            floors = ahead is not None and ahead.bound == "range"
            return mention.last if floors or not is_numbered(doc, mention.first) else 0
        first -= 1
    return at


REACH = 9


def _named(doc: Document, last: int) -> tuple[int, str]:
    """The start and the name of the room that ends before `last`; no name where there is none."""
    mention = doc.mention_at[last - 1]
    entry = mention.entry(SPACE) if mention is not None else None
    if mention is not None and (entry is not None or doc.lemmas[last - 1] not in room_endings()):
        if entry is None or mention.last != last:
            return last, ""
        first = mention.first
        if entry.detail is not None and last - first == 1 and doc.lemmas[first] in room_endings():
            # "Practice cells: 3": the words in front are part of the name.
            first = _name_start(doc, first, LONGEST_NAME)
        return first, called(doc, mention, entry) if first == mention.first else own_name(
            doc, first, last
        )
    noun, word = doc.lemmas[last - 1], doc.words[last - 1]
    if noun not in room_endings() or word == singular(word):
        return last, ""
    first = _name_start(doc, last - 1, LONGEST_NAME)
    return (last, "") if is_numbered(doc, first) else (first, own_name(doc, first, last))


def _name_start(doc: Document, at: int, most: int) -> int:
    first = at
    while first > 0 and at - first < most and doc.kinds[first - 1] == WORD:
        word = doc.words[first - 1]
        named = doc.taken[first - 1] or doc.mention_at[first - 1] is not None
        if word in breaking_words() or word in describing_words() or named:
            break
        first -= 1
    return first


def _may_stand_bare(doc: Document, quantity: Quantity, last: int, name: str) -> bool:
    """'Classrooms twelve, parking 45': a plural with a number that ends its item of the list."""
    word, at = doc.words[last - 1], quantity.last
    times = at + 1 < len(doc.words) and doc.words[at] in ("x", "×")
    sized = doc.quantity_at[at + 1] if times else None
    if sized is not None and sized.kind == "area":
        # "Waiting room 1 x 140 m2".
        return True
    if name != PARKING and word == singular(word) and not in_schedule(doc, at):
        # "WC 2 no." counts, "room 12" names.
        return False
    mention = doc.mention_at[last - 1]
    if mention is not None and is_numbered(doc, mention.first):
        return False
    if at < len(doc.words) and (doc.words[at] in SIGNS or in_schedule(doc, at)):
        # "Offices 2 x 600 m2", "classrooms 2 nos 42 sqm".
        return True
    return at >= len(doc.words) or doc.kinds[at] == MARK or doc.words[at] in GOES_ON


GOES_ON = frozenset({"of", "at", "and", "plus", "with", "no", "without"})
