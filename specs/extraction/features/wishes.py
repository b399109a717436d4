"""Features that a verb or a clause asks for: 'drawers that shut without a bang'."""

from functools import cache
from typing import NamedTuple

from specs.extraction.features.feature import Feature
from specs.knowledge import listed, table, wordset
from specs.language.document import Document
from specs.language.facts import Evidence
from specs.language.subject import Subject
from specs.language.tokens import MARK, WORD

GAP = 4
"""Words that `...` may stand for."""
CLASSES = "classes"


class Part(NamedTuple):
    """One place of a pattern: the words that may stand there; no words for a gap."""

    words: frozenset[str]
    optional: bool


Pattern = tuple[Part, ...]


class Opening(NamedTuple):
    """A pattern from a word on that may open it. `close`: the words of the last place that has to
    be filled, of which a text without any needs no further look."""

    name: str
    pattern: Pattern
    close: frozenset[str]


def wished_features(doc: Document, subject: Subject) -> list[Feature]:
    found: list[Feature] = []
    openings = _openings(subject.design_type)
    for at in doc.tokens.places(openings.keys()):
        read_to = at
        for name, pattern, close in openings[doc.words[at]]:
            if close.isdisjoint(doc.vocabulary):
                continue
            end = _match(doc, at, pattern, 0)
            if end and not doc.aside[at] and end > read_to and _is_stated(doc, at, end):
                # "Switches itself off with a timer" asks for the timer alone.
                read_to = end
                doc.take(at, end)
                found.append(Feature(name, Evidence(at, end, 0.85)))
    return found


def _is_stated(doc: Document, first: int, last: int) -> bool:
    """Whether nothing negates the wish but the pattern's own word: 'never needs defrosting'."""
    at = first
    while at > max(0, first - AHEAD) and doc.kinds[at - 1] == WORD:
        at -= 1
        if doc.words[at] in NEGATIVE:
            return False
    if doc.words[last - 1] == "out":
        # "Keep the office out" rules nothing out.
        return True
    own = [at for at in range(first, last) if doc.words[at] in NEGATIVE]
    return not any(doc.negated[first : own[0] if own else last])


AHEAD = 4
NEGATIVE = wordset("features", "negative")


def _match(doc: Document, at: int, pattern: Pattern, place: int) -> int:
    """Behind the words that fit the pattern from `place` on; 0 where they do not."""
    if place == len(pattern):
        return at
    part = pattern[place]
    if not part.words:
        for gap in range(GAP + 1):
            end = _match(doc, at + gap, pattern, place + 1)
            if end:
                return end
            if at + gap >= len(doc.words) or doc.kinds[at + gap] == MARK:
                break
        return 0
    if at < len(doc.words) and doc.words[at] in part.words:
        end = _match(doc, at + 1, pattern, place + 1)
        if end:
            return end
    return _match(doc, at, pattern, place + 1) if part.optional else 0


@cache
def _openings(design_type: str) -> dict[str, list[Opening]]:
    """The patterns of a design type by the word that may open them."""
    found: dict[str, list[Opening]] = {}
    for name, said in table("wishes").get(design_type, {}).items():
        for pattern in map(_parsed, listed(said)):
            close = [part.words for part in pattern if part.words and not part.optional][-1]
            for count, part in enumerate(pattern):
                for word in sorted(part.words):
                    found.setdefault(word, []).append(Opening(name, pattern[count:], close))
                if not part.optional:
                    break
    return found


def _parsed(pattern: str) -> Pattern:
    parts = []
    for piece in pattern.split():
        optional = piece.endswith("?") and len(piece) > 1
        words = [] if piece == "..." else piece.removesuffix("?").split("/")
        parts.append(Part(frozenset().union(*map(_words_of, words)), optional))
    return tuple(parts)


def _words_of(word: str) -> frozenset[str]:
    listed_words = table("wishes")[CLASSES].get(word)
    words = listed(listed_words) if listed_words else [word or "/"]
    return frozenset("," if word == "COMMA" else word for word in words)
