"""The words of a prompt that are wishes but no figures: title, requirements, constraints, uses."""

from dataclasses import dataclass, field
from functools import cache

from specs.knowledge import listed, table, wordset
from specs.language.clauses import FULL_STOPS
from specs.language.document import Document
from specs.language.noun_phrases import breaking_words, phrase_end
from specs.language.subject import Subject
from specs.language.tokens import MARK, NUMBER, WORD
from specs.language.words import describing_words, lemma, word_class
from specs.records import record

MODALS = wordset("prose", "modals")
CLAUSE_ENDS = wordset("prose", "clause_ends")
TITLE_STOPS = wordset("prose", "title_stops")
PLACES = wordset("prose", "places")
TITLE_WORDS, TITLE_LENGTH = 9, 120
PHRASE_WORDS = 14
MANY = 400
"""From so many figures on the language stops reading them."""
MOSTLY = 0.6
"""A clause of which this share became facts says nothing more."""


@record
class Phrase:
    text: str
    first: int
    last: int


@dataclass(slots=True)
class Prose:
    title: Phrase | None = None
    requirements: list[Phrase] = field(default_factory=list)
    constraints: list[Phrase] = field(default_factory=list)
    use_cases: list[Phrase] = field(default_factory=list)
    audience: Phrase | None = None


@cache
def _people() -> frozenset[str]:
    return frozenset(lemma(w) for w in listed(table("people")["people"]) if " " not in w)


def read_prose(doc: Document, subject: Subject) -> Prose:
    """Reads last: what became a fact is not said a second time, except as a constraint."""
    prose = Prose(title=_title(doc, subject))
    if prose.title is not None:
        doc.take(prose.title.first, prose.title.last)
    prose.constraints = _constraints(doc)
    _purpose(doc, subject, prose)
    prose.requirements = _distinct(
        sorted(_counted(doc) + _requirements(doc), key=lambda p: p.first)
    )
    return prose


def _counted(doc: Document) -> list[Phrase]:
    """'two lifts': the feature has a place in the spec, its number only here."""
    found = []
    for quantity in doc.quantities:
        at = quantity.last
        if (
            quantity.kind != "count"
            or 1 in doc.taken[quantity.first : at]
            or not doc.is_free(quantity.first, at)
        ):
            continue
        mention = doc.mention_at[at] if at < len(doc.words) else None
        if mention is not None and doc.taken[at] and mention.first == at:
            found.append(_phrase(doc, quantity.first, mention.last))
            doc.take(quantity.first, at)
    return found


def _phrase(doc: Document, first: int, last: int) -> Phrase:
    return Phrase(" ".join(doc.tokens.quote(first, last).split()), first, last)


def _title(doc: Document, subject: Subject) -> Phrase | None:
    """The noun phrase of the design as the prompt words it."""
    if subject.last <= subject.first:
        return None
    first = subject.first
    while first > 0 and subject.last - first < TITLE_WORDS:
        word = doc.words[first - 1]
        if word == "+" or (first > 1 and doc.words[first - 2] == "+"):
            break
        if doc.kinds[first - 1] == MARK and not (
            word in "'\"/" and doc.quantity_at[first - 1] is not None
        ):
            break
        if word in TITLE_STOPS or doc.aside[first - 1]:
            break
        first -= 1
    while first < subject.first and doc.kinds[first] == MARK:
        first += 1
    phrase = _phrase(doc, first, subject.last)
    text = phrase.text[:TITLE_LENGTH].strip()
    return Phrase(text[0].upper() + text[1:], first, subject.last) if text else None


def _constraints(doc: Document) -> list[Phrase]:
    """Bounds and exclusions, quoted: 'under $42k', 'no thicker than 5 cm', 'no basement'."""
    found: list[Phrase] = []
    for quantity in doc.quantities:
        if quantity.bound in ("max", "min") and doc.taken[quantity.first]:
            first, last = quantity.begin, quantity.end
            while first > 0 and quantity.begin - first < 5 and _bounds(doc, first - 1):
                first -= 1
            while (
                last < len(doc.words)
                and last - quantity.end < 3
                and doc.kinds[last] == WORD
                and doc.words[last] in BOUND_WORDS
            ):
                last += 1
            found.append(_phrase(doc, first, last))
    for negation in doc.negations:
        first = min(negation.first, negation.items[0][0])
        last = max(negation.last, negation.items[-1][1])
        if last - first <= PHRASE_WORDS:
            found.append(_phrase(doc, first, last))
    found.sort(key=lambda p: p.first)
    return _distinct(found)


BOUND_WORDS = wordset("prose", "bound_words")


def _bounds(doc: Document, at: int) -> bool:
    return doc.words[at] in BOUND_WORDS or doc.words[at] in "<>≤≥~"


def _distinct(found: list[Phrase]) -> list[Phrase]:
    kept: list[Phrase] = []
    for phrase in found:
        if not any(
            p.text.lower() == phrase.text.lower()
            or (p.first <= phrase.first and phrase.last <= p.last)
            for p in kept
        ):
            kept.append(phrase)
    return kept


def _purpose(doc: Document, subject: Subject, prose: Prose) -> None:
    """'for commuters' is who, 'for marsh surveys' is what for."""
    at, size = subject.last, len(doc.words)
    if at >= size or "for" not in doc.vocabulary:
        return
    sentence = doc.sentence[at]
    while at < size and doc.sentence[at] == sentence:
        if doc.words[at] == "for" and not doc.aside[at]:
            start = at + 1
            while start < size and doc.words[start] in word_class("determiners"):
                start += 1
            end = phrase_end(doc.tokens, start)
            if end > start and not any(doc.quantity_at[i] is not None for i in range(start, end)):
                phrase = _phrase(doc, start, end)
                head = doc.lemmas[end - 1]
                if head in _people() or head in ("firm", "company", "studio", "club", "school"):
                    prose.audience = prose.audience or phrase
                elif head not in PLACES and not doc.taken[end - 1]:
                    prose.use_cases.append(phrase)
                doc.take(at, end)
        if doc.words[at] in (",", ":") and at > subject.last + PHRASE_WORDS:
            break
        at += 1


def _requirements(doc: Document) -> list[Phrase]:
    """What the thing must do or be, where no field of the spec took it."""
    found: list[Phrase] = []
    behind, size = 0, len(doc.words)
    for at in doc.tokens.places(MODAL_STARTS):
        if at < behind or not _is_modal(doc, at):
            continue
        if doc.aside[at] or doc.negated[at] or doc.taken[at]:
            continue
        end = at + 1
        while end < size and end - at < PHRASE_WORDS:
            word = doc.words[end]
            if (
                word in FULL_STOPS
                or word in (",", ":", "(", ")", "—")
                or word in CLAUSE_ENDS
                or doc.aside[end]
            ):
                break
            end += 1
        content = [
            i
            for i in range(at + 1, end)
            if doc.kinds[i] == WORD and doc.words[i] not in breaking_words()
        ]
        taken = sum(doc.taken[i] for i in content)
        if content and taken < MOSTLY * len(content) and end - at > 2:
            found.append(_phrase(doc, at, end))
            doc.take(at, end)
        behind = end
    return _distinct(found)


def _is_modal(doc: Document, at: int) -> bool:
    word = doc.words[at]
    if word in MODALS:
        return True
    return word in WITH_TO and doc.words[at + 1 : at + 2] == ["to"]


WITH_TO = frozenset({"has", "have", "needs", "need"})
MODAL_STARTS = MODALS | WITH_TO


def leftovers(doc: Document) -> list[tuple[int, int]]:
    """Runs of words that nothing took: wishes without a place in the spec."""
    found: list[tuple[int, int]] = []
    at, size = 0, len(doc.words)
    idle, figures = _no_wishes(), doc.quantity_at
    while (at := doc.taken.find(0, at)) >= 0:
        if (doc.words[at] in idle and figures[at] is None) or not _is_wish(doc, at):
            # Most of what is left are words and marks that need no closer look.
            at += 1
            continue
        last = at + 1
        end = last
        while (
            end < size
            and doc.segment[end] == doc.segment[at]
            and not doc.taken[end]
            and not doc.aside[end]
        ):
            if doc.words[end] in CLAUSE_ENDS:
                break
            end += 1
            if _is_wish(doc, end - 1):
                last = end
        if not _is_trivial(doc, at, last):
            found.append((at, last))
        at = last
    return found


def _is_trivial(doc: Document, first: int, last: int) -> bool:
    """'rear', 'street side', 'the middle': where a thing stands is no wish of its own."""
    return all(
        doc.words[i] in TRIVIAL or (doc.words[i] in breaking_words() and doc.kinds[i] == WORD)
        for i in range(first, last)
    ) and all(doc.quantity_at[i] is None for i in range(first, last))


TRIVIAL = wordset("prose", "trivial")


IGNORED = wordset("prose", "ignored")


def _is_wish(doc: Document, at: int) -> bool:
    if doc.taken[at] or doc.aside[at] or doc.negated[at]:
        return False
    if doc.quantity_at[at] is not None:
        return True
    if doc.kinds[at] == NUMBER and doc.mention_at[at] is None:
        return doc.tokens.gaps[at] == " " and len(doc.quantities) >= MANY
    word = doc.words[at]
    return doc.kinds[at] == WORD and word not in _no_wishes() and len(word) > 1


@cache
def _no_wishes() -> frozenset[str]:
    """Words and marks that alone ask for nothing."""
    return IGNORED | (breaking_words() - describing_words()) | frozenset(",.:;()-/")
