"""Storeys above ground: '4-storey', 'over two floors', 'G+2', 'single storey', 'floors: 3'."""

from dataclasses import replace

from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.facts import Evidence, measured
from specs.language.quantity import Quantity
from specs.language.tokens import WORD
from specs.records import record

NOUNS = wordset("stories", "nouns")
# Words that may stand between: "three full storeys", "five above-ground levels".
BETWEEN = wordset("stories", "between")
# Levels that are not storeys above ground.
OTHERS = wordset("stories", "others")
SINGLE = {"single": 1, "one": 1, "double": 2, "two": 2, "triple": 3, "three": 3}
GROUND = (("g",), ("ground",), ("ground", "floor"), ("gf",))
LIMIT = 300
DECKS = frozenset({"deck", "tier"})
"""What the storeys of a car park are called."""
GROUND_FLOORS = (["ground", "floor"], ["ground", "level"], ["street", "level"])
ABOVE = frozenset({"above", "over", "overhead"})
ALL = frozenset({"total", "altogether", "overall", "including"})
WHOLLY = frozenset({"all", "everything", "entirely", "wholly"})


@record
class Stories:
    value: int
    evidence: Evidence
    floor: Quantity | None = None
    """The area of one storey where the text says it: 'five floors of 380 m2 each'."""


def read_stories(doc: Document, category: str = "general") -> Stories | None:
    found = _ground_plus(doc) or _counted(doc, category) or _worded(doc) or _by_name(doc)
    if found is None:
        return None
    doc.take(found.evidence.first, found.evidence.last)
    return replace(found, floor=_area_of_one(doc, found.evidence.last))


def _area_of_one(doc: Document, at: int) -> Quantity | None:
    for quantity in doc.quantities:
        if (
            quantity.kind == "area"
            and 0 < quantity.first - at <= 3
            and doc.words[at] in ("of", "at", "with")
        ) and doc.words[quantity.last : quantity.last + 1] in (["each"], ["apiece"]):
            doc.take(quantity.first, quantity.last + 1)
            return quantity
    return None


def _ground_plus(doc: Document) -> Stories | None:
    """'G+2', 'ground floor plus two', 'B+G+5': the ground floor counts one."""
    words, asked = doc.words, None
    for at, word in enumerate(words):
        if word not in ("g", "ground", "gf") or doc.aside[at]:
            continue
        for ground in GROUND:
            end = at + len(ground)
            if tuple(words[at:end]) != ground or words[end : end + 1] not in (
                ["+"],
                ["plus"],
                ["and"],
            ):
                continue
            above = doc.quantity_at[end + 1] if end + 1 < len(doc) else None
            if above is None or above.kind != "count" or not above.value < LIMIT:
                continue
            if words[end] == "and" and not any(
                w in NOUNS for w in doc.lemmas[above.last : above.last + 3]
            ):
                continue
            found = Stories(int(above.value) + 1, Evidence(at, above.last, 0.95))
            if words[above.last : above.last + 1] != ["?"]:
                return found
            # "G+18? The council cut us to G+14".
            asked = asked or found
    return asked


def _counted(doc: Document, category: str) -> Stories | None:
    nouns = NOUNS | DECKS if category == "garage" else NOUNS
    for quantity in doc.quantities:
        if quantity.kind != "count" or not 1 <= quantity.value <= LIMIT:
            continue
        first, last = quantity.first, quantity.last
        if any(doc.taken[first:last]) or not doc.is_free(first, last):
            continue
        end = _noun_end(doc, last, nouns)
        if end is not None:
            return _under_ground(doc, _over_ground(doc, _stories(quantity, first, end)))
        if first > 1 and doc.words[first - 1] in (":", "=") and doc.lemmas[first - 2] in nouns:
            return _stories(quantity, first - 2, last)
    return None


def _over_ground(doc: Document, found: Stories) -> Stories:
    """'Shops on the ground floor, flats on the four levels above': the ground floor counts too."""
    first, last = found.evidence.first, found.evidence.last
    near = [*doc.words[max(0, first - 3) : first], *doc.words[last : last + 4]]
    above = any(word in ABOVE for word in near) and not any(word in ALL for word in near)
    ground = any(doc.words[at : at + 2] in GROUND_FLOORS for at in range(len(doc) - 1))
    return replace(found, value=found.value + 1) if above and ground else found


def _under_ground(doc: Document, found: Stories) -> Stories:
    """'Five levels of which one is below ground', '4 floors incl. basement': what is above."""
    last = found.evidence.last
    behind = doc.words[last : last + SCOPE]
    start = next((i for i, word in enumerate(behind[:3]) if word in AMONG), None)
    if start is None:
        return found
    stop = next((i for i in range(start, len(behind)) if behind[i] in ".,;)\n"), len(behind))
    part = behind[start:stop]
    if not any(word in BELOW for word in part):
        return found
    numbers = [doc.quantity_at[last + i] for i in range(start, stop)]
    below = next((q for q in numbers if q is not None and q.kind == "count"), None)
    count = 1 if below is None else int(below.value)
    return replace(found, value=found.value - count) if found.value > count else found


SCOPE = 9
AMONG = frozenset({"which", "including", "incl", "whereof", "counting"})
BELOW = frozenset(
    {"underground", "basement", "basements", "below", "cellar", "under", "subterranean"}
)


ORDINALS = {
    "first": 1,
    "1st": 1,
    "second": 2,
    "2nd": 2,
    "third": 3,
    "3rd": 3,
    "fourth": 4,
    "4th": 4,
}


def _by_name(doc: Document) -> Stories | None:
    """'Ground floor: shop; first floor: offices', 'ground + first': the highest that is named."""
    words, highest = doc.words, 0
    ground = next(
        (at for at in range(len(doc) - 1) if words[at] == "ground" and words[at + 1] in AFTER), None
    )
    if ground is None or not doc.is_free(ground, ground + 1):
        return _ground_only(doc)
    last = ground + 1
    for at in range(ground, len(doc)):
        number = ORDINALS.get(words[at], 0)
        named = doc.lemmas[at + 1 : at + 2] in (["floor"], ["level"], ["story"])
        if number > highest and doc.is_free(at, at + 1) and (named or words[at - 1] in AFTER):
            highest, last = number, at + 1
    if not highest:
        return _ground_only(doc)
    return Stories(highest + 1, Evidence(last - 1, last, 0.8))


AFTER = frozenset({"floor", "level", "+", "plus", "and", "&"})


def _ground_only(doc: Document) -> Stories | None:
    """'Ground floor only', 'all on the ground floor', 'on ground level'."""
    for at in range(len(doc) - 1):
        if doc.words[at : at + 2] not in GROUND_FLOORS or not doc.is_free(at, at + 2):
            continue
        ahead = doc.words[max(0, at - 3) : at]
        if doc.words[at + 2 : at + 3] == ["only"] or any(word in WHOLLY for word in ahead):
            return Stories(1, Evidence(at, at + 2, 0.85))
    return None


def _stories(quantity: Quantity, first: int, last: int) -> Stories:
    evidence = replace(measured(quantity), first=first, last=last)
    low = quantity.low if quantity.bound == "range" else None
    return Stories(max(1, int(quantity.value if low is None else low)), evidence)


def _noun_end(doc: Document, at: int, nouns: frozenset[str]) -> int | None:
    """The token behind 'storeys', where the number at `at` counts storeys."""
    place = at
    while place < len(doc) and place < at + 3 and doc.words[place] in BETWEEN:
        if doc.words[place] == "storied":
            # "A 2 storied market".
            return place + 1
        place += 1
    if place >= len(doc) or doc.lemmas[place] not in nouns:
        return None
    following = doc.words[place + 1] if place + 1 < len(doc) else ""
    if doc.lemmas[place] == "level" and (
        following[:1].isdigit() or following.startswith("charger")
    ):
        return None
    if following in OTHERS and doc.kinds[place + 1] == WORD:
        return None
    return place + 1


def _worded(doc: Document) -> Stories | None:
    """'single-storey', 'on a single floor', 'one level'."""
    for at in range(1, len(doc)):
        word = doc.words[at - 1]
        if doc.lemmas[at] in NOUNS and word in SINGLE and doc.is_free(at - 1, at + 1):
            if doc.words[at + 1 : at + 2] and doc.words[at + 1] in OTHERS:
                continue
            return Stories(SINGLE[word], Evidence(at - 1, at + 1, 0.95))
    return None
