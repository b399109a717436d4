"""Clauses that refuse the thing named before them: 'lights I don't need', 'Fax - no one needs it',
'Drawers? Scrapped.', 'a gym, a bar: all cut'."""

from specs.knowledge import wordset
from specs.language.denials import LABEL_MARKS, label_before
from specs.language.echoes import listed_before
from specs.language.excluded import excluded_items
from specs.language.negation import Negation
from specs.language.noun_phrases import breaking_words
from specs.language.phrases import Mention
from specs.language.quantity import Quantity
from specs.language.removals import DONE, NEVER_ALONE, ORDERS, PARTICLES, behind_list
from specs.language.subjects import WISHED
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
FIRST_WORDS = PIVOTS | ORDERS | DONE
SHORT = 3
"""Words of a thing that is named only to be refused."""

Mentions = list[Mention | None]
Quantities = list[Quantity | None]


def answered(
    tokens: Tokens, mention_at: Mentions, away: bytearray, quantity_at: Quantities
) -> list[Negation]:
    words = tokens.words
    found: list[Negation] = []
    if FIRST_WORDS.isdisjoint(words):
        return found
    for at in range(1, len(tokens)):
        word = words[at]
        if word not in FIRST_WORDS or away[at]:
            continue
        negation = None
        if word in PIVOTS:
            negation = _refused(tokens, at, mention_at, quantity_at)
        if negation is None and word in ORDERS | DONE:
            negation = _struck(tokens, at, mention_at)
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
    if words[end : end + 1] != [] and words[end] in COPULAS:
        return _what_is_refused(tokens, at, end, mention_at, quantity_at)
    stands_in = end < size and words[end] in STAND_INS
    end += stands_in
    if not ends_clause(tokens, end) and words[end] not in ("and", "but", "nor"):
        return None
    first = at
    while first > 0 and words[first - 1] in DOING_WITHOUT and words[at] == "without":
        # "I can live without".
        first -= 1
    while first > 0 and words[first - 1] in SPEAKERS:
        first -= 1
    if first == 0:
        return None
    if words[first - 1] in LABEL_MARKS and (stands_in or words[first - 1] == "?"):
        item = label_before(tokens, first - 2, mention_at) if first > 1 else None
    elif words[first - 1] in ",;." and stands_in:
        item = _named_before(tokens, first - 1, mention_at)
    elif tokens.kinds[first - 1] == WORD and not stands_in and first < at + (words[at] in NOBODY):
        item = _fronted(tokens, first, mention_at)
    else:
        return None
    if item is None or _is_opening_kind(item, mention_at):
        return None
    return Negation(first, end, (item,))


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
    """'Camera - strike', 'Drawers? Scrapped.', 'gym, bar: all cut', 'Scanner? We'll skip that.'"""
    words, size = tokens.words, len(tokens)
    end = at + 1
    parted = words[end : end + 1] != [] and words[end] in PARTICLES
    end += parted
    order = words[at] in ORDERS and not parted and words[end : end + 1] != []
    if order and words[end] in STAND_INS:
        end += 1
        parted = end < size and words[end] in PARTICLES
        end += parted
    if words[at] in NEVER_ALONE and words[at] not in DONE and not parted:
        return None
    end = behind_tails(tokens, behind_list(tokens, end) or end)
    if end < size and tokens.kinds[end] != MARK:
        return None
    first, counted = at, False
    while first > 0 and words[first - 1] in COUNTING | SPEAKERS:
        counted = counted or words[first - 1] in ("all", "both", "everything", "each")
        first -= 1
    if first < 2 or words[first - 1] not in LABEL_MARKS:
        return None
    mark = first - 1
    if counted:
        items = listed_before(tokens, mark, mention_at)
        return Negation(first, end, tuple(items)) if items else None
    item = label_before(tokens, mark - 1, mention_at)
    if item is None or _is_opening_kind(item, mention_at):
        return None
    return Negation(first, end, (item,))
