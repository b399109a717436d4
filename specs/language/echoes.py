"""Negations that point back: ', likewise steam', 'Scanner: same', 'it is silly, leave it out'."""

from collections.abc import Mapping, Sequence

from specs.knowledge import phrases_from, wordset
from specs.language.clauses import FULL_STOPS
from specs.language.negation import Negation
from specs.language.noun_phrases import breaking_words, phrase_end
from specs.language.phrases import Mentions
from specs.language.subjects import WISHED, items_before
from specs.language.tails import ends_clause
from specs.language.tokens import MARK, WORD, Tokens
from specs.language.words import word_class

LIKEWISE = phrases_from("negations", "likewise")
DROPPING = phrases_from("negations", "dropping_it")
TWICE = phrases_from("negations", "twice_no")
SAME = phrases_from("negations", "same")
GIVEN_UP = phrases_from("negations", "given_up")
ONCE_WISHED = wordset("negations", "once_wished")
WISH_PREPOSITIONS = frozenset({"for", "of", "about"})
HAVING = wordset("negations", "having")
LABEL_MARKS = frozenset(":-—=?")
FIRST_WORDS = frozenset((*LIKEWISE, *DROPPING, *TWICE, *SAME, *GIVEN_UP, "neither"))
FARTHEST = 30
"""Tokens to look back for the start of a sentence."""


def echoed(
    tokens: Tokens, mention_at: Mentions, away: bytearray, before: list[Negation]
) -> list[Negation]:
    """What the prompt rules out by a word for something that it said before."""
    found = list(before)
    for at in tokens.places(FIRST_WORDS):
        if away[at] or not at:
            continue
        negation = _echo(tokens, at, mention_at, found)
        if negation is not None:
            found.append(negation)
    return found[len(before) :]


def _echo(tokens: Tokens, at: int, mention_at: Mentions, before: list[Negation]) -> Negation | None:
    words, first = tokens.words, at
    items, end = _likewise(tokens, at, mention_at, before), at + 1
    if not items and words[at] in SAME and (end := _says(tokens, at, SAME)):
        first, items = _same(tokens, at, mention_at, before)
    behind = words[at - 1]
    if not items and behind in ",;-—" and (end := _says(tokens, at, DROPPING)):
        subject = _sentence_subject(tokens, at, mention_at)
        # "Castors; heating is superfluous, skip it": its own clause has said what.
        start = _clause_start(tokens, at - 1)
        said = any(start <= n.items[0][0] and n.first < at for n in before)
        items = [subject] if subject is not None and not said else []
    if not items and words[at] in GIVEN_UP and (end := _says(tokens, at, GIVEN_UP)):
        items = _given_up(tokens, at, mention_at)
    if not items and behind in ":-—?" and (end := _says(tokens, at, TWICE)):
        items = listed_before(tokens, at - 1, mention_at)
    if not items and words[at] == "neither" and ends_clause(tokens, at + 1):
        items, end = _both_of(tokens, at, mention_at), at + 1
    return Negation(first, end or at + 1, tuple(items)) if items else None


def _same(
    tokens: Tokens, at: int, mention_at: Mentions, before: list[Negation]
) -> tuple[int, list[tuple[int, int]]]:
    """'Scanner - same', 'wheels likewise', 'pressurization isn't either': what stands before."""
    first = at - (tokens.words[at - 1] in LABEL_MARKS)
    last_start = _start(tokens, max(0, _start(tokens, at) - 1))
    if not any(last_start <= n.first < at for n in before):
        return at, []
    items = items_before(tokens, first, mention_at)
    return first, items[-1:]


def _given_up(tokens: Tokens, at: int, mention_at: Mentions) -> list[tuple[int, int]]:
    """'I had wanted a glass lid, I no longer do': the last known part that the sentence wished."""
    start, words = _start(tokens, at), tokens.words
    for place in range(at - 1, start, -1):
        known = mention_at[place]
        if known is None or not any(known.entry(table) is not None for table in WISHED):
            continue
        first = known.first
        while first > start and words[first - 1] in word_class("determiners") | WISH_PREPOSITIONS:
            first -= 1
        if first > start and words[first - 1] in ONCE_WISHED:
            item = _noun(tokens, known.first, mention_at)
            return [item] if item is not None else []
    for place in range(at - 2, start, -1):
        # "We had a boiler once: never again".
        if words[place] in ("a", "an") and words[place - 1] in ONCE_WISHED:
            end = phrase_end(tokens, place + 1)
            end -= end > place + 2 and words[end - 1] == "once"
            return [(place + 1, end)] if end > place + 1 else []
    return []


def _both_of(tokens: Tokens, at: int, mention_at: Mentions) -> list[tuple[int, int]]:
    """'The old one had a pool and a bunker; ours gets neither': the pair said before."""
    mark = at
    while mark > 0 and tokens.kinds[mark - 1] != MARK and at - mark < FARTHEST:
        mark -= 1
    if mark < 2 or mark == at or tokens.words[at - 1] not in HAVING:
        return []
    items = listed_before(tokens, mark - 1, mention_at)
    return items if len(items) > 1 else []


def _says(tokens: Tokens, at: int, phrases: Mapping[str, Sequence[tuple[str, ...]]]) -> int:
    """Behind the phrase of `phrases` that fills the clause from `at`; 0 where none does."""
    words, size = tokens.words, len(tokens.words)
    for phrase in phrases.get(words[at], ()):
        end = at + len(phrase)
        if (end >= size or tokens.kinds[end] == MARK) and tuple(words[at:end]) == phrase:
            return end
    return 0


def _likewise(
    tokens: Tokens, at: int, mention_at: Mentions, before: list[Negation]
) -> list[tuple[int, int]]:
    """'Wi-fi must be omitted, likewise steam': the same is said of another thing."""
    for phrase in LIKEWISE.get(tokens.words[at], ()):
        first = at + len(phrase)
        if tuple(tokens.words[at:first]) == phrase and first < len(tokens.words):
            break
    else:
        return []
    if not any(_start(tokens, at) <= n.first < at for n in before):
        return []
    while first < len(tokens.words) and tokens.words[first] in word_class("determiners"):
        first += 1
    item = _noun(tokens, first, mention_at)
    return [item] if item is not None else []


def _clause_start(tokens: Tokens, at: int) -> int:
    stop = max(0, at - FARTHEST)
    while at > stop and tokens.words[at - 1] not in CLAUSE_MARKS:
        at -= 1
    return at


CLAUSE_MARKS = frozenset(".;:—!?\n")


def _start(tokens: Tokens, at: int) -> int:
    """The first token of the sentence; a semicolon goes on with the same matter."""
    first = at
    while first > max(0, at - FARTHEST):
        if tokens.words[first - 1] in FULL_STOPS and tokens.words[first - 1] not in ";:":
            break
        first -= 1
    return first


def _sentence_subject(tokens: Tokens, at: int, mention_at: Mentions) -> tuple[int, int] | None:
    """The noun phrase that opens the sentence around `at`."""
    first = _start(tokens, at)
    while first < at and tokens.words[first] in word_class("determiners"):
        first += 1
    return _noun(tokens, first, mention_at) if first < at else None


def _noun(tokens: Tokens, first: int, mention_at: Mentions) -> tuple[int, int] | None:
    mention = mention_at[first] if first < len(tokens.words) else None
    end = phrase_end(tokens, first)
    if mention is not None and mention.first == first:
        end = max(end, mention.last)
    return (first, end) if first < end else None


def listed_before(tokens: Tokens, mark: int, mention_at: Mentions) -> list[tuple[int, int]]:
    """'Air fry, wifi: no and no', 'a gym and a bar: both cut': the list in front of the mark."""
    items: list[tuple[int, int]] = []
    words, end = tokens.words, mark
    while end > 0:
        first = end
        while (
            first > 0
            and tokens.kinds[first - 1] == WORD
            and (words[first - 1] not in breaking_words() or mention_at[first - 1] is not None)
        ):
            first -= 1
        if first == end:
            break
        named = mention_at[end - 1]
        if end - first > LONGEST and named is not None:
            # "Originally we said gym, sauna": what a clause says before its list.
            first = named.first
        items.insert(0, (first, end))
        articles = first
        while articles > 0 and words[articles - 1] in word_class("determiners"):
            articles -= 1
        end = articles
        while end > 0 and words[end - 1] in JOINTS:
            end -= 1
        if end == articles or end == 0:
            break
    whole = end == 0 or words[end - 1] in FULL_STOPS
    return items if whole or len(items) > 1 else []


LONGEST = 3
JOINTS = frozenset({",", "and", "or", "&", "/"})
