"""The design type of a thing without a known name: what is said of it tells what it is."""

from collections import defaultdict
from dataclasses import replace
from functools import cache

from specs.extraction.kind.nouns import GENERAL
from specs.knowledge import table, vocabulary, wordset
from specs.language.document import Document
from specs.language.lexicon import FEATURE, FREE, SPACE
from specs.language.subject import Subject

ENOUGH = 2.0
"""Two votes make a type, where no other has half as many."""

WEIGHT, MOST = 2.5, 4.0
"""Four votes, 10 of the score, weigh more than an order in front of a noun, which counts 6."""

STOREYS = wordset("kind", "storeys")


def told_by_evidence(doc: Document, best: Subject) -> Subject:
    """`best` with the type that figures, features and rooms speak for; `best` where they do not."""
    votes = _votes(doc)
    if not votes:
        return best
    design_type = max(votes, key=lambda name: votes[name])
    rest = max((count for name, count in votes.items() if name != design_type), default=0.0)
    if votes[design_type] < ENOUGH or rest * 2 > votes[design_type]:
        return best
    if design_type == best.design_type:
        return best
    return Subject(
        design_type, _category(doc, design_type, best), best.first, best.last, best.score
    )


def _category(doc: Document, design_type: str, best: Subject) -> str:
    """The category of which a named feature alone tells: 'two-zone induction' is a cooktop; or the
    general noun: a watch with a GPS receiver is a smartwatch."""
    noun = doc.lemmas[best.last - 1] if best.last else ""
    named = table("evidence")["nouns"].get(design_type, {}).get(noun)
    if named is not None:
        return str(named)
    telling = table("evidence")["telling"].get(design_type, {})
    for mention in doc.mentions:
        entry = mention.entry(FEATURE)
        if entry is not None and entry.name in telling and doc.is_free(mention.first, mention.last):
            return str(telling[entry.name])
    return GENERAL


def weighed(doc: Document, found: list[Subject]) -> list[Subject]:
    """Nouns of several design types, each with what speaks for its type: 'my flat has a gap of
    46 cm ... a dishwasher with nine settings, 42 dB' is no flat."""
    votes = _votes(doc)
    return [
        replace(kind, score=kind.score + WEIGHT * min(MOST, votes.get(kind.design_type, 0.0)))
        for kind in found
    ]


def _votes(doc: Document) -> dict[str, float]:
    """How strongly figures, features and rooms speak for each design type."""
    votes: dict[str, float] = defaultdict(float)
    units = table("evidence")["quantities"]
    for quantity in doc.quantities:
        if doc.is_free(quantity.first, quantity.last):
            behind = doc.lemmas[quantity.last] if quantity.last < len(doc) else ""
            if behind in STOREYS:
                votes["building"] += 2.0
            for design_type, vote in units.get(quantity.kind, {}).items():
                votes[design_type] += vote
    for mention in doc.mentions:
        if not doc.is_free(mention.first, mention.last):
            continue
        ahead = doc.quantity_at[mention.first - 1] if mention.first else None
        counted = ahead is not None and ahead.kind == "count"
        for entry in mention.entries:
            types = _types(entry.table, entry.name, entry.detail, counted=counted)
            for design_type in types:
                votes[design_type] += 1.0 / len(types)
    return votes


def _types(kind: str, name: str, detail: object, *, counted: bool) -> list[str]:
    if kind == SPACE:
        # "Six classrooms" are the design's; a "boardroom table" is for one.
        return ["building"] if counted else []
    if kind == FREE and isinstance(detail, str):
        return [detail]
    if kind == FEATURE:
        return _types_with_feature().get(name, [])
    return []


@cache
def _types_with_feature() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for design_type, names in vocabulary()["features"].items():
        for name in dict.fromkeys(names):
            found[name].append(design_type)
    return dict(found)
