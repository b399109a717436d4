"""Bounds in sentences of their own: '€90 a head is as high as we go', 'the longest we accept'."""

from specs.knowledge import wordset
from specs.language.bound_phrases import wordlist
from specs.language.number_words import STARTS
from specs.language.quantity import Quantity
from specs.language.tokens import NUMBER, WORD, Tokens

MOST = wordset("bounds", "superlatives_max")
LEAST = wordset("bounds", "superlatives_min")
GREAT = wordset("bounds", "as_much")
SMALL = wordset("bounds", "as_little")
WHO = wordset("bounds", "who")
PEOPLE = WHO - frozenset({"that", "the", "it", "my", "our", "this"})
COPULAS = frozenset({"is", "are", "it's", "that's", "be", "being"})
BREAKS = frozenset({",", "-", "—", ";", "and", "("})
STOPS = frozenset({"and", "but", "or", "so", "it", "while", "because", "if", "when"})
NOUNS = 5
"""Tokens between the figure and the verb: '60 dB in the cabin at night is …'."""


def superlative_behind(tokens: Tokens, quantity: Quantity) -> str | None:
    words, end = tokens.words, quantity.end
    behind = words[end : end + NOUNS]
    if COPULAS.isdisjoint(behind):
        return None
    for at, word in enumerate(behind, end):
        if word in COPULAS:
            return _said(words, at + 1)
        if word in BREAKS and words[at + 1 : at + 2] in (["that's"], ["which"], ["that"], ["this"]):
            # "14 kg, that's the heaviest I can lift".
            continue
        if (
            word in STOPS
            or tokens.kinds[at] == NUMBER
            or word in STARTS
            or word in wordlist("negators")
        ):
            return None
        if tokens.kinds[at] != WORD and word != "/":
            return None
    return None


def superlative_in_front(tokens: Tokens, quantity: Quantity) -> str | None:
    """'the most I would pay is £850', 'the minimum we'd accept is'; 'the tallest person is' says
    what somebody is."""
    words, at = tokens.words, quantity.first - 1
    while at > 0 and words[at] in HEDGES:
        at -= 1
    if at < LEAST_SAID or words[at] not in EQUAL:
        return None
    able = False
    for place in range(at - 1, max(0, at - FARTHEST), -1):
        word = words[place]
        if tokens.kinds[place] != WORD or word in STOPS - WHO:
            return None
        able = able or word in ABLE or word.endswith("'d")
        if words[place - 1] not in ("the", "our", "my"):
            continue
        bound = "max" if word in MOST or word in TOPS else None
        bound = "min" if word in LEAST or word in BOTTOMS else bound
        if bound is not None:
            return bound if able and words[place + 1] in WHO else None
    return None


LEAST_SAID = 3
FARTHEST = 9
EQUAL = frozenset({"is", "be", ":", "=", "are"})
HEDGES = frozenset({"about", "around", "roughly", "probably", "maybe", "perhaps"})
ABLE = wordset("bounds", "modals") | {"want", "accept", "afford", "allowed", "able"}
TOPS = frozenset({"maximum", "max", "limit"})
BOTTOMS = frozenset({"minimum", "min"})


def _said(words: list[str], at: int) -> str | None:
    at += words[at : at + 1] in (["about"], ["really"], ["already"], ["probably"], ["just"])
    opener = words[at : at + 1]
    if opener == ["as"]:
        measure, end = words[at + 1 : at + 2], words[at + 2 : at + 3]
        who = words[at + 3 : at + 4]
        if not measure or end != ["as"] or not who or who[0] not in WHO:
            return None
        return "max" if measure[0] in GREAT else "min" if measure[0] in SMALL else None
    if opener != ["the"]:
        return None
    at += 1 + (words[at + 1 : at + 2] in (["very"], ["absolute"]))
    said = words[at] if at < len(words) else ""
    bound = "max" if said in MOST else "min" if said in LEAST else None
    who = words[at + 1 : at + 3]
    if bound is None or not who:
        return None
    # "Is the longest wait we can take", but "is the longest side that shows".
    return bound if who[0] in WHO or (len(who) > 1 and who[1] in PEOPLE) else None
