"""Storeys that no number gives: 'ground floor: shop; first floor: offices', 'bedrooms upstairs'."""

from specs.knowledge import phraselist
from specs.language.document import Document
from specs.language.facts import Evidence
from specs.language.lexicon import KIND, SPACE

ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
ORDINALS |= {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5}
GROUND = frozenset({"ground", "groundfloor"})
GROUND_FLOORS = (["ground", "floor"], ["ground", "level"], ["street", "level"])
GROUND_ALONE = frozenset(words[0] for words in GROUND_FLOORS) | {"gf"}
AFTER = frozenset({"floor", "level", "+", "plus", "and", "&"})
FLOORS = frozenset({"floor", "level", "story"})
WHOLLY = frozenset({"all", "everything", "entirely", "wholly"})
UPPER = frozenset({"upper", "top"})
BY_NAME = {2: phraselist("stories", "two_by_name"), 3: phraselist("stories", "three_by_name")}
NEAR = 3
"""Tokens between 'upstairs' and the room that is there."""

Found = tuple[int, Evidence]


def highest_floor(doc: Document) -> Found | None:
    return _by_name(doc) or _ground_only(doc) or _in_a_word(doc) or _upstairs(doc)


def _by_name(doc: Document) -> Found | None:
    """'Ground floor: shop; first floor: offices', 'ground + first': the highest that is named."""
    words, highest = doc.words, 0
    ground = _ground(doc)
    if ground is None:
        return None
    last = ground + 1
    headed = words[last : last + 1] == [":"]
    for at in range(ground + 1, len(doc)):
        number = ORDINALS.get(words[at], 1 if words[at] in UPPER else 0)
        if number <= highest or not doc.is_free(at, at + 1):
            continue
        # "Upper floors" are more than one.
        named = doc.lemmas[at + 1 : at + 2] != [] and doc.lemmas[at + 1] in FLOORS
        one = words[at] not in UPPER or (named and words[at + 1] == doc.lemmas[at + 1])
        joined = words[at - 1] in AFTER and words[at] not in UPPER
        if (named and one) or joined or (headed and words[at + 1 : at + 2] == [":"]):
            highest, last = number, at + 1
    return (highest + 1, Evidence(last - 1, last, 0.8)) if highest else None


def _ground(doc: Document) -> int | None:
    """Where the text speaks of the ground floor as one of several: 'Ground: …', 'ground floor'."""
    if GROUND.isdisjoint(doc.vocabulary):
        return None
    for at, word in enumerate(doc.words):
        if word not in GROUND or not doc.is_free(at, at + 1):
            continue
        behind = doc.words[at + 1] if at + 1 < len(doc) else ""
        opens = at == 0 or not doc.words[at - 1][:1].isalnum()
        if behind in AFTER or word == "groundfloor" or (behind == ":" and opens):
            return at
    return None


def _ground_only(doc: Document) -> Found | None:
    """'Ground floor only', 'all on the ground floor', 'a ground floor and a mezzanine'."""
    if GROUND_ALONE.isdisjoint(doc.vocabulary):
        return None
    for at in range(len(doc) - 1):
        if doc.words[at : at + 2] == ["gf", "only"]:
            return 1, Evidence(at, at + 2, 0.85)
        if doc.words[at : at + 2] not in GROUND_FLOORS or not doc.is_free(at, at + 2):
            continue
        ahead, behind = doc.words[max(0, at - 3) : at], doc.words[at + 2 : at + 4]
        joined = behind[:1] in (["and"], ["plus"], ["+"], ["with"])
        gallery = joined and "mezzanine" in doc.words[at + 3 : at + 7]
        only = behind[:1] == ["only"] and not _is_of_a_part(doc, at)
        if only or gallery or any(word in WHOLLY for word in ahead):
            return 1, Evidence(at, at + 2, 0.85)
    return None


def _is_of_a_part(doc: Document, at: int) -> bool:
    """'Underfloor heating to the ground floor only': says where one thing of the house is."""
    at -= doc.words[at - 1 : at] == ["the"]
    if at < 2 or doc.words[at - 1] not in ("to", "on", "in", "at", "for"):
        return False
    part = doc.mention_at[at - 2]
    return part is not None and part.entry(KIND) is None


def _in_a_word(doc: Document) -> Found | None:
    """'A duplex apartment', 'two up two down'."""
    for count, phrases in BY_NAME.items():
        for phrase in phrases:
            if phrase[0] not in doc.vocabulary:
                continue
            for at, word in enumerate(doc.words):
                end = at + len(phrase)
                if word != phrase[0] or tuple(doc.words[at:end]) != phrase:
                    continue
                if doc.is_free(at, end):
                    return count, Evidence(at, end, 0.85)
    return None


def _upstairs(doc: Document) -> Found | None:
    """'Four bedrooms upstairs', '96 m2 downstairs and 74 upstairs': there is a floor above."""
    if "upstairs" not in doc.vocabulary:
        return None
    below = "downstairs" in doc.vocabulary
    for at, word in enumerate(doc.words):
        if word != "upstairs" or not doc.is_free(at, at + 1):
            continue
        if doc.words[at - 1 : at] in (["an"], ["the"], ["no"]):
            continue
        near = doc.mention_at[max(0, at - NEAR) : at + NEAR]
        if below or any(m is not None and m.entry(SPACE) is not None for m in near):
            return 2, Evidence(at, at + 1, 0.75)
    return None
