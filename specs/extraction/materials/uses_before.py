"""Places in front: 'facade in glass', 'walls of brick', 'roof: slate'."""

from specs.extraction.materials.use_nouns import COMMON_PARTS, not_uses, use_name
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.lexicon import MATERIAL, use_names
from specs.language.noun_phrases import breaking_words, phrase_start
from specs.language.subject import Subject
from specs.language.tokens import WORD
from specs.language.words import describing_words

NO_PLACE = wordset("materials", "no_place")

OF = wordset("materials", "of")

BEFORE_MADE = wordset("materials", "made") | wordset("materials", "before_made")

MADE = wordset("materials", "made")


def use_before(doc: Document, subject: Subject, first: int) -> tuple[str, int, int] | None:
    """'facade in glass', 'walls of brick', 'roof: slate', 'upholstered in linen'."""
    at = first - 1
    while at >= 0 and (
        doc.words[at] in describing_words()
        or doc.words[at] in ("a", "an", "the", "some")
        or doc.quantity_at[at] is not None
    ):
        at -= 1
    if at < 0:
        return None
    word = doc.words[at]
    if word in OF or word in (":", "=") or word in ("is", "are", "be", "-"):
        before = at - 1
        if word == "with":
            return None
        while before >= 0 and doc.words[before] in BEFORE_MADE:
            if doc.words[before] in ("clad", "faced"):
                return "facade", before, before + 1
            if (
                doc.words[before] in ("upholstered", "covered")
                and subject.design_type == "furniture"
            ):
                return "upholstery", before, before + 1
            if doc.words[before] == "lined":
                return "interior", before, before + 1
            before -= 1
        return _noun_before(doc, subject, before + 1)
    direct = first - 1
    if (
        doc.kinds[direct] == WORD
        and doc.lemmas[direct] in use_names()
        and doc.tokens.gaps[first] == " "
    ):
        # "floor slab C30/37 concrete": the place stands right in front.
        return _noun_before(doc, subject, first)
    return None


def _noun_before(doc: Document, subject: Subject, end: int) -> tuple[str, int, int] | None:
    if end <= 0 or doc.kinds[end - 1] != WORD or doc.words[end - 1] in breaking_words():
        return None
    start = phrase_start(doc.tokens, end)
    if start < subject.last and subject.first < end:
        return None
    noun = doc.lemmas[end - 1]
    if noun in not_uses() or (
        noun in describing_words() and noun not in use_names() and noun not in COMMON_PARTS
    ):
        return None
    mention = doc.mention_at[end - 1]
    if mention is not None and mention.entry(MATERIAL) is not None and noun not in use_names():
        return None
    if noun in NO_PLACE or (noun == "furniture" and subject.design_type == "furniture"):
        return None
    name = use_name(doc, subject, end - 1)
    return name or doc.words[end - 1], end - 1, end
