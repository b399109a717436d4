"""The measures of people: no measures of the design."""

from specs.knowledge import wordset
from specs.language.clauses import FULL_STOPS, PLACE_STOPS
from specs.language.tokens import NUMBER, Tokens

PERSON_FILLERS = wordset("scope", "person_fillers")
PERSON_VERBS = wordset("scope", "person_verbs")


def people(tokens: Tokens) -> list[tuple[int, int]]:
    """'a guy who's 6'2"', 'I am 1.9 m tall', 'my 6 year old': the measures of people."""
    words, size = tokens.words, len(tokens)
    found: list[tuple[int, int]] = []
    for at in tokens.places(FIRST_WORDS):
        word = words[at]
        if word in PERSON_VERBS and at + 1 < size:
            near = at + 1
            while near < size and near < at + 4 and words[near] in PERSON_FILLERS:
                near += 1
            if near < size and tokens.kinds[near] == NUMBER:
                end = near
                while (
                    end < size
                    and end < near + 8
                    and words[end] not in PLACE_STOPS
                    and words[end] not in FULL_STOPS
                ):
                    end += 1
                found.append((at, end))
        elif word in AGES and at and words[at + 1 : at + 2] == ["old"]:
            found.append((at - 1, _measured_too(tokens, at + 2)))
        elif word in ("olds", "aged") and at:
            end = at + 1
            while end < size and (tokens.kinds[end] == NUMBER or words[end] in ("to", "and", "-")):
                end += 1
            found.append((max(0, at - 2) if word == "olds" else at, end))
    return found


def _measured_too(tokens: Tokens, at: int) -> int:
    """'12 years old and 40 kilos', '9 years old, 1.32 m tall': the figures behind an age."""
    words, size = tokens.words, len(tokens)
    if words[at : at + 1] == ["("] and words[at + 3 : at + 4] == [")"]:
        # "A 14 year old (55 kg)".
        return at + 3 if words[at + 2] in OF_PEOPLE else at
    joined = at + (words[at : at + 1] in ([","], ["and"], ["&"]))
    joined += words[joined : joined + 1] == ["and"]
    if joined == at or joined + 1 >= size or tokens.kinds[joined] != NUMBER:
        return at
    return joined + 2 if words[joined + 1] in OF_PEOPLE else at


AGES = frozenset({"year", "years", "yr", "yrs", "month", "months"})
FIRST_WORDS = PERSON_VERBS | AGES | {"olds", "aged"}
OF_PEOPLE = frozenset({"kilos", "kilo", "kg", "lb", "lbs", "pounds", "stone", "cm", "m", "foot"})
