"""What takes a thing's place, named behind 'with', 'by' or 'for': a kind, 'something', 'one'."""

from specs.knowledge import wordset
from specs.language.lexicon import KIND, MATERIAL
from specs.language.noun_phrases import LONGEST, breaking_words, phrase_end
from specs.language.phrases import Entry, Mentions
from specs.language.quantity import Quantities, Quantity
from specs.language.tokens import MARK, WORD, Tokens
from specs.language.words import describing_words, word_class

MAKES_WAY = frozenset({"with", "by", "for"})
BEFORE, SWAPPING = "before", "swapping"
"""Sorts of triggers: those that tell what there is, and those whose 'for' names the new thing."""


def names_another(
    tokens: Tokens, at: int, entry: Entry, mention_at: Mentions, quantity_at: Quantities
) -> bool:
    """Whether the preposition at `at` leads to the new thing, and not to a part of the old one.

    `entry` is the trigger that opened the scope of the old one."""
    return _names_a_kind(tokens, at + 1, entry, mention_at, quantity_at) or names_stand_in(
        tokens, at, entry, mention_at, quantity_at
    )


def names_stand_in(
    tokens: Tokens, at: int, entry: Entry, mention_at: Mentions, quantity_at: Quantities
) -> bool:
    """'With something 140 cm wide', 'by an oak one': the new thing is of the old one's kind."""
    first = at + 1
    if entry.name == BEFORE or first >= len(tokens):
        # "We currently have a desk with something missing".
        return False
    stand_in = _stand_in(tokens, first, mention_at, quantity_at)
    if stand_in < 0 or not FAULTS.isdisjoint(tokens.words[first : stand_in + 3]):
        # "With something wrong", "with a loose one".
        return False
    theirs = tokens.words[at] == "for" and entry.name != SWAPPING
    return not (theirs and _is_for_whom(tokens, first, stand_in))


def _names_a_kind(
    tokens: Tokens, first: int, entry: Entry, mention_at: Mentions, quantity_at: Quantities
) -> bool:
    if tokens.words[first : first + 1] not in INDEFINITE:
        return False
    at, figures = first + 1, entry.name != BEFORE and tokens.words[first] in ("a", "an")
    while figures and at < len(tokens) and (quantity := quantity_at[at]) is not None:
        # "With a 140 cm wide desk".
        at = max(quantity.end, at + 1)
    end = phrase_end(tokens, at)
    return FAULTS.isdisjoint(tokens.words[first:end]) and any(
        named.table == KIND
        for mention in mention_at[first:end]
        if mention is not None
        for named in mention.entries
    )


INDEFINITE = (["a"], ["an"], ["one"], ["two"], ["three"])


def _stand_in(tokens: Tokens, first: int, mention_at: Mentions, quantity_at: Quantities) -> int:
    """The 'something' or 'one' that a noun phrase consists of or ends in ('a 140 cm wide one');
    -1 of another phrase."""
    words, at = tokens.words, first
    while at < min(first + LONGEST, len(tokens)):
        quantity = quantity_at[at]
        if words[at] in ("something", "ones"):
            return at
        if words[at] in SINGLE and not _has_unit(quantity):
            if _stands_alone(tokens, at, mention_at, quantity_at):
                return at
            if at > first or words[at] != "another":
                # "One broken leg": a part is counted.
                return -1
        if quantity is not None:
            at = max(quantity.end, at + 1)
        elif _may_describe(tokens, at) or (at == first and words[at] in ARTICLES):
            at += 1
        else:
            return -1
    return -1


SINGLE = frozenset({"one", "another"})
ARTICLES = frozenset({"a", "an", "the", "some", "another"})


def _has_unit(quantity: Quantity | None) -> bool:
    """'One metre', where 'one' counts nothing."""
    return quantity is not None and quantity.kind != "count" and quantity.last > quantity.first + 1


def _may_describe(tokens: Tokens, at: int) -> bool:
    """What may stand in front of 'one': 'a much lighter', 'a faster and quieter', 'a folding'."""
    word = tokens.words[at]
    if tokens.kinds[at] != WORD:
        return False
    if word == "and":
        return tokens.words[at + 1 : at + 2] != ["one"]
    participle = word.endswith(("ing", "ed"))
    joined = "-" in tokens.gaps[at : at + 2]
    graded = word == "more" or word in word_class("adverbs")
    return word not in breaking_words() or participle or joined or graded


def _stands_alone(tokens: Tokens, at: int, mention_at: Mentions, quantity_at: Quantities) -> bool:
    """'One 140 cm wide', 'one lighter than 9 kg', 'one of oak'; not 'one drawer 40 cm wide', nor
    'one of its legs'."""
    words, at = tokens.words, at + 1
    if words[at : at + 1] == ["of"]:
        of = quantity_at[at + 1] if at + 1 < len(tokens) else None
        counts = of is not None and of.kind == "count"
        return not counts and words[at + 1 : at + 2] != [] and words[at + 1] not in DEFINITE
    while at < len(tokens) and tokens.kinds[at] != MARK:
        quantity, end = quantity_at[at], phrase_end(tokens, at)
        if quantity is not None:
            at = max(quantity.end, at + 1)
            continue
        if end == at:
            return not _is_verb(words[at])
        how = range(at, end - 1 if words[end : end + 1] == ["than"] else end)
        if not all(_says_how(tokens, place, mention_at) for place in how):
            return False
        at = end
    return True


def _is_verb(word: str) -> bool:
    """'One lock' and 'one cover' count; 'one measuring 2 m' and 'one made of oak' go on."""
    return word in word_class("verbs") and not word.endswith(("ing", "ed", "made", "built"))


def _says_how(tokens: Tokens, at: int, mention_at: Mentions) -> bool:
    """Also what a thing is made of; 'top' may describe, and is a part here."""
    mention, word = mention_at[at], tokens.words[at]
    stuff = mention is not None and mention.entry(MATERIAL) is not None
    return stuff or (word in describing_words() and word not in ALSO_PARTS)


def _is_for_whom(tokens: Tokens, first: int, stand_in: int) -> bool:
    """'Replace our tent for one with …', 'our swing for the little ones by …', 'our hall for
    something like 200': whom the old thing was for."""
    words = tokens.words
    if words[stand_in] == "ones":
        return True
    following = words[stand_in + 1] if stand_in + 1 < len(words) else ""
    return stand_in == first and (following in MAKES_WAY or following == "like")


ALSO_PARTS = wordset("successors", "also_parts")
DEFINITE = wordset("successors", "definite")
FAULTS = wordset("successors", "faults")
