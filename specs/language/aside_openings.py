"""Where a text may begin to speak of something else than the design."""

from specs.language.clauses import FULL_STOPS
from specs.language.phrases import Mentions
from specs.language.tokens import Tokens
from specs.language.triggers import Trigger

POSSESSIVES = frozenset({"the", "my", "our", "their", "his", "her"})
CONJUNCTIONS = frozenset({"and", "but", ","})
FORMER = frozenset({"old", "former", "previous", "existing"})
OPENING_MARKS = FULL_STOPS | {"("}


def openings(tokens: Tokens, triggers: dict[int, Trigger]) -> bytearray:
    """Marks the tokens at which a scope may open: at all others there is nothing to look for."""
    found = bytearray(len(tokens.words) + 1)
    found[0] = 1
    for at in triggers:
        found[at] = 1
    for at in tokens.places(OPENING_MARKS):
        found[at + 1] = 1
    for at in tokens.places(FORMER):
        found[at - 1] = 1
    return found[:-1]


def next_opening(marked: bytearray, mention_at: Mentions, at: int) -> int:
    """The first of the marked tokens from `at` on that is no later word of a name; -1 for none."""
    while (place := marked.find(1, at)) >= 0:
        mention = mention_at[place]
        if mention is None or not at <= mention.first < place:
            break
        at = mention.last
    return place


def goes_on_to_old(words: list[str], at: int) -> bool:
    """'We moved and the old sideboard won't go round the corner'."""
    return words[at - 1] in CONJUNCTIONS and at + 1 < len(words) and words[at + 1] in FORMER
