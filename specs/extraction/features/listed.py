"""Parts that only a list names: 'livewell', 'vise at the left end'."""

from functools import cache

from specs.extraction.features.feature import Feature
from specs.knowledge import listed, table, wordset
from specs.language.clauses import FULL_STOPS
from specs.language.document import Document
from specs.language.facts import Evidence
from specs.language.lexicon import (
    FEATURE,
    FREE,
    KIND,
    MATERIAL,
    SPACE,
    snake,
)
from specs.language.noun_phrases import breaking_words, phrase_end
from specs.language.phrases import Entry
from specs.language.subject import Subject
from specs.language.tokens import MARK, WORD
from specs.language.words import describing_words, lemma, word_class

SKIPPED = wordset("features", "skipped")

ITEM_ENDS = wordset("features", "item_ends")

SIGNATURES = wordset("features", "signatures")
LONGEST_NAME = 3
PARTS_TOO = wordset("features", "kinds_that_are_parts")


# People who are also things: a baby "sitter", a "runner" of a drawer.
KEPT_PEOPLE = wordset("features", "people_that_are_parts")


@cache
def _never() -> frozenset[str]:
    return frozenset(lemma(w) for w in listed(table("features")["not_features"]))


@cache
def _people() -> frozenset[str]:
    return frozenset(lemma(w) for w in listed(table("people")["people"])) - KEPT_PEOPLE


@cache
def _dropped() -> frozenset[str]:
    """Describing words that are no part of a name; "quick coupler" and "rear brake" keep theirs."""
    return describing_words() - KEPT


KEPT = wordset("features", "kept_in_name")


def listed_features(doc: Document, subject: Subject) -> list[Feature]:
    """Short noun phrases of a list that nothing else read: 'livewell', 'vise at the left end'."""
    found, behind = [], subject.first + 1
    for opener in doc.tokens.places(OPENERS):
        at = opener + 1
        start = _list_item(doc, at) if behind <= at < len(doc.words) else None
        if start is None:
            continue
        verb = doc.words[start] in breaking_words()
        end = phrase_end(doc.tokens, start + verb)
        feature = _free_name(doc, subject, start, _cut(doc, start, end), verb=verb)
        if feature is not None:
            found.append(feature)
        behind = max(end, at + 1)
    return found


def _list_item(doc: Document, at: int) -> int | None:
    """The first token of a list item that starts at `at`, behind a comma, 'and', 'with' or '+'."""
    if doc.kinds[at] == MARK or doc.taken[at] or doc.aside[at] or doc.negated[at]:
        return None
    before = doc.words[at - 1]
    if before == ":" and doc.words[at - 2 : at - 1] in (["color"], ["colour"], ["finish"]):
        return None
    opens_line = before == "." or (before in LINE_STARTS and _opens_line(doc, at))
    first = at
    counted = doc.quantity_at[at]
    if counted is not None and counted.kind != "money" and counted.first == at:
        # "eight shortcut keys", "14 oz travel mug": the figure has no place in the spec.
        at = counted.last
    while at < len(doc.words) and (doc.words[at] in SKIPPED) and doc.words[at + 1 : at + 2]:
        at += 1
    if at >= len(doc.words) or doc.kinds[at] != WORD or (opens_line and not _fragment(doc, at)):
        return None
    if doc.words[at] in breaking_words() and not _verb_names(doc, at):
        return None
    return at if SIGNATURES.isdisjoint(doc.words[max(0, first - 4) : first]) else None


LINE_STARTS = ("\n", "-")


def _verb_names(doc: Document, at: int) -> bool:
    """'Push bar', 'kill switch': a verb in front of the noun that closes an item of a list."""
    if doc.words[at] not in word_class("verbs") or doc.words[at].endswith("s"):
        return False
    last = at + 2
    if last > len(doc.words) or doc.kinds[at + 1] != WORD or doc.words[at + 1] in breaking_words():
        return False
    if doc.words[at + 1] in describing_words() or doc.words[at + 1] in word_class("adverbs"):
        return False
    return last == len(doc.words) or doc.kinds[last] == MARK


def _cut(doc: Document, first: int, last: int) -> int:
    """'LED strip inside': where a part is does not belong to its name."""
    while last - first > 1 and doc.words[last - 1] in TRAILING:
        last -= 1
    return last


OPENERS = frozenset(
    {
        "with",
        "plus",
        "and",
        "including",
        "incl",
        "has",
        "have",
        "needs",
        "featuring",
        "w",
        "/",
        "includes",
        "having",
        "need",
        *",;:+&\n-(.",
    }
)


def _opens_line(doc: Document, at: int) -> bool:
    """Whether a sentence or a bullet starts a line here."""
    at -= doc.words[at - 1] == "-"
    return doc.words[at - 1 : at] == ["\n"] and doc.words[at - 2 : at - 1] != [","]


def _fragment(doc: Document, at: int) -> bool:
    """A sentence that is only a short list: no verb before its first comma."""
    end = phrase_end(doc.tokens, at)
    return end >= len(doc.words) or doc.words[end] in (",", ".", ";", "\n", "and")


def _is_measured(doc: Document, at: int) -> bool:
    """'seat at 76 cm': a part that is only named to give its size."""
    while at < len(doc.words) and doc.words[at] in ("at", "of", ":", "is", "height", "width"):
        at += 1
    quantity = doc.quantity_at[at] if at < len(doc.words) else None
    return quantity is not None and quantity.kind == "length" and quantity.group < 0


def _free_name(
    doc: Document, subject: Subject, first: int, last: int, *, verb: bool
) -> Feature | None:
    doing = not verb and doc.words[first] in word_class("verbs")
    if _is_measured(doc, last) or (doing and not _names_part(doc, first, last)):
        return None
    if last <= first or (last < len(doc.words) and not _ends(doc, last)) or _is_rate(doc, last):
        return None
    used = 1 in doc.taken[first:last] or any(doc.quantity_at[first:last])
    if used or not doc.is_free(first, last):
        return None
    start = first
    # "Real-time display": half a word is kept.
    while start < last - 1 and doc.words[start] in _dropped() and not _is_half(doc, start):
        start += 1
    words = doc.words[start:last]
    if not words or len(words) > LONGEST_NAME:
        return None
    noun = doc.lemmas[last - 1]
    if start > first and len(words) == 1 and noun in PLAIN_PARTS:
        # "Corrugated roof" says how the roof is.
        return None
    plain = doc.words[last - 1] in describing_words() and not (noun == "light" and len(words) > 1)
    never = (noun in _never() or (len(words) == 1 and noun in _people())) and not (
        noun == "rest" and len(words) > 1
    )
    if never or plain or not words[-1].isascii():
        return None
    mention = doc.mention_at[last - 1]
    if mention is not None and not any(
        e.table in (FREE, FEATURE) and _similar(e, subject) for e in mention.entries
    ):
        rooms = [e for e in mention.entries if e.table == SPACE and e.detail == "room"]
        many = bool(rooms) and doc.words[last - 1] != doc.lemmas[last - 1]
        # "phone booths": rooms that nobody counts are parts of the building.
        # Only a building has rooms: a phone's "mute key" is no hotel room.
        tables = (MATERIAL, SPACE) if subject.design_type == "building" else (MATERIAL,)
        other = any(e.table in tables for e in mention.entries)
        if other and mention.last == last and not many:
            return None
        if any(
            e.table == KIND and e.detail == subject.design_type and e.name not in PARTS_TOO
            for e in mention.entries
        ):
            return None
    # "3x AAA" counts cells.
    if len(noun) < 3 or noun.endswith("ly") or words[:1] == ["x"]:
        return None
    name = snake(" ".join(_in_order(words)))
    return Feature(name, Evidence(first, last, 0.6)) if name and name[0].isalnum() else None


def _is_half(doc: Document, at: int) -> bool:
    return doc.tokens.gaps[at + 1] == "-"


def _is_rate(doc: Document, at: int) -> bool:
    """'60 racks/hour', '40 trays per batch': how much it does, not what it has."""
    behind = doc.words[at + 1 : at + 2]
    return doc.words[at : at + 1] == ["per"] or (
        doc.words[at : at + 1] == ["/"] and bool(behind) and behind[0] in TIMES
    )


TIMES = frozenset({"h", "hr", "hour", "min", "minute", "s", "day", "week", "month", "year"})


def _names_part(doc: Document, first: int, last: int) -> bool:
    """'Travel latch', 'pull-out tray': a verb that is part of the noun behind it."""
    if doc.tokens.gaps[first + 1 : first + 2] == ["-"]:
        return last - first > 2
    return last - first == 2 and _verb_names(doc, first)


SETTLED = frozenset({"fixed", "included", "fitted", "installed", "mounted", "attached", "provided"})


def _in_order(words: list[str]) -> list[str]:
    """'Doors removable' are removable doors."""
    if len(words) == 2 and words[-1] in SETTLED:
        # "Ladder fixed", "lamp included".
        return words[:1]
    behind = len(words) == 2 and words[-1].endswith(("able", "ible")) and len(words[-1]) > 6
    return words[::-1] if behind else words


PLAIN_PARTS = wordset("features", "plain_parts")
TRAILING = wordset("features", "trailing")


def _similar(entry: Entry, subject: Subject) -> bool:
    return entry.detail is None or entry.detail == subject.design_type


def _ends(doc: Document, at: int) -> bool:
    word = doc.words[at]
    if doc.quantity_at[at] is not None:
        return True
    if doc.kinds[at] == MARK:
        return word in FULL_STOPS or word in ",:()—-+&/"
    # "Espresso machine bolted in", "ladder fixed to the side".
    return word in ITEM_ENDS or (len(word) > 4 and word.endswith("ed") and word not in CLAIMED)


# "Drop tested to 1.5 m", "crash rated": how it was tried, not what it has.
CLAIMED = frozenset({"tested", "rated", "certified", "approved", "proofed"})
