"""Endings and beginnings of words that rule out: 'plastic-free', 'cab-less', 'unheated'."""

from functools import cache

from specs.knowledge import listed, table, wordset
from specs.language.negation import Negation
from specs.language.phrases import Mention
from specs.language.tokens import WORD, Tokens

FREE = frozenset({"free"})


def free_of(tokens: Tokens, mention_at: list[Mention | None], away: bytearray) -> list[Negation]:
    """'plastic-free': what stands before the hyphen is not wanted."""
    found: list[Negation] = []
    for at in tokens.places(FREE):
        if at and tokens.gaps[at] == "-" and mention_at[at] is None and not away[at]:
            mention = mention_at[at - 1]
            if mention is not None and mention.last == at:
                found.append(Negation(at, at + 1, ((mention.first, at),)))
            elif tokens.kinds[at - 1] == WORD and tokens.words[at - 1] not in FREE_IDIOMS:
                found.append(Negation(at, at + 1, ((at - 1, at),)))
    return found


FREE_IDIOMS = wordset("negations", "free_idioms")


def less(tokens: Tokens, mention_at: list[Mention | None], away: bytearray) -> list[Negation]:
    """'cab-less', 'armless', 'unheated': the ending or the beginning of a word rules out."""
    found, without = [], _without()
    for at in tokens.places(without.keys()):
        if away[at]:
            continue
        word = tokens.words[at]
        if word == "less" and at and tokens.gaps[at] == "-" and tokens.kinds[at - 1] == WORD:
            mention = mention_at[at - 1]
            first = mention.first if mention is not None and mention.last == at else at - 1
            found.append(Negation(at, at + 1, ((first, at),)))
        elif without[word]:
            found.append(Negation(at, at + 1, ((at, at + 1),), name=without[word]))
    return found


@cache
def _without() -> dict[str, str]:
    """What each word rules out; nothing by itself where it only ends another word."""
    less = table("scope")["less"].items()
    return {"less": "", **{word: name for name, words in less for word in listed(words)}}
