"""Whether a length is one of the design's sides, by the words beside it."""

from specs.extraction.dimensions.alone import is_top, stands_for_whole
from specs.extraction.dimensions.side import CLOSE, is_done
from specs.knowledge import wordset
from specs.language.cues import Cue, cue_of
from specs.language.document import Document
from specs.language.lexicon import KIND
from specs.language.quantity import Quantity
from specs.language.subject import Subject

OTHER_LENGTHS = wordset("dimensions", "other_lengths")


def is_ours(doc: Document, quantity: Quantity, subject: Subject) -> bool:
    if is_done(doc, quantity):
        return False
    if doc.words[quantity.label_first : quantity.label_first + 1] == ["proud"]:
        # "11 mm proud of the wall".
        return True
    if subject.category == "printer" and quantity.size == BUILD and _is_built(doc, quantity):
        # "Build 218 x 123 x 235 mm": what comes out of it.
        return False
    # A bare product is one of lengths, if anything: "site 30 x 50".
    kind = "length" if quantity.guessed and quantity.label is None else None
    cue = (
        cue_of(doc, quantity, kind)
        if quantity.group < 0 or quantity.place in (0, quantity.size - 1)
        else None
    )
    if cue is not None and (
        (cue.first < subject.last and subject.first <= cue.last) or doc.taken[cue.first]
    ):
        # A word of the design's own name, or one that another fact has claimed.
        cue = None
    if cue is not None and (
        _names_kind(doc, cue)
        or _is_whom_it_is_for(doc, cue, quantity)
        or is_top(doc, subject, [quantity] * quantity.size)
        or (quantity.group >= 0 and stands_for_whole(doc, subject, [quantity] * quantity.size))
    ):
        cue = None
    if cue is not None and quantity.end < cue.first and _is_counted(doc, cue):
        # "1.9 m high 3 seats" is no height of a seat.
        cue = None
    if cue is not None and _is_in_bracket(doc, cue, quantity):
        # "8.2 cm high (sofa clearance is 9)": of the figure beside it.
        cue = None
    if cue is not None and cue.last <= quantity.first <= quantity.last <= quantity.label_first:
        # "On a long-wheelbase base: 5.99 m L": its own label is nearer.
        cue = None
    if cue is not None and cue.cost <= CLOSE and (cue.role.startswith("-") or cue.role == "range"):
        return False
    if cue is not None and cue.first < quantity.begin and quantity.size > 1 and quantity.place:
        return True
    if quantity.label == "span":
        # A wing's or a bridge's span is a side of the whole.
        words = doc.lemmas[subject.first : subject.last]
        winged = subject.category in ("aircraft", "drone", "ceiling_fan", "fan")
        return winged or any("bridge" in word for word in words)
    return quantity.label not in OTHER_LENGTHS


BUILD = 3


def _is_built(doc: Document, quantity: Quantity) -> bool:
    """Whether 'build', 'prints' or 'volume' stands in front of the product's first side."""
    at = quantity.begin - 1
    while at >= 0 and (doc.quantity_at[at] is not None or doc.words[at] in ("x", "×", "by", ":")):
        at -= 1
    return at >= 0 and doc.words[at] in ("build", "builds", "prints", "print", "volume", "bed")


def _has_figure(doc: Document, at: int) -> bool:
    at += at < len(doc) and doc.words[at] in ("is", "of", "at", ":", "=")
    return at < len(doc) and doc.quantity_at[at] is not None


BRACKET = 8
"""Tokens of a bracket with a figure of its own."""


def _is_counted(doc: Document, cue: Cue) -> bool:
    count = doc.quantity_at[cue.first - 1]
    return count is not None and count.kind == "count"


def _names_kind(doc: Document, cue: Cue) -> bool:
    """'Range cooker, 110 cm, two ovens': the range is no distance."""
    mention = doc.mention_at[cue.first]
    longer = mention is not None and mention.last - mention.first > cue.last - cue.first
    return longer and mention is not None and mention.entry(KIND) is not None


def _is_whom_it_is_for(doc: Document, cue: Cue, quantity: Quantity) -> bool:
    """'A hall for our brass band: 14 x 10 m'."""
    if ":" not in doc.words[cue.last : quantity.begin]:
        return False
    for at in range(cue.first - 1, max(0, cue.first - NAME), -1):
        if doc.words[at] in OWNERS:
            return doc.words[at - 1] == "for"
    return False


OWNERS = frozenset({"my", "our", "his", "her", "their"})
NAME = 4


def _is_in_bracket(doc: Document, cue: Cue, quantity: Quantity) -> bool:
    """Whether the cue stands in a bracket behind the figure, with a figure of its own."""
    if cue.first >= quantity.end > quantity.last and _has_figure(doc, cue.last):
        # "95 cm deep, seat height 44": the figure has its label, and the cue another figure.
        return True
    if cue.first < quantity.end or "(" not in doc.words[quantity.end : cue.first]:
        return False
    at = cue.last
    stop = min(len(doc), at + BRACKET)
    while at < stop and doc.words[at] != ")":
        if doc.quantity_at[at] is not None:
            return True
        at += 1
    return False
