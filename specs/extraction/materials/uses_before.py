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

ORIGINS = wordset("materials", "origins")


def _past_description(doc: Document, at: int) -> int:
    """Back over what describes the material: 'top of European ash', 'of walnut-veneered MDF'."""
    if at > 0 and doc.words[at] == "veneered":
        at -= 2
    while at >= 0 and (
        doc.words[at] in describing_words()
        or doc.words[at] in ORIGINS
        or doc.words[at] in ("a", "an", "the", "some")
        or doc.quantity_at[at] is not None
    ):
        at -= 1
    return at


def _linked(doc: Document, subject: Subject, link: int) -> tuple[str, int, int] | None:
    """The place in front of 'in', 'of', ':' or 'is', with what is made of it between."""
    before = link - 1
    if doc.words[before] in ("that", "which") and doc.words[link] in ("is", "are"):
        # "Legs that are powder-coated steel".
        before -= 1
    while before >= 0 and doc.words[before] in BEFORE_MADE:
        if doc.words[before] in ("clad", "faced"):
            part = _noun_before(doc, subject, before)
            # "A dome clad in copper"; what is clad as a whole has a facade.
            return part if part is not None else ("facade", before, before + 1)
        if doc.words[before] in ("upholstered", "covered") and subject.design_type == "furniture":
            return "upholstery", before, before + 1
        if doc.words[before] == "lined":
            return "interior", before, before + 1
        before -= 1
    return _noun_before(doc, subject, before + 1)


def use_before(
    doc: Document, subject: Subject, first: int, last: int
) -> tuple[str, int, int] | None:
    """'facade in glass', 'walls of brick', 'roof: slate', 'upholstered in linen'."""
    if doc.words[first - 1 : first] == ["("] and doc.words[last : last + 1] == [")"]:
        # "Sandwich panel walls (steel)".
        return _noun_before(doc, subject, first - 1) if _is_use(doc, first - 2) else None
    at = _past_description(doc, first - 1)
    if at < 0:
        return None
    word = doc.words[at]
    if word in OF or word in (":", "=") or word in ("is", "are", "be", "-"):
        return None if word == "with" else _linked(doc, subject, at)
    direct = first - 1
    if (
        doc.kinds[direct] == WORD
        and doc.lemmas[direct] in use_names()
        and doc.tokens.gaps[first] == " "
    ):
        # "floor slab C30/37 concrete": the place stands right in front.
        return _noun_before(doc, subject, first)
    if _is_pair(doc, subject, first, last):
        return _noun_before(doc, subject, first)
    return None


def _is_use(doc: Document, at: int) -> bool:
    return at >= 0 and (doc.lemmas[at] in use_names() or doc.lemmas[at] in COMMON_PARTS)


def _is_pair(doc: Document, subject: Subject, first: int, last: int) -> bool:
    """'Fuselage carbon fiber, wings aluminum', '6 blades stainless steel': part and material fill
    an item of a list."""
    at = first - 1
    if doc.kinds[at] != WORD or doc.words[at] in breaking_words() or doc.tokens.gaps[first] != " ":
        return False
    if last < len(doc) and (doc.kinds[last] == WORD or doc.words[last] in "-("):
        return False
    if at < subject.last and subject.first < first:
        return False
    start = phrase_start(doc.tokens, first)
    if first - start > 2 or any(
        doc.mention_at[i] is not None and _is_material(doc, i) for i in range(start, first)
    ):
        return False
    counted = start > 0 and doc.quantity_at[start - 1] is not None
    opens = start == 0 or counted or doc.words[start - 1] in ITEM_STARTS
    return opens and doc.words[at] not in describing_words()


ITEM_STARTS = frozenset(",.;:\n+&(") | {"and", "with"}


def _is_material(doc: Document, at: int) -> bool:
    mention = doc.mention_at[at]
    return mention is not None and mention.entry(MATERIAL) is not None


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
