"""Prompts that ask for no physical design: verse, recipes, questions, chat, orders to us."""

from functools import cache

from specs.knowledge import listed, table, wordset
from specs.language.document import Document
from specs.language.phrases import Entry, Lexicon

CLEAR = 12.0
"""A kind with this score is asked for in so many words."""
OPENING = 8
"""A sign among the first tokens says what the whole prompt is."""
ENOUGH = 2
REASONS = {
    "verse": "asks for a text, not for a thing",
    "recipe": "is about cooking, not about a design",
    "injection": "tries to give the program orders",
    "chat": "is conversation, not a request for a design",
    "software": "asks for software or a document, not for a physical thing",
    "task": "asks for a service, not for a design",
    "fact": "a question of fact, not a request for a design",
}
STRONG = frozenset({"verse", "software", "recipe", "task", "fact"})
PHYSICAL = wordset("refusal", "physical")
YOU = frozenset({"you", "u", "someone", "anyone", "somebody", "we", "i"})
ASKED_OF = frozenset({"you", "u", "someone", "anyone", "somebody"})
NOTHING = "names nothing that can be built or made"
NO_WISH = "describes something, but asks for nothing"


@cache
def _signs() -> Lexicon:
    found = Lexicon()
    for reason, forms in table("refusal")["signs"].items():
        found.add_all(listed(forms), Entry("sign", reason))
    return found


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(listed(table("refusal")[name]))


def refusal(doc: Document, kind_score: float | None) -> tuple[str, str] | None:
    """Why this is no design prompt, and what was understood; None where it may be one.

    `kind_score` says how clearly a thing is asked for; None where no thing is named at all.
    """
    found = _found(doc)
    measures = _measures(doc)
    clear = kind_score is not None and kind_score >= CLEAR
    solid = kind_score is not None and measures >= ENOUGH
    request = _requests(doc)
    for at, reason, said in found:
        if reason == "injection":
            return REASONS[reason], said
        if reason == "fact" and (request or at > OPENING // 2):
            continue
        if reason in STRONG and (at < OPENING or not (clear or solid)):
            return REASONS[reason], said
    if _is_question(doc) and not request:
        return REASONS["fact"], "question"
    if found and not clear and not solid:
        return REASONS[found[0][1]], found[0][2]
    if kind_score is None and not _physical(doc):
        return NOTHING, ""
    if not request and measures < ENOUGH and _tells(doc):
        return NO_WISH, ""
    return None


def _found(doc: Document) -> list[tuple[int, str, str]]:
    """Signs that nothing negates, with their place and the words themselves."""
    signs, lemmas = _signs(), doc.lemmas
    found = []
    for at in range(len(doc)):
        match = signs.longest(lemmas, at)
        if match is None or doc.negated[at]:
            continue
        reason = match[1][0].name
        if reason == "verse" and any(
            w in _words("specifications") for w in doc.words[match[0] : match[0] + 4]
        ):
            continue
        found.append((at, reason, doc.tokens.quote(at, match[0])))
    return found


def _first(doc: Document) -> int:
    """The first word that is no greeting and no 'please'."""
    at = 0
    while at < len(doc) - 1 and (
        not doc.words[at][0].isalnum() or doc.words[at] in _words("openers")
    ):
        at += 1
    return at


def _is_question(doc: Document) -> bool:
    at = _first(doc)
    words = doc.words
    if at >= len(words) or words[at] not in _words("questions"):
        return False
    if words[at] in _words("strict_questions"):
        return True
    if words[at] in ("what", "which", "whats", "what's"):
        return "?" in words or words[at + 1 : at + 2] in ([w] for w in _words("what_verbs"))
    return "?" in words


def _requests(doc: Document) -> bool:
    """'Can you design a house?' and 'we need a desk' are requests; 'what does a house cost to
    build?' is none."""
    words = doc.words
    at = _first(doc)
    if words[at : at + 1] and words[at] in _words("imperatives"):
        return True
    for place, word in enumerate(words[: at + 40]):
        if (
            word in _words("wishes")
            and place
            and words[place - 1] not in ("you", "do", "did", "not")
            and (word not in _words("also_nouns") or words[place - 1] in _words("wishers"))
        ):
            return True
        if word in _words("requests") and any(
            w in ASKED_OF for w in words[max(0, place - 3) : place]
        ):
            return True
    return False


def _tells(doc: Document) -> bool:
    """A sentence about something somebody has: 'My sofa is old', 'I love this chair'."""
    at = _first(doc)
    word = doc.words[at] if at < len(doc) else ""
    if word not in _words("tellers"):
        return False
    return any(w in _words("telling_verbs") for w in doc.words[at + 1 : at + 7])


def _measures(doc: Document) -> int:
    """How many numbers and materials speak of a thing."""
    numbers = sum(q.kind in PHYSICAL for q in doc.quantities)
    return numbers + sum(
        any(e.table in ("material", "space", "feature") for e in m.entries) for m in doc.mentions
    )


def _physical(doc: Document) -> bool:
    """Something measurable or made of something: enough to be a design of an unknown kind."""
    if any(q.kind in PHYSICAL and not any(doc.aside[q.first : q.last]) for q in doc.quantities):
        return True
    return any(e.table in ("material", "feature") for m in doc.mentions for e in m.entries)
