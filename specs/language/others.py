"""What other people have, or what was only looked at: 'My brother's van has 190 hp', 'We visited a
clinic with 12 rooms'."""

from specs.knowledge import wordset
from specs.language.clauses import clause_end
from specs.language.tokens import Tokens

PEOPLE = wordset("others", "people")
HAVING = wordset("others", "having")
LOOKING = wordset("others", "looking")
SELVES = frozenset({"i", "we", "they", "he", "she", "i've", "we've"})
WISHES = wordset("others", "wishes")
OPENING = 3
"""Tokens of a sentence in which it says whose thing it is about."""

LONGEST = 6
"""Tokens from the owner to the verb."""


def others_scope(tokens: Tokens, start: int, sentence: list[int]) -> int:
    """The end of a clause about such a thing; 0 where none opens at `start`, or where the text
    ends with it: then it is all that is asked for."""
    at = _whose(tokens, start) or _looked_at(tokens, start)
    if not at or sentence[at] != sentence[start]:
        return 0
    end = clause_end(tokens, at, sentence, start)
    if end >= len(tokens) - 1 or not WISHES.isdisjoint(tokens.words[start:end]):
        return 0
    return end


def _whose(tokens: Tokens, start: int) -> int:
    """The verb behind "my brother's van"; 0 where there is none."""
    words = tokens.words
    for at in range(start, min(start + OPENING, len(words) - 2)):
        if words[at].endswith("'s") and words[at][:-2] in PEOPLE:
            noun = range(at + 2, min(at + LONGEST, len(words)))
            return next((end for end in noun if words[end] in HAVING), 0)
    return 0


def _looked_at(tokens: Tokens, start: int) -> int:
    words = tokens.words
    if words[start] not in SELVES:
        return 0
    at = start + 1
    at += words[at : at + 1] in (["have"], ["had"], ["also"], ["once"])
    if words[at : at + 1] == [] or words[at] not in LOOKING or words[at + 1 : at + 2] == ["to"]:
        return 0
    return at + 1 if at + 1 < len(words) else 0
