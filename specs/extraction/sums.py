"""Which of two counts of one thing holds: 'crew of 3 plus room for 5, so eight people all told'."""

from specs.extraction.counted import Count, counted
from specs.knowledge import phraselist, wordset
from specs.language.document import Document
from specs.language.lexicon import SPACE
from specs.language.quantity import Quantity


def is_surer(doc: Document, new: Count, old: Count) -> bool:
    """'Crew of 3 plus room for 5, so eight people all told': the sum is the figure; and of
    '10 cabins with 2 berths each (20 berths)' the one that is not for each."""
    if new.metric == SEATS and _counts_seats(doc, new) and _is_family(doc, old):
        # "An estate for a family with 3 kids: 5 seats".
        return True
    if _is_for_room(doc, old) and not _is_for_room(doc, new):
        # "Canteen for 60 people, 200 workers".
        return True
    if new.value <= old.value:
        return False
    if _is_each(doc, old) and not _is_each(doc, new):
        return True
    return _is_sum(doc, new) and not _is_sum(doc, old)


def sum_of(doc: Document, quantity: Quantity, found: dict[str, Count]) -> Count | None:
    """'4 screens (180, 90, 90 seats; 360 all told)': a bare sum of what was counted before it."""
    last = quantity.last
    before = [c for c in found.values() if 0 < quantity.first - c.evidence.last <= NEAR]
    if not before or not _says_all(doc, last):
        return None
    near = max(before, key=lambda count: count.evidence.last)
    if quantity.value <= near.value:
        return None
    return counted(near.metric, quantity, quantity.first, last)


def _is_for_room(doc: Document, count: Count) -> bool:
    """'Lecture room for 40 people'."""
    at = count.evidence.first - 1
    if at < 1 or doc.words[at] != "for":
        return False
    room = doc.mention_at[at - 1]
    return room is not None and room.last == at and room.entry(SPACE) is not None


SEATS = "seats"


def _counts_seats(doc: Document, count: Count) -> bool:
    return SEATS in doc.words[count.evidence.first : count.evidence.last]


def _is_family(doc: Document, count: Count) -> bool:
    """Some of the people for whom the thing is: 'with three kids'."""
    said = doc.lemmas[count.evidence.first : count.evidence.last]
    return any(word in ("kid", "child", "teenager", "toddler", "baby", "adult") for word in said)


NEAR = 6


def _says_all(doc: Document, at: int) -> bool:
    return any(tuple(doc.words[at : at + len(phrase)]) == phrase for phrase in IN_ALL)


def _is_each(doc: Document, count: Count) -> bool:
    behind = doc.words[count.evidence.last : count.evidence.last + 2]
    return behind[:1] in (["each"], ["apiece"], ["per"]) or behind == ["in", "each"]


def _is_sum(doc: Document, count: Count) -> bool:
    first, last = count.evidence.first, count.evidence.last
    return any(word in SUMS for word in doc.words[max(0, first - 2) : first]) or _says_all(
        doc, last
    )


SUMS = wordset("counts", "sums")
IN_ALL = phraselist("counts", "in_all")
