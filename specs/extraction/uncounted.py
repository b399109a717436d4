"""Counts that no numeral in front gives: 'a drawer', 'drawers - two of them', 'single seat'."""

from collections.abc import Iterator
from itertools import pairwise

from specs.extraction.counted import Count, counted
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.facts import Evidence, tidy
from specs.language.noun_phrases import phrase_end, phrase_start
from specs.language.quantity import Quantity
from specs.language.subject import Subject
from specs.language.tokens import MARK

METRICS = {"drawer": "drawers", "shelf": "shelves", "tier": "shelves"}
ITSELF = {"shelf": frozenset({"shelf", "bookshelf"}), "drawer": frozenset({"dresser"})}
"""Kinds whose name is the part's: "a shelf" is the thing, not one of its shelves."""
NOT_ONE = wordset("counts", "not_one")
PRONOUNS = wordset("counts", "pronouns")
REACH = 6
"""Tokens between the noun and the pronoun that counts it."""


def by_pronoun(doc: Document, subject: Subject) -> Iterator[Count]:
    """'Chest of drawers, five of them', 'with drawers - two of 'em'."""
    if subject.design_type != "furniture":
        return
    for quantity in doc.quantities:
        at = quantity.last
        if quantity.kind != "count" or any(doc.taken[quantity.first : at]):
            continue
        if doc.words[at : at + 1] != ["of"] or not _is_pronoun(doc, at + 1):
            continue
        noun = _noun_ahead(doc, quantity)
        if noun >= 0 and doc.is_free(quantity.first, at):
            yield counted(METRICS[doc.lemmas[noun]], quantity, quantity.first, at)


def _is_pronoun(doc: Document, at: int) -> bool:
    while at < len(doc) and doc.words[at] == "'":
        at += 1
    return at < len(doc) and doc.words[at] in PRONOUNS


def _noun_ahead(doc: Document, quantity: Quantity) -> int:
    for at in range(quantity.first - 1, max(-1, quantity.first - REACH), -1):
        if doc.lemmas[at] in METRICS and doc.words[at] != doc.lemmas[at]:
            return at
    return -1


def single_parts(doc: Document, subject: Subject) -> Iterator[Count]:
    """'With a drawer and a lower shelf': a part in the singular counts one."""
    if subject.design_type != "furniture":
        return
    found: dict[str, list[int]] = {}
    for at, noun in enumerate(doc.lemmas):
        if noun in ("drawer", "shelf") and _is_single(doc, subject, at):
            found.setdefault(noun, []).append(at)
    for noun, places in found.items():
        evidence = Evidence(places[0], places[0] + 1, 0.8)
        yield Count(METRICS[noun], len(places), evidence)


def _is_single(doc: Document, subject: Subject, at: int) -> bool:
    noun = doc.words[at]
    if noun != doc.lemmas[at] or subject.category in ITSELF[noun]:
        return False
    if subject.first <= at < subject.last or doc.taken[at] or not doc.is_free(at, at + 1):
        return False
    mention = doc.mention_at[at]
    if (
        mention is not None
        and mention.last - mention.first > 1
        and any(noun in entry.name for entry in mention.entries)
    ):
        # "Keyboard drawer", "monitor shelf": parts with a name of their own; "lockable drawer" not.
        return False
    if phrase_end(doc.tokens, at + 1) > at + 1 or doc.quantity_at[at - 1] is not None:
        return False
    start = phrase_start(doc.tokens, at)
    ahead = doc.words[start - 1] if start else ""
    if ahead in NOT_ONE:
        return False
    if ahead in ("a", "an") and start > 1:
        # "On a shelf", "like a drawer": elsewhere.
        return doc.words[start - 2] not in NOT_ONE
    return True


def single_seat(doc: Document) -> Iterator[Count]:
    """'Single seater', 'solo seat': a numeral's other word."""
    for at, word in enumerate(doc.lemmas[:-1]):
        seat = doc.lemmas[at + 1] in ("seat", "seater")
        if seat and word in ("single", "solo", "mono") and doc.is_free(at, at + 2):
            doc.take(at, at + 2)
            yield Count("seats", 1.0, Evidence(at, at + 2))
            return


def beside_driver(doc: Document) -> Iterator[Count]:
    """'Seats for driver + 1', 'driver plus 2': who drives sits too."""
    if DRIVERS.isdisjoint(doc.words):
        return
    for quantity in doc.quantities:
        first, last = quantity.first, quantity.last
        if quantity.kind != "count" or first < 2 or quantity.low is not None:
            continue
        if doc.words[first - 1] not in ("+", "plus") or doc.words[first - 2] not in DRIVERS:
            continue
        if (last >= len(doc) or doc.kinds[last] == MARK) and doc.is_free(first, last):
            yield Count("seats", tidy(quantity.value + 1), Evidence(first - 2, last, 0.9))
            return


DRIVERS = frozenset({"driver", "pilot", "rider", "skipper", "operator", "captain"})
SPROCKETS = range(5, 15)


def drivetrain(doc: Document) -> Iterator[Count]:
    """'1x12', '2 x 11': chainrings by sprockets are that many gears."""
    for first, second in pairwise(doc.quantities):
        if first.group < 0 or first.group != second.group or not second.guessed:
            continue
        free = doc.is_free(first.first, second.last) and not any(
            doc.taken[first.first : second.last]
        )
        if free and first.size == 2 and first.number in (1, 2, 3) and second.number in SPROCKETS:
            doc.take(first.first, second.last)
            evidence = Evidence(first.first, second.last)
            yield Count("gears", tidy(first.number * second.number), evidence)
