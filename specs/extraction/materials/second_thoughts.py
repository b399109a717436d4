"""Materials said and taken back: 'velvet - hmm no, leather', 'polyester or cotton? Cotton'."""

from dataclasses import replace

from specs.extraction.materials.stuff import Stuff
from specs.extraction.materials.use_nouns import CARRIERS, COMMON_PARTS
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.lexicon import use_names
from specs.language.tokens import MARK
from specs.language.words import lemma

TAKES_BACK = wordset("materials", "second_thoughts")
BETWEEN = TAKES_BACK | wordset("materials", "between_thoughts")
ASKED = frozenset({"it", "use", "dear", "expensive", "then", "too"})
SUITS = (["is", "fine"], ["will", "do"], ["would", "do"], ["is", "enough"], ["is", "ok"])
FARTHEST = 10
"""Tokens between a material and the one that takes its place."""


def final_thoughts(doc: Document, found: list[Stuff]) -> list[Stuff]:
    """The materials that hold in the end; each has the place of the one it stands for."""
    kept: list[Stuff] = []
    for item in found:
        if len(kept) > 1 and _answers(doc, kept[-2], kept[-1], item):
            item = _in_place_of(kept.pop(-2), item)
            kept.pop()
        elif kept and _takes_back(doc, kept[-1], item):
            item = _in_place_of(kept.pop(), item)
        kept.append(item)
    return kept


def _takes_back(doc: Document, old: Stuff, new: Stuff) -> bool:
    gap = range(_end(old), new.evidence.first)
    if not 0 < len(gap) <= FARTHEST or (old.type, old.grade) == (new.type, new.grade):
        return False
    words = [doc.words[at] for at in gap if doc.kinds[at] != MARK]
    if len(gap) == 1 and doc.words[gap[0]] == "?":
        # "Mast carbon? aluminium is fine."
        return doc.words[new.evidence.last : new.evidence.last + 2] in SUITS
    if not words or not BETWEEN.issuperset(words):
        return False
    # "Canvas? make it leather" answers itself.
    asked = doc.words[gap[0]] == "?" and not ASKED.isdisjoint(words)
    return asked or not TAKES_BACK.isdisjoint(words)


def _answers(doc: Document, one: Stuff, other: Stuff, last: Stuff) -> bool:
    """'Oak or ash? Ash': the third is one of the first two, behind a question."""
    words = doc.words
    either = "or" in words[_end(one) : other.evidence.first]
    asked = words[_end(other) : _end(other) + 1] == ["?"]
    near = last.evidence.first - _end(one) <= FARTHEST
    return either and asked and near and (_same(last, one) or _same(last, other))


def _same(one: Stuff, other: Stuff) -> bool:
    return one.type == other.type and one.grade == other.grade


def _end(item: Stuff) -> int:
    place = item.use_evidence
    return max(item.evidence.last, place.last if place is not None else 0)


def _is_vague(new: str, old: str) -> bool:
    """'Seat in cane... no, in cotton webbing', 'walls from ... no, from concrete panels': how the
    material comes, and no part as the first was."""
    known = COMMON_PARTS | frozenset(use_names().values())
    old, new = lemma(old), lemma(new)
    return old in known and (new in CARRIERS or new not in known)


def _in_place_of(old: Stuff, new: Stuff) -> Stuff:
    if old.use is None or (new.use is not None and not _is_vague(new.use, old.use)):
        return new
    return replace(new, use=old.use, use_evidence=old.use_evidence)
