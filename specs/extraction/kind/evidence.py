"""The design type of a thing without a known name: what is said of it tells what it is."""

from collections import defaultdict
from dataclasses import replace
from functools import cache

from specs.extraction.kind.clues import clues
from specs.extraction.kind.learnt import leanings, likely_category
from specs.extraction.kind.nouns import GENERAL
from specs.knowledge import table, vocabulary, wordset
from specs.language.document import Document
from specs.language.lexicon import FEATURE, FREE, SPACE
from specs.language.subject import Subject

ENOUGH = 2.0
"""Two votes make a type, where no other has half as many."""

WEIGHT, MOST = 1.75, 4.0
"""Four votes, 7 of the score, weigh more than an order in front of a noun, which counts 6."""

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
    votes, leaning = _votes(doc), _leaning(doc)
    typed = [_typed(doc, kind, leaning) for kind in found]
    support = {of: _support(of, votes, leaning) for of in {kind.design_type for kind in typed}}
    return [
        Subject(
            k.design_type, k.category, k.first, k.last,
            k.score + support[k.design_type], k.confidence, k.alternative,
        )
        for k in typed
    ]  # fmt: skip


def _typed(doc: Document, kind: Subject, leaning: dict[str, float]) -> Subject:
    """'Watch for walkers ... display: 1.4 inch': a general noun that one type has a kind of."""
    if kind.design_type != GENERAL or not kind.last:
        return kind
    for design_type, named in table("evidence")["nouns"].items():
        category = named.get(doc.lemmas[kind.last - 1])
        if category is not None and leaning[design_type] >= LIKELY:
            return replace(kind, design_type=design_type, category=category)
    return kind


LEANT, OF_NO_TYPE = 3.0, -3.0
"""What a step of likelihood weighs; and how likely a thing of no type is held to be."""
UNNAMED = 5.0
"""What nobody names scores as much as a noun that is hardly asked for."""
SURE = UNNAMED + 12.0
"""A noun of this score is asked for, whatever the words around it."""


def _support(design_type: str, votes: dict[str, float], leaning: dict[str, float]) -> float:
    vote = WEIGHT * min(MOST, votes.get(design_type, 0.0))
    return vote + LEANT * leaning.get(design_type, OF_NO_TYPE)


def unnamed(doc: Document, found: list[Subject]) -> Subject | None:
    """The thing that only its description tells of; None where one of the nouns says more.

    'Our zoo's keepers walk 14 km a day ... two seats, flatbed for 300 kg, 25 km/h' asks for no zoo.
    `found` are the nouns, the best first, weighed where they are of several types."""
    several = len({kind.design_type for kind in found}) > 1
    if found and not several and found[0].score >= SURE:
        return None
    said, leaning = clues(doc), _leaning(doc)
    votes = _votes(doc) if several else {}
    design_type = max(leaning, key=lambda name: leaning[name])
    general = bool(found) and found[0].design_type == GENERAL
    if leaning[design_type] < (MOSTLY if general else LIKELY):
        return None
    support, named = _support(design_type, votes, leaning), 0.0
    if found:
        best = found[0]
        rival = best.score
        if several:
            named = max(k.score - _support(k.design_type, votes, leaning) for k in found)
        else:
            named, rival = rival, rival + _support(best.design_type, votes, leaning)
        if rival >= UNNAMED + support:
            return None
    category, chance = likely_category(design_type, said)
    if found:
        if best.design_type == design_type and (
            best.category == GENERAL or category == best.category or chance < NEARLY_SURE
        ):
            return None
        if general and _category(doc, design_type, best) != GENERAL:
            # One general noun alone, which the evidence names.
            return None
    # Nothing is named there, so that nothing is asked for in so many words.
    return Subject(design_type, category if chance >= GUESSED else GENERAL, 0, 0, max(0.0, named))


LIKELY = -1.0
"""A third: the other four share the rest."""
MOSTLY = -0.7
"""As likely as all the others together: a 'bridge' or a 'bat' is of none of the types."""
GUESSED, NEARLY_SURE = 0.3, 0.7
"""How likely a category must be where nothing is named; and where a general noun is."""


def by_clues(doc: Document, best: Subject) -> Subject:
    """A general noun with the category that the words around it speak for."""
    if best.design_type == GENERAL or not OPEN.isdisjoint(doc.words):
        return best
    category, chance = likely_category(best.design_type, clues(doc))
    least = GUESSED if best.first == best.last else NEARLY_SURE
    return replace(best, category=category) if chance >= least else best


OPEN = wordset("kind", "undecided")


def _leaning(doc: Document) -> dict[str, float]:
    if not doc.leanings:
        doc.leanings = leanings(clues(doc))
    return doc.leanings


def _votes(doc: Document) -> dict[str, float]:
    """How strongly figures, features and rooms speak for each design type."""
    if doc.votes is None:
        doc.votes = _counted(doc)
    return doc.votes


def _counted(doc: Document) -> dict[str, float]:
    votes: dict[str, float] = defaultdict(float)
    units = table("evidence")["quantities"]
    for quantity in doc.quantities:
        if doc.is_free(quantity.first, quantity.last):
            behind = doc.lemmas[quantity.last] if quantity.last < len(doc.words) else ""
            if behind in STOREYS and not quantity.ordinal and quantity.kind != "ordinal":
                votes["building"] += 2.0
            for design_type, vote in units.get(quantity.kind, {}).items():
                votes[design_type] += vote
    for mention in doc.mentions:
        if not doc.is_free(mention.first, mention.last):
            continue
        ahead = doc.quantity_at[mention.first - 1] if mention.first else None
        counted = ahead is not None and ahead.kind == "count"
        for entry in mention.entries:
            if entry.table not in VOTING:
                continue
            types = _types(entry.table, entry.name, entry.detail, counted=counted)
            for design_type in types:
                votes[design_type] += 1.0 / len(types)
    return votes


VOTING = frozenset({SPACE, FREE, FEATURE})


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
