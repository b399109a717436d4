"""The subjects of a denial behind them: 'a pool and a sauna are not wanted'."""

from specs.knowledge import wordset
from specs.language.noun_phrases import breaking_words, phrase_end
from specs.language.number_words import STARTS as NUMBER_WORDS
from specs.language.phrases import Mention
from specs.language.tokens import NUMBER, WORD, Tokens
from specs.language.words import word_class


def items_before(
    tokens: Tokens, at: int, mention_at: list[Mention | None]
) -> list[tuple[int, int]]:
    """The subjects of '… is not wanted': with 'both' or a plural verb all that 'and' joins."""
    words = tokens.words
    end = at
    while end > 0 and (words[end - 1] in BETWEEN or _is_adverb(tokens, end - 1, mention_at)):
        end -= 1
    verbs = words[end : at + 1]
    several = not PLURALS.isdisjoint(verbs)
    # "Wifi and a webcam must be absent": a verb of either number speaks of all its clause names.
    either = not several and SINGULARS.isdisjoint(verbs)
    end = _before_aside(words, end)
    if words[end - 2 : end - 1] == ["any"] and words[end - 3 : end - 2] == ["of"]:
        # "RGB of any kind is out".
        end -= 3
    first = _start_of(tokens, end, mention_at)
    if first == end:
        return []
    head = None
    if not _named(mention_at, first, end):
        head = _head_of(tokens, first, mention_at)
        if head is None and words[first - 1] in CLAUSE_SUBJECTS:
            # "The stage everyone remembers won't return".
            head = clause_subject(tokens, first, mention_at)
    if head is None and NUMBERS.issuperset(words[first:end]):
        # "All three deleted" names nothing by itself.
        return []
    found = [head or (first, end)]
    if not several and not either:
        return found
    listed = _joined_before(tokens, found[0], mention_at)
    if either and not _opens(tokens, listed[0][0]):
        return found
    return [*listed[:-1], *found]


def _before_aside(words: list[str], end: int) -> int:
    """'The restaurant (Art. 2) is deleted', 'cellar not counted and not wanted'."""
    if words[end - 1] == ")" and "(" in words[max(0, end - LONGEST_BRACKET) : end - 1]:
        while words[end - 1] != "(":
            end -= 1
        return end - 1
    if end > 3 and words[end - 1] == "and" and words[end - 3] == "not":
        return end - 3
    return end


LONGEST_BRACKET = 8


def _joined_before(
    tokens: Tokens, last: tuple[int, int], mention_at: list[Mention | None]
) -> list[tuple[int, int]]:
    """All that commas and one 'and' join to the noun phrase `last`."""
    found, joined = [last], False
    while (end := _joint_before(tokens.words, found[0][0])) > 0:
        if tokens.words[end] == "," and not joined:
            # "Pine frame, skylights are not wanted": a list ends in "and".
            break
        joined = True
        first = _start_of(tokens, end, mention_at)
        if first == end or tokens.kinds[first - 1] == NUMBER:
            # "80 m2" is no subject either.
            break
        found.insert(0, (first, end))
    return found


def _opens(tokens: Tokens, first: int) -> bool:
    """Whether a clause starts at `first`, or at its article."""
    while first > 0 and tokens.words[first - 1] in ("a", "an", "the", "any", "both"):
        first -= 1
    return first == 0 or tokens.words[first - 1] in CLAUSE_OPENINGS


CLAUSE_OPENINGS = frozenset(".;!?\n:—-")
SINGULARS = frozenset({"is", "was", "has", "isn't", "isnt", "wasn't", "hasn't", "it", "it's"})
NUMBERS = NUMBER_WORDS | {"everything", "them", "lot"}


CLAUSE_SUBJECTS = wordset("negations", "clause_subjects")
WISHED = ("feature", "free", "material", "space")
LISTS = wordset("removals", "lists")
FARTHEST = 30
"""Tokens to look back for the subject of a clause."""


def clause_subject(
    tokens: Tokens, end: int, mention_at: list[Mention | None]
) -> tuple[int, int] | None:
    """The known part that opens the clause: 'the restaurant we sketched ...'."""
    first = end
    while first > max(0, end - FARTHEST) and tokens.kinds[first - 1] == WORD:
        first -= 1
    while first < end and tokens.words[first] in word_class("determiners") | OPENING:
        first += 1
    noun = phrase_end(tokens, first, end)
    if first < noun < end - 1 and tokens.words[noun] == "of" and tokens.words[end - 1] in LISTS:
        # "The lab bench of the first draft is gone".
        return first, noun
    mention = mention_at[first]
    if mention is None or mention.first != first or mention.last > end:
        return None
    wished = any(mention.entry(name) is not None for name in WISHED)
    return (mention.first, mention.last) if wished else None


OPENING = frozenset({"and", "but", "so", "then", "also", "or", "please"})


def _joint_before(words: list[str], first: int) -> int:
    """Where the comma or the 'and' in front of 'a porch' stands; 0 where there is none."""
    at = first - 1
    while at > 0 and words[at] in ("a", "an", "the", "any"):
        at -= 1
    return at if at > 0 and words[at] in ("and", "or", "&", ",") else 0


def _start_of(tokens: Tokens, end: int, mention_at: list[Mention | None]) -> int:
    """The first token of the noun phrase that ends before `end`."""
    at = end - 1
    while at >= 0:
        mention = mention_at[at]
        if mention is not None:
            at = mention.first - 1
            continue
        if tokens.kinds[at] != WORD or tokens.words[at] in breaking_words():
            break
        at -= 1
    return at + 1


def _named(mention_at: list[Mention | None], first: int, last: int) -> bool:
    return any(mention_at[i] is not None for i in range(first, last))


def _head_of(
    tokens: Tokens, first: int, mention_at: list[Mention | None]
) -> tuple[int, int] | None:
    """'The terrace with forty more is not part of this': the noun that the phrase describes."""
    at = first - 1
    if at < 1 or tokens.words[at] not in ATTACHING:
        return None
    mention = mention_at[at - 1]
    return (mention.first, mention.last) if mention is not None else None


def _is_adverb(tokens: Tokens, at: int, mention_at: list[Mention | None]) -> bool:
    """'Is explicitly excluded': words in -ly behind a verb say how."""
    word = tokens.words[at]
    behind_verb = at > 0 and tokens.words[at - 1] in COPULAS
    return behind_verb and len(word) > 4 and word.endswith("ly") and mention_at[at] is None


COPULAS = wordset("scope", "copulas")
ATTACHING = frozenset({"with", "for", "of", "to", "in", "on", "at"})
PLURALS = frozenset({"are", "were", "aren't", "both", "all", "they're"})
BETWEEN = COPULAS | word_class("adverbs") | PLURALS
