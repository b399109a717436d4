"""Which noun is a place for a material, and its normal name."""

from functools import cache

from specs.knowledge import listed, table, wordset
from specs.language.document import Document
from specs.language.lexicon import FEATURE, FREE, KIND, MATERIAL, SPACE, use_names
from specs.language.noun_phrases import phrase_end
from specs.language.subject import Subject
from specs.language.tokens import WORD
from specs.language.words import describing_words, word_class

USE_ADJECTIVES = wordset("materials", "use_adjectives")

CARRIERS = wordset("materials", "carriers")


@cache
def not_uses() -> frozenset[str]:
    words = listed(table("features")["not_features"])
    kept = frozenset(
        [
            "body",
            "frame",
            "floor",
            "top",
            "side",
            "front",
            "back",
            "base",
            "part",
            "unit",
            "level",
            "corner",
            "edge",
            "roof",
            "bottom",
            "wood",
            "end",
            "range",
            "battery",
            "room",
            "area",
        ]
    )
    return frozenset(words) - kept | word_class("colors") | NEVER_USES


NEVER_USES = wordset("materials", "never_uses")


def is_part_noun(doc: Document, use: tuple[str, int, int]) -> bool:
    return doc.lemmas[use[2] - 1] in use_names() or doc.lemmas[use[2] - 1] in COMMON_PARTS


COMMON_PARTS = wordset("materials", "common_parts")


def use_noun(doc: Document, subject: Subject, at: int) -> tuple[str, int, int] | None:
    """The head of the noun phrase at `at` as a use, unless it is the thing itself."""
    if at >= len(doc) or doc.kinds[at] != WORD:
        return None
    if doc.lemmas[at] in use_names() and doc.words[at] in USE_ADJECTIVES:
        return use_names()[doc.lemmas[at]], at, at + 1
    if doc.words[at] == "clad" or doc.words[at] == "cladded":
        return "facade", at, at + 1
    end = phrase_end(doc.tokens, at)
    stop = at
    while stop < end:
        mention = doc.mention_at[stop]
        if (
            stop > at
            and mention is not None
            and mention.first == stop
            and mention.entry(MATERIAL) is not None
            and mention.entry(KIND) is None
        ):
            break
        stop += 1
    end = stop
    while end > at and (
        doc.words[end - 1] in word_class("adverbs")
        or doc.words[end - 1] in TRAILING
        or doc.words[end - 1] in word_class("colors")
    ):
        end -= 1
    if end == at or (at < subject.last and subject.first < end):
        if (
            end > at
            and subject.first > at
            and doc.lemmas[subject.first - 1] in use_names()
            and subject.first - 1 >= at
            and doc.words[subject.first - 1] in ("framed", "clad")
        ):
            return use_names()[doc.lemmas[subject.first - 1]], subject.first - 1, subject.first
        return None
    noun = doc.lemmas[end - 1]
    if noun in not_uses() or (
        doc.words[end - 1] in describing_words()
        and noun not in use_names()
        and noun not in COMMON_PARTS
    ):
        return None
    head = doc.mention_at[end - 1]
    if (
        head is not None
        and head.last == end
        and head.entry(KIND) is not None
        and head.entry(KIND).name != "general"
        and head.entry(FREE) is None
        and head.entry(FEATURE) is None
        and noun not in use_names()
        and noun not in COMMON_PARTS
        and head.entry(KIND).detail == subject.design_type
        and head.entry(SPACE) is None
    ):  # type: ignore[union-attr]
        return None
    if end - at >= 2 and doc.lemmas[end - 2] in use_names() and noun in CARRIERS:
        noun = doc.lemmas[end - 2]
    name = use_name(doc, subject, end - 1)
    if name is not None:
        return name, at, end
    return "_".join(w for w in doc.words[end - 1 : end]), at, end


def use_name(doc: Document, subject: Subject, at: int) -> str | None:
    """The normal name of a use; a cabinet's front is its front, a building's its facade."""
    noun = doc.lemmas[at]
    if noun in ("front", "exterior") and subject.design_type not in ("building", "appliance"):
        return noun
    if noun == "front" and subject.design_type == "appliance":
        return noun
    return use_names().get(noun)


TRAILING = wordset("materials", "trailing")
