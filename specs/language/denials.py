"""Negations behind their noun: 'basement: none', 'a pool is not wanted', 'plastic-free'."""

from functools import cache

from specs.knowledge import listed, table, wordset
from specs.language.negation import Negation
from specs.language.noun_phrases import breaking_words, phrase_end
from specs.language.phrases import Mention
from specs.language.tokens import WORD, Tokens
from specs.language.words import word_class

LABEL_FILLERS = wordset("scope", "label_fillers")

DENIALS = tuple(tuple(phrase.split()) for phrase in wordset("negations", "denials"))
DENIAL_STARTS = frozenset(denial[0] for denial in DENIALS)

MARKS = frozenset(",.;:!?\n)(")


def denied(tokens: Tokens, mention_at: list[Mention | None], away: bytearray) -> list[Negation]:
    """'Basement: none', 'wifi=no', 'basement no, lift yes': a label with a denial as its value."""
    words, size = tokens.words, len(tokens)
    found = []
    for at in range(1, size):
        if words[at] not in DENIAL_STARTS:
            continue
        for denial in DENIALS:
            end = at + len(denial)
            if words[at] != denial[0] or tuple(words[at:end]) != denial:
                continue
            if end < size and words[end] not in MARKS:
                continue
            label = at - 1
            colon = words[label] in (":", "=", "-", "?", "[", "(", "—", "/")
            if colon:
                label -= 1
            elif mention_at[label] is None or denial[0] not in (
                "no",
                "none",
                "definitely",
                "absolutely",
            ):
                continue
            item = _label(tokens, label, mention_at)
            if item is not None and not any(away[item[0] : item[1]]):
                found.append(Negation(at, end, (item,)))
            break
    return found


def _label(tokens: Tokens, at: int, mention_at: list[Mention | None]) -> tuple[int, int] | None:
    """The noun phrase at the start of the line or clause that ends at `at`."""
    first = at
    while first >= 0 and tokens.words[first] not in MARKS and tokens.kinds[first] == WORD:
        first -= 1
    first += 1
    while first <= at and tokens.words[first] in LABEL_FILLERS:
        first += 1
    mention = mention_at[first] if first <= at else None
    end = (
        mention.last
        if mention is not None and mention.first == first
        else phrase_end(tokens, first)
    )
    return (first, min(end, at + 1)) if first < min(end, at + 1) else None


def item_before(
    tokens: Tokens, at: int, mention_at: list[Mention | None]
) -> tuple[int, int] | None:
    """The subject of '… is not wanted'."""
    words = tokens.words
    at -= 1
    while at >= 0 and (words[at] in COPULAS or words[at] in word_class("adverbs")):
        at -= 1
    end = at + 1
    while at >= 0:
        mention = mention_at[at]
        if mention is not None:
            at = mention.first - 1
            continue
        if tokens.kinds[at] != WORD or words[at] in breaking_words():
            break
        at -= 1
    return (at + 1, end) if at + 1 < end else None


COPULAS = wordset("scope", "copulas")


def free_of(tokens: Tokens, mention_at: list[Mention | None], away: bytearray) -> list[Negation]:
    """'plastic-free': what stands before the hyphen is not wanted."""
    found = []
    for at, word in enumerate(tokens.words):
        if (
            word == "free"
            and at
            and tokens.gaps[at] == "-"
            and mention_at[at] is None
            and not away[at]
        ):
            mention = mention_at[at - 1]
            if mention is not None and mention.last == at:
                found.append(Negation(at, at + 1, ((mention.first, at),)))
            elif tokens.kinds[at - 1] == WORD and tokens.words[at - 1] not in FREE_IDIOMS:
                found.append(Negation(at, at + 1, ((at - 1, at),)))
    return found


FREE_IDIOMS = wordset("negations", "free_idioms")
TAKEN_OUT = wordset("negations", "taken_out")
PARTICLES = wordset("negations", "particles")


def left_out(tokens: Tokens, mention_at: list[Mention | None], away: bytearray) -> list[Negation]:
    """'Leave the pool out', 'keep the lights off': the verb stands in two parts."""
    words, size = tokens.words, len(tokens)
    found = []
    for at, word in enumerate(words):
        if word not in TAKEN_OUT or away[at]:
            continue
        first = at + 1
        while first < size and words[first] in ("the", "any", "all", "a", "an", "that"):
            first += 1
        mention = mention_at[first] if first < size else None
        whole = mention is not None and mention.first == first
        end = mention.last if whole and mention is not None else phrase_end(tokens, first)
        if first < end < size and words[end] in PARTICLES and not _goes_on(tokens, end + 1):
            found.append(Negation(at, end + 1, ((first, end),)))
    return found


def _goes_on(tokens: Tokens, at: int) -> bool:
    """'Keep the noise out of the bedroom' speaks of where, not whether."""
    return at < len(tokens) and tokens.words[at] in ("of", "the", "a", "from", "to")


def less(tokens: Tokens, mention_at: list[Mention | None], away: bytearray) -> list[Negation]:
    """'cab-less', 'armless', 'unheated': the ending or the beginning of a word rules out."""
    found = []
    for at, word in enumerate(tokens.words):
        if away[at]:
            continue
        if word == "less" and at and tokens.gaps[at] == "-" and tokens.kinds[at - 1] == WORD:
            mention = mention_at[at - 1]
            first = mention.first if mention is not None and mention.last == at else at - 1
            found.append(Negation(at, at + 1, ((first, at),)))
        elif word in _without():
            found.append(Negation(at, at + 1, ((at, at + 1),), name=_without()[word]))
    return found


@cache
def _without() -> dict[str, str]:
    return {word: name for name, words in table("scope")["less"].items() for word in listed(words)}
