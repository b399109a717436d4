"""What the prompt rules out, under the vocabulary's name where it has one."""

from dataclasses import dataclass

from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.facts import Evidence
from specs.language.lexicon import FEATURE, MATERIAL, SPACE, feature_types, snake
from specs.language.phrases import Entry
from specs.language.subject import Subject
from specs.language.words import word_class


@dataclass(frozen=True, slots=True)
class Exclusion:
    name: str
    evidence: Evidence


def read_exclusions(doc: Document, subject: Subject) -> list[Exclusion]:
    found: dict[str, Exclusion] = {}
    for negation in doc.negations:
        for first, last in negation.items:
            name = negation.name or _name(doc, subject, first, last)
            if name and name not in found:
                found[name] = Exclusion(name, Evidence(first, last, 0.95))
            doc.take(first, last)
        doc.take(negation.first, negation.last)
    return list(found.values())


def _name(doc: Document, subject: Subject, first: int, last: int) -> str:
    """Rule 11: the vocabulary's name of any list, else the prompt's own words."""
    mention = doc.mention_at[first]
    if mention is not None and mention.first == first and mention.last == last:
        known = _known(mention.entries, subject)
        if known is not None:
            return known
    # "overnight wards": the describing word is no part of a room's name.
    end = doc.mention_at[last - 1]
    if end is not None and end.last == last and end.first > first:
        known = _known(end.entries, subject)
        if known is not None and all(
            doc.words[i] in word_class("qualities") or doc.words[i] in word_class("sizes")
            for i in range(first, end.first)
        ):
            return known
    words = doc.words[first:last]
    while len(words) > 1 and words[0] in DROPPED:
        words = words[1:]
    return snake(" ".join(words))


# "built-in speakers", "integrated lamp": that it would be part of the thing goes without saying.
DROPPED = wordset("exclusions", "dropped")


def _known(entries: tuple[Entry, ...], subject: Subject) -> str | None:
    for entry in entries:
        types = feature_types().get(entry.name, frozenset()) if entry.table == FEATURE else ()
        if subject.design_type in types and subject.design_type in (entry.detail or types):
            return entry.name
    for table in (SPACE, MATERIAL, FEATURE):
        for entry in entries:
            # A room outside the vocabulary keeps the prompt's own words.
            if entry.table == table and (entry.detail is None or (table, entry.detail) == ROOM):
                return entry.name if entry.detail is None else None
    return None


ROOM = (SPACE, "room")
