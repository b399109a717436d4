"""Words beside a quantity that say what it measures: the nearest one wins."""

from functools import cache
from typing import NamedTuple

from specs.knowledge import listed, table, wordset
from specs.language.clauses import FULL_STOPS
from specs.language.document import Document
from specs.language.phrases import Entry, Lexicon
from specs.language.quantity import Quantity
from specs.language.tokens import MARK

CROSSINGS = wordset("cues", "crossings")

BEFORE, BEHIND = 7, 6
# A word behind its number ("16 GB RAM") binds closer than one before it.
BEFORE_COST = 0.6
CROSSING_AND = 2.5
COMMA, COLON = ",", ":"


CLAUSE_STARTS = wordset("cues", "clause_starts")


class Cue(NamedTuple):
    role: str
    first: int
    last: int
    cost: float


@cache
def _cues(kind: str) -> Lexicon | None:
    roles = table("cues").get(kind)
    if roles is None:
        return None
    found = Lexicon()
    for role, forms in roles.items():
        found.add_all(listed(forms), Entry("cue", role))
    return found


def cue_of(doc: Document, quantity: Quantity, kind: str | None = None) -> Cue | None:
    """The nearest cue for this kind of quantity, inside its clause."""
    cues = _cues(kind or quantity.kind)
    if cues is None:
        return None
    best = _behind(doc, quantity, cues)
    other = _before(doc, quantity, cues)
    if best is None or (other is not None and other.cost < best.cost):
        return other
    return best


def _behind(doc: Document, quantity: Quantity, cues: Lexicon) -> Cue | None:
    words, at, cost = doc.words, quantity.end, 0.0
    limit = min(len(words), at + BEHIND)
    while at < limit:
        word = words[at]
        if doc.kinds[at] == MARK and (
            word in FULL_STOPS or word in (COMMA, COLON, ")", "—", "+", "-", "/")
        ):
            return None
        if doc.quantity_at[at] is not None or word in CLAUSE_STARTS:
            return None
        if quantity.kind == "length" and doc.aside[at] and not doc.aside[quantity.first]:
            # "178 cm high max as the ceiling slopes": the reason measures nothing.
            return None
        found = cues.longest(doc.lemmas, at)
        if found is not None:
            return Cue(found[1][0].name, at, found[0], cost)
        if word in CROSSINGS:
            cost += CROSSING_AND
        cost += 1.0
        at += 1
    return None


def _other(doc: Document, at: int, quantity: Quantity) -> bool:
    found = doc.quantity_at[at]
    return found is not None and found is not quantity


def _ahead(doc: Document, quantity: Quantity) -> int:
    """The token in front; 'carries five persons or 620 kg' passes over the persons."""
    at = quantity.first - 1
    if quantity.kind != "mass" or at < 0 or doc.words[at] not in JOINED:
        return at
    for place in range(at - 2, max(-1, at - LOAD_WORDS), -1):
        other = doc.quantity_at[place]
        if other is not None:
            return other.first - 1 if other.kind == "count" else at
    return at


JOINED = frozenset({"or", "and", "plus", "with", "/"})
LOAD_WORDS = 4


def _before(doc: Document, quantity: Quantity, cues: Lexicon) -> Cue | None:
    words, at, cost = doc.words, _ahead(doc, quantity), BEFORE_COST
    limit = max(-1, at - BEFORE)
    while at > limit:
        word = words[at]
        if doc.kinds[at] == MARK and (word in FULL_STOPS or word in (COMMA, ")", "—", "+", "-")):
            return None
        if _other(doc, at, quantity) or word in CLAUSE_STARTS:
            return None
        if doc.aside[at] and not doc.aside[quantity.first]:
            return None
        # The longest phrase that ends here: "load capacity" before "capacity".
        ends = doc.lemmas[at] in cues.closers
        for first in range(max(at - 4, limit, 0), at + 1) if ends else ():
            found = cues.longest(doc.lemmas, first)
            if word == "lot" and words[at - 1] == "a":
                # "Who flies a lot: 14 inch".
                break
            if found is not None and found[0] == at + 1:
                return Cue(found[1][0].name, first, at + 1, cost)
        if word in ("and", "with", "for", "or", "plus"):
            cost += CROSSING_AND
        cost += 1.0
        at -= 1
    return None
