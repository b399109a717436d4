"""Which noun is a place for a material, and its normal name."""

from functools import cache

from specs.knowledge import listed, table, wordset
from specs.language.document import Document
from specs.language.lexicon import FEATURE, FREE, KIND, MATERIAL, SPACE, use_names
from specs.language.noun_phrases import phrase_end
from specs.language.phrases import Mention
from specs.language.subject import Subject
from specs.language.tokens import NUMBER, WORD
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
            "line",
            "support",
            "end",
            "range",
            "battery",
            "room",
            "sidewall",
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
    if at >= len(doc.words) or doc.kinds[at] != WORD:
        return None
    if doc.lemmas[at] in use_names() and doc.words[at] in USE_ADJECTIVES:
        return use_names()[doc.lemmas[at]], at, at + 1
    if doc.words[at] in ("clad", "cladded"):
        # "A dome in GRP clad with copper": the participle takes what follows.
        own = doc.words[at + 1 : at + 2] in IN_WITH
        return None if own else ("facade", at, at + 1)
    if doc.words[at : at + 2] == ["standing", "seam"] and subject.design_type == "building":
        placed = doc.lemmas[at + 2 : at + 3] != [] and doc.lemmas[at + 2] in use_names()
        if not placed:
            # "Aluminium standing-seam".
            return "roof", at, at + 2
    if doc.words[at] in MOVING and (
        doc.words[at + 1 : at + 2] in WAYS or doc.kinds[at + 1 : at + 2] != [WORD]
    ):
        # "A tablet of beech ply folds away".
        return None
    if doc.words[at] == "coating" and (at + 1 >= len(doc.words) or doc.kinds[at + 1] != WORD):
        return "coating", at, at + 1
    end = _noun_end(doc, at)
    if end > at and at < subject.last and subject.first < end:
        return _before_head(doc, subject, at)
    if end == at or not _may_be_place(doc, subject, end):
        return None
    noun = end - 1
    carried = end - at >= 2 and doc.lemmas[noun] in CARRIERS
    if carried and doc.lemmas[end - 2] in use_names():
        noun = end - 2
    elif carried and doc.lemmas[end - 2] in COMMON_PARTS:
        # "Oak deck boards": the boards are of the deck.
        return doc.words[end - 2], at, end
    name = use_name(doc, subject, noun)
    return name or doc.words[end - 1], at, end


def _noun_end(doc: Document, at: int) -> int:
    """The noun phrase stops before another material; words that only say where are cut off."""
    end = phrase_end(doc.tokens, at)
    for place in range(at + 1, end):
        mention = doc.mention_at[place]
        if mention is not None and mention.first == place and _is_only_material(mention):
            end = place
            break
        if doc.words[place] in placing_words() and doc.words[place + 1 : place + 2] in IN_WITH:
            # "Plywood shell faced in walnut".
            end = place
            break
    if at < end < len(doc.words) and doc.kinds[end] == NUMBER and doc.tokens.gaps[end] == "":
        # "ABS shell IP66": a code of its own.
        end -= 1
    while end > at and doc.words[end - 1] in _cut_off() and doc.words[end - 1] != "tops":
        end -= 1
    if (
        at < end - 1
        and doc.tokens.gaps[end : end + 1] == ["-"]
        and (doc.words[end].endswith(("ed", "ing")))
    ):
        # "Glass door UV-filtered".
        end -= 1
    if end == at + 2 and doc.lemmas[at] == "frame" and doc.words[at + 1] in FACES:
        # "Timber frame front and back".
        return at + 1
    end = _past_manner(doc, at, end)
    if (
        end > at + 2
        and doc.words[end - 2] in LEVELS
        and doc.lemmas[end - 1] in ("floor", "storey")
        and doc.lemmas[end - 3] in COMMON_PARTS
    ):
        # "Adobe walls ground floor, wood above".
        end -= 2
    return end


def _past_manner(doc: Document, at: int, end: int) -> int:
    """Behind the part in 'canopy curved black' and 'cover zips off': the rest says how it is."""
    if end - 2 >= at and doc.words[end : end + 1] in PARTICLES and _is_part(doc, end - 2):
        return end - 1
    if end - 2 >= at and doc.words[end - 1] in MOVING and _is_part(doc, end - 2):
        # "Mesh sides fold down".
        return end - 1
    cut = end
    if cut - 2 > at and doc.tokens.gaps[cut - 1] == "-" and _is_part(doc, cut - 3):
        # "Oven door self-cleaning".
        return cut - 2 if doc.words[cut - 1].endswith(("ed", "ing")) else end
    while cut - 1 > at and (
        doc.words[cut - 1] in describing_words() or doc.words[cut - 1].endswith("ed")
    ):
        if _is_part(doc, cut - 1):
            return end
        cut -= 1
    return cut if _is_part(doc, cut - 1) else end


MOVING = wordset("materials", "moving")
PARTICLES = (["off"], ["away"])
FACES = frozenset({"front", "back", "rear", "sides"})
MOVING = frozenset({"folds", "slides", "tilts", "lifts", "swivels", "rolls", "zips", "flips"})
WAYS = (["away"], ["out"], ["off"], ["up"], ["down"], ["flat"], ["open"], ["in"], ["back"])


def _is_part(doc: Document, at: int) -> bool:
    return doc.lemmas[at] in use_names() or doc.lemmas[at] in COMMON_PARTS


IN_WITH = (["in"], ["with"], ["by"])


@cache
def placing_words() -> frozenset[str]:
    """Participles that put a material in its place: clad, lined, topped."""
    every = table("uses")["placed"].values()
    return frozenset(word for uses in every for words in uses.values() for word in listed(words))


LEVELS = frozenset({"ground", "first", "second", "upper", "lower", "top"})


def _is_only_material(mention: Mention) -> bool:
    return mention.entry(MATERIAL) is not None and mention.entry(KIND) is None


@cache
def _cut_off() -> frozenset[str]:
    return TRAILING | word_class("adverbs") | word_class("colors")


def _before_head(doc: Document, subject: Subject, at: int) -> tuple[str, int, int] | None:
    """'timber-framed house': the place stands between the material and the thing."""
    place = subject.first - 1
    if place >= at and doc.words[place] in ("framed", "clad") and doc.lemmas[place] in use_names():
        return use_names()[doc.lemmas[place]], place, subject.first
    return None


def _may_be_place(doc: Document, subject: Subject, end: int) -> bool:
    noun = doc.lemmas[end - 1]
    if noun == "construction" and subject.design_type == "building":
        # "Steel construction" is what the building stands by.
        return True
    if doc.words[end - 1] == "vats":
        # The tax has no plural.
        return True
    if noun in not_uses() or len(noun) < 2 or is_ability(noun):
        return False
    if noun in use_names() or noun in COMMON_PARTS:
        return True
    if doc.words[end - 1] in describing_words():
        return False
    head = doc.mention_at[end - 1]
    kind = head.entry(KIND) if head is not None and head.last == end else None
    if head is None or kind is None or kind.name == "general" or kind.detail != subject.design_type:
        return True
    if subject.design_type == "appliance":
        # "Popcorn machine, stainless kettle".
        return True
    # Another thing of the same sort: "oak dining table" in a list of furniture.
    return any(head.entry(table) is not None for table in (FREE, FEATURE, SPACE))


def is_ability(noun: str) -> bool:
    """'Covers in olefin, machine washable', 'two lockable': how something is, and no part."""
    return noun.endswith("able") and not noun.endswith(("table", "cable"))


def use_name(doc: Document, subject: Subject, at: int) -> str | None:
    """The normal name of a use; a cabinet's front is its front, a building's its facade."""
    noun = doc.lemmas[at]
    if noun == "construction" and subject.design_type == "building":
        return "structure"
    if subject.design_type == "building" and (noun in BOARDING or _is_leaf(doc, at)):
        return "facade"
    if noun in ("front", "exterior") and subject.design_type not in ("building", "appliance"):
        return noun
    if noun == "front" and subject.design_type == "appliance":
        return noun
    if noun == "slab" and subject.design_type == "furniture":
        return noun
    return use_names().get(noun)


def _is_leaf(doc: Document, at: int) -> bool:
    """'Brick veneer': the outer leaf of a wall."""
    mention = doc.mention_at[at - 1] if doc.lemmas[at] == "veneer" and at else None
    entry = mention.entry(MATERIAL) if mention is not None else None
    return entry is not None and entry.name in ("brick", "stone")


BOARDING = frozenset({"boarding", "weatherboard", "weatherboarding"})
TRAILING = wordset("materials", "trailing")
