"""Whose number it is: the design's own, or that of a part or a thing beside it."""

from functools import cache

from specs.knowledge import listed, table, wordset
from specs.language.clauses import FULL_STOPS
from specs.language.document import Document
from specs.language.noun_phrases import breaking_words, phrase_end, phrase_start
from specs.language.quantity import Quantity
from specs.language.tokens import MARK, WORD
from specs.language.words import describing_words, lemma

OVERALL = wordset("ownership", "overall")
ARTICLES = wordset("ownership", "articles")

WHOLE, PART = "whole", "part"
# Between a noun and its number: "eaves at 10 m", "housing of 30 cm".
LINKS = frozenset(
    [
        "of",
        "at",
        "is",
        "are",
        "be",
        ":",
        "(",
        "=",
        "measuring",
        "measures",
        "about",
        "around",
        "approx",
        "approximately",
        "roughly",
        "~",
        "max",
        "maximum",
        "min",
        "minimum",
        "up",
        "to",
        "under",
        "over",
        "least",
        "most",
        "should",
        "must",
        "than",
        "a",
        "an",
        "just",
        "only",
        "some",
        "exactly",
        "being",
        "total",
        "overall",
        "in",
        "all",
        "between",
        "from",
        "not",
        "exceed",
        "exceeding",
        "no",
        "more",
        "less",
        "within",
        "at",
        "was",
        "will",
        "circa",
        "ca",
        "cannot",
        "can't",
        "limited",
        "capped",
        "set",
        "on",
        "below",
        "max.",
        "comes",
    ]
)


@cache
def _part_words() -> frozenset[str]:
    return frozenset(lemma(p) for p in listed(table("scope")["parts"]) if " " not in p)


@cache
def _part_phrases() -> frozenset[str]:
    return frozenset(
        " ".join(lemma(w) for w in p.split()) for p in listed(table("scope")["parts"]) if " " in p
    )


@cache
def _whole_words() -> frozenset[str]:
    return frozenset(lemma(w) for w in listed(table("uses")["whole"]))


def owner(
    doc: Document, quantity: Quantity, head: tuple[int, int], first: Quantity | None = None
) -> str:
    """`head` is where the design itself is named; `first` the first side of a product that
    `quantity` ends."""
    behind = _behind(doc, quantity, head)
    if behind is not None:
        return behind
    return _before(doc, first or quantity, head) or WHOLE


def _behind(doc: Document, quantity: Quantity, head: tuple[int, int]) -> str | None:
    at, tokens = quantity.end, doc.tokens
    words = doc.words
    while at < len(words) and words[at] in OVERALL:
        at += 1
    if at >= len(words) or doc.kinds[at] != WORD:
        return None
    if words[at] in ("each", "apiece"):
        return PART
    end = phrase_end(tokens, at)
    if end == at:
        if words[at] in ("to", "from") and end + 1 < len(words):
            return None
        return None
    if at < head[1] and head[0] < end:
        return WHOLE
    if _about(doc, at, end):
        return None
    return _kind_of(doc, at, end)


def _about(doc: Document, first: int, last: int) -> bool:
    return all(doc.words[i] in describing_words() for i in range(first, last))


def _kind_of(doc: Document, first: int, last: int) -> str:
    lemmas = doc.lemmas
    noun = lemmas[last - 1]
    if (
        noun in _whole_words()
        and " ".join(lemmas[max(first, last - 2) : last]) not in _part_phrases()
    ):
        return WHOLE
    return PART


def _before(doc: Document, quantity: Quantity, head: tuple[int, int]) -> str | None:
    """The noun phrase in front, in the same clause: 'eaves at 10 m', 'seat at 76 cm'."""
    words, kinds, at = doc.words, doc.kinds, quantity.begin - 1
    steps = 0
    bracket = colon = False
    while at >= 0 and steps < 8:
        word = words[at]
        if word in (",", ")", "—", "-", "|", "+") or word in FULL_STOPS:
            return None
        if doc.quantity_at[at] is not None:
            return None
        if word in ("x", "×", "by") or doc.aside[at]:
            return None
        if word == "(":
            bracket = True
        if word == ":":
            colon = True
        if word in ("each", "every"):
            return PART
        if word == "and":
            return None
        if kinds[at] == WORD and word not in LINKS and word not in breaking_words():
            break
        if kinds[at] == WORD and word not in LINKS:
            return None
        if kinds[at] == MARK and word not in (":", "(", "=", "~", "'", '"'):
            return None
        at -= 1
        steps += 1
    else:
        return None
    if at < 0:
        return None
    end = at + 1
    start = phrase_start(doc.tokens, end)
    if start < head[1] and head[0] < end:
        return WHOLE
    if colon and start and kinds[start - 1] == WORD:
        # A colon behind a sentence introduces the design's own figures; "Tank: 50 cm" is a label.
        return None
    before = words[start - 1] if start else ""
    if before in ARTICLES and start > 1:
        before = words[start - 2]
    if _about(doc, start, end):
        return None
    noun = doc.lemmas[end - 1]
    if (
        noun in _whole_words()
        and " ".join(doc.lemmas[max(start, end - 2) : end]) not in _part_phrases()
    ):
        return WHOLE
    if noun in _part_words() or " ".join(doc.lemmas[max(start, end - 2) : end]) in _part_phrases():
        # "desk for a kid's room 90 x 50 x 72 cm": the room is where it goes.
        return None if before == "for" and quantity.size > 1 and not bracket else PART
    if bracket:
        # "a garden office (3 x 2.4 m)": what stands before the bracket is measured.
        return PART
    if before in ("for", "to", "in"):
        return None
    if quantity.size > 1 and (start == 0 or kinds[start - 1] == MARK):
        # "canopy 18 x 12 m" as an item of its own.
        return PART
    return PART if quantity.size == 1 and steps > 0 and words[at + 1] != ":" else None
