"""Who is to lift, pull or move the thing: 'light enough for one person to carry: 12 kg', 'a caravan
that a small car can pull'. They are no load of it, and no people on it."""

from specs.knowledge import wordset
from specs.language.tokens import MARK, NUMBER, Tokens

VERBS = wordset("carriers", "verbs")
WHO = wordset("carriers", "who")
MAY = frozenset({"can", "could", "may", "to", "must", "should"})
LEADS = frozenset({"that", "which", "for", "so", "enough"})
LONGEST = 6
"""Tokens from 'that' or 'for' to the verb."""


def carriers(tokens: Tokens) -> list[tuple[int, int]]:
    words = tokens.words
    found = []
    for at in tokens.places(VERBS):
        if at < 3 or words[at - 1] not in MAY or words[at - 2] not in WHO:
            continue
        behind = tokens.kinds[at + 1 : at + 2]
        if behind == [NUMBER] or words[at + 1 : at + 2] in (["up"], ["a"], ["about"], ["over"]):
            # "For two people to carry 40 kg": what they carry is on it.
            continue
        first = at - 2
        while first > at - LONGEST and words[first] not in LEADS and tokens.kinds[first] != MARK:
            first -= 1
        if words[first] in LEADS:
            found.append((first, at + 1))
    return found
