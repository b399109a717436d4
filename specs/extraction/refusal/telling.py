"""Questions, and sentences about something that somebody has or saw."""

from specs.extraction.refusal.words import first_word, words
from specs.language.document import Document


def is_question(doc: Document) -> bool:
    """Whether the prompt opens as a question: 'how big is ...', 'best laptops under 800?'."""
    at = first_word(doc)
    spoken = doc.words
    if at >= len(spoken):
        return False
    word = spoken[at]
    if word in words("superlatives"):
        return spoken[-1] == "?"
    if word not in words("questions"):
        return False
    if word in words("strict_questions"):
        return True
    if word in ("what", "which", "whats", "what's"):
        return "?" in spoken or spoken[at + 1 : at + 2] in ([w] for w in words("what_verbs"))
    return "?" in spoken


def ends_in_a_question(doc: Document) -> bool:
    """'..., what does it mean?': the last clause asks what, why or how."""
    if not doc.words or doc.words[-1] != "?":
        return False
    at = len(doc) - 2
    while at >= 0 and doc.segment[at] == doc.segment[len(doc) - 2]:
        at -= 1
    return doc.words[at + 1] in words("asking_words")


def tells(doc: Document) -> bool:
    """A sentence about something somebody has: 'My sofa is old', 'I love this chair'."""
    at = first_word(doc)
    word = doc.words[at] if at < len(doc) else ""
    if word not in words("tellers"):
        return False
    return any(w in words("telling_verbs") for w in doc.words[at + 1 : at + 7])
