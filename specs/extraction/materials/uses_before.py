"""Places in front: 'facade in glass', 'walls of brick', 'roof: slate'."""

from specs.extraction.materials.made import SIDES, linked, takes_with
from specs.extraction.materials.places import Use, is_material, is_part, noun_before
from specs.extraction.materials.use_nouns import CARRIERS
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.lexicon import use_names
from specs.language.noun_phrases import breaking_words, phrase_start
from specs.language.subject import Subject
from specs.language.tokens import WORD
from specs.language.words import describing_words

OF = wordset("materials", "of")
LABELS = frozenset({":", "=", "|"})
ORIGINS = wordset("materials", "origins")


def _past_description(doc: Document, at: int) -> int:
    """Back over what describes the material: 'top of European ash', 'of walnut-veneered MDF'."""
    if at > 0 and (
        doc.words[at] == "veneered" or (doc.words[at] == "free" and doc.tokens.gaps[at] == "-")
    ):
        # "In copper-free stainless steel".
        at -= 2
    while at >= 0 and (
        (doc.words[at] in describing_words() and not opens_item(doc, at))
        or doc.words[at] in ORIGINS
        or doc.words[at] in WHICHEVER
        or doc.words[at] in WORKED
        or (doc.words[at] in TINTS and not is_part(doc, at + 1) and doc.lemmas[at + 1] == "glass")
        or doc.quantity_at[at] is not None
        or doc.tokens.gaps[at + 1] == "-"
    ):
        # "In bottle-green velvet": what a hyphen joins to a describing word describes too.
        at -= 1
    return at


def opens_item(doc: Document, at: int) -> bool:
    """'Desk: top bamboo': a word that describes elsewhere is the part that an item is about."""
    return is_part(doc, at) and (at == 0 or doc.words[at - 1] in ITEM_STARTS)


# "Screens: woven willow".
WORKED = frozenset(
    {"woven", "handwoven", "spun", "bent", "plaited", "split", "cleft", "sawn", "hewn"}
)
TINTS = frozenset({"bronze", "gold", "copper", "silver", "mirror"})
WHICHEVER = frozenset({"a", "an", "the", "some", "any", "whatever", "whichever"})


def use_before(doc: Document, subject: Subject, first: int, last: int) -> Use | None:
    """'facade in glass', 'walls of brick', 'roof: slate', 'upholstered in linen'."""
    if doc.words[first - 1 : first] == ["("] and doc.words[last : last + 1] == [")"]:
        # "Sandwich panel walls (steel)", "weatherboard outside (cypress)".
        behind = first - 1 - (doc.words[first - 2] in ("outside", "inside"))
        behind -= 2 * (doc.words[max(0, behind - 2) : behind] == ["on", "grade"])
        return noun_before(doc, subject, behind)
    at = _past_description(doc, first - 1)
    if at < 0:
        return None
    retracted = _retraction(doc, at) if not doc.aside[first] else -1
    if retracted >= 0:
        return _of_retracted(doc, subject, retracted)
    word = doc.words[at]
    if word == "," and (refused := _past_refusal(doc, at)):
        return linked(doc, subject, refused)
    if word == "," and _is_gapped(doc, at, last):
        return noun_before(doc, subject, at)
    if word == "," and (label := _measured_label(doc, at, last)):
        return noun_before(doc, subject, label)
    if _links(doc, at):
        return linked(doc, subject, at - (word == "/"))
    direct = first - 1
    if (
        doc.kinds[direct] == WORD
        and doc.lemmas[direct] in use_names()
        and doc.tokens.gaps[first] == " "
    ):
        # "floor slab C30/37 concrete": the place stands right in front.
        return noun_before(doc, subject, first)
    unknown = _past_unknown(doc, at)
    if unknown >= 0:
        return linked(doc, subject, unknown)
    ordered = _made_to_be(doc, at)
    if ordered:
        return noun_before(doc, subject, ordered)
    named = _pair_end(doc, subject, first, last)
    return noun_before(doc, subject, named) if named else None


def _links(doc: Document, at: int) -> bool:
    word = doc.words[at]
    if word in ("with", "in") and at and doc.words[at - 1] in SIDES:
        # "Clad inside with aspen and outside with pine".
        return True
    if word == "/" and doc.words[at - 1] == "w":
        # "Padded w/ velvet".
        return at > 1 and doc.words[at - 2] in takes_with()
    if word == "with":
        # "Clad with slate"; but "a table with oak legs".
        ahead = doc.words[at - 1] if at else ""
        return ahead in takes_with() or (at > 1 and ahead in ("it", "them"))
    if word == "|":
        return is_part(doc, at - 1)
    return word in OF or word in LABELS or word in ("is", "are", "be", "-")


UNKNOWN = 3
"""Words of the trade in front of a material: 'roof: trapezoidal profiled aluminium'."""


def _past_unknown(doc: Document, at: int) -> int:
    """The link behind a part, in front of words that no list knows; -1 where there is none."""
    broken = breaking_words()
    for _ in range(UNKNOWN):
        if at <= 0 or doc.kinds[at] != WORD or doc.words[at] in broken:
            return -1
        if is_part(doc, at) or is_material(doc, at):
            return -1
        at -= 1
        word = doc.words[at]
        if (word in LABELS or word in OF or word in ("is", "are", "be")) and word != "with":
            return at if is_part(doc, at - 1) else -1
    return -1


def _made_to_be(doc: Document, at: int) -> int:
    """Behind the part in 'make the cover a tight-woven nylon'; 0 where there is none."""
    for place in range(at + 1, max(2, at - UNKNOWN), -1):
        if doc.words[place - 3 : place - 1] == ["make", "the"] and is_part(doc, place - 1):
            return place
    return 0


REFUSALS = frozenset({"no", "nah", "nope", "sorry"})


def _past_refusal(doc: Document, at: int) -> int:
    """The link in front of 'aerated... no,' in 'walls: aerated... no, brick'; 0 without one."""
    if at < 3 or doc.words[at - 1] not in REFUSALS:
        return 0
    at -= 2
    while at > 0 and doc.words[at] in (".", "?", "-", "—"):
        at -= 1
    for _ in range(UNKNOWN):
        if at > 0 and doc.kinds[at] == WORD and doc.words[at] not in OF:
            at -= 1
    links = at > 0 and (doc.words[at] in LABELS or doc.words[at] in OF)
    return at if links and is_part(doc, at - 1) else 0


def _is_gapped(doc: Document, at: int, last: int) -> bool:
    """'The hull shall be aluminium; the superstructure, GRP': a comma for the verb."""
    words = doc.words
    if at < 3 or words[at - 2] != "the" or words[at - 3] not in (";", "and", ".", "\n", ","):
        return False
    return last >= len(doc) or doc.kinds[last] != WORD or words[last] == "and"


def _retraction(doc: Document, at: int) -> int:
    """The last token of what was taken back right in front: 'ETFE? no -> steel'; -1 without."""
    while at >= 0 and (doc.words[at] in ("-", ">", ",", ".", "—", "pure") and not doc.aside[at]):
        at -= 1
    return at if at >= 0 and doc.aside[at] else -1


def _of_retracted(doc: Document, subject: Subject, at: int) -> Use | None:
    """'Construction from wood? No, glulam', 'roof ETFE? no, steel': the part of what was taken
    back has what takes its place."""
    stop = max(0, at - RETRACTED)
    while at > stop and doc.aside[at]:
        if is_material(doc, at) and is_part(doc, at - 1):
            return noun_before(doc, subject, at)
        if doc.words[at] in LABELS or doc.words[at] in OF:
            return noun_before(doc, subject, at)
        at -= 1
    if is_part(doc, at):
        return noun_before(doc, subject, at + 1)
    return linked(doc, subject, at) if at >= 0 and _links(doc, at) else None


RETRACTED = 12
"""Tokens that may be taken back between a part and its material."""


def _measured_label(doc: Document, at: int, last: int) -> int:
    """'Bins: 9, fabric', 'tank: 9,000 litres, stainless', 'top 1500 x 900 mm, beech': where the
    noun of the label ends; 0 where there is none."""
    count = doc.quantity_at[at - 1] if at else None
    if count is None or not count.first:
        return 0
    if count.kind in ("count", "volume"):
        return count.first - 1 if doc.words[count.first - 1] in (":", "=") else 0
    ahead = _past_sides(doc, count.first)
    listed = ahead > 1 and doc.words[ahead - 1] == ","
    ahead -= ahead > 0 and doc.words[ahead - 1] in (":", "=", ",")
    if listed and ahead > 1 and doc.words[ahead - 2] in ("and", "with"):
        # "With a lid and wheels, 80 x 40 x 45 cm, plywood": the sides of the whole.
        return 0
    opens = ahead > 0 and is_part(doc, ahead - 1) and opens_item(doc, ahead - 1)
    ends = last >= len(doc) or _ends_item(doc, last, part=True)
    return ahead if count.kind == "length" and opens and ends else 0


def _past_sides(doc: Document, first: int) -> int:
    """The first token of a row of sides, by its last figure."""
    while first > 1 and doc.words[first - 1] in ("x", "×", "by", "*"):
        other = doc.quantity_at[first - 2]
        if other is None:
            break
        first = other.first
    return first


def _pair_end(doc: Document, subject: Subject, first: int, last: int) -> int:
    """Behind the part in 'fuselage carbon fiber', '6 blades stainless steel', 'top 18 mm oak': part
    and material fill an item of a list. 0 where there is none."""
    end = first
    while end > 0 and not is_part(doc, end - 1) and _may_stand_between(doc, end - 1):
        end -= 1
    at = end - 1
    if at < 0 or doc.kinds[at] != WORD or doc.words[at] in breaking_words():
        return 0
    part, plain = is_part(doc, at), end == first
    while last < len(doc) and doc.lemmas[last] in CARRIERS:
        # "Frame steel tube": a tube is how the steel comes.
        last += 1
    if doc.tokens.gaps[end] != " " or not (part or plain) or doc.quantity_at[at] is not None:
        return 0
    if last < len(doc) and not _ends_item(doc, last, part=part):
        return 0
    if doc.words[last : last + 1] == ["("] and last + 1 < len(doc) and is_material(doc, last + 1):
        return 0
    if at < subject.last and subject.first < end:
        return 0
    start = phrase_start(doc.tokens, end)
    if end - start > (MOST_OF_PART if part else 2) or any(
        is_material(doc, i) for i in range(start, end)
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


ALSO = frozenset(
    {"likewise", "veneered", "also", "both", "all", "again", "throughout", "mostly", "mainly"}
)


def _may_stand_between(doc: Document, at: int) -> bool:
    """What may describe the material behind a part, or measure it."""
    word, quantity = doc.words[at], doc.quantity_at[at]
    if quantity is not None and quantity.kind in ("length", "ratio"):
        # "Top 18 mm oak", "upholstery 60% wool".
        return True
    if word in ("x", "×") and doc.quantity_at[at + 1] is not None:
        return True
    if (word.endswith("ed") and len(word) > len("bed") + 1) or doc.tokens.gaps[at] == "-":
        # "Front fluted oak", "frame kiln-dried beech".
        return True
    if doc.tokens.gaps[at + 1] == "-":
        return True
    return word in ALSO or word in describing_words() or word in ORIGINS or word in WHICHEVER


def _ends_item(doc: Document, last: int, *, part: bool) -> bool:
    """'Seat foam w/ cover' goes on with something else; a noun would be what is made of it."""
    if doc.kinds[last] != WORD:
        return True
    return part and (doc.words[last] in breaking_words() or doc.words[last] in describing_words())


ITEM_STARTS = frozenset(",.;:\n+&(-—|") | {"and", "with"}
