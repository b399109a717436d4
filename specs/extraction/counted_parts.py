"""Drawers and shelves counted by their sort: 'four wide drawers and two small ones' are six."""

from dataclasses import replace

from specs.extraction.counted import Count
from specs.language.document import Document
from specs.language.noun_phrases import breaking_words
from specs.language.quantity import Quantity
from specs.language.tokens import WORD
from specs.language.words import describing_words

SORTED = {"drawers": "drawer", "shelves": "shelf"}
JOINTS = frozenset({"and", "&", "+", "plus", ","})
ONES = frozenset({"one", "ones"})
LONGEST = 2
"""Words that say of which sort they are."""


def with_other_sorts(doc: Document, quantity: Quantity, count: Count) -> Count:
    """The count with the ones of other sorts beside it."""
    noun = SORTED.get(count.metric)
    if noun is None:
        return count
    single = _single_before(doc, quantity, noun)
    if single:
        # "File drawer + 2 box drawers".
        evidence = replace(count.evidence, first=single - 1)
        return Count(count.metric, int(count.value) + 1, evidence)
    before = _sort_before(doc, quantity)
    added = [] if before is None else [before]
    first = quantity if before is None else before
    last = count.evidence.last
    while (found := _sort_behind(doc, last, noun)) is not None:
        added.append(found[0])
        last = found[1]
    more = sum(int(other.value) for other in added)
    if not added or (before is None and more == count.value and len(added) > 1):
        # "6 drawers, 4 small and 2 large ones": the first is their sum.
        return count
    evidence = replace(count.evidence, first=first.first, last=last)
    return Count(count.metric, int(count.value) + more, evidence)


def _single_before(doc: Document, quantity: Quantity, noun: str) -> int:
    """Behind the one that is only named in front; 0 where there is none."""
    at = quantity.first - 1
    if at < 2 or doc.words[at] not in ("and", "&", "+", "plus") or doc.words[at - 1] != noun:
        return 0
    start = at - 1
    while start > 0 and at - start <= LONGEST and _says_sort(doc, start - 1):
        start -= 1
    opens = start == 0 or doc.words[start - 1] in OPENERS
    return at if opens and start < at - 1 else 0


OPENERS = frozenset(",;:\n(.") | {"a", "one", "with"}


def _sort_before(doc: Document, quantity: Quantity) -> Quantity | None:
    """'Three wide and two narrow drawers': the noun stands behind the second sort."""
    at = quantity.first - 1
    if at < 2 or doc.words[at] not in ("and", "&", "+"):
        return None
    start = at
    while start > 0 and at - start < LONGEST and _describes(doc.words[start - 1]):
        start -= 1
    other = doc.quantity_at[start - 1] if start else None
    plain = other is not None and other.kind == "count" and other.group < 0
    return other if plain and at - start > 0 and other is not quantity else None


def _describes(word: str) -> bool:
    """No thing of its own: "six doors and two drawers" are two drawers."""
    return word in describing_words() or word in SORTS or word.endswith(("able", "ible", "ed"))


SORTS = frozenset({"shallow", "fixed", "filing", "file", "pencil", "pull-out"})


def _sort_behind(doc: Document, at: int, noun: str) -> tuple[Quantity, int] | None:
    """The next sort, and where it ends: 'and two small ones', ', 2 deep drawers'."""
    if doc.words[at : at + 1] == [] or doc.words[at] not in JOINTS:
        return None
    at += 1 + (doc.words[at : at + 2] == [",", "and"])
    other = doc.quantity_at[at] if at < len(doc) else None
    if other is None or other.kind != "count" or other.group >= 0 or other.first != at:
        return None
    end = other.last
    while end < len(doc) and end - other.last < LONGEST and _says_sort(doc, end):
        end += 1
    if end == other.last or end >= len(doc):
        return None
    named = doc.lemmas[end] == noun or doc.words[end] in ONES
    return (other, end + 1) if named and doc.is_free(at, end + 1) else None


def _says_sort(doc: Document, at: int) -> bool:
    word = doc.words[at]
    return (
        doc.kinds[at] == WORD
        and doc.quantity_at[at] is None
        and word not in breaking_words()
        and word not in ONES
        and doc.lemmas[at] not in SORTED.values()
    )
