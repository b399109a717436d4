"""What introduces a noun: a request, a preposition, a possessive, or nothing."""

from specs.extraction.kind.nouns import FARTHEST, is_kind
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.tokens import MARK, NUMBER

IN_PHRASE = wordset("kind", "in_phrase")

REQUESTS = wordset("kind", "requests")

IS = wordset("kind", "is")

# What a request is for, and what only names its paper: "plans for a house".
LIGHT = wordset("kind", "light")

TRANSPARENT = wordset("kind", "transparent")

BESIDE = wordset("kind", "beside")


def opening_of(doc: Document, at: int) -> tuple[int, int]:
    """The start of the noun phrase around `at`, and the word in front of it (or -1)."""
    words = doc.words
    at -= 1
    measured = False
    limit = at - FARTHEST
    while at >= 0:
        if at < limit:
            return at + 1, at
        word = words[at]
        if doc.quantity_at[at] is not None or doc.kinds[at] == NUMBER:
            at -= 1
            measured = True
            continue
        if measured and is_kind(doc, at):
            # "smoothie blender, 400 ml cup": the number starts another phrase.
            return at + 1, at
        if doc.kinds[at] == MARK and not (word == "," and _adjectival(doc, at)):
            if word == "'" and at and doc.words[at - 1].endswith("s"):
                # "Kids' tablet".
                at -= 1
                continue
            if word == "+" and at and doc.words[at - 1] in ("g", "ground"):
                at -= 2
                continue
            if (
                word in "'\"-×~≤<" and at > 0 and doc.quantity_at[at - 1] is not None
            ) or word == '"':
                at -= 1
                continue
            return at + 1, -1
        if word in IN_PHRASE:
            at -= 1
            continue
        if word in ("of",) and at and words[at - 1] in TRANSPARENT:
            at -= 1
            continue
        if word == "," and _adjectival(doc, at):
            at -= 1
            continue
        if doc.tokens.gaps[at] == "-" or (at + 1 < len(doc) and doc.tokens.gaps[at + 1] == "-"):
            # "over-ear", "off-road": joined to the noun, no preposition of its own.
            at -= 1
            continue
        if word in BESIDE or word in REQUESTS or word in IS or word in STOPPERS:
            return at + 1, at
        at -= 1
    return 0, -1


def _adjectival(doc: Document, at: int) -> bool:
    """The comma of 'an 85 m, 18-storey tower': the first measure describes the same noun."""
    quantity = doc.quantity_at[at - 1] if at else None
    return quantity is not None and doc.words[quantity.first - 1 : quantity.first] in (
        ["a"],
        ["an"],
    )


STOPPERS = wordset("kind", "stoppers")


def introduction_score(doc: Document, start: int, ahead: int) -> float:
    words = doc.words
    if ahead < 0:
        if start == 0:
            return 6.0
        before = words[start - 1]
        if before in ".!?\n;":
            return 2.5
        return 0.5 if before == ":" else -2.0
    word = words[ahead]
    previous = words[ahead - 1] if ahead else ""
    if word in REQUESTS:
        return 6.0
    if word == "for" and previous in LIGHT:
        return 5.0
    if word == "of" and previous in LIGHT:
        return 3.0
    if word in IS:
        subject = words[max(0, ahead - 4) : ahead]
        if "we" in subject or "i" in subject or "they" in subject:
            return 1.0
        return 3.5 if word == "is" or word == "be" or word == "this" or word == "it's" else 0.5
    if word in BESIDE:
        if word == "of" and previous in ("design", "drawing", "model"):
            return 3.0
        return -7.0
    if word == "we" or word == "i":
        return -2.0
    if word in ("and", "or"):
        return -3.0
    return -0.5
