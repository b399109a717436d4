"""Texts that only tell of what was: 'She built her days like a cathedral of four storeys'."""

from specs.extraction.refusal.words import first_word, words
from specs.language.document import Document
from specs.language.tokens import NUMBER, WORD

LEAST = 2
"""Verbs of the past that make a story; a prompt may well tell of one thing that happened."""
SHORT = 3


def is_story(doc: Document) -> bool:
    """Every sentence has a verb of the past, and nothing in it is wished, asked or bounded."""
    at = first_word(doc)
    if at >= len(doc) or doc.words[at] not in words("story_openers"):
        return False
    if not words("wish_words").isdisjoint(doc.words):
        return False
    told, in_sentence, said, figures = 0, 0, 0, 0
    for place in range(at, len(doc) + 1):
        if place == len(doc) or doc.words[place] in ".!?;":
            if said >= SHORT and not in_sentence:
                return False
            told, in_sentence, said = told + in_sentence, 0, 0
            continue
        said += doc.kinds[place] == WORD
        figures += doc.kinds[place] == NUMBER
        in_sentence += doc.words[place] in words("past_verbs")
    return told >= LEAST and figures <= SHORT


NEWS = frozenset(
    {"was", "were", "delivered", "sold", "launched", "announced", "opened", "won", "unveiled"}
)


def is_news(doc: Document) -> bool:
    """'Boeing delivered 40 aircraft in May', 'tables were first used in Egypt': one sentence."""
    spoken = doc.words
    if len(spoken) < SHORT or spoken[1] not in NEWS or doc.kinds[0] != WORD:
        return False
    if doc.sentence[len(doc) - 1] or not words("wish_words").isdisjoint(spoken):
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
