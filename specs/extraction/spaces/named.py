"""Rooms that are only named: a singular counts one (rule 6)."""

from specs.extraction.spaces.counted import PARKING
from specs.extraction.spaces.rooms import Room, is_modifier, is_sized, room_name, space_words
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.facts import Evidence
from specs.language.lexicon import snake
from specs.language.noun_phrases import breaking_words
from specs.language.phrases import Mention
from specs.language.subject import Subject
from specs.language.tokens import WORD
from specs.language.words import describing_words

SINGLE_WORDS = wordset("spaces", "single_words")

PLACES = wordset("spaces", "places")


def single_room(doc: Document, subject: Subject, mention: Mention, name: str) -> Room | None:
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
    bare = noun in space_words("count_only") and last - first == 1 and not article
    if plural or (bare and not is_sized(doc, last)):
        return None
    if is_modifier(doc, last, last + 4) or doc.words[last : last + 1] == ["-"]:
        return None
    start = first
    while (
        start > 0
        and doc.kinds[start - 1] == WORD
        and (doc.words[start - 1] in describing_words() or doc.words[start - 1] in SINGLE_WORDS)
    ):
        start -= 1
    before = doc.words[start - 1] if start else ""
    counted = doc.quantity_at[start - 1] if start else None
    if counted is not None and counted.kind in ("count", "ordinal"):
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
        return None
    if name in ("lobby",) and noun == "reception" and doc.words[last : last + 1] == ["desk"]:
        return None
    confidence = 0.85
    name = room_name(subject, name, noun, doc, last) or name
    if name == PARKING:
        return None
    return Room(name, 1, Evidence(start, last, confidence))


SAME = frozenset(["premises", "foyer"])

ROOMS = frozenset({"room", "hall", "workshop", "lounge"})


def named_rooms(doc: Document, subject: Subject) -> list[Room]:
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
        if doc.mention_at[at] is not None or is_modifier(doc, at + 1, at + 4):
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
