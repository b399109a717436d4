"""Places in front: 'facade in glass', 'walls of brick', 'roof: slate'."""

from specs.extraction.materials.use_nouns import (
    CARRIERS,
    COMMON_PARTS,
    is_ability,
    not_uses,
    use_name,
)
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.lexicon import FREE, MATERIAL, use_names
from specs.language.noun_phrases import breaking_words, phrase_start
from specs.language.subject import Subject
from specs.language.tokens import WORD
from specs.language.words import describing_words

NO_PLACE = wordset("materials", "no_place")

OF = wordset("materials", "of")

BEFORE_MADE = wordset("materials", "made") | wordset("materials", "before_made")


ORIGINS = wordset("materials", "origins")


def _past_description(doc: Document, at: int) -> int:
    """Back over what describes the material: 'top of European ash', 'of walnut-veneered MDF'."""
    if at > 0 and doc.words[at] == "veneered":
        at -= 2
    while at >= 0 and (
        (doc.words[at] in describing_words() and not _opens_item(doc, at))
        or doc.words[at] in ORIGINS
        or doc.words[at] in WHICHEVER
        or doc.quantity_at[at] is not None
        or doc.tokens.gaps[at + 1] == "-"
    ):
        # "In bottle-green velvet": what a hyphen joins to a describing word describes too.
        at -= 1
    return at


def _opens_item(doc: Document, at: int) -> bool:
    """'Desk: top bamboo': a word that describes elsewhere is the part that an item is about."""
    return _is_use(doc, at) and (at == 0 or doc.words[at - 1] in ITEM_STARTS)


WHICHEVER = frozenset({"a", "an", "the", "some", "any", "whatever", "whichever"})


def _linked(doc: Document, subject: Subject, link: int) -> tuple[str, int, int] | None:
    """The place in front of 'in', 'of', ':' or 'is', with what is made of it between."""
    before = _past_quantity(doc, link - 1)
    if doc.words[before] in ("that", "which") and doc.words[link] in ("is", "are"):
        # "Legs that are powder-coated steel".
        before -= 1
    while before >= 0 and doc.words[before] in BEFORE_MADE:
        if doc.words[before] in ("clad", "faced"):
            part = _noun_before(doc, subject, before)
            # "A dome clad in copper"; what is clad as a whole has a facade.
            return part if part is not None else ("facade", before, before + 1)
        if doc.words[before] in ("upholstered", "covered") and subject.design_type == "furniture":
            part = _noun_before(doc, subject, before) if _is_padded(doc, before - 1) else None
            # "A pew with a kneeler upholstered in leather".
            return part if part is not None else ("upholstery", before, before + 1)
        if doc.words[before] == "lined":
            return "interior", before, before + 1
        if doc.words[before] == "insulated":
            return "insulation", before, before + 1
        before -= 1
    ahead = phrase_start(doc.tokens, link) - 1
    ahead -= ahead > 0 and doc.words[ahead] in ("a", "an", "the", "our", "my")
    if doc.words[link] == ":" and ahead >= 0 and doc.words[ahead] in NEAR_HEAD:
        # "Bench for a library: plywood".
        return None
    if before > 1 and doc.words[before - 1 : before + 1] == ["on", "top"]:
        # "A cushion on top in grey linen".
        before -= 2
    return _noun_before(doc, subject, before + 1)


def _past_quantity(doc: Document, at: int) -> int:
    """Back over 'of 12 m3' in 'body of 12 m3 in steel'."""
    quantity = doc.quantity_at[at]
    if quantity is None or quantity.first < 2:
        return at
    ahead = quantity.first - 1
    return ahead - 1 if doc.words[ahead] == "of" else at


NEAR_HEAD = frozenset({"for", "in", "at"})


def _is_padded(doc: Document, at: int) -> bool:
    """Whether the word is a part that may be upholstered by itself, and not the frame."""
    mention = doc.mention_at[at] if at >= 0 else None
    return at >= 0 and (
        doc.lemmas[at] in PADDED or (mention is not None and mention.entry(FREE) is not None)
    )


PADDED = wordset("materials", "padded")


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
    if word == "," and (label := _counted_label(doc, at)):
        return _noun_before(doc, subject, label)
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
    named = _pair_end(doc, subject, first, last)
    return _noun_before(doc, subject, named) if named else None


def _counted_label(doc: Document, at: int) -> int:
    """'Bins: 9, fabric', 'tank: 9,000 litres, stainless': where the noun of the label ends; 0
    where there is none."""
    count = doc.quantity_at[at - 1] if at else None
    if count is None or count.kind not in ("count", "volume") or not count.first:
        return 0
    return count.first - 1 if doc.words[count.first - 1] in (":", "=") else 0


def _is_use(doc: Document, at: int) -> bool:
    """Whether the word is known as a part: 'top', 'legs', 'frame'."""
    return at >= 0 and (doc.lemmas[at] in use_names() or doc.lemmas[at] in COMMON_PARTS)


def _pair_end(doc: Document, subject: Subject, first: int, last: int) -> int:
    """Behind the part in 'fuselage carbon fiber', '6 blades stainless steel', 'top 18 mm oak': part
    and material fill an item of a list. 0 where there is none."""
    end = first
    while end > 0 and not _is_use(doc, end - 1) and _may_stand_between(doc, end - 1):
        end -= 1
    at = end - 1
    if at < 0 or doc.kinds[at] != WORD or doc.words[at] in breaking_words():
        return 0
    part, plain = _is_use(doc, at), end == first
    while last < len(doc) and doc.lemmas[last] in CARRIERS:
        # "Frame steel tube": a tube is how the steel comes.
        last += 1
    if doc.tokens.gaps[end] != " " or not (part or plain) or doc.quantity_at[at] is not None:
        return 0
    if last < len(doc) and (doc.words[last] == "(" or not _ends_item(doc, last, part=part)):
        return 0
    if at < subject.last and subject.first < end:
        return 0
    start = phrase_start(doc.tokens, end)
    if end - start > (MOST_OF_PART if part else 2) or any(
        _is_material(doc, i) for i in range(start, end)
    ):
        return 0
    counted = start > 0 and doc.quantity_at[start - 1] is not None
    if part and start > 1 and doc.words[start - 1] in ("the", "its"):
        # "The top should be maple and the legs whatever steel you have".
        start -= 1
    opens = start == 0 or counted or doc.words[start - 1] in ITEM_STARTS
    return end if opens and (part or doc.words[at] not in describing_words()) else 0


MOST_OF_PART = 3
"""Words in front of a part's material: 'five star base aluminium'."""


def _may_stand_between(doc: Document, at: int) -> bool:
    """What may describe the material behind a part, or measure it."""
    word, quantity = doc.words[at], doc.quantity_at[at]
    measured = quantity is not None and quantity.kind == "length"
    return measured or word in describing_words() or word in ORIGINS or word in WHICHEVER


def _ends_item(doc: Document, last: int, *, part: bool) -> bool:
    """'Seat foam w/ cover' goes on with something else; a noun would be what is made of it."""
    if doc.kinds[last] != WORD:
        return True
    return part and (doc.words[last] in breaking_words() or doc.words[last] in describing_words())


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
    if (
        is_ability(noun)
        or noun in not_uses()
        or (noun in describing_words() and noun not in use_names() and noun not in COMMON_PARTS)
    ):
        return None
    mention = doc.mention_at[end - 1]
    if mention is not None and mention.entry(MATERIAL) is not None and noun not in use_names():
        return None
    if noun in NO_PLACE or (noun == "furniture" and subject.design_type == "furniture"):
        return None
    name = use_name(doc, subject, end - 1)
    return name or doc.words[end - 1], end - 1, end
