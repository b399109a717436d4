"""What loses against another: 'plinth not legs', 'melamine out, linoleum in', 'leave them off'."""

from specs.knowledge import wordset
from specs.language.clauses import FULL_STOPS
from specs.language.negation import Negation
from specs.language.noun_phrases import breaking_words, phrase_end
from specs.language.phrases import Mention
from specs.language.tokens import MARK, WORD, Tokens
from specs.language.words import describing_words

LONGEST = 2
"""Words of a noun that stands against another."""
REACH = 10
"""Tokens to look for the other half of a contrast, or for what a pronoun stands for."""
LEFT_OUT = wordset("negations", "left_out")
FIRST_WORDS = LEFT_OUT | {"not", "out"}
PRONOUNS = wordset("negations", "pronouns")
PARTICLES = wordset("negations", "particles")
WISHED = ("feature", "free", "material", "space")


def contrasted(tokens: Tokens, mention_at: list[Mention | None], away: bytearray) -> list[Negation]:
    found = []
    for at in tokens.places(FIRST_WORDS):
        if away[at] or not at:
            continue
        word, negation = tokens.words[at], None
        if word == "not":
            negation = _against(tokens, at, mention_at)
        elif word == "out":
            negation = _out_and_in(tokens, at, mention_at)
        elif word in LEFT_OUT:
            negation = _them_off(tokens, at, mention_at)
        if negation is not None and not any(away[negation.items[0][0] : negation.items[0][1]]):
            found.append(negation)
    return found


def _against(tokens: Tokens, at: int, mention_at: list[Mention | None]) -> Negation | None:
    """'Plinth not legs': a noun on either side, and nothing behind. Known names are read anyway."""
    words, before = tokens.words, at - 1
    if tokens.kinds[before] != WORD or words[before] in breaking_words():
        return None
    end = phrase_end(tokens, at + 1)
    whole = end >= len(tokens) or tokens.kinds[end] == MARK
    if not whole or not 0 < end - at - 1 <= LONGEST or mention_at[at + 1] is not None:
        return None
    if any(words[i] in describing_words() for i in (before, end - 1)):
        return None
    if words[end - 1].endswith(("ed", "een")):
        # "Bike carrier not foreseen": what is not done with it.
        return None
    return Negation(at, at + 1, ((at + 1, end),))


def _out_and_in(tokens: Tokens, at: int, mention_at: list[Mention | None]) -> Negation | None:
    """'Melamine out, linoleum top in', 'gas out, generator out'; but 'audio out' is a socket."""
    words, size = tokens.words, len(tokens)
    first = at - 1
    known = mention_at[first]
    if known is not None:
        first = known.first
    if (
        tokens.kinds[first] != WORD
        or words[first] in breaking_words()
        or not SOCKETS.isdisjoint(words[first:at])
    ):
        return None
    item = (first, at)
    first -= first > 0 and words[first - 1] == "the"
    closed = at + 1 == size or tokens.kinds[at + 1] == MARK or words[at + 1] in ("and", "but")
    if not closed or (first and tokens.kinds[first - 1] != MARK and words[first - 1] != "and"):
        return None
    for place in range(at + 2, min(at + REACH, size)):
        if words[place] in FULL_STOPS:
            break
        ends = place + 1 == size or tokens.kinds[place + 1] != WORD
        if known is not None and words[place] == "in" and ends:
            return Negation(at, at + 1, (item,))
        if words[place] == "out" and ends:
            return Negation(at, at + 1, (item,))
    for place in range(at - 2, max(0, at - REACH), -1):
        if words[place] in FULL_STOPS:
            break
        if words[place] == "out" and tokens.kinds[place + 1] != WORD:
            return Negation(at, at + 1, (item,))
    named = known is not None and (known.entry("feature") or known.entry("space")) is not None
    alone = first == 0 or words[first - 1] in FULL_STOPS
    return Negation(at, at + 1, (item,)) if named and alone else None


SOCKETS = wordset("negations", "sockets")


def _them_off(tokens: Tokens, at: int, mention_at: list[Mention | None]) -> Negation | None:
    """'Arms in the way so leave them off': the known part that the pronoun stands for."""
    words, size = tokens.words, len(tokens)
    end = at + 2
    if end >= size or words[at + 1] not in PRONOUNS or words[end] not in PARTICLES:
        return None
    for place in range(at - 1, max(-1, at - REACH), -1):
        if words[place] in FULL_STOPS:
            return None
        known = mention_at[place]
        if known is not None and any(known.entry(table) is not None for table in WISHED):
            return Negation(at, end + 1, ((known.first, known.last),))
    return None
