"""Features whose words stand apart, 'a removable 374 Wh battery', and those that figures state."""

from functools import cache
from typing import Any

from specs.extraction.features.feature import Feature, fits
from specs.extraction.reach import SET_IN_HEIGHT, adjusts, is_reach
from specs.knowledge import listed, table, wordset
from specs.language.clauses import FULL_STOPS
from specs.language.document import Document
from specs.language.facts import Evidence
from specs.language.lexicon import FEATURE, FREE, lexicon
from specs.language.phrases import Entry
from specs.language.subject import Subject
from specs.language.tokens import MARK, WORD
from specs.language.words import word_class


def split_features(doc: Document, subject: Subject) -> list[Feature]:
    """'a removable 374 Wh battery', 'sliding glass doors': the feature's words stand apart."""
    found: list[Feature] = []
    if _all_parts().isdisjoint(doc.vocabulary):
        return found
    wanted = _parts()
    for name, parts in table("features")["split"].items():
        if wanted[name].isdisjoint(doc.vocabulary):
            continue
        limit = parts.get("types")
        if not (subject.design_type in limit if limit else fits(Entry(FEATURE, name), subject)):
            continue
        for at in doc.tokens.places(wanted[name]):
            word = doc.words[at]
            if word in parts["last"] and (end := _said_behind(doc, at, parts)):
                last = end
            elif (
                word in parts["last"]
                and doc.is_free(at, at + 1)
                and (end := _then_end(doc, at, name))
            ):
                doc.take(at, end)
                found.append(Feature(name, Evidence(at, end, 0.9)))
                continue
            elif word in parts["first"]:
                last = _split_end(doc, at, parts["last"])
            else:
                continue
            if last and doc.is_free(at, at + 1):
                doc.take(last - 1, last)
                found.append(Feature(name, Evidence(at, last, 0.9)))
    return found


@cache
def _parts() -> dict[str, frozenset[str]]:
    """By feature the words of which one has to be said."""
    split = table("features")["split"].items()
    return {name: frozenset((*parts["first"], *parts["last"])) for name, parts in split}


@cache
def _all_parts() -> frozenset[str]:
    return frozenset().union(*_parts().values())


def shared_heads(doc: Document, subject: Subject) -> list[Feature]:
    """'Kick and electric start', 'front and rear racks': the first part ends in the same word."""
    found = []
    for mention in doc.mentions:
        first, last = mention.first, mention.last
        if last - first != 2 or first < 2 or doc.words[first - 1] not in JOINTS:
            continue
        if mention.entry(FREE) is None and mention.entry(FEATURE) is None:
            continue
        if doc.taken[first - 2] or not doc.is_free(first - 2, last):
            continue
        other = lexicon().longest([doc.lemmas[first - 2], doc.lemmas[last - 1]], 0)
        if other is None or other[0] != 2:
            continue
        for entry in other[1]:
            if entry.table == FREE and entry.detail == subject.design_type:
                found.append(Feature(entry.name, Evidence(first - 2, last, 0.8)))
                doc.take(first - 2, first - 1)
                break
    return found


JOINTS = frozenset({"and", "or", "&", "/", "+", "plus"})


def _said_behind(doc: Document, at: int, parts: dict[str, Any]) -> int:
    """'Three shelves adjustable in 32 mm steps', 'six shelves, all adjustable': where it ends."""
    last = at + 1
    between = parts.get("between", ())
    while last < min(at + 6, len(doc.words)) and (
        doc.words[last] in between or (between and doc.quantity_at[last] is not None)
    ):
        last += 1
    said = last < len(doc.words) and doc.words[last] in parts.get("behind", ())
    return last + 1 if said else 0


@cache
def _phrases(name: str) -> tuple[tuple[str, ...], ...]:
    """What may be said of the noun behind it; the longest first."""
    phrases = [tuple(p.split()) for p in listed(table("features")["split"][name].get("then", ""))]
    return tuple(sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))


@cache
def _openers(name: str) -> frozenset[str]:
    """The words that may open one of `_phrases`."""
    first = frozenset(phrase[0] for phrase in _phrases(name))
    return first | word_class("pronouns") | SOMEBODY if "somebody" in first else first


def _then_end(doc: Document, noun: int, name: str) -> int:
    """Behind what is said of the noun at `noun`: 'battery (user-swappable)', 'battery that I can
    pull out'; 0 where nothing is."""
    at, last = noun + 1, min(len(doc.words), noun + REACH)
    phrases, openers = _phrases(name), _openers(name)
    while phrases and at < last:
        for phrase in phrases if doc.words[at] in openers else ():
            if all(_same(doc, at + i, word) for i, word in enumerate(phrase)):
                return at + len(phrase)
        word, quantity = doc.words[at], doc.quantity_at[at]
        if quantity is not None:
            at = max(quantity.last, at + 1)
            continue
        if doc.kinds[at] == MARK:
            if (word in FULL_STOPS and word != ":") or word == "\n":
                return 0
        elif doc.kinds[at] == WORD and word not in BETWEEN:
            return 0
        at += 1
    return 0


def _same(doc: Document, at: int, word: str) -> bool:
    if at >= len(doc.words):
        return False
    if word == "somebody":
        return doc.words[at] in word_class("pronouns") or doc.words[at] in SOMEBODY
    return doc.words[at] == word


REACH = 10
BETWEEN = wordset("features", "between_noun_and_state")
SOMEBODY = wordset("features", "somebody")


def height_range(doc: Document, subject: Subject) -> list[Feature]:
    """'Task stool, height 54-73 cm': what has two heights can be set to them."""
    if subject.category not in SET_IN_HEIGHT:
        return []
    return [
        Feature("adjustable_height", Evidence(q.first, q.last, 0.8))
        for q in doc.quantities
        if q.kind == "length"
        and (q.label == "height" or adjusts(doc, q))
        and is_reach(q)
        and doc.is_free(q.first, q.last)
    ]


def _split_end(doc: Document, at: int, nouns: list[str]) -> int:
    """Behind the noun that the word at `at` describes; 0 where there is none."""
    for last in range(at + 1, min(at + 8, len(doc.words))):
        if doc.sentence[last] != doc.sentence[at] or doc.words[last] in SPLIT_ENDS:
            return 0
        if doc.words[last] in nouns:
            return last + 1
    return 0


SPLIT_ENDS = frozenset({"and", "with", ",", "("})
