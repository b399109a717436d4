"""Clauses about the thing of before: 'the hall we have used since 1974', 'our old boiler died'."""

import re
from itertools import pairwise

from specs.knowledge import wordset
from specs.language.clauses import clause_end
from specs.language.noun_phrases import phrase_end
from specs.language.tokens import WORD, Tokens

POSSESSIVES = wordset("scope", "possessives")
GONE = wordset("scope", "gone")


def held_scope(tokens: Tokens, start: int, sentence: list[int]) -> int:
    """'The hall our temple has used since 1974 has …': what somebody has already."""
    words, size = tokens.words, len(tokens.words)
    if words[start] != "the":
        return 0
    end = phrase_end(tokens, start + 1)
    if not start + 1 < end < size or words[end] not in HOLDERS:
        return 0
    # "The restaurant we sketched in May has …": behind a pronoun the verb is near.
    reach = 3 if words[end] in PRONOUNS else 5
    if not any(word in HOLDING for word in words[end + 1 : end + reach]):
        return 0
    return clause_end(tokens, end, sentence, start)


HOLDERS = wordset("scope", "holders")
PRONOUNS = frozenset({"we", "i", "they", "he", "she"})
HOLDING = wordset("scope", "holding")


def gone_scope(tokens: Tokens, at: int, sentence: list[int], start: int) -> int:
    """'Our 1998 gas boiler finally died': what is gone is not what is asked for."""
    words = tokens.words
    if start == at or words[at - 1] not in POSSESSIVES:
        return 0
    if len(words) > at + 1 and words[at + 1] in ("one", "ones") and words[at].isdigit():
        # "My 2017 one weighs 2.6 kg".
        return clause_end(tokens, at, sentence, start)
    end = at
    while end < len(words) and end < at + 7 and sentence[end] == sentence[start]:
        if words[end] in GONE and words[end + 1 : end + 2] == [":"]:
            # "Our oven died: deck oven, 12 kW".
            return end + 1
        if words[end] in GONE and not _describes(tokens, end):
            return clause_end(tokens, end, sentence, start)
        if words[end] in (",", ":", "is", "should", "must", "needs", "has"):
            return 0
        end += 1
    return 0


def _describes(tokens: Tokens, at: int) -> bool:
    """'Its leaking hall': how the hall is, and no end of it."""
    if not tokens.words[at].endswith("ing") or at + 1 >= len(tokens.words):
        return False
    return tokens.kinds[at + 1] == WORD and phrase_end(tokens, at + 1) > at + 1


def worn_scope(tokens: Tokens, start: int, sentence: list[int]) -> int:
    """'Our workshop, 80 m2, is too small', 'my desk no longer fits': what has to make way."""
    words, size = tokens.words, len(tokens.words)
    if words[start] not in POSSESSIVES:
        return 0
    at = start + 1
    while at < size and at < start + FAR_VERB and sentence[at] == sentence[start]:
        if words[at] in COPULAS and _is_worn(words, at + 1):
            return clause_end(tokens, at, sentence, start)
        if words[at] in STOPS:
            return 0
        at += 1
    return 0


def _is_worn(words: list[str], at: int) -> bool:
    while words[at : at + 1] != [] and words[at] in DEGREES:
        at += 1
    if words[at : at + 1] in (["too"], ["so"]):
        return words[at + 1 : at + 2] != [] and words[at + 1] in TIGHT
    return words[at : at + 1] != [] and words[at] in WORN


FAR_VERB = 14
COPULAS = frozenset({"is", "are", "was", "has", "have", "gets", "got", "feels", "looks"})
STOPS = frozenset({"need", "needs", "want", "wants", "should", "must", ":", "please", "but", "so"})
DEGREES = wordset("scope", "degrees")
TIGHT = wordset("scope", "tight")
WORN = wordset("scope", "worn")


def past_scope(tokens: Tokens, start: int, sentence: list[int]) -> int:
    """'It was 54 inches with six drawers', 'Ours had seven': a thing that was there before."""
    words = tokens.words[start : start + 3]
    owned = words[0] in POSSESSIVES and words[1:2] and words[1].endswith("'s")
    if owned:
        # "My grandfather's had seven".
        words = tokens.words[start + 1 : start + 4]
    if len(words) < 3 or not (owned or words[0] in PAST_SUBJECTS) or words[1] not in PAST_VERBS:
        return 0
    if words[1] == "was" and words[2] in DECIDED:
        # "It was meant to be 2 m long".
        return 0
    return clause_end(tokens, start + 2, sentence, start)


def had_scope(tokens: Tokens, start: int, sentence: list[int]) -> int:
    """'I've got a 65-inch telly now and ...': what somebody has at present, to the clause's end."""
    words, size = tokens.words, len(tokens.words)
    at = start
    while at < size and words[at] in HAVE_SUBJECTS:
        at += 1
    if at == start or at >= size or words[at] not in HAVING:
        return 0
    end = clause_end(tokens, at, sentence, start)
    if not any(word in AT_PRESENT for word in words[at:end]):
        return 0
    return 0 if any(word in WANTING for word in words[at:end]) else end


HAVE_SUBJECTS = wordset("scope", "have_subjects")
HAVING = wordset("scope", "having")
AT_PRESENT = wordset("scope", "at_present")
WANTING = wordset("scope", "wanting")


def past_bracket(tokens: Tokens, at: int) -> int:
    """'(a 14-inch, lasted eleven months)', '(700 litres, from 2008)': the end of a bracket from
    `at` that tells of a thing of before; 0 of another one."""
    words, size = tokens.words, len(tokens.words)
    end = at
    while end < size and end < at + LONGEST_BRACKET and words[end] not in (")", "\n", "("):
        end += 1
    if end >= size or words[end] != ")":
        return 0
    inside = words[at:end]
    told = any(word in TOLD for word in inside)
    dated = any(
        word in ("from", "since") and YEAR.match(following) for word, following in pairwise(inside)
    )
    return end if told or dated else 0


LONGEST_BRACKET = 16
TOLD = wordset("scope", "told_in_brackets")
YEAR = re.compile(r"(?:19|20)\d\d$")

PAST_SUBJECTS = wordset("scope", "past_subjects")
PAST_VERBS = wordset("scope", "past_verbs")
DECIDED = wordset("scope", "decided")
SUBJECTS = POSSESSIVES | PAST_SUBJECTS | HAVE_SUBJECTS | {"the"}
"""First words of all these clauses."""
