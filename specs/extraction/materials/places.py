"""The noun in front of a word as a place for a material, and what is known of single words."""

from specs.extraction.materials.use_nouns import COMMON_PARTS, is_ability, not_uses, use_name
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.lexicon import MATERIAL, use_names
from specs.language.noun_phrases import breaking_words, phrase_start
from specs.language.subject import Subject
from specs.language.tokens import WORD
from specs.language.words import describing_words

Use = tuple[str, int, int]
"""A place with the tokens that name it."""

NO_PLACE = wordset("materials", "no_place")


def is_part(doc: Document, at: int) -> bool:
    """Whether the word is known as a part: 'top', 'legs', 'frame'."""
    if not 0 <= at < len(doc.words):
        return False
    return doc.lemmas[at] in use_names() or doc.lemmas[at] in COMMON_PARTS


def is_material(doc: Document, at: int) -> bool:
    mention = doc.mention_at[at]
    return mention is not None and mention.entry(MATERIAL) is not None


def _head_of(doc: Document, start: int) -> int:
    """The part of which the noun phrase at `start` says whose it is: 'floors of the galleries'; -1
    where there is none."""
    ahead = start - 1
    while ahead > 0 and doc.words[ahead] in ("the", "all", "each", "every", "both"):
        ahead -= 1
    return ahead - 1 if ahead > 0 and doc.words[ahead] == "of" and is_part(doc, ahead - 1) else -1


def noun_before(doc: Document, subject: Subject, end: int) -> tuple[str, int, int] | None:
    if end <= 0 or doc.kinds[end - 1] != WORD or doc.words[end - 1] in breaking_words():
        return None
    start = phrase_start(doc.tokens, end)
    head = _head_of(doc, start)
    if head >= 0:
        return use_name(doc, subject, head) or doc.words[head], head, head + 1
    named = end > subject.last and is_part(doc, end - 1)
    if start < subject.last and subject.first < end and not named:
        # "Drone arms in carbon" are the arms.
        return None
    noun = doc.lemmas[end - 1]
    if (
        is_ability(noun)
        or (noun in not_uses() and use_name(doc, subject, end - 1) is None)
        or (noun in describing_words() and noun not in use_names() and noun not in COMMON_PARTS)
    ):
        return None
    mention = doc.mention_at[end - 1]
    stuff = mention is not None and mention.entry(MATERIAL) is not None
    if stuff and noun not in use_names() and doc.words[end : end + 1] not in ([":"], ["="]):
        # "Glass: sapphire" is a label.
        return None
    if noun in ("shell", "skin") and end > 1 and doc.lemmas[end - 2] in ("seat", "roof", "wall"):
        return doc.words[end - 2], end - 2, end
    name = use_name(doc, subject, end - 1)
    if (noun in NO_PLACE and name is None) or (
        noun == "furniture" and subject.design_type == "furniture"
    ):
        return None
    return name or doc.words[end - 1], end - 1, end
