"""Where a noun phrase ends, and which word is its head."""

from functools import cache

from specs.knowledge import listed, table, wordset
from specs.language.tokens import NUMBER, WORD, Tokens
from specs.language.words import function_words, lemma, word_class

LONGEST = 12
"""No noun phrase is longer; the limit keeps the time linear in a text without a mark."""


@cache
def breaking_words() -> frozenset[str]:
    """Words that end a noun phrase: function words, verbs and adverbs that name no part."""
    words = table("words")
    broken = (
        function_words() | frozenset(listed(words["verbs"])) | frozenset(listed(words["adverbs"]))
    )
    return broken - part_nouns() - AMBIGUOUS_NOUNS


# Also nouns: "carbon fibre seat", "front fork", "oak cover", "timber deck".
AMBIGUOUS_NOUNS = wordset("noun_phrases", "ambiguous_nouns")


DOING = wordset("noun_phrases", "doing")


@cache
def part_nouns() -> frozenset[str]:
    words = listed(table("uses")["nouns"])
    return frozenset(words) | frozenset(lemma(word) for word in words)


def phrase_end(tokens: Tokens, at: int, limit: int | None = None) -> int:
    """The token behind the noun phrase that goes on at `at`."""
    size = min(len(tokens.words), at + LONGEST)
    size = size if limit is None else min(size, limit)
    words, kinds, broken = tokens.words, tokens.kinds, breaking_words()
    gaps = tokens.gaps
    while at < size and kinds[at] == WORD:
        word = words[at]
        if word in broken and not (
            (at + 1 < len(words) and gaps[at + 1] == "-") or gaps[at] == "-"
        ):
            break
        if len(word) > 5 and word.endswith(("ing", "ed", "ly")) and _is_verb(tokens, at):
            break
        at += 1
    return at


def _is_verb(tokens: Tokens, at: int) -> bool:
    """A participle or adverb with nothing behind it describes: "oak, stained dark"."""
    word = tokens.words[at]
    if word in part_nouns() or tokens.lemmas[at] in part_nouns():
        return False
    following = at + 1
    if word in DOING and following < len(tokens.words) and tokens.kinds[following] == NUMBER:
        # "A front loader lifting 550 kg".
        return True
    last = following >= len(tokens.words) or tokens.kinds[following] != WORD
    if last or tokens.words[following] in breaking_words():
        return not word.endswith("ing") or word in word_class("verbs")
    return word.endswith("ly")


def phrase_start(tokens: Tokens, at: int) -> int:
    """The first token of the noun phrase that ends before `at`."""
    words, kinds, broken = tokens.words, tokens.kinds, breaking_words()
    stop = max(0, at - LONGEST)
    gaps = tokens.gaps
    while at > stop and kinds[at - 1] == WORD:
        # "Off-grid": joined to what follows, no preposition of its own.
        if words[at - 1] in broken and not (at < len(words) and gaps[at] == "-"):
            break
        at -= 1
    return at


def past_noun(tokens: Tokens, at: int) -> int:
    """The end of the noun phrase, over the years in 'the existing 1970s building stays'."""
    if tokens.kinds[at : at + 1] == [NUMBER] and tokens.words[at + 1 : at + 2] == ["s"]:
        at += 2
    return phrase_end(tokens, at) if at < len(tokens) else len(tokens)
