"""Things named by what they are for alone: 'something to eat at', 'a place where people pray'."""

from functools import cache

from specs.extraction.kind.nouns import GENERAL
from specs.knowledge import listed, table
from specs.language.document import Document
from specs.language.lexicon import FEATURE, MATERIAL
from specs.language.phrases import Entry, Lexicon
from specs.language.subject import Subject
from specs.language.tokens import WORD

SAID = 14.0
"""As much as a noun that is asked for in so many words."""
ASKED_FOR = 15.0
FIRM = 10.0
"""A named kind of this score outside the clause of the purpose is what the thing is called."""
VERB_WITHIN, OBJECT_WITHIN, FIRST_WORDS = 5, 8, 12
FEW = 8
"""So many people ride in a car."""
PLACE_TYPES: tuple[str, ...] = ("building", "furniture")
ANY_PLACE = frozenset({"somewhere", "place", "space", "room"})
THING_TYPES: tuple[str, ...] = ("furniture", "appliance", "electronics", "vehicle")
OF_TYPE: dict[str, tuple[str, ...]] = {
    "appliance": ("appliance",),
    "vehicle": ("vehicle",),
    "furniture": ("furniture",),
}
CLAUSE_ENDS = frozenset(".,;:!?\n(")
LEADS = frozenset(
    {
        "need",
        "want",
        "for",
        "after",
        "is",
        "be",
        "build",
        "design",
        "make",
        "require",
        "like",
        "it",
        "have",
        "get",
    }
)
DESCRIBE = frozenset({"a", "an", "some", "new", "small", "big", "simple", "cheap", "the", "of"})


def by_purpose(doc: Document, best: Subject | None) -> Subject | None:
    """What the purpose tells; None where there is none, or a noun names the thing."""
    at = _stand_in(doc)
    if at < 0 or not _measured(doc):
        return None
    end = at + 1
    while end < len(doc.words) and doc.words[end] not in CLAUSE_ENDS:
        end += 1
    word = doc.lemmas[at]
    types: tuple[str, ...] = OF_TYPE.get(word, THING_TYPES)
    if word in _words("places"):
        types = PLACE_TYPES if word in ANY_PLACE else PLACE_TYPES[:1]
    if best is not None and best.first < len(doc.words) and _is_named(best, types, at, end):
        return None
    if word in _words("places"):
        category = _contents(doc, at + 1)
        if category:
            return Subject("building", category, at, at + 1, SAID, 0.75)
    return _by_verb(doc, at, end, types)


def _by_verb(doc: Document, at: int, end: int, types: tuple[str, ...]) -> Subject | None:
    """The first verb of the clause that a thing of these types is made for."""
    opens = doc.words[at] == "to"
    first = at if opens else at + 1
    if not opens and _words("links").isdisjoint(doc.words[first : first + 2]):
        return None
    for place in range(first, min(end, first + VERB_WITHIN + 4)):
        named = _purposes().get(doc.lemmas[place]) or _purposes().get(_stem(doc.words[place]))
        if named is None:
            continue
        near = doc.lemmas[max(at + 1, place - VERB_WITHIN) : min(end, place + OBJECT_WITHIN)]
        for design_type, category, objects in named:
            if design_type in types and (not objects or not objects.isdisjoint(near)):
                if category == "bus" and _carries_few(doc, place, end):
                    category = "car"
                # "Something to eat": the verb tells, where it stands beside.
                last = place + 1 if place <= at + 2 and doc.kinds[place - 1] == WORD else at + 1
                return Subject(design_type, category, at, last, SAID, 0.75)
    return None


def _stand_in(doc: Document) -> int:
    """The place of 'something', 'somewhere', 'a place' that opens the wish; -1 without one."""
    if doc.words[:1] == ["to"]:
        return 0
    for at in range(min(len(doc.words), FIRST_WORDS)):
        if doc.lemmas[at] not in _words("places") and doc.lemmas[at] not in _words("things"):
            continue
        if doc.aside[at] or doc.negated[at]:
            return -1
        front = at
        while front and doc.words[front - 1] in DESCRIBE:
            front -= 1
        opens = front == 0 or doc.words[front - 1] in CLAUSE_ENDS
        return at if opens or doc.lemmas[front - 1] in LEADS else -1
    return -1


def _is_named(best: Subject, types: tuple[str, ...], at: int, end: int) -> bool:
    """A kind in front of the stand-in, or a firm one behind its clause."""
    if best.category == GENERAL:
        return False
    if best.first <= at < best.last:
        # "Somewhere" is a building of some kind.
        return False
    if best.first < at or (best.score >= ASKED_FOR and best.design_type in types):
        # "To sit in the garden we want a bench"; "premises where we assemble bikes" are no bike.
        return True
    return best.first >= end and best.score >= FIRM


def _measured(doc: Document) -> bool:
    """Somebody who looks for a place to eat measures nothing."""
    return bool(doc.quantities) or any(
        entry.table in (MATERIAL, FEATURE) for m in doc.mentions for entry in m.entries
    )


def _contents(doc: Document, at: int) -> str:
    """'For four fire engines'."""
    if doc.words[at : at + 1] != ["for"]:
        return ""
    for place in range(at + 1, min(len(doc.words), at + 5)):
        if doc.words[place] in CLAUSE_ENDS:
            return ""
        match = _holds().longest(doc.lemmas, place)
        if match is not None:
            return match[1][0].name
    return ""


def _carries_few(doc: Document, at: int, end: int) -> bool:
    """'Something to take four people to work' is a car."""
    return any(
        quantity.kind == "count" and at < quantity.first < end and quantity.value <= FEW
        for quantity in doc.quantities
    )


def _stem(word: str) -> str:
    """'Taught' aside, the verb of 'for testing', 'are taught'."""
    if word == "taught":
        return "teach"
    if word.endswith("ing"):
        stem = word[:-3]
        return stem if stem in _purposes() else f"{stem}e"
    return word[:-1] if word.endswith("s") else word


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(listed(table("purposes")[name]))


@cache
def _purposes() -> dict[str, list[tuple[str, str, frozenset[str]]]]:
    found: dict[str, list[tuple[str, str, frozenset[str]]]] = {}
    for design_type in ("building", "furniture", "appliance", "electronics", "vehicle"):
        for category, rows in table("purposes")[design_type].items():
            for row in rows:
                objects = frozenset(listed(row.get("with")))
                for verb in listed(row["verbs"]):
                    found.setdefault(verb, []).append((design_type, category, objects))
    return found


@cache
def _holds() -> Lexicon:
    found = Lexicon()
    for category, nouns in table("purposes")["contents"].items():
        found.add_all(listed(nouns), Entry("kind", category))
    return found
