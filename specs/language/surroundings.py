"""Who writes and where the thing goes: 'Flying club in Kent here.', 'My garage is 5 m deep'."""

import re

from specs.knowledge import wordset
from specs.language.clauses import clause_end
from specs.language.noun_phrases import phrase_end
from specs.language.tokens import NUMBER, Tokens

POSSESSIVES = wordset("scope", "possessives")
SUBJECT_VERBS = wordset("scope", "subject_verbs")
WISHED = wordset("asides", "wished")


def writer_scope(tokens: Tokens, start: int, sentence: list[int]) -> int:
    """'Flying club in Kent here.', 'Hi, the treasurer speaking.': who writes."""
    words, at, size = tokens.words, start, len(tokens.words)
    if SPEAKING.isdisjoint(tokens.vocabulary):
        return 0
    while at < size and at < start + LONGEST_NAME and sentence[at] == sentence[start]:
        if words[at] in SPEAKING and at > start and words[at + 1 : at + 2] in STOPPED:
            if words[at - 1] in ANSWERS or not DENYING.isdisjoint(words[start:at]):
                # "Scanner - same here.", "we don't do chrome here."
                return 0
            return 0 if any(kind == NUMBER for kind in tokens.kinds[start:at]) else at + 1
        if words[at] in SUBJECT_VERBS or words[at] in WISHED:
            return 0
        at += 1
    return 0


DENYING = wordset("replies", "denying") | {"no", "without", "nothing"}
ANSWERS = frozenset({"same", "not", "none", "no", "needed", "wanted", "required", "welcome"})
SPEAKING = frozenset({"here", "speaking", "writing", "again"})
STOPPED = (["."], ["!"], [","], [";"], ["\n"])
LONGEST_NAME = 14
"""Tokens in which a writer says who he is."""


def place_scope(tokens: Tokens, at: int, sentence: list[int], start: int) -> int:
    """'My garage is 4.9 m deep and 2.3 across': where the thing goes."""
    words = tokens.words
    if (
        not start < at < len(words)
        or words[at - 1] not in POSSESSIVES
        or words[at] not in OWN_PLACES
    ):
        return 0
    end = phrase_end(tokens, at)
    measured = words[end : end + 1] != [] and words[end] in MEASURING
    return clause_end(tokens, end, sentence, start) if measured else 0


OWN_PLACES = wordset("asides", "own_places")
MEASURING = frozenset({"is", "are", "measures", "has", "takes", "holds", "gives", "offers"})


def there_scope(tokens: Tokens, start: int, sentence: list[int]) -> int:
    """'There's a brick pumping station from 1898 on the left': what stands beside the design."""
    words, size = tokens.words, len(tokens.words)
    opens = words[start] in ("there's", "theres") or words[start : start + 2] in THERE
    if not opens:
        return 0
    end = start
    while end < size and end < start + FAR and sentence[end] == sentence[start]:
        end += 1
    said = words[start:end]
    if not WISHED.isdisjoint(said):
        return 0
    triples = set(zip(said, said[1:], said[2:], strict=False))
    stands = any(YEAR.match(word) for word in said) and not SIDES.isdisjoint(triples)
    away = not NEIGHBORING.isdisjoint(said) or not OUTSIDE.isdisjoint(triples)
    return end if stands or away else 0


THERE = (["there", "is"], ["there", "are"], ["there", "stands"])
FAR = 40
YEAR = re.compile(r"(?:1[6-9]|20)\d\d$")
SIDES = frozenset(
    {("on", "the", "left"), ("on", "the", "right"), ("to", "the", "left"), ("to", "the", "right"),
     ("on", "our", "left"), ("on", "our", "right"), ("on", "the", "corner")}
)  # fmt: skip
"""A part of the design may stand there too; not one of another century."""
OUTSIDE = frozenset(
    {("behind", "the", "plot"), ("behind", "the", "site"), ("across", "the", "road"),
     ("across", "the", "street"), ("down", "the", "road")}
)  # fmt: skip
NEIGHBORING = frozenset({"nearby", "opposite", "adjacent", "neighboring", "neighbouring"})


def before_wish(tokens: Tokens, at: int, end: int) -> int:
    """'Dog, two kids, sandy boots: we need …': the wish stands behind the colon."""
    words = tokens.words
    for place in range(at, end - 1):
        if words[place] == ":" and words[place + 1] in WISHING:
            return place
    return end


WISHING = frozenset({"i'm", "we're", "i", "we", "i'd", "we'd", "so", "please", "need", "looking"})


def is_resort(tokens: Tokens, trigger: tuple[int, int]) -> bool:
    """'Holiday village: 24 cabins' is no place near the design."""
    village = tokens.words[trigger[1] - 1] == "village"
    return village and tokens.words[trigger[0] - 1 : trigger[0]] in RESORTS


RESORTS = (["holiday"], ["retirement"], ["student"], ["dementia"], ["care"], ["eco"], ["sos"])
