"""People in a building where no known word for them stands behind the number: 'enrolment 540',
'80 beds in total', '3,500-capacity', 'room for 22 packers', 'fourteen of us'."""

from specs.extraction.counted import Count, counted
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.lexicon import FEATURE
from specs.language.phrases import Mention
from specs.language.quantity import Quantity
from specs.language.subject import Subject
from specs.language.tokens import MARK, WORD
from specs.language.words import singular

OCCUPANCY = "occupancy"
LODGING = wordset("counts", "lodging")
HOLDING = wordset("counts", "holding")
MORE = wordset("counts", "more")
AGENTS = tuple(wordset("counts", "agent_endings"))
NO_AGENTS = wordset("counts", "no_agents")
# Where a bed is a bedroom: "a 4-bed house".
HOMES = frozenset({"house", "apartment", "mixed_use", "general"})
WITH_BEDS = frozenset({"hospital", "hotel"})
MANY = 7
OF_A_RESIDENCE = 20
"""No home has as many bedrooms: a student residence of 220 beds houses as many."""
BEDS = frozenset({"bed", "bedded", "inpatient"})


def people_of_building(doc: Document, subject: Subject, quantity: Quantity) -> Count | None:
    if subject.design_type != "building" or quantity.value < 1:
        return None
    return (
        _beds(doc, subject, quantity)
        or _held(doc, quantity)
        or _of_us(doc, quantity)
        or _agents(doc, quantity)
    )


def _beds(doc: Document, subject: Subject, quantity: Quantity) -> Count | None:
    """A hospital's, a hostel's or a shelter's beds are people; a house's are bedrooms."""
    at = quantity.last
    if at >= len(doc.words) or doc.lemmas[at] not in BEDS:
        return None
    if subject.category in HOMES and quantity.value < OF_A_RESIDENCE:
        return None
    if quantity.value < MANY and subject.category not in WITH_BEDS:
        # A shop "with a flat (2 bed)".
        return None
    last = at + 2 if doc.words[at + 1 : at + 2] == ["beds"] else at + 1
    if doc.words[last : last + 1] == ["rooms"] or _is_part(doc, at, last):
        return None
    return counted(OCCUPANCY, quantity, quantity.first, last)


def _is_part(doc: Document, first: int, last: int) -> bool:
    """'Two bed lifts' are lifts."""
    inside: list[Mention | None] = [doc.mention_at[first]]
    if last < len(doc.words):
        inside.append(doc.mention_at[last])
    return any(m is not None and m.entry(FEATURE) is not None for m in inside)


def _held(doc: Document, quantity: Quantity) -> Count | None:
    """'Enrolment 540', 'capacity: 300', 'a 3,500-capacity arena'."""
    first, last = quantity.first, quantity.last
    if doc.words[last : last + 1] == ["capacity"]:
        return counted(OCCUPANCY, quantity, first, last + 1)
    at = first - 1
    while at > 0 and doc.words[at] in (":", "=", "of", "is", "about", "approx", "around", "c", "."):
        at -= 1
    ends = last >= len(doc.words) or doc.kinds[last] == MARK or doc.words[last] in ENDS
    if at >= 0 and doc.words[at] in HOLDING and (ends or _is_agent(doc, last)):
        return counted(OCCUPANCY, quantity, at, last)
    if at > 0 and ends and doc.words[at] == "for" and doc.lemmas[at - 1] in LODGING:
        # "Nurses' accommodation for 24".
        return counted(OCCUPANCY, quantity, at, last)
    return None


ENDS = frozenset({"and", "with", "in", "at", "max", "maximum", "total"})


def _of_us(doc: Document, quantity: Quantity) -> Count | None:
    """'There are fourteen of us'; 'two of us have toddlers' counts some of them."""
    last = quantity.last + 2
    if doc.words[quantity.last : last] not in (["of", "us"], ["of", "them"]):
        return None
    there = "there" in doc.words[max(0, quantity.first - 3) : quantity.first]
    ours = doc.words[last - 1] == "us" and (last >= len(doc.words) or doc.kinds[last] == MARK)
    return counted(OCCUPANCY, quantity, quantity.first, last) if there or ours else None


def _agents(doc: Document, quantity: Quantity) -> Count | None:
    """'Room for 22 packers', 'for 40 machinists': who does something, by the word's ending."""
    at = quantity.last
    while at < len(doc.words) and doc.words[at] in MORE:
        at += 1
    if doc.words[quantity.first - 1 : quantity.first] != ["for"] or at >= len(doc.words):
        return None
    return counted(OCCUPANCY, quantity, quantity.first, at + 1) if _is_agent(doc, at) else None


def _is_agent(doc: Document, at: int) -> bool:
    """'Capacity 150 readers'."""
    word = doc.words[at]
    name = singular(word)
    if doc.kinds[at] != WORD or word == name or not name.endswith(AGENTS) or name in NO_AGENTS:
        return False
    return doc.mention_at[at] is None
