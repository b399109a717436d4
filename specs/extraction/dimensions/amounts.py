"""Floor area, footprint, volume and weight."""

from specs.extraction.borne import is_force, is_per_part
from specs.extraction.dimensions.side import CLOSE, Side, is_done
from specs.knowledge import wordset
from specs.language.cues import Cue, cue_of
from specs.language.document import Document
from specs.language.facts import Evidence, measured, tidy
from specs.language.lexicon import SPACE
from specs.language.ownership import WHOLE, owner
from specs.language.quantity import Quantity
from specs.language.subject import Subject
from specs.language.tokens import WORD
from specs.language.words import singular


def take_cue(doc: Document, evidence: Evidence) -> None:
    quantity = doc.quantity_at[evidence.last - 1]
    cue = cue_of(doc, quantity) if quantity is not None else None
    if cue is not None and cue.cost <= CLOSE and not cue.role.startswith("-"):
        doc.take(cue.first, cue.last)


SMALLEST = 8.0
"""Square metres; a smaller floor area is another number."""


def area(doc: Document, subject: Subject, quantity: Quantity) -> Side | None:
    cue = cue_of(doc, quantity)
    if cue is not None and cue.role.startswith("-") and cue.cost <= 3:
        return None
    behind = doc.words[quantity.end : quantity.end + 2]
    if behind[:1] == ["each"] or (behind[:1] in (["per"], ["a"], ["/"]) and len(behind) > 1):
        counted = doc.quantity_at[quantity.end + 1] if len(behind) > 1 else None
        if behind[0] != "/" or counted is None or counted.kind != "count":
            # "5,200 m2 / 4 floors" is no rate.
            return None
    named = _named(cue)
    if named is None and quantity.written in LAND:
        return None
    if named == "footprint_area":
        return Side(named, tidy(quantity.value), measured(quantity))
    if subject.design_type == "building":
        if (
            named is None
            and not _is_under_all(doc, quantity)
            and (owner(doc, quantity, subject.head) != WHOLE or _is_of_room(doc, subject, quantity))
        ):
            return None
        if _is_of_rooms(doc, subject, quantity):
            return None
        confidence = 0.97 if named else 0.85
        if cue is not None and named and not NET.isdisjoint(doc.words[cue.first : cue.last]):
            # "225 m2 net, 260 gross": the floor area is the gross one where both are given.
            confidence = 0.86
        value, other = quantity.value, quantity.alternative
        if other is not None and value < SMALLEST <= other:
            # "1.200 m2": no building is so small, so the point groups the digits.
            value = other
        return Side("floor_area", tidy(value), measured(quantity, confidence=confidence))
    return None


LAND = frozenset({"acre", "hectare"})
"""What a plot is measured in; a floor area says that it is one."""
NET = wordset("dimensions", "net")


def bare_gross(doc: Document, found: list[Side]) -> Side | None:
    """'225 m2 net, 260 gross': the unit is said once, and the gross area is the floor area."""
    near = next((s for s in found if s.name == "floor_area"), None)
    if near is None:
        return None
    for quantity in doc.quantities:
        bare = quantity.kind == "count" or (quantity.kind == "area" and quantity.guessed)
        if not bare or is_done(doc, quantity) or quantity.low is not None:
            continue
        behind = doc.words[quantity.last : quantity.last + 1]
        if behind and behind[0] in GROSS and near.value < quantity.value < WIDEST * near.value:
            evidence = Evidence(quantity.first, quantity.last, 0.97)
            return Side("floor_area", tidy(quantity.value), evidence)
    return None


GROSS = frozenset({"gross", "gia", "gea", "gfa", "bgf"})
WIDEST = 2.0
"""No gross area is twice the net one."""


def bare_area(doc: Document, subject: Subject) -> Side | None:
    """'GFA about 36,000': a bare figure right behind its name, in the unit of the other areas."""
    if subject.design_type != "building":
        return None
    for quantity in doc.quantities:
        if quantity.kind != "count" or quantity.value < BARE_AREA or is_done(doc, quantity):
            continue
        cue = cue_of(doc, quantity, "area")
        between = () if cue is None else doc.words[cue.last : quantity.first]
        if cue is None or cue.role != "floor_area" or cue.first > quantity.first:
            continue
        if all(word in LEADS for word in between) and not doc.is_aside(
            quantity.first, quantity.last
        ):
            near = next((q for q in doc.quantities if q.kind == "area" and q.number), None)
            scale = near.value / near.number if near is not None and near.number else 1.0
            confidence = 0.7 if near is not None else 0.6
            value = tidy(quantity.value * scale)
            doc.take(cue.first, cue.last)
            return Side("floor_area", value, measured(quantity, confidence=confidence))
    return None


BARE_AREA = 30
"""What stands behind a name of the floor area is no count of floors or rooms."""
LEADS = wordset("prose", "bound_words") | frozenset(
    {":", "=", "~", "≈", "(", "about", "around", "roughly", "approx", "circa", "ca", "nearly"}
)


def _is_under_all(doc: Document, quantity: Quantity) -> bool:
    """'38 stalls on 2,050 m2': as large is what all of them stand on."""
    at = quantity.begin - 1
    if at < 2 or doc.words[at] not in ("on", "over", "across"):
        return False
    noun = at - 1
    while noun > 0 and at - noun < FEW and doc.quantity_at[noun] is None:
        noun -= 1
    counted = doc.quantity_at[noun]
    if counted is None or counted.kind != "count" or counted.value < 2 or counted.last == at:
        return False
    return all(doc.kinds[i] == WORD for i in range(counted.last, at)) and doc.words[
        at - 1
    ] != singular(doc.words[at - 1])


FEW = 4
"""Tokens between the number of the rooms and their area."""


def _is_of_room(doc: Document, subject: Subject, quantity: Quantity) -> bool:
    """'Offices 180 sqm' in a factory: the figure of the room in front of it."""
    ahead = doc.words[max(0, quantity.begin - 2) : quantity.begin]
    if ahead[1:] in (["of"], ["at"], ["@"]) and ahead[0] in ("ones", "those"):
        # "184 studio flats, plus 6 accessible ones of 27 m2".
        return True
    counted = doc.quantity_at[quantity.begin - 2] if quantity.begin > 1 else None
    if ahead[1:] == ["of"] and counted is not None and counted.kind == "count":
        # "12 of 90 m2".
        return True
    room = doc.mention_at[quantity.begin - 1] if quantity.begin else None
    if room is None or room.entry(SPACE) is None:
        return False
    return not (room.first < subject.last and subject.first < room.last)


def _is_of_rooms(doc: Document, subject: Subject, quantity: Quantity) -> bool:
    """'640 m2 of offices' in a factory: rooms that nobody counts."""
    if doc.words[quantity.end : quantity.end + 1] != ["of"] or quantity.end + 1 >= len(doc):
        return False
    rooms = doc.mention_at[quantity.end + 1]
    entry = rooms.entry(SPACE) if rooms is not None else None
    if rooms is None or entry is None or entry.name == subject.category:
        return False
    return doc.words[rooms.last - 1] != doc.lemmas[rooms.last - 1]


def _named(cue: Cue | None) -> str | None:
    return cue.role if cue is not None and not cue.role.startswith("-") else None


def volume(doc: Document, subject: Subject, quantity: Quantity) -> Side | None:
    cue = cue_of(doc, quantity)
    if (
        cue is not None
        and cue.role == "volume"
        and cue.cost <= 3
        and subject.design_type in ("electronics", "building", "general")
    ):
        if subject.design_type == "electronics" and subject.category == "headphones":
            return None
        return Side("volume", tidy(quantity.value), measured(quantity))
    if subject.category in ("desktop", "speaker") and quantity.value < 0.3:
        return Side("volume", tidy(quantity.value), measured(quantity, confidence=0.8))
    return None


def mass(doc: Document, subject: Subject, quantity: Quantity) -> Side | None:
    cue = cue_of(doc, quantity)
    if subject.design_type == "building" or _is_rate_or_content(doc, quantity):
        return None
    if quantity.low == 0:
        # "Weight sensor, 0-200 kg".
        return None
    if is_per_part(doc, quantity) or is_force(doc, subject, quantity):
        return None
    if cue is not None and cue.cost <= 4:
        if cue.role.startswith("-") or (cue.role == "weight" and _dries(doc, subject, cue)):
            return None
        if cue.role == "weight":
            # "Rack load front 45 / rear 80 kg. Dry weight: 365 kg".
            headed = not SIGNS.isdisjoint(doc.words[cue.last : quantity.first])
            confidence = 0.97 if headed else 0.95
            return Side("weight", tidy(quantity.value), measured(quantity, confidence=confidence))
        if cue.role in ("payload", "load"):
            return None
    if doc.words[quantity.first - 2 : quantity.first] in (["m", "="], ["m", ":"]):
        # "m = 38 kg" on a data sheet.
        return Side("weight", tidy(quantity.value), measured(quantity))
    apiece = doc.words[quantity.end : quantity.end + 1] in (["apiece"], ["each"])
    if apiece and _opens_item(doc, quantity.first - 1):
        # "A pair of speakers, 8.9 kg apiece".
        return Side("weight", tidy(quantity.value), measured(quantity, confidence=0.75))
    if owner(doc, quantity, subject.head) != WHOLE or _is_load(doc, subject, quantity):
        return None
    return Side("weight", tidy(quantity.value), measured(quantity, confidence=0.85))


def _opens_item(doc: Document, at: int) -> bool:
    """'8.9 kg apiece', 'under 14 kg each' as an item of its own."""
    while at > 0 and doc.words[at] in BOUNDS:
        at -= 1
    return at >= 0 and doc.words[at] in (",", ";", "\n")


BOUNDS = frozenset("<≤~") | wordset("prose", "bound_words")


def _is_rate_or_content(doc: Document, quantity: Quantity) -> bool:
    """'28 g/min', '2.3 kg of activated carbon': not what the thing weighs."""
    behind = doc.words[quantity.last : quantity.last + 2]
    if behind[:1] in (["/"], ["per"]):
        return True
    if behind[:1] and behind[0] in DIFFERENCES:
        # "12 kg lighter than my old one".
        return True
    return behind[:1] == ["of"] and len(behind) > 1 and behind[1] not in ("weight", "mass", "which")


DIFFERENCES = frozenset({"lighter", "heavier", "less", "more"})


def _dries(doc: Document, subject: Subject, cue: Cue) -> bool:
    """'Wash 7 kg, dry 4 kg': what it dries, no dry weight."""
    laundry = subject.category in ("washing_machine", "dryer")
    return laundry and doc.words[cue.first : cue.last] == ["dry"]


SIGNS = frozenset({":", "="})


def _rests_on(doc: Document, subject: Subject, quantity: Quantity) -> bool:
    """'110 kg on each bunk', '100 kg in the box', a desk's '80 kg max': what is put there."""
    behind = doc.words[quantity.last : quantity.last + 2]
    if (
        len(behind) == 2
        and behind[0] in ("on", "in", "per")
        and (behind[1] in ("each", "the", "every") or behind[0] == "per")
    ):
        return True
    bound = behind[:1] in (["max"], ["maximum"]) and subject.design_type == "furniture"
    return bound and quantity.value >= HEAVY


HEAVY = 60.0
"""Kilograms; what a piece of furniture bears at most, rather than what it may weigh."""
CLASSED = wordset("dimensions", "classed_by_tons")


def _is_load(doc: Document, subject: Subject, quantity: Quantity) -> bool:
    """A few kilos of a washing machine are laundry; '40 t truck' is what the road allows."""
    if _rests_on(doc, subject, quantity):
        return True
    if subject.category in ("washing_machine", "dryer"):
        # The laundry is read already where a second figure follows: "3 kg max ... 7 kg".
        other = any(
            q.kind == "mass" and q is not quantity and doc.taken[q.first] for q in doc.quantities
        )
        return quantity.value <= 20 and not other
    if doc.words[max(0, quantity.first - 2) : quantity.first] == ["up", "to"]:
        # "Loaves up to 1 kg; 26 x 38 x 34 cm; 6 kg".
        return any(q.kind == "mass" and q is not quantity for q in doc.quantities)
    behind = range(quantity.end, subject.first)
    return (
        subject.category in CLASSED
        and quantity.written in ("metric_ton", "short_ton", "ton", "long_ton")
        and quantity.end <= subject.first
        and all(doc.kinds[i] == "w" for i in behind)
    )
