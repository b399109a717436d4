"""Bare lengths that are an item of their own: 'bench for a tram stop, 1.8 m'."""

from specs.extraction.dimensions.side import Side
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.quantity import Quantity
from specs.language.subject import Subject

STATES = wordset("dimensions", "states")
OPENS = frozenset(",.;:\n/|—-?!(")
BOUNDS = frozenset(
    {"under", "about", "around", "roughly", "max", "below", "approx", "ca", "~", "<"}
)
ENDS = frozenset(",.;\n/|—)") | {
    "and", "with", "so", "which", "because", "that", "since", "as", "incl", "including", "overall",
}  # fmt: skip
LONG_ENOUGH = 0.8
"""Metres; a bench or a table is not shorter."""


def is_only_length(doc: Document, quantity: Quantity) -> bool:
    alone = all(q is quantity or q.kind != "length" for q in doc.quantities)
    return alone and quantity.value >= LONG_ENOUGH and stands_alone(doc, quantity)


def stands_alone(doc: Document, quantity: Quantity) -> bool:
    """A list item that is only this figure: a vehicle's one length."""
    at = quantity.first
    while at > 0 and doc.words[at - 1] in BOUNDS:
        # "A sedan, hybrid, under 4.6 metres, 140 hp".
        at -= 1
    opens = at == 0 or doc.words[at - 1] in OPENS
    return opens and ends_item(doc, quantity.end)


def ends_item(doc: Document, last: int) -> bool:
    while last < len(doc) and doc.words[last] in STATES:
        last += 1
    return last >= len(doc) or doc.words[last] in ENDS


TOPPED = frozenset({"desk", "table"})
TOPS = frozenset({"top", "tops", "tabletop", "desktop", "worktop"})
LINKS = frozenset({"of", "is", ":", "(", "at", "measuring"})


def is_top(doc: Document, subject: Subject, group: list[Quantity]) -> bool:
    """'Desk, bamboo top 150 x 75': a table is as wide and as deep as its top."""
    if len(group) != 2 or subject.category not in TOPPED | FOOTED:
        return False
    at = group[0].begin - 1
    while at > 0 and doc.words[at] in LINKS:
        at -= 1
    widest = TOPS if subject.category in TOPPED else BASES
    return at >= 0 and doc.words[at] in widest


STAND_INS = wordset("dimensions", "stand_ins")
STAND_INS_BEHIND = wordset("dimensions", "stand_ins_behind")
SIDES = frozenset({"width", "depth", "length"})


def stands_for_whole(doc: Document, subject: Subject, group: list[Quantity]) -> bool:
    """'Elements of 80 x 80 x 72 cm', 'L-shape 274 x 192 cm', '41 x 24 x 11 mm pendant': where the
    text gives no other sides, these are the thing's."""
    if subject.design_type == "building":
        return False
    at = group[0].begin - 1
    while at > 0 and doc.words[at] in LINKS:
        at -= 1
    opens = at > 0 and (doc.lemmas[at] in STAND_INS or doc.words[at] in STAND_INS)
    last = group[-1].end
    behind = last < len(doc) and doc.lemmas[last] in STAND_INS_BEHIND
    return (opens or behind) and not any(
        q.label in SIDES
        and q.group != group[0].group
        and not is_folded(doc, q)
        and not (q.label == "depth" and len(group) == TWO)
        for q in doc.quantities
    )


TWO = 2
FOLDED = wordset("dimensions", "folded")
FOLDING = wordset("dimensions", "folding")
PHRASE = 5
BALLS = wordset("dimensions", "balls")


def is_folded(doc: Document, quantity: Quantity) -> bool:
    """'Opened 152 x 76 x 75 cm, folded 40 cm wide': not how it is used."""
    at = quantity.begin - 1
    if at > 1 and doc.words[at] in ("to", "into"):
        # "Folds to 12 cm", "packs in 5 minutes to 80 x 45 x 25 cm".
        return not FOLDING.isdisjoint(doc.words[max(0, at - PHRASE) : at])
    return at >= 0 and doc.words[at] in FOLDED


def in_use(doc: Document, groups: list[list[Quantity]], found: list[Side]) -> list[list[Quantity]]:
    """The products without that of the folded thing, unless it is all that the text gives."""
    if not found and len(groups) == 1:
        return groups
    return [group for group in groups if not is_folded(doc, group[0])]


def is_ball(doc: Document, quantity: Quantity) -> bool:
    """'9.5 cm ball, 280 g': how large it is across."""
    at = quantity.end
    return doc.words[at : at + 1] != [] and doc.words[at] in BALLS and ends_item(doc, at + 1)


FOOTED = frozenset({"cat_tree", "coat_rack", "coat_stand", "scratching_post"})
BASES = frozenset({"base", "foot", "footprint"})
"""A cat tree is as wide as what it stands on."""
