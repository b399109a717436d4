"""Features: named ones of the vocabulary, known parts, and parts a list asks for by name."""

from dataclasses import dataclass
from functools import cache

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
    feature_types,
    lexicon,
    snake,
)
from specs.language.noun_phrases import breaking_words, phrase_end
from specs.language.phrases import Entry, Mention
from specs.language.subject import Subject
from specs.language.tokens import MARK, WORD
from specs.language.words import describing_words, lemma, word_class

PLACES = wordset("features", "places")
SKIPPED = wordset("features", "skipped")
ITEM_ENDS = wordset("features", "item_ends")

LONGEST_NAME = 3


@dataclass(frozen=True, slots=True)
class Feature:
    name: str
    evidence: Evidence


@cache
def _whole() -> frozenset[str]:
    return frozenset(table("features")["whole"])


@cache
def _never() -> frozenset[str]:
    return frozenset(lemma(w) for w in listed(table("features")["not_features"]))


def read_features(doc: Document, subject: Subject) -> list[Feature]:
    found: dict[str, Feature] = {}
    for mention in doc.mentions:
        if not doc.is_free(mention.first, mention.last):
            continue
        feature = _named(doc, subject, mention) or _inside(doc, subject, mention)
        if feature is not None:
            doc.take(mention.first, mention.last)
            if feature.name not in found:
                found[feature.name] = feature
    for feature in (*_inside_head(doc, subject), *_split(doc, subject)):
        found.setdefault(feature.name, feature)
    for feature in _listed(doc, subject):
        if feature.name not in found:
            found[feature.name] = feature
            doc.take(feature.evidence.first, feature.evidence.last)
    return sorted(found.values(), key=lambda f: f.evidence.first)


def _named(doc: Document, subject: Subject, mention: Mention) -> Feature | None:
    entry = next((e for e in mention.entries if e.table == FEATURE and _fits(e, subject)), None)
    name = entry.name if entry is not None else None
    if name is None:
        free = next(
            (e for e in mention.entries if e.table == FREE and e.detail == subject.design_type),
            None,
        )
        if (
            free is None
            or _is_head(mention, subject)
            or any(doc.taken[mention.first : mention.last])
        ):
            return None
        if _is_modifier(doc, mention) or _is_place(doc, mention):
            return None
        name = snake(" ".join(doc.words[mention.first : mention.last]))
        return Feature(name or free.name, Evidence(mention.first, mention.last, 0.85))
    if _is_head(mention, subject) and name not in KEPT_IN_HEAD:
        return None
    if name in _whole() and not _of_the_whole(doc, subject, mention):
        return None
    if name == "cushioned" and any(doc.taken[mention.first : mention.last]):
        # "Foam cushions" say what the cushions are of.
        return None
    return Feature(name, Evidence(mention.first, mention.last, 0.95))


def _inside(doc: Document, subject: Subject, mention: Mention) -> Feature | None:
    """'a 5 cu ft convection oven' of a range: the feature inside another kind's name."""
    if (
        mention.last - mention.first < 2
        or mention.entry(KIND) is None
        or _is_head(mention, subject)
    ):
        return None
    for last, entries in lexicon().all_at(doc.lemmas, mention.first, mention.last - 1):
        for entry in entries:
            inside = entry.name == "convection" or entry.name not in _whole()
            if (
                entry.table == FEATURE
                and inside
                and entry.name in KEPT_IN_HEAD
                and _fits(entry, subject)
            ):
                return Feature(entry.name, Evidence(mention.first, last, 0.7))
    return None


def _inside_head(doc: Document, subject: Subject) -> list[Feature]:
    """'bluetooth speaker' and 'heat pump dryer' are kinds, and ask for the feature by name."""
    found = []
    for at in range(subject.first, subject.last):
        for last, entries in lexicon().all_at(doc.lemmas, at, subject.last):
            for entry in entries:
                if entry.table == FEATURE and entry.name in KEPT_IN_HEAD and _fits(entry, subject):
                    found.append(Feature(entry.name, Evidence(at, last, 0.9)))
    phrase = " ".join(doc.lemmas[subject.first : subject.last])
    for name, kinds in _implied().items():
        if phrase in kinds and _fits(Entry(FEATURE, name), subject):
            found.append(Feature(name, Evidence(subject.first, subject.last, 0.9)))
    return found


@cache
def _implied() -> dict[str, frozenset[str]]:
    return {name: frozenset(listed(kinds)) for name, kinds in table("features")["implied"].items()}


def _split(doc: Document, subject: Subject) -> list[Feature]:
    """'a removable 374 Wh battery', 'sliding glass doors': the feature's words stand apart."""
    found = []
    for name, parts in table("features")["split"].items():
        if not _fits(Entry(FEATURE, name), subject):
            continue
        for at, word in enumerate(doc.words):
            if word not in parts["first"] or not doc.is_free(at, at + 1):
                continue
            for last in range(at + 1, min(at + 6, len(doc))):
                if doc.sentence[last] != doc.sentence[at] or doc.words[last] in (
                    "and",
                    "with",
                    ",",
                    "(",
                ):
                    break
                if doc.words[last] in parts["last"]:
                    found.append(Feature(name, Evidence(at, last + 1, 0.9)))
                    break
    return found


# Part of a kind's own name and still a wish: "heat pump dryer", "sofa bed", "folding bike".
KEPT_IN_HEAD = wordset("features", "kept_in_head")


def _fits(entry: Entry, subject: Subject) -> bool:
    if entry.detail is not None and subject.design_type not in entry.detail:
        return False
    return subject.design_type in feature_types().get(entry.name, ())


def _is_head(mention: Mention, subject: Subject) -> bool:
    return mention.first < subject.last and subject.first < mention.last


def _is_modifier(doc: Document, mention: Mention) -> bool:
    """A known part in front of another noun: 'basket liner', 'kitchen table'."""
    at = mention.last
    if at >= len(doc) or doc.kinds[at] != WORD:
        return False
    end = phrase_end(doc.tokens, at)
    return any(doc.words[i] not in describing_words() for i in range(at, end))


def _is_place(doc: Document, mention: Mention) -> bool:
    """'on the deck', 'in the cab': where something else is."""
    at = mention.first - 1
    if at >= 0 and doc.words[at] in ("the", "its"):
        before = doc.words[at - 1] if at else ""
        return before in PLACES
    return at >= 0 and doc.words[at] in ("under", "into", "onto", "against", "for")


def _of_the_whole(doc: Document, subject: Subject, mention: Mention) -> bool:
    """Whether an adjective speaks of the design: it stands alone, or in the phrase of the head."""
    at = mention.last
    if at >= len(doc) or doc.kinds[at] != WORD or doc.words[at] in breaking_words():
        first = mention.first - 1
        if (
            mention.entry(FEATURE).name == "built_in"
            and first >= 0
            and doc.kinds[first] == WORD
            and doc.words[first] not in breaking_words()
        ):
            # "charging pad built in": it describes the noun before.
            return (
                doc.words[first] in describing_words()
                or first < subject.last
                or (
                    doc.mention_at[first] is not None
                    and doc.mention_at[first].entry(FEATURE) is not None
                    and doc.words[mention.first] != "built"
                )
            )  # type: ignore[union-attr]
        return True
    end = phrase_end(doc.tokens, at)
    if at <= subject.first < end or mention.first <= subject.first < mention.last:
        return True
    content = [i for i in range(at, end) if doc.words[i] not in describing_words()]
    if not content:
        return True
    behind = doc.mention_at[end - 1]
    if (
        behind is not None
        and behind.entry(KIND) is not None
        and behind.entry(KIND).detail == subject.design_type
        and behind.entry(FREE) is None
        and behind.entry(FEATURE) is None
        and behind.entry(SPACE) is None
    ):  # type: ignore[union-attr]
        return True
    return doc.lemmas[end - 1] in NEUTRAL


NEUTRAL = wordset("features", "neutral")


def _listed(doc: Document, subject: Subject) -> list[Feature]:
    """Short noun phrases of a list that nothing else read: 'livewell', 'vise at the left end'."""
    found = []
    at, size = 0, len(doc)
    while at < size:
        start = _list_item(doc, subject, at)
        if start is None:
            at += 1
            continue
        end = phrase_end(doc.tokens, start)
        feature = _free_name(doc, subject, start, end)
        if feature is not None:
            found.append(feature)
        at = max(end, at + 1)
    return found


def _list_item(doc: Document, subject: Subject, at: int) -> int | None:
    """The first token of a list item that starts at `at`, behind a comma, 'and', 'with' or '+'."""
    if doc.kinds[at] != WORD or doc.taken[at] or doc.aside[at] or doc.negated[at]:
        return None
    if at == 0 or at <= subject.first:
        return None
    before = doc.words[at - 1]
    opens = before in OPENERS or (doc.kinds[at - 1] == MARK and before in ",;:+&\n-(.")
    if before == "." and not _fragment(doc, at):
        return None
    if not opens:
        return None
    while at < len(doc) and (doc.words[at] in SKIPPED) and doc.words[at + 1 : at + 2]:
        at += 1
    if at >= len(doc) or doc.kinds[at] != WORD or doc.words[at] in breaking_words():
        return None
    return at


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
    }
)


def _fragment(doc: Document, at: int) -> bool:
    """A sentence that is only a short list: no verb before its first comma."""
    end = phrase_end(doc.tokens, at)
    return end >= len(doc) or doc.words[end] in (",", ".", ";", "\n", "and")


def _is_measured(doc: Document, at: int) -> bool:
    """'seat at 76 cm': a part that is only named to give its size."""
    while at < len(doc) and doc.words[at] in ("at", "of", ":", "is", "height", "width"):
        at += 1
    quantity = doc.quantity_at[at] if at < len(doc) else None
    return quantity is not None and quantity.kind == "length" and quantity.group < 0


def _free_name(doc: Document, subject: Subject, first: int, last: int) -> Feature | None:
    if _is_measured(doc, last) or doc.words[first] in word_class("verbs"):
        return None
    if last <= first or (last < len(doc) and not _ends(doc, last)):
        return None
    if any(
        doc.taken[i] or doc.negated[i] or doc.aside[i] or doc.quantity_at[i] is not None
        for i in range(first, last)
    ):
        return None
    start = first
    while start < last - 1 and doc.words[start] in describing_words():
        start += 1
    words = doc.words[start:last]
    if not words or len(words) > LONGEST_NAME:
        return None
    noun = doc.lemmas[last - 1]
    plain = doc.words[last - 1] in describing_words() and not (noun == "light" and len(words) > 1)
    if noun in _never() or plain or not words[-1].isascii():
        return None
    mention = doc.mention_at[last - 1]
    if mention is not None and not any(
        e.table in (FREE, FEATURE) and _similar(e, subject) for e in mention.entries
    ):
        if any(e.table in (MATERIAL, SPACE) for e in mention.entries) and mention.last == last:
            return None
        if any(
            e.table == KIND and e.detail == subject.design_type and e.detail != "general"
            for e in mention.entries
        ):
            return None
    if len(noun) < 3 or noun.endswith(("ly",)):
        return None
    name = snake(" ".join(words))
    return Feature(name, Evidence(first, last, 0.6)) if name and name[0].isalnum() else None


def _similar(entry: Entry, subject: Subject) -> bool:
    return entry.detail is None or entry.detail == subject.design_type


def _ends(doc: Document, at: int) -> bool:
    word = doc.words[at]
    if doc.quantity_at[at] is not None:
        return True
    if doc.kinds[at] == MARK:
        return word in FULL_STOPS or word in ",:()—-+&/"
    return word in ITEM_ENDS
