"""One material in several places: 'oak top and legs', 'walls and roof in zinc', 'legs too'."""

from specs.extraction.materials.places import Use, is_material, is_part, noun_before
from specs.extraction.materials.use_nouns import is_part_noun, use_noun
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.lexicon import KIND
from specs.language.noun_phrases import breaking_words, phrase_start
from specs.language.subject import Subject
from specs.language.tokens import MARK, WORD
from specs.language.words import describing_words

AND = frozenset({"and", "&", "+"})
DETERMINERS = frozenset({"the", "its", "both", "all"})
OPENS = frozenset(",.;:\n(+&—") | {"with", "and", "has", "have", "for", "on"}
OF = wordset("materials", "of")
# Parts of a building that stand on their own: "zinc roof and balcony" says nothing of the balcony.
APART = frozenset(
    {"balcony", "canopy", "cabin", "deck", "window", "door", "stair", "drawer", "base"}
)
LONGEST = 2


def joined_behind(doc: Document, subject: Subject, end: int) -> list[Use]:
    """'Oak top and legs', 'steel for the walls and the roof'."""
    found: list[Use] = []
    size, words = len(doc.words), doc.words
    while end + 1 < size and words[end] in AND:
        at = end + 1
        while at < size and words[at] in DETERMINERS:
            at += 1
        if at >= size or doc.kinds[at] != WORD or not _may_share(doc, subject, at):
            break
        other = use_noun(doc, subject, at)
        if other is None or not is_part_noun(doc, other) or _is_made(doc, other[2]):
            break
        behind = other[2]
        if behind < size and doc.kinds[behind] != MARK and words[behind] not in breaking_words():
            break
        found.append(other)
        end = behind
    return found


def _may_share(doc: Document, subject: Subject, at: int) -> bool:
    mention = doc.mention_at[at]
    if mention is None:
        return True
    if is_material(doc, at) or (
        mention.entry(KIND) is not None and mention.last - mention.first > 1
    ):
        return False
    return doc.lemmas[mention.last - 1] not in APART


def _is_made(doc: Document, at: int) -> bool:
    """'Steel frame and legs in oak', 'top: beech': what follows names a material of its own."""
    words, size = doc.words, len(doc.words)
    if at >= size or not (words[at] in OF or words[at] in (":", "=", "is", "are", "made")):
        return False
    at += 1
    while at < size and (words[at] in describing_words() or words[at] in OF):
        at += 1
    return at < size and is_material(doc, at)


def joined_before(doc: Document, subject: Subject, use: Use) -> list[Use]:
    """'Walls and ceilings in birch ply', 'seat, back and legs of oak': the parts in front."""
    found: list[Use] = []
    words, end = doc.words, use[2]
    if not is_part(doc, end - 1):
        return found
    joiners = AND
    while True:
        start = phrase_start(doc.tokens, end)
        while start > 0 and words[start - 1] in DETERMINERS:
            start -= 1
        at = start - 1
        if at < 1 or words[at] not in joiners:
            break
        at -= words[at - 1] == ","
        if not _stands_alone(doc, at):
            break
        other = noun_before(doc, subject, at)
        if other is None or doc.lemmas[at - 1] in APART:
            break
        found.insert(0, other)
        joiners, end = AND | {","}, at
    return found


def _stands_alone(doc: Document, end: int) -> bool:
    """Whether a part that nothing else describes ends here: 'the walls', no 'brick walls'."""
    if end <= 0 or not is_part(doc, end - 1) or doc.taken[end - 1] or doc.aside[end - 1]:
        return False
    start = phrase_start(doc.tokens, end)
    if end - start > LONGEST or any(is_material(doc, at) for at in range(start, end)):
        return False
    while start > 0 and doc.words[start - 1] in DETERMINERS:
        start -= 1
    return start == 0 or doc.words[start - 1] in OPENS


SAME = frozenset({"likewise", "ditto", "too", "same", "identical", "alike"})


def likewise(doc: Document, subject: Subject, last: int) -> list[Use]:
    """'Walls brick, chimney likewise', 'top in oak, the legs too': parts of the same material."""
    found: list[Use] = []
    at, size = last, len(doc.words)
    while at < size and doc.words[at] in (",", ";", "and", "with"):
        at += 1
        while at < size and doc.words[at] in DETERMINERS:
            at += 1
        if at + 1 >= size or not is_part(doc, at) or doc.taken[at]:
            break
        end = _end_of_same(doc, at + 1)
        other = noun_before(doc, subject, at + 1) if end else None
        if other is None:
            break
        found.append(other)
        at = end
    return found


def _end_of_same(doc: Document, at: int) -> int:
    """Behind 'likewise', 'the same', 'as well'; 0 where none of them stands."""
    words, size = doc.words, len(doc.words)
    end = at
    while end < size and words[end] in ("is", "are", "in", "of", "the", "as", "just", "also"):
        end += 1
    if end < size and words[end] in SAME:
        end += 1
    elif not (words[at : at + 2] == ["as", "well"] and (end := at + 2)):
        return 0
    return end if end >= size or doc.kinds[end] == MARK or words[end] in ("and", "but") else 0
