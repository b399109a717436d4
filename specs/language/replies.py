"""Clauses that refuse the thing named before them: 'lights I don't need', 'Fax - no one needs it',
'Drawers? Scrapped.', 'a gym, a bar: all cut'."""

from specs.knowledge import wordset
from specs.language.denials import LABEL_MARKS, label_before
from specs.language.echoes import listed_before
from specs.language.excluded import excluded_items
from specs.language.negation import Negation
from specs.language.noun_phrases import breaking_words
from specs.language.number_words import STARTS as NUMBER_WORDS
from specs.language.phrases import Mentions
from specs.language.quantity import Quantities
from specs.language.removals import DONE, NEVER_ALONE, ORDERS, PARTED, PARTICLES, behind_list
from specs.language.subjects import WISHED, clause_subject
from specs.language.tails import behind_tails, ends_clause
from specs.language.tokens import MARK, NUMBER, WORD, Tokens
from specs.language.words import word_class

DENYING = wordset("replies", "denying")
NOBODY = wordset("replies", "nobody")
WISHING = wordset("replies", "wishing")
WISH_ADVERBS = wordset("replies", "wish_adverbs")
PREPOSITIONS = wordset("replies", "wish_prepositions")
STAND_INS = wordset("replies", "stand_ins")
SPEAKERS = wordset("replies", "speakers")
DOING_WITHOUT = wordset("replies", "doing_without")
COUNTING = wordset("replies", "counting")
NOUNS_BEFORE = wordset("replies", "nouns_before")
PIVOTS = DENYING | NOBODY | {"without", "one", "none"}
REFUSING = wordset("replies", "refusing") | PARTED
STRIKING = ORDERS | DONE
FIRST_WORDS = PIVOTS | STRIKING | REFUSING
SHORT = 3
"""Words of a thing that is named only to be refused."""


def answered(
    tokens: Tokens, mention_at: Mentions, away: bytearray, quantity_at: Quantities
) -> list[Negation]:
    found: list[Negation] = []
    for at in tokens.places(FIRST_WORDS):
        if away[at] or not at:
            continue
        word, negation = tokens.words[at], None
        if word in PIVOTS:
            negation = _refused(tokens, at, mention_at, quantity_at)
        if negation is None and word in STRIKING:
            negation = _struck(tokens, at, mention_at)
        if negation is None and word in REFUSING:
            negation = _disliked(tokens, at, mention_at)
        if negation is not None and not any(away[negation.items[0][0] : negation.items[0][1]]):
            found.append(negation)
    return found


def _refused(
    tokens: Tokens, at: int, mention_at: Mentions, quantity_at: Quantities
) -> Negation | None:
    """'Lights I don't need', 'a radio nobody wants', 'Atrium? Can't afford one.'"""
    words, size = tokens.words, len(tokens)
    end = _behind_wish(tokens, at)
    if not end:
        return None
    if end < size and words[end] in COPULAS:
        return _what_is_refused(tokens, at, end, mention_at, quantity_at)
    stands_in = end < size and words[end] in STAND_INS
    end += stands_in
    if not ends_clause(tokens, end) and words[end] not in GOES_ON:
        return None
    first = _with_subject(tokens, at)
    if first == 0:
        return None
    item = _refused_item(tokens, first, at, mention_at, stands_in=stands_in)
    if item is None or _is_opening_kind(item, mention_at):
        return None
    return Negation(first, end, (item,))


def _with_subject(tokens: Tokens, at: int) -> int:
    words, first = tokens.words, at
    while first > 0 and words[first - 1] in DOING_WITHOUT and words[at] == "without":
        # "I can live without".
        first -= 1
    while first > 0 and words[first - 1] in SPEAKERS:
        first -= 1
    return first


def _refused_item(
    tokens: Tokens, first: int, at: int, mention_at: Mentions, *, stands_in: bool
) -> tuple[int, int] | None:
    """What stands in front of the clause from `first` that denies at `at`."""
    words = tokens.words
    if stands_in and words[first - 2 : first] == [".", "."]:
        # "Half load button... we'd never use it".
        while words[first - 2] == ".":
            first -= 1
        return label_before(tokens, first - 2, mention_at)
    if words[first - 1] in LABEL_MARKS and (stands_in or words[first - 1] == "?"):
        return label_before(tokens, first - 2, mention_at) if first > 1 else None
    if words[first - 1] in ",;." and stands_in:
        return _named_before(tokens, first - 1, mention_at)
    if tokens.kinds[first - 1] == WORD and not stands_in and first < at + (words[at] in NOBODY):
        return _fronted(tokens, first, mention_at)
    return None


GOES_ON = frozenset({"and", "but", "nor", "at", "on", "within"})


def _what_is_refused(
    tokens: Tokens, at: int, end: int, mention_at: Mentions, quantity_at: Quantities
) -> Negation | None:
    """'What we can't have is a basement', 'the one thing I won't accept is carpet'."""
    words, first = tokens.words, at
    while first > 0 and words[first - 1] in SPEAKERS:
        first -= 1
    if not first or words[first - 1] not in THINGS:
        return None
    last = end + 1 + (words[end + 1 : end + 2] == ["be"])
    items = excluded_items(
        tokens, last, mention_at, quantity_at, known=False, both=True, listed=True
    )
    return Negation(first - 1, last, tuple(items)) if items else None


COPULAS = frozenset({"is", "are", "would", "was", ":"})
THINGS = frozenset({"what", "thing", "things", "something", "part", "one", "all", "bit"})


def _behind_wish(tokens: Tokens, at: int) -> int:
    """Behind the verb that the word at `at` denies; 0 where it denies no wish."""
    words, size = tokens.words, len(tokens)
    if words[at] == "without":
        return at + 1 if words[at - 1] in DOING_WITHOUT else 0
    if words[at] == "one" and words[at - 1] != "no":
        return 0
    if words[at] == "none" and words[at + 1 : at + 2] != ["of"]:
        return 0
    end = at + 1
    while end < size and words[end] in WISH_ADVERBS and words[end + 1 : end + 2] != []:
        if words[end] in WISHING and words[end + 1] not in WISHING | WISH_ADVERBS:
            break
        end += 1
    if words[at] == "none":
        while end < size and words[end] in ("of", "us", "them", "the"):
            end += 1
    if end >= size or words[end] not in WISHING:
        return 0
    end += 1
    return end + (end < size and words[end] in PREPOSITIONS)


def _disliked(tokens: Tokens, at: int, mention_at: Mentions) -> Negation | None:
    """'MDF we refuse', 'toilets we leave out'."""
    words, end = tokens.words, at + 1
    if words[at] in PARTED:
        if words[end : end + 1] == [] or words[end] not in PARTICLES:
            return None
        end += 1
    if not ends_clause(tokens, end):
        return None
    first = at
    while first > 0 and words[first - 1] in SPEAKERS | EVERY:
        first -= 1
    if first == 0 or WHO.isdisjoint(words[first:at]) or tokens.kinds[first - 1] != WORD:
        return None
    item = _fronted(tokens, first, mention_at)
    if item is None or _is_opening_kind(item, mention_at):
        return None
    mention = mention_at[item[1] - 1]
    if (
        words[item[0] - 1] in ("the", "that")
        and item[0]
        and (mention is None or not any(mention.entry(table) is not None for table in WISHED))
    ):
        # "The sofa we hate": the one there is.
        return None
    return Negation(first, end, (item,))


WHO = frozenset({"i", "we", "they"})


def _named_before(tokens: Tokens, mark: int, mention_at: Mentions) -> tuple[int, int] | None:
    """The known part that a comma or a stop closes and that is all there is before it."""
    mention = mention_at[mark - 1]
    if mention is None or not any(mention.entry(table) is not None for table in WISHED):
        return None
    first = mention.first
    while first > 0 and tokens.words[first - 1] in word_class("determiners"):
        first -= 1
    if first > 0 and tokens.kinds[first - 1] != MARK:
        return None
    return mention.first, mention.last


def _fronted(tokens: Tokens, end: int, mention_at: Mentions) -> tuple[int, int] | None:
    """The noun phrase in front of 'I don't need': all that its clause has said so far."""
    words, first = tokens.words, end
    while first > 0 and tokens.kinds[first - 1] == WORD:
        mention = mention_at[first - 1]
        if mention is not None:
            first = mention.first
            continue
        if words[first - 1] in breaking_words() or end - first >= SHORT:
            break
        first -= 1
    if first == end or any(tokens.kinds[i] == NUMBER for i in range(first, end)):
        return None
    start = first
    while start > 0 and words[start - 1] in ARTICLES:
        start -= 1
    if start > 0 and tokens.kinds[start - 1] != MARK and words[start - 1] not in NOUNS_BEFORE:
        # "It has a camera I don't need" says what another thing has.
        return None
    return first, end


ARTICLES = frozenset({"a", "an", "the", "any", "those", "these", "all", "that"})


def _is_opening_kind(item: tuple[int, int], mention_at: Mentions) -> bool:
    """'A hotel we don't need': the kind in the first words is what the whole is about."""
    mention = mention_at[item[0]]
    if mention is None or item[0] > 1:
        return False
    return mention.entry("kind") is not None


def _struck(tokens: Tokens, at: int, mention_at: Mentions) -> Negation | None:
    """'Camera - strike', 'Drawers? Scrapped.', 'gym, bar: all cut', 'raised floors skip them'."""
    words, size = tokens.words, len(tokens)
    end, stands_in, several = _behind_order(tokens, at)
    if not end:
        return None
    end = behind_tails(tokens, behind_list(tokens, end) or end)
    if end < size and tokens.kinds[end] != MARK:
        return None
    first = at
    while first > 0 and words[first - 1] in COUNTING | SPEAKERS:
        several = several or words[first - 1] in EVERY
        first -= 1
    if first < 1:
        return None
    mark = first - 1
    if words[at] == "out" and words[mark] in "/-+":
        # "MIDI in/out".
        return None
    if words[mark] in LABEL_MARKS and mark:
        if several:
            items = listed_before(tokens, mark, mention_at)
            if items:
                return Negation(first, end, tuple(items))
        item = label_before(tokens, mark - 1, mention_at)
    elif tokens.kinds[mark] == WORD and first == at and (stands_in or words[at] in SAID_BEHIND):
        item = _fronted(tokens, first, mention_at)
    else:
        return None
    if words[mark] in "-—," and words[at] in SAID_BEHIND and first == at:
        # "Wifi is handled by the booth - exclude".
        item = clause_subject(tokens, mark, mention_at) or item
    if item is None or _is_opening_kind(item, mention_at):
        return None
    return Negation(first, end, (item,))


EVERY = frozenset({"all", "both", "everything", "each"})
PLURAL = EVERY | {"them", "those", "these"}
SAID_BEHIND = frozenset({"delete", "skip", "omit", "exclude"})


def _behind_order(tokens: Tokens, at: int) -> tuple[int, bool, bool]:
    """Behind 'strike', 'leave them off', 'delete all three': with whether a word stands in for
    what was named, and whether it does for several; 0 where it is no whole order."""
    words, size = tokens.words, len(tokens)
    end, stands_in, several = at + 1, False, False
    parted = end < size and words[end] in PARTICLES
    end += parted
    if words[at] in ORDERS and end < size and words[end] in STAND_INS | EVERY:
        several, stands_in = words[end] in PLURAL, True
        end += 1
        while end < size and (words[end] in NUMBER_WORDS or words[end] in ("of", "them")):
            end += 1
        if end < size and words[end] in PARTICLES:
            parted, end = True, end + 1
    if words[at] in NEVER_ALONE and words[at] not in DONE and not parted:
        return 0, False, False
    return end, stands_in, several
