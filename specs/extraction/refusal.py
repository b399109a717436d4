"""Prompts that ask for no physical design: verse, recipes, questions, chat, commands to us."""

from functools import cache

from specs.knowledge import listed, table, wordset
from specs.language.document import Document
from specs.language.phrases import Entry, Lexicon


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
    first = next((w for w in doc.words if w.isalnum()), "")
    found = _found(doc)
    clear = kind_score is not None and kind_score >= CLEAR
    solid = kind_score is not None and _measures(doc) >= ENOUGH
    for at, reason, said in found:
        if reason == "injection":
            return REASONS[reason], said
        if reason in STRONG and (at < OPENING or not (clear or solid)):
            return REASONS[reason], said
    question = first in _words("questions") and (
        "?" in doc.words or first in _words("strict_questions")
    )
    if question and not _requests(doc):
        return "a question of fact, not a request for a design", "question"
    if found and not clear and not solid:
        return REASONS[found[0][1]], found[0][2]
    if kind_score is None and not _physical(doc):
        return "names nothing that can be built or made", ""
    return None


CLEAR = 12.0
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
}
STRONG = frozenset({"verse", "software", "recipe", "task"})


def _found(doc: Document) -> list[tuple[int, str, str]]:
    """Signs that nothing negates, with their place and the words themselves."""
    signs, lemmas = _signs(), doc.lemmas
    found = []
    for at in range(len(doc)):
        match = signs.longest(lemmas, at)
        if match is not None and not doc.negated[at]:
            found.append((at, match[1][0].name, doc.tokens.quote(at, match[0])))
    return found


def _measures(doc: Document) -> int:
    """How many numbers and materials speak of a thing."""
    numbers = sum(q.kind in PHYSICAL for q in doc.quantities)
    return numbers + sum(
        any(e.table in ("material", "space") for e in m.entries) for m in doc.mentions
    )


def _requests(doc: Document) -> bool:
    """'Can you design a house?' is a request in the form of a question."""
    return any(word in _words("requests") for word in doc.words[:12])


def _physical(doc: Document) -> bool:
    """Something measurable or made of something: enough to be a design of an unknown kind."""
    if any(q.kind in PHYSICAL and not any(doc.aside[q.first : q.last]) for q in doc.quantities):
        return True
    return any(e.table in ("material", "feature") for m in doc.mentions for e in m.entries)


PHYSICAL = wordset("refusal", "physical")
