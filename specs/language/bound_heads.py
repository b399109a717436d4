"""Bounds that head a noun: 'max weight 45 kg', 'a minimum depth of 50 cm', 'the limit on price'."""

from specs.language.bound_phrases import wordlist
from specs.language.number_words import STARTS
from specs.language.quantity import Quantity
from specs.language.tokens import NUMBER, WORD, Tokens
from specs.language.words import function_words

COUPLINGS = frozenset([":", "=", "of", "is", "are", "be", "to", "should", "must", "a", "the", "("])
NOUNS_BETWEEN = 3
IS = frozenset(["is", "are", ":", "=", "should", "must"])


def limit_on(tokens: Tokens, quantity: Quantity) -> str | None:
    """'the ceiling on price is 90 EUR', 'our limit for the whole weight would be 20 kg'."""
    words, at = tokens.words, quantity.first - 1
    while at > 0 and words[at] in EQUATED:
        at -= 1
    if at == quantity.first - 1:
        return None
    if words[at] == ",":
        # "The maximum for the wardrobe, given our ceiling, is 2.35 m".
        opens = [place for place in range(max(0, at - ASIDE), at) if words[place] == ","]
        at = opens[-1] - 1 if opens else at
    for place in range(at, max(0, at - NOUNS_BETWEEN), -1):
        if tokens.kinds[place] != WORD:
            return None
        if words[place] in ("on", "for"):
            low = words[place - 2 : place - 1] == ["lower"]
            return ("min" if low else "max") if words[place - 1] in LIMITS else None
    return None


ASIDE = 7
EQUATED = frozenset([":", "=", "is", "would", "will", "be", "was", "at", "sits", "stands"])
LIMITS = frozenset(["limit", "cap", "ceiling", "maximum"])


def headed(tokens: Tokens, first: int, least: int = 0) -> str | None:
    """'max weight 45 kg', 'a minimum seat depth of 50 cm': the head stands before a noun."""
    if NAMED_HEADS.isdisjoint(tokens.vocabulary):
        return None
    words, at = tokens.words, first - 1
    if at > 3 and words[at] == ":" and words[at - 1] == ")" and "(" in words[at - 4 : at - 1]:
        # "Max. weight (kg): 40".
        at = words.index("(", at - 4) - 1
    while at > 0 and at > first - 4 and words[at] in COUPLINGS:
        at -= 1
    for place in range(at, max(least - 1, -1, at - NOUNS_BETWEEN - 1), -1):
        word = words[place]
        if tokens.kinds[place] != WORD or word in STARTS:
            return None
        for bound in ("max", "min"):
            if word in wordlist(f"heads_{bound}") and (place < at or words[at + 1] in IS):
                if is_speed_sign(tokens, place) or words[place + 1 : place + 2] == ["speed"]:
                    # "Maximum speed 32 km/h" is what it does, as a top speed is.
                    return None
                behind_number = word == "min" and place and tokens.kinds[place - 1] == NUMBER
                return None if behind_number else bound
        if word in function_words():
            break
    return _opening(tokens, first, at, least) if at < first - 1 else None


def _opening(tokens: Tokens, first: int, at: int, least: int) -> str | None:
    """'Max. load per shelf: 45 kg', 'the minimum opening in the hall is 90 cm': the head opens the
    item, and what is measured has a place behind it."""
    words = tokens.words
    if IS.isdisjoint(words[at + 1 : first]):
        return None
    start, dot = at, False
    while start >= max(least, first - ITEM):
        word = words[start]
        if word in NAMED_HEADS and words[start + 1] not in ("and", "speed", "'"):
            bound = "max" if word in wordlist("heads_max") else "min"
            lead = start
            while lead > least and words[lead - 1] in LEADS:
                lead -= 1
            opens = lead == least or tokens.kinds[lead - 1] != WORD or words[lead - 1] in JOINED
            signed = is_speed_sign(tokens, start) or (start > 0 and words[start - 1] == "/")
            return bound if opens and not signed else None
        if dot or (tokens.kinds[start] != WORD and word != "."):
            return None
        dot, start = word == ".", start - 1
    return None


ITEM = 9
"""Tokens from the head to the figure."""
LEADS = frozenset({"the", "a", "our", "my", "absolute", "its", "their"})
JOINED = frozenset({"and", "with", "but", "so"})
NAMED_HEADS = wordlist("heads_max") | wordlist("heads_min")


def is_speed_sign(tokens: Tokens, at: int) -> bool:
    """'V-max: 25 km/h' is what a vehicle does and no limit."""
    return at > 0 and tokens.words[at - 1] == "v" and tokens.gaps[at] in ("-", "")
