"""Nouns that a text speaks of and does not ask for: 'our café sits in …', 'the school's boiler'."""

from specs.extraction.kind.nouns import FARTHEST, GENERAL
from specs.extraction.kind.roles import is_followed
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.lexicon import KIND
from specs.language.phrases import Mention
from specs.language.tokens import WORD
from specs.language.words import function_words

FIRMS = wordset("kind", "firms")
OWNERS = frozenset({"my", "our", "his", "her", "their"})
DEFINITE = OWNERS | {"the"}
SUBJECT_VERBS = wordset("scope", "subject_verbs")
HAVING = frozenset({"has", "have", "is", "are", "had"})
OBLIGED = (["must"], ["should"], ["shall"], ["has", "to"], ["have", "to"], ["needs", "to"])
DUTIES = frozenset(verb[0] for verb in OBLIGED)
FITTING = frozenset({"fit", "go"})
SMALLER = ("appliance", "electronics", "furniture", "vehicle")
NEEDING = frozenset({"needs", "need", "wants", "want", "lacks", "lack", "requires", "require"})
NEAR = 7
"""Tokens behind 'it needs' in which the thing is named."""


def bystander_score(doc: Document, mention: Mention) -> float:
    """How far what stands behind a noun says that it is not what is asked for."""
    first, last = mention.first, mention.last
    if last >= len(doc.words) or doc.kinds[last] != WORD:
        return 0.0
    word = doc.words[last]
    if word in DUTIES and _must_fit(doc.words[last : last + 3]) and _another(doc, last + 2):
        # "My mother's wheelchair must fit in: a van".
        return -12.0
    if doc.words[last - 1].endswith("'s") and word not in function_words():
        # "The nursery's tea is always cold".
        return -6.0
    if doc.lemmas[last] in FIRMS:
        # "The bus company asked us".
        return -9.0
    ahead = doc.words[first - 1] if first else ""
    if ahead in OWNERS and word in SUBJECT_VERBS and word not in HAVING:
        return 0.0 if is_followed(doc, mention) else -9.0
    return -9.0 if ahead in DEFINITE and word in HAVING and _it_needs(doc, first) else 0.0


def _another(doc: Document, at: int) -> bool:
    """Whether a thing with an article stands behind: 'must fit in: a van'."""
    for place in range(at + 1, min(at + NEAR, len(doc.words))):
        mention = doc.mention_at[place]
        kind = mention.entry(KIND) if mention is not None and mention.first == place else None
        if kind is not None and kind.detail != GENERAL and doc.words[place - 1] in ("a", "an"):
            return True
    return False


def _must_fit(behind: list[str]) -> bool:
    return any(
        behind[: len(verb)] == verb and not FITTING.isdisjoint(behind[len(verb) : len(verb) + 1])
        for verb in OBLIGED
    )


def _it_needs(doc: Document, first: int) -> bool:
    """'The hotel has 40 rooms. It needs a washing machine': the second sentence asks."""
    at = first
    end = min(len(doc.words), first + FARTHEST)
    while at < end and doc.sentence[at] == doc.sentence[first]:
        at += 1
    if doc.words[at : at + 1] not in (["it"], ["they"]) or at + 1 >= len(doc.words):
        return False
    if doc.words[at + 1] not in NEEDING:
        return False
    for place in range(at + 2, min(at + NEAR, len(doc.words))):
        mention = doc.mention_at[place]
        kind = mention.entry(KIND) if mention is not None else None
        if kind is not None:
            return kind.detail in SMALLER
    return False
