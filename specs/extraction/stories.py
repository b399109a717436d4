"""Storeys above ground: '4-storey', 'over two floors', 'G+2', 'single storey', 'floors: 3'."""

from dataclasses import replace

from specs.extraction.named_floors import GROUND_FLOORS, highest_floor
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.facts import Evidence, measured
from specs.language.noun_phrases import breaking_words
from specs.language.quantity import Quantity
from specs.language.tokens import WORD
from specs.language.words import describing_words
from specs.records import record

NOUNS = wordset("stories", "nouns")
# Words that may stand between: "three full storeys", "five above-ground levels".
BETWEEN = wordset("stories", "between")
# Levels that are not storeys above ground.
OTHERS = wordset("stories", "others")
SINGLE = {"single": 1, "one": 1, "double": 2, "two": 2, "triple": 3, "three": 3}
GROUND_WORDS = frozenset({"g", "ground", "gf"})
GROUND = (("g",), ("ground",), ("ground", "floor"), ("gf",))
LIMIT = 300
DECKS = frozenset({"deck", "tier"})
"""What the storeys of a car park are called."""
ABOVE = frozenset({"above", "over", "overhead"})
ALL = frozenset({"total", "altogether", "overall", "including"})


@record
class Stories:
    value: int
    evidence: Evidence
    floor: Quantity | None = None
    """The area of one storey where the text says it: 'five floors of 380 m2 each'."""


def read_stories(doc: Document, category: str = "general") -> Stories | None:
    found = _ground_plus(doc) or _counted(doc, category) or _worded(doc) or _named(doc)
    if found is None:
        return None
    doc.take(found.evidence.first, found.evidence.last)
    return replace(found, floor=_area_of_one(doc, found.evidence.last))


def _area_of_one(doc: Document, at: int) -> Quantity | None:
    for quantity in doc.quantities:
        if quantity.kind == "area" and _is_of_each(doc, quantity):
            doc.take(quantity.first, quantity.last)
            return quantity
        if quantity.kind == "area" and quantity.first - at == 1 and doc.words[at] in TIMES:
            # "3 floors x 850 m2".
            doc.take(quantity.first, quantity.last)
            return quantity
        if (
            quantity.kind == "area"
            and 0 < quantity.first - at <= 3
            and doc.words[at] in ("of", "at", "with")
        ) and doc.words[quantity.last : quantity.last + 1] in (["each"], ["apiece"]):
            doc.take(quantity.first, quantity.last + 1)
            return quantity
    return None


def _is_of_each(doc: Document, quantity: Quantity) -> bool:
    """'Each floor 640 m2', '640 m2 per storey': no room stands between."""
    at = quantity.first - 1
    while at > 0 and doc.words[at] in ("of", "is", ":", "at", "about", "has", "plate", "plates"):
        at -= 1
    if at > 0 and doc.lemmas[at] in FLOOR_NOUNS and doc.words[at - 1] in EACH:
        if at > 1 and doc.kinds[at - 2] == WORD:
            # "24 patient rooms each level at 22 m2".
            return False
        return doc.is_free(quantity.first, quantity.last)
    behind = doc.words[quantity.last : quantity.last + 1]
    named = doc.lemmas[quantity.last + 1 : quantity.last + 2]
    labelled = doc.words[quantity.first - 1 : quantity.first] == [":"]
    alone = labelled or at < 0 or doc.kinds[at] != WORD or doc.quantity_at[at] is not None
    return (
        alone and behind in (["per"], ["each"], ["a"]) and named != [] and named[0] in FLOOR_NOUNS
    )


TIMES = frozenset({"x", "×", "@", "à"})
FLOOR_NOUNS = frozenset({"floor", "level", "story", "plate"})
EACH = frozenset({"each", "every", "per"})


def _ground_plus(doc: Document) -> Stories | None:
    """'G+2', 'ground floor plus two', 'B+G+5': the ground floor counts one."""
    words, asked = doc.words, None
    for at in doc.tokens.places(GROUND_WORDS):
        if doc.aside[at]:
            continue
        for ground in GROUND:
            end = at + len(ground)
            if tuple(words[at:end]) != ground or words[end : end + 1] not in (
                ["+"],
                ["plus"],
                ["and"],
            ):
                continue
            above = doc.quantity_at[end + 1] if end + 1 < len(doc.words) else None
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
        if _is_labelled(doc, quantity, nouns):
            return _stories(quantity, first - 2, last)
    return None


def _is_labelled(doc: Document, quantity: Quantity, nouns: frozenset[str]) -> bool:
    """'Floors: 3'; 'upper floor: 3 bedrooms' counts what stands on it."""
    first, last = quantity.first, quantity.last
    if first < 2 or doc.words[first - 1] not in (":", "=") or doc.lemmas[first - 2] not in nouns:
        return False
    goes_on = last < len(doc.words) and doc.kinds[last] == WORD
    return not (goes_on and doc.words[last] not in breaking_words())


def _over_ground(doc: Document, found: Stories) -> Stories:
    """'Shops on the ground floor, flats on the four levels above': the ground floor counts too."""
    first, last = found.evidence.first, found.evidence.last
    near = [*doc.words[max(0, first - 3) : first], *doc.words[last : last + 4]]
    above = any(word in ABOVE for word in near) and not any(word in ALL for word in near)
    ground = any(doc.words[at : at + 2] in GROUND_FLOORS for at in range(len(doc.words) - 1))
    return replace(found, value=found.value + 1) if above and ground else found


def _under_ground(doc: Document, found: Stories) -> Stories:
    """'Five levels of which one is below ground', '4 floors incl. basement': what is above."""
    last = found.evidence.last
    behind = doc.words[last : last + SCOPE]
    start = next((i for i, word in enumerate(behind[:3]) if word in AMONG), None)
    if start is None or (start and behind[start - 1] in ("not", "without")):
        # "Two floors not counting the cellar".
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


def _named(doc: Document) -> Stories | None:
    """The highest floor that the text names."""
    found = highest_floor(doc)
    return None if found is None else Stories(*found)


def _stories(quantity: Quantity, first: int, last: int) -> Stories:
    evidence = replace(measured(quantity), first=first, last=last)
    low = quantity.low if quantity.bound == "range" else None
    return Stories(max(1, int(quantity.value if low is None else low)), evidence)


def _noun_end(doc: Document, at: int, nouns: frozenset[str]) -> int | None:
    """The token behind 'storeys', where the number at `at` counts storeys."""
    place = at
    describing = describing_words()
    while place < min(len(doc.words), at + 3) and (
        doc.words[place] in BETWEEN or doc.words[place] in describing
    ):
        if doc.words[place] == "storied":
            # "A 2 storied market".
            return place + 1
        place += 1
    if place >= len(doc.words) or doc.lemmas[place] not in nouns:
        return None
    following = doc.words[place + 1] if place + 1 < len(doc.words) else ""
    if doc.words[place] == "level" and (following[:1].isdigit() or following.startswith("charger")):
        return None
    if following in OTHERS and doc.kinds[place + 1] == WORD:
        return None
    return place + 1


def _worded(doc: Document) -> Stories | None:
    """'single-storey', 'on a single floor', 'one level'."""
    for at in [place + 1 for place in doc.tokens.places(SINGLE.keys())]:
        word = doc.words[at - 1]
        if at < len(doc.words) and doc.lemmas[at] in NOUNS and doc.is_free(at - 1, at + 1):
            if doc.words[at + 1 : at + 2] and doc.words[at + 1] in OTHERS:
                continue
            return Stories(SINGLE[word], Evidence(at - 1, at + 1, 0.95))
    return None
