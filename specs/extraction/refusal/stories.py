"""Texts that only tell of what was: 'She built her days like a cathedral of four storeys'."""

from itertools import pairwise

from specs.extraction.refusal.words import first_word, words
from specs.language.document import Document
from specs.language.lexicon import KIND
from specs.language.tokens import NUMBER, WORD

LEAST = 2
"""Verbs of the past that make a story; a prompt may well tell of one thing that happened."""
SHORT = 3


def is_story(doc: Document) -> bool:
    """Every sentence has a verb of the past, and nothing in it is wished, asked or bounded."""
    at = first_word(doc)
    if at >= len(doc.words) or doc.words[at] not in words("story_openers"):
        return False
    if not words("wish_words").isdisjoint(doc.vocabulary):
        return False
    told, in_sentence, said, figures = 0, 0, 0, 0
    for place in range(at, len(doc.words) + 1):
        if place == len(doc.words) or doc.words[place] in ".!?;":
            if said >= SHORT and not in_sentence:
                return False
            told, in_sentence, said = told + in_sentence, 0, 0
            continue
        said += doc.kinds[place] == WORD
        figures += doc.kinds[place] == NUMBER
        in_sentence += doc.words[place] in words("past_verbs")
    return told >= LEAST and figures <= SHORT


def is_anecdote(doc: Document) -> bool:
    """'Yesterday we visited a museum with a glass roof', 'I sold my 2015 Golf, 105 hp': people did
    something, every sentence is of the past, and nothing is wished."""
    if len(doc.words) > ANECDOTE or ":" in doc.vocabulary:
        return False
    if not words("wish_words").isdisjoint(doc.vocabulary):
        return False
    if any(pair in NOW for pair in pairwise(doc.words)):
        return False
    start, told = 0, 0
    for place in range(len(doc.words) + 1):
        if place < len(doc.words) and doc.words[place] not in ".!?;\n":
            continue
        if place - start >= SHORT:
            if not _is_past(doc, start, place):
                return False
            told += doc.words[start] in (words("story_openers") | PEOPLE) - NAMING
        elif any(mention is not None for mention in doc.mention_at[start:place]):
            # "A bungalow."
            return False
        start = place + 1
    return told > 0


NOW = frozenset({("now", "a"), ("now", "an"), ("another", "one"), ("now", "for")})
"""'I sold the car, so now a small one, 4 seats'; 'theirs cost 210k, ours may cost 265k'."""
ANECDOTE = 40
"""Tokens; who tells more than that may come to a wish yet."""
PEOPLE = frozenset({"my", "our", "his", "her", "their", "just", "mum", "dad"})
NAMING = frozenset({"a", "one"})
"""'A chair painted white': so opens what names a thing."""
BY_WHICH = (["for"], ["of"], ["from"], ["in"], ["out"], ["by"], ["with"])
RELATIVES = frozenset({"that", "which", "who", "whose", "where"})
MAIN = 8
"""Words of a sentence in which its own verb stands."""


def _is_past(doc: Document, start: int, end: int) -> bool:
    """Whether the main verb is of the past: 'the den that was built' has none."""
    for at in range(start, min(end, start + MAIN)):
        if doc.words[at] in RELATIVES or (doc.words[at] == "," and at > start + 2):
            return False
        if doc.words[at] in words("past_verbs") and doc.mention_at[at] is None:
            # "A bookshelf built from pine", "the den that was kept for us".
            return doc.words[at + 1 : at + 2] not in BY_WHICH
    return False


def is_notice(doc: Document) -> bool:
    """'The boat leaves at 9:30', 'booked from 2 to 4 pm': something happens at an hour."""
    if len(doc.words) > ANECDOTE or not words("wish_words").isdisjoint(doc.vocabulary):
        return False
    if _opens_with_a_kind(doc):
        return False
    hours = [at for at in range(1, len(doc.kinds)) if doc.kinds[at] == NUMBER]
    hour = next((at for at in hours if _is_hour(doc.words, at)), None)
    if hour is None or doc.sentence[hour]:
        return False
    # "The sauna heats from 6 am. For six people, larch, 12 m2" says what it is to be.
    return not any(doc.sentence[figure.first] for figure in doc.quantities)


def _opens_with_a_kind(doc: Document) -> bool:
    """'Coffee machine with timer, starts at 7:00'; 'the boat leaves at 9:30' speaks of one."""
    at = first_word(doc)
    for mention in doc.mention_at[at : at + 3]:
        if mention is not None and mention.entry(KIND) is not None:
            return ARTICLES.isdisjoint(doc.words[at : mention.first])
    return False


ARTICLES = frozenset({"the", "this", "that", "our", "my", "your", "his", "her", "their"})


AT = frozenset({"at", "from", "until", "till", "by", "before", "after", "to", "-"})


def _is_hour(spoken: list[str], at: int) -> bool:
    if spoken[at + 1 : at + 2] in (["pm"], ["am"]):
        return True
    minutes = spoken[at + 1 : at + 2] == [":"] and spoken[at + 2 : at + 3] != []
    return minutes and len(spoken[at + 2]) == 2 and spoken[at - 1] in AT


NEWS = frozenset(
    {"was", "were", "delivered", "sold", "launched", "announced", "opened", "won", "unveiled"}
)


def is_news(doc: Document) -> bool:
    """'Boeing delivered 40 aircraft in May', 'tables were first used in Egypt': one sentence."""
    spoken = doc.words
    if len(spoken) < SHORT or spoken[1] not in NEWS or doc.kinds[0] != WORD:
        return False
    if doc.sentence[len(doc.words) - 1] or not words("wish_words").isdisjoint(doc.vocabulary):
        return False
    return ":" not in spoken and sum(kind == NUMBER for kind in doc.kinds) <= 1


BACK = frozenset({"rent", "deposit", "charge", "money", "fee", "payment", "cash"})


def wants_money_back(doc: Document) -> bool:
    """'I want my service charge back.'"""
    spoken = doc.words
    return "back" in spoken and any(
        word == "back"
        and at > 1
        and spoken[at - 1] in BACK
        and "want" in spoken[max(0, at - 6) : at]
        for at, word in enumerate(spoken)
    )
