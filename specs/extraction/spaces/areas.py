"""The area of a room: '14 classrooms at 60 m2 each', 'a 200 m2 canteen', '8 labs of 48'."""

from specs.extraction.spaces.rooms import Room
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.facts import Evidence, measured, tidy
from specs.language.noun_phrases import breaking_words
from specs.language.quantity import Quantity
from specs.language.tokens import MARK
from specs.language.words import describing_words

LINKS = wordset("spaces", "links") | frozenset(",(:~=@x×")
OF_PEOPLE = wordset("spaces", "of_people")
LABEL_LINKS = frozenset({":", "=", "yes", ",", "(", "-"})
PRODUCT_LINKS = frozenset({"@", "of", "at", "(", ":", "each", "measuring"})
EACH = frozenset({"each", "apiece", "every", "per"})
SUMS = wordset("spaces", "totals")
FARTHEST = 5

PER_ROOM = {
    "room": ("hotel_room", "patient_room", "bedroom", "classroom", "office"),
    "flat": ("apartment",),
}


def measure_room(doc: Document, room: Room, rooms: list[Room]) -> None:
    """The area beside a room: '14 classrooms at 60 m2 each', 'a 200 m2 canteen'."""
    for quantity in doc.quantities:
        inside = room.evidence.first <= quantity.first < room.evidence.last
        if (
            quantity.kind != "area"
            or (any(doc.taken[quantity.first : quantity.last]) and not inside)
            or doc.is_aside(quantity.first, quantity.last)
        ):
            continue
        if not (
            _follows(doc, room, quantity)
            or _precedes(doc, room, quantity)
            or _per_room(doc, room, quantity)
        ):
            continue
        area = quantity.value
        if room.count > 1 and _is_sum(doc, room, quantity):
            area /= room.count
        room.area, room.area_evidence = tidy(area), measured(quantity)
        doc.take(quantity.first, quantity.last)
        return
    _by_sides(doc, room)
    if room.area is None and room.count > 1:
        _unwritten(doc, room)


def _is_sum(doc: Document, room: Room, quantity: Quantity) -> bool:
    """'Six labs totalling 540 m2': all of them together."""
    near = doc.words[room.evidence.last : quantity.last + 2]
    return any(w in SUMS for w in near) and not any(
        w in EACH for w in doc.words[quantity.last : quantity.last + 2]
    )


def _by_sides(doc: Document, room: Room) -> None:
    """'Ten stalls of 3.5 x 3.5 m': two sides right behind a room are its area."""
    if room.area is not None or room.count < 2:
        # "A riding hall of 20 x 40 m" may give the sides of the whole.
        return
    at = room.evidence.last
    while at < len(doc.words) and doc.words[at] in PRODUCT_LINKS:
        at += 1
    first = doc.quantity_at[at] if at < len(doc.words) else None
    if first is None or first.group < 0 or first.size != 2 or first.place:
        return
    second = next((q for q in doc.quantities if q.group == first.group and q is not first), None)
    if second is None or {first.kind, second.kind} - {"length", "count"}:
        return
    if second.kind == "count" and second.last < len(doc.words) and doc.kinds[second.last] != MARK:
        # "9 flats (6 x 2-bed, 3 x 1-bed)" gives no sides.
        return
    if any(doc.taken[first.first : second.last]) or not doc.is_free(first.first, second.last):
        return
    room.area = tidy(first.value * second.value)
    room.area_evidence = Evidence(first.first, second.last, 0.85)
    doc.take(first.first, second.last)


def _unwritten(doc: Document, room: Room) -> None:
    """'40 shops of 12 m2, 8 of 30': a bare number behind 'of' is in the unit of the others."""
    at = room.evidence.last
    links = (["at"], ["@"]) if room.type in OF_PEOPLE else (["of"], ["at"], ["@"])
    if doc.words[at : at + 1] not in links:
        # "12 classrooms of 30": so many learn there.
        return
    bare = doc.quantity_at[at + 1] if at + 1 < len(doc.words) else None
    if bare is None or bare.kind != "count" or bare.group >= 0 or any(doc.taken[at : bare.last]):
        return
    ends = (
        bare.last >= len(doc.words) or doc.kinds[bare.last] == MARK or doc.words[bare.last] in EACH
    )
    areas = [q for q in doc.quantities if q.kind == "area" and q.number]
    if not ends or not areas:
        return
    near = min(areas, key=lambda q: abs(q.first - bare.first))
    if bare.number * near.value / near.number < SMALLEST:
        # "50 rooms of 4": so many sleep there.
        return
    room.area = tidy(bare.number * near.value / near.number)
    room.area_evidence = Evidence(bare.first, bare.last, 0.7)
    doc.take(bare.first, bare.last)


SMALLEST = 4.5
"""Square metres; no room that has its area from the unit of others is smaller."""


def _per_room(doc: Document, room: Room, quantity: Quantity) -> bool:
    """'132 keys on nine floors, 24 sq m per room': the area of what was counted."""
    if doc.words[quantity.last : quantity.last + 1] not in (["a"], ["/"]) and not any(
        w in EACH for w in doc.words[quantity.last : quantity.last + 1]
    ):
        return False
    noun = doc.lemmas[quantity.last + 1] if quantity.last + 1 < len(doc.words) else ""
    return noun == room.type.split("_")[-1] or room.type in PER_ROOM.get(noun, ())


def _follows(doc: Document, room: Room, quantity: Quantity) -> bool:
    gap = range(room.evidence.last, quantity.first)
    if quantity.first < room.evidence.last or len(gap) > FARTHEST:
        return False
    words = [doc.words[i] for i in gap]
    if room.count > 1 and words[-1:] in TOGETHER:
        # "38 stalls on 2,050 m2": as large is the whole.
        return any(w in EACH for w in doc.words[quantity.last : quantity.last + 2])
    if words == [":"] and _only_adds(doc, room):
        return False
    each = any(w in EACH for w in doc.words[quantity.last : quantity.last + 2])
    if words[:1] == ["("] and ")" not in words and each:
        # "20 flats (2BHK, 85 sqm each)".
        return True
    if words[:1] == ["("] and words[-1] == ")" and _only_names(doc, gap):
        # "Gym (sports hall) 300 m2".
        return True
    if words[-1:] == ["("] and words[0] == "for" and len(words) == 3:
        # "Studio for painting (35 m2)".
        return True
    if "yes" in words and all(w in LABEL_LINKS for w in words):
        # "Gym: yes, 60 m2".
        return True
    if words[-1:] == ["each"] and _only_names(doc, gap, marks=",;("):
        # "84 keys finally; each 38 m2".
        return all(doc.mention_at[i] is None for i in gap)
    if words == [","] and _is_row(doc, room, quantity):
        return True
    if "," in words:
        each = each or "each" in words
        # "20 flats, each flat 1,050 sq ft".
        again = doc.lemmas[room.evidence.last - 1]
        return each and all(doc.words[i] in LINKS or doc.lemmas[i] == again for i in gap)
    return all(w in LINKS for w in words)


TOGETHER = (["on"], ["over"], ["across"])


def _only_adds(doc: Document, room: Room) -> bool:
    """'Bakery with a shop: 165 m2': what stands behind the colon is said of the bakery."""
    at = room.evidence.first
    while at > 0 and doc.words[at - 1] in ARTICLES:
        at -= 1
    if at < 1 or doc.words[at - 1] not in ADDING:
        return False
    first = at - 1
    while first > 0 and doc.sentence[first - 1] == doc.sentence[at]:
        first -= 1
    return first < at - 1 and all(doc.kinds[i] != MARK for i in range(first, room.evidence.last))


ARTICLES = frozenset({"a", "an", "one", "its", "the", "own"})
ADDING = frozenset({"with", "plus", "and"})


def _is_row(doc: Document, room: Room, quantity: Quantity) -> bool:
    """'; science lab, 1 no., 70 m2;': the commas are those inside one row of a schedule."""
    first, last = room.evidence.first, quantity.last
    opens = first == 0 or doc.words[first - 1] in ROW_MARKS
    closes = last >= len(doc.words) or doc.words[last] in ROW_ENDS
    return opens and closes


ROW_MARKS = frozenset({";", "\n", ":", "|"})
ROW_ENDS = frozenset({";", "\n", ".", "|"})


def _only_names(doc: Document, gap: range, marks: str = "()") -> bool:
    """Whether a gap holds words and these marks, and no figure."""
    return all(
        doc.quantity_at[i] is None and (doc.kinds[i] != MARK or doc.words[i] in marks) for i in gap
    )


def _precedes(doc: Document, room: Room, quantity: Quantity) -> bool:
    if room.evidence.first <= quantity.first < room.evidence.last:
        return True
    gap = range(quantity.last, room.evidence.first)
    if quantity.last > room.evidence.first or len(gap) > 3 or room.count > 1:
        return False
    return all(
        doc.kinds[i] != MARK
        and (
            doc.words[i] in describing_words()
            or doc.words[i] in ("of",)
            or doc.words[i] not in breaking_words()
        )
        for i in gap
    )
