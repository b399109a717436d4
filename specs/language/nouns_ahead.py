"""The noun phrase in front of a figure, and whether the figure is said of it."""

from specs.knowledge import wordset
from specs.language.clauses import FULL_STOPS
from specs.language.document import Document
from specs.language.lexicon import MATERIAL
from specs.language.noun_phrases import breaking_words
from specs.language.tokens import WORD

LINKS = wordset("ownership", "links")


def noun_ahead(doc: Document, at: int) -> int | None:
    """The last word of the noun phrase in front; None where a clause ends before one, -1 where
    the text says that the figure is one of several."""
    words, quantity_first = doc.words, at + 1
    for place in range(at, max(-1, at - REACH), -1):
        word = words[place]
        if doc.quantity_at[place] is not None or doc.aside[place] or word in CLAUSE_MARKS:
            return None
        if word in ("each", "every"):
            # "Each 17.5 wide 24 deep 29 high": one of a pair is what is measured.
            opens = place == 0 or words[place - 1] in FULL_STOPS
            return None if opens or _has_sides(doc, quantity_first) else -1
        if doc.kinds[place] != WORD:
            if word not in OPEN_MARKS:
                return None
        elif word in RELATIVES and words[place + 1] in MEASURED:
            # "For a bay window that is 178 cm wide".
            continue
        elif word not in LINKS:
            return None if word in breaking_words() else place
    return None


def _has_sides(doc: Document, at: int) -> bool:
    """Whether the figure at `at` opens a run of three labelled sides."""
    run = 0
    while at < len(doc) and run < SIDES:
        quantity = doc.quantity_at[at]
        if quantity is None or not quantity.label:
            break
        run, at = run + 1, quantity.end
        at += doc.words[at : at + 1] in ([","], ["and"], ["/"], ["x"])
    return run == SIDES


SIDES = 3

RELATIVES = frozenset({"that", "which"})
MEASURED = frozenset({"is", "are", "measures", "measure"})
REACH = 8
OPEN_MARKS = frozenset(":(=~'\"")
CLAUSE_MARKS = FULL_STOPS | frozenset({",", ")", "—", "-", "|", "+", "x", "×", "by", "and"})


def is_its_stuff(doc: Document, start: int, at: int) -> bool:
    """'A desk made of oak that is 140 cm wide': what it is made of has no sides of its own."""
    made = start > 1 and doc.words[start - 1] in ("of", "from", "in", "out")
    stuff = doc.mention_at[at] if made and doc.words[at + 1] in RELATIVES else None
    return stuff is not None and stuff.entry(MATERIAL) is not None
