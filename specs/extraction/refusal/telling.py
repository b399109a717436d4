"""Questions, and sentences about something that somebody has or saw."""

from collections.abc import Iterator
from itertools import pairwise

from specs.extraction.refusal.words import first_word, words
from specs.language.document import Document
from specs.language.lexicon import KIND


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
    if word == "where" and "?" not in spoken and spoken[at + 1 : at + 2] not in ASKED_AFTER:
        # "Where the council keeps 4,000 t of road salt: timber, 26 m across".
        return False
    if word in words("strict_questions") or _asks_to_be_told(spoken, at):
        return True
    if word in ("what", "which", "whats", "what's"):
        return "?" in spoken or spoken[at + 1 : at + 2] in ([w] for w in words("what_verbs"))
    return "?" in spoken


def _asks_to_be_told(spoken: list[str], at: int) -> bool:
    """'Can you tell me which bus goes there': asked without its mark."""
    if spoken[at + 1 : at + 2] != ["you"]:
        return False
    place = at + 2 + (spoken[at + 2 : at + 3] == ["please"])
    told = spoken[place : place + 1] in (["tell"], ["explain"], ["say"], ["advise"], ["remind"])
    asked = spoken[place + 1 : place + 3]
    return told and any(word in words("asking_words") | WHETHER for word in asked)


WHETHER = frozenset({"if", "whether"})


def ends_in_a_question(doc: Document) -> bool:
    """'..., what does it mean?': the last clause asks what, why or how."""
    if not doc.words or doc.words[-1] != "?":
        return False
    at = len(doc.words) - 2
    while at >= 0 and doc.segment[at] == doc.segment[len(doc.words) - 2]:
        at -= 1
    return doc.words[at + 1] in words("asking_words")


def asks_advice(doc: Document) -> bool:
    """A clause of a question asks what the writer should do: 'do I cover it', 'which day should we
    take the train'. Such a text is about something that exists, or that happens."""
    return any(
        clause[:2] in ASKS_SELF or _asks_of_self(clause) or _asks_of_this(clause)
        for clause in _questioning_clauses(doc)
    )


def asks_of_the_past(doc: Document) -> bool:
    """'How long was its main span?': no design is asked about in the past."""
    return any(
        clause[0] in words("strict_questions") | WHICH and not PAST.isdisjoint(clause[1:5])
        for clause in _questioning_clauses(doc)
    )


PAST = frozenset({"was", "were", "did", "had"})


def asks_of_others(doc: Document) -> bool:
    """'A cyclist rides 45 km in two hours. What is his average speed?'"""
    return any(
        clause[0] in words("strict_questions") | WHICH
        and any(a in COPULAS and b in OTHERS for a, b in pairwise(clause))
        and words("client_questions").isdisjoint(clause)
        for clause in _questioning_clauses(doc)
    )


COPULAS = frozenset({"is", "are", "was", "were", "do", "does", "did"})
OTHERS = frozenset({"his", "her", "their", "the", "they", "he", "she"})


def is_sum(doc: Document) -> bool:
    """'If a train leaves at nine ..., when do they meet?': a case, and a question about it."""
    at = first_word(doc)
    opening = doc.words[at : at + 2]
    if len(opening) < 2 or opening[0] not in CASES or opening[1] not in words("cased"):
        return False
    return any(
        clause[0] in words("strict_questions") | WHICH for clause in _questioning_clauses(doc)
    )


def sets_a_sum(doc: Document) -> bool:
    """'If a car travels 180 km in 2.5 h, find its average speed.'"""
    at = first_word(doc)
    if doc.words[at : at + 1] == [] or doc.words[at] not in CASES:
        return False
    return any(word in FIND and behind in FOUND for word, behind in pairwise(doc.words[at:]))


FIND = frozenset({"find", "calculate", "compute", "determine"})
FOUND = frozenset({"its", "his", "her", "their", "how", "average", "total"})
CASES = frozenset({"if", "suppose", "assuming", "given"})
WHICH = frozenset({"when", "what", "which"})
HELPERS = ("do", "should", "can", "must", "could", "shall", "am", "will", "did", "have")
SELVES = ("i", "we")
ASKED_AFTER = [[verb] for verb in (*HELPERS, "is", "are", "was", "were", "does")]
ASKS_SELF = [[helper, self] for helper in HELPERS for self in SELVES]
CLAUSE = 12
"""Tokens of a question in which its verb stands."""


def _asks_of_self(clause: list[str]) -> bool:
    """'Which two days should we …', 'how long do I …'."""
    if clause[0] not in words("strict_questions") | WHICH:
        return False
    return any(list(pair) in ASKS_SELF for pair in pairwise(clause))


def _asks_of_this(clause: list[str]) -> bool:
    """'Is this too much?', 'is that dangerous?'; 'is that possible?' is a client's question."""
    return clause[:2] in THESE and words("client_questions").isdisjoint(clause)


THESE = [["is", "this"], ["is", "that"], ["is", "it"], ["are", "they"], ["are", "these"]]
THESE += [["is", "he"], ["is", "she"], ["may", "he"], ["may", "they"], ["can", "he"]]


def _questioning_clauses(doc: Document) -> Iterator[list[str]]:
    """The openings of the clauses of every sentence that ends in a question mark."""
    if "?" not in doc.vocabulary:
        return
    spoken, first = doc.words, 0
    for at, word in enumerate(spoken):
        if word == "?":
            starts = [
                i for i in range(first, at) if i == first or spoken[i - 1] in (",", ":", "and", "—")
            ]
            yield from (spoken[i : min(at, i + CLAUSE)] for i in starts)
        if word in ".!?;\n":
            first = at + 1


def tells(doc: Document) -> bool:
    """A sentence about something somebody has: 'My sofa is old', 'I love this chair'."""
    at = first_word(doc)
    word = doc.words[at] if at < len(doc.words) else ""
    if word not in words("tellers"):
        return False
    spoken = _without_brackets(doc, at + 1)
    if word in ("my", "our") and ends_in_a_question(doc) and _acts(doc, at + 1, spoken):
        return True
    return any(w in words("telling_verbs") for w in spoken[:6])


def _acts(doc: Document, at: int, spoken: list[str]) -> bool:
    """'My dishwasher leaves a film': a verb behind a thing that is asked for nowhere."""
    mention = doc.mention_at[at] if at < len(doc.words) else None
    if mention is None or mention.entry(KIND) is None:
        return False
    verb = spoken[mention.last - at] if mention.last - at < len(spoken) else ""
    return len(verb) > 3 and verb.endswith("s") and verb not in words("wishes")


def names_a_thing(doc: Document) -> bool:
    """'Our old car is dead. A small hatchback, 4 seats.': a later sentence that is only a noun."""
    for mention in doc.mentions:
        first = mention.first
        if mention.entry(KIND) is None or not doc.sentence[first]:
            continue
        if not doc.is_free(first, mention.last):
            continue
        start = first
        while start and doc.sentence[start - 1] == doc.sentence[first]:
            start -= 1
        if doc.words[start] in ("a", "an") and words("telling_verbs").isdisjoint(
            doc.words[start : mention.last + 1]
        ):
            return True
    return False


def _without_brackets(doc: Document, at: int) -> list[str]:
    """'My washer (8 kg, 1400 rpm) walks': the bracket stands between noun and verb."""
    spoken = doc.words[at : at + NEAR]
    if "(" in spoken[:6] and ")" in spoken:
        first, last = spoken.index("("), spoken.index(")")
        return spoken[:first] + spoken[last + 1 :]
    return spoken


NEAR = 24
