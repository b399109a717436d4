"""Sides that measure a room or a tower of a building, and not the building."""

from specs.language.document import Document
from specs.language.lexicon import SPACE
from specs.language.noun_phrases import phrase_start
from specs.language.subject import Subject
from specs.language.tokens import WORD

LINKS = frozenset({"of", "at", ":", "(", "is", "measuring", "being"})
TOWERS = frozenset({"tower", "turret", "campanile", "chimney", "stack"})


def is_of_room(doc: Document, subject: Subject, first: int) -> bool:
    """'Parish hall with a main hall 14 x 9 m', 'station with a drill tower 12 m high'. What the
    design is called by ("riding hall of 20 x 40 m") has its own sides."""
    at = first - 1
    if at < subject.last or at < 1:
        return False
    while at > subject.last and doc.words[at] in LINKS:
        at -= 1
    if doc.kinds[at] != WORD or at < subject.last:
        return False
    if doc.lemmas[at] in TOWERS:
        return _is_something(doc, subject, at)
    mention = doc.mention_at[at]
    if mention is None or mention.entry(SPACE) is None or mention.last != at + 1:
        return False
    again = (
        mention.last - mention.first == 1
        and doc.lemmas[at] in doc.lemmas[subject.first : subject.last]
    )
    if mention.first < subject.last or again:
        # "Garage with a study? Just the garage: 7 m by 6.2".
        return False
    # A hall of that name may be the building by another word; "each classroom" is none.
    return bool(doc.taken[at]) or doc.words[mention.first - 1] in ("each", "every")


def is_of_its_place(doc: Document, subject: Subject, first: int) -> bool:
    """'A cot … The nursery is 3.2 by 2.7 m': where a thing stands that is no building."""
    at = first - 1
    if at < 2 or doc.words[at] not in MEASURING:
        return False
    mention = doc.mention_at[at - 1]
    if mention is None or mention.entry(SPACE) is None or mention.last != at:
        return False
    ahead = doc.words[mention.first - 1] if mention.first else ""
    return ahead in PLACING and not subject.first <= mention.first < subject.last


MEASURING = frozenset({"is", "measures"})
PLACING = frozenset({"the", "my", "our", "his", "her", "their", "this", "that"})


def _is_something(doc: Document, subject: Subject, at: int) -> bool:
    """Whether the noun is one more thing, and not what was named before: 'the tower is 40 m'."""
    start = phrase_start(doc.tokens, at + 1)
    if start < subject.last:
        return False
    ahead = doc.words[start - 1] if start else ""
    return ahead in ("a", "an", "one", "with", "and", "plus", ",") or doc.words[start] in (
        "a",
        "an",
    )
