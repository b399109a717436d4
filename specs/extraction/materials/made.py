"""What stands in front of 'in', 'of', 'with', ':' or 'is': a part or a participle."""

from functools import cache

from specs.extraction.materials.places import Use, is_material, is_part, noun_before
from specs.extraction.materials.use_nouns import placing_words
from specs.knowledge import listed, table, wordset
from specs.language.document import Document
from specs.language.lexicon import FREE
from specs.language.noun_phrases import phrase_start
from specs.language.subject import Subject

BEFORE_MADE = wordset("materials", "made") | wordset("materials", "before_made")
PADDED = wordset("materials", "padded")
NEAR_HEAD = frozenset({"for", "in", "at"})
ARTICLES = frozenset({"a", "an", "the", "our", "my"})
RELATIVE = frozenset({"that", "which"})


@cache
def placed(design_type: str) -> dict[str, str]:
    """Where a participle puts its material: lined is the interior, roofed the roof."""
    data = table("uses")["placed"]
    uses = data.get(design_type, data["other"])
    return {word: use for use, words in uses.items() for word in listed(words)}


@cache
def takes_with() -> frozenset[str]:
    """Participles that name their material with 'with': 'clad with slate', 'filled with down'."""
    return placing_words() | wordset("materials", "made")


def linked(doc: Document, subject: Subject, link: int) -> Use | None:
    """The place in front of the link, with what is made of it between."""
    words = doc.words
    before = _past_asides(doc, link - 1)
    if before < 0:
        return None
    if words[before] in SIDES and words[link] in ("in", "with"):
        return _side(doc, subject, before)
    before = _past_quantity(doc, before)
    if words[link] == "of" and words[before] in PIECES and subject.design_type != "building":
        before = _past_pieces(doc, before)
    verbs = placed(subject.design_type)
    while before >= 0 and (words[before] in BEFORE_MADE or words[before] in verbs):
        if words[before] in verbs:
            return _placed_by(doc, subject, before, verbs[words[before]])
        before -= 1
    ordered = _ordered(doc, subject, before)
    if ordered is not None:
        return ordered
    before = _past_relative(doc, before)
    before = _past_insertion(doc, before)
    ahead = phrase_start(doc.tokens, link) - 1
    ahead -= ahead > 0 and words[ahead] in ARTICLES
    if words[link] == ":" and ahead >= 0 and words[ahead] in NEAR_HEAD:
        # "Bench for a library: plywood".
        return None
    if before > 1 and words[before - 1 : before + 1] == ["on", "top"]:
        # "A cushion on top in grey linen".
        before -= 2
    return noun_before(doc, subject, before + 1)


SIDES = {"outside": "facade", "inside": "interior"}
PIECES = frozenset({"slab", "piece", "sheet", "block", "plank", "pair", "set", "strip", "length"})


def _side(doc: Document, subject: Subject, at: int) -> Use:
    """'Clad inside with aspen', 'outside in zinc'; a cupboard's outside is no facade."""
    name = SIDES[doc.words[at]]
    if name == "facade" and subject.design_type not in ("building", "general"):
        name = "outside"
    return name, at, at + 1


def _past_pieces(doc: Document, at: int) -> int:
    """Back over 'one slab' in 'the top one slab of elm', 'a top from a single piece of oak'."""
    at -= 1
    while at > 0 and doc.words[at] in ("one", "a", "single", "solid", "from", "is", "of", "two"):
        at -= 1
    return at


PRONOUNS = frozenset({"it", "them", "this", "that"})


def _ordered(doc: Document, subject: Subject, at: int) -> Use | None:
    """'Clad it in tiles, roof it in zinc, line it with cork'."""
    if at < 1 or doc.words[at] not in PRONOUNS:
        return None
    verb, verbs = doc.words[at - 1], placed(subject.design_type)
    for form in (verb, verb + "ed", verb + "d", verb + verb[-1] + "ed"):
        if form in verbs:
            return verbs[form], at - 1, at
    return None


def _placed_by(doc: Document, subject: Subject, verb: int, name: str) -> Use:
    """'A dome clad in copper', 'walls are to be clad in'; what is clad as a whole has a facade."""
    whole = (name, verb, verb + 1)
    if name in ("interior", "insulation", "filling"):
        return whole
    before = verb - 1
    while before >= 0 and doc.words[before] in BEFORE_MADE:
        before -= 1
    before = _past_relative(doc, before)
    if before > 1 and is_material(doc, before) and doc.words[before - 1] in ("in", "of"):
        # "A dome in GRP clad with copper".
        before -= 2
    if name == "upholstery" and not _is_padded(doc, before):
        # "A pew with a kneeler upholstered in leather".
        return whole
    part = noun_before(doc, subject, before + 1)
    return part if part is not None else whole


def _past_relative(doc: Document, at: int) -> int:
    """Back over 'that' in 'legs that are powder-coated steel', ', which' in 'the roof, which'."""
    if at > 0 and doc.words[at] in RELATIVE:
        at -= 1
        at -= doc.words[at] == ","
    return at


def _past_insertion(doc: Document, at: int) -> int:
    """Back over ', subject to 1.3,' in 'the facade, subject to 1.3, shall be glass'."""
    if at < 1 or doc.words[at] != ",":
        return at
    for comma in range(at - 1, max(0, at - INSERTION), -1):
        if doc.words[comma] == "," and is_part(doc, comma - 1):
            return comma - 1
    return at


INSERTION = 8


def _past_asides(doc: Document, at: int) -> int:
    """Back over what was said and taken back: 'walls: sandwich panels... no, brick'."""
    while at >= 0 and doc.aside[at]:
        at -= 1
    return at


def _past_quantity(doc: Document, at: int) -> int:
    """Back over 'of 12 m3' in 'body of 12 m3 in steel' and the sides in 'top 2 x 1 m in oak'."""
    quantity = doc.quantity_at[at]
    if quantity is None or quantity.first < 1:
        return at
    first = quantity.first
    while (
        first > 1
        and doc.words[first - 1] in ("x", "×", "by", "*", "/")
        and (other := doc.quantity_at[first - 2]) is not None
    ):
        first = other.first
    ahead = first - 1
    if ahead > 0 and doc.words[ahead] == "of":
        return ahead - 1
    return ahead if quantity.kind == "length" else at


def _is_padded(doc: Document, at: int) -> bool:
    """Whether the word is a part that may be upholstered by itself, and not the frame."""
    mention = doc.mention_at[at] if at >= 0 else None
    return at >= 0 and (
        doc.lemmas[at] in PADDED or (mention is not None and mention.entry(FREE) is not None)
    )
