"""The mark behind the name of the thing and what it is for: 'Horse stable for ten horses: 24 m
long', 'Bird table for the allotment - larch'. What follows is said of the thing."""

from specs.knowledge import wordset
from specs.language.labels import NOUNS
from specs.language.lexicon import KIND
from specs.language.phrases import Mention
from specs.language.tokens import MARK, NUMBER, Tokens

LABELS = wordset("openings", "labels")
PREPOSITIONS = wordset("openings", "prepositions")
MARKS = frozenset(":—-")
FARTHEST, LONGEST_UNIT = 16, 3
FIRST_NOUN = 4
"""Words in front of the name: 'I need a large …'."""


def comma_behind_opening(tokens: Tokens, mentions: list[Mention]) -> bool:
    """Put a comma where such a mark stands; whether there was one."""
    at = _first_mark(tokens)
    if at is None or tokens.words[at] not in MARKS or at + 1 >= len(tokens):
        return False
    if not tokens.gaps[at + 1] or (tokens.words[at] != ":" and not tokens.gaps[at]):
        # "At 9:30".
        return False
    if tokens.words[at - 2 : at - 1] == ["in"] and len(tokens.words[at - 1]) <= LONGEST_UNIT:
        # "Range in km: 310".
        return False
    for mention in mentions:
        if mention.first > FIRST_NOUN or mention.last >= at:
            return False
        if mention.entry(KIND) is not None:
            break
    else:
        return False
    if PREPOSITIONS.isdisjoint(tokens.words[mention.last : at]) or _is_labelled(tokens, at):
        return False
    tokens.words[at] = tokens.lemmas[at] = ","
    tokens.reworded()
    return True


def _is_labelled(tokens: Tokens, at: int) -> bool:
    """'With bedrooms: 4, bathrooms: 2', '… with a crane payload: 12 t', '… without: arms, back'."""
    words = tokens.words
    if words[at] != ":":
        return False
    if words[at - 1] in NOUNS or words[at - 1] in LABELS:
        return True
    counted = tokens.kinds[at + 1] == NUMBER and tokens.lemmas[at - 1] != words[at - 1]
    ends = at + 2 >= len(tokens) or words[at + 2] in (",", ";", ".", "\n")
    return counted and ends


def _first_mark(tokens: Tokens) -> int | None:
    for at in range(min(len(tokens), FARTHEST)):
        if tokens.kinds[at] == MARK and tokens.words[at - 1 : at + 1] != ["w", "/"]:
            return at
    return None
