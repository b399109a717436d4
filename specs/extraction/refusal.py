"""Prompts that ask for no physical design: verse, recipes, questions, chat, commands to us."""

from functools import cache

from specs.knowledge import listed, table
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
    strong, weak = _found(doc)
    first = next((w for w in doc.words if w.isalnum()), "")
    question = first in _words("questions") and (
        "?" in doc.words or first in _words("strict_questions")
    )
    if strong:
        return strong
    if question and not _requests(doc):
        return "a question of fact, not a request for a design", "question"
    if weak and (kind_score is None or kind_score < CLEAR or len(doc) < SHORT):
        if not _requests(doc) or kind_score is None:
            return weak
    if kind_score is None and not _physical(doc):
        return "names nothing that can be built or made", ""
    return None


CLEAR = 12.0
SHORT = 4
REASONS = {
    "verse": "asks for a text, not for a thing",
    "recipe": "is about cooking, not about a design",
    "injection": "tries to give the program orders",
    "chat": "is conversation, not a request for a design",
    "software": "asks for software or a document, not for a physical thing",
    "task": "asks for a service, not for a design",
}
STRONG = frozenset({"verse", "injection", "software", "recipe", "task"})


def _found(doc: Document) -> tuple[tuple[str, str] | None, tuple[str, str] | None]:
    strong: tuple[str, str] | None = None
    weak: tuple[str, str] | None = None
    signs, lemmas = _signs(), doc.lemmas
    for at in range(len(doc)):
        found = signs.longest(lemmas, at)
        if found is not None:
            reason = found[1][0].name
            said = doc.tokens.quote(at, found[0])
            if reason in STRONG:
                strong = strong or (REASONS[reason], said)
            else:
                weak = weak or (REASONS[reason], said)
    return strong, weak


def _requests(doc: Document) -> bool:
    """'Can you design a house?' is a request in the form of a question."""
    return any(word in _words("requests") for word in doc.words[:12])


def _physical(doc: Document) -> bool:
    """Something measurable or made of something: enough to be a design of an unknown kind."""
    if any(q.kind in PHYSICAL and not any(doc.aside[q.first : q.last]) for q in doc.quantities):
        return True
    return any(e.table in ("material", "feature") for m in doc.mentions for e in m.entries)


PHYSICAL = frozenset("length area volume mass power".split())
