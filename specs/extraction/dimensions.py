"""Sides, height, diameter, areas, volume and weight of the whole design."""

from dataclasses import dataclass

from specs.knowledge import wordset
from specs.language.cues import Cue, cue_of
from specs.language.document import Document
from specs.language.facts import Evidence, measured, tidy
from specs.language.ownership import WHOLE, owner
from specs.language.quantity import Quantity
from specs.language.subject import Subject

OTHER_LENGTHS = wordset("dimensions", "other_lengths")

# Sides of an unlabelled product by design type (annotation rule 4).
ORDERS = {
    "building": ("length", "width", "height"),
    "vehicle": ("length", "width", "height"),
    "general": ("length", "width", "height"),
    "furniture": ("width", "depth", "height"),
    "appliance": ("width", "depth", "height"),
    "electronics": ("width", "depth", "height"),
}
# What lies flat has its thickness as height; what stands has it as depth.
STANDING = wordset("dimensions", "standing")
TOWERS = wordset("dimensions", "towers")
LONG = frozenset({"table", "bed", "bench"})
ACROSS = wordset("dimensions", "across")


@dataclass(frozen=True, slots=True)
class Side:
    name: str
    value: float
    evidence: Evidence


def read_dimensions(
    doc: Document, subject: Subject
) -> tuple[list[Side], list[tuple[str, float, float]]]:
    """The sides, and where the prompt gives two figures for one (the first is kept)."""
    found: list[Side] = []
    lengths = [
        q
        for q in doc.quantities
        if (q.kind == "length" or (q.guessed and q.group >= 0)) and _is_ours(doc, q, subject)
    ]
    sizes = {q.group: 0 for q in lengths if q.group >= 0}
    for quantity in lengths:
        sizes[quantity.group] = sizes.get(quantity.group, 0) + 1
    # A product of which one side is something else's is something else's.
    lengths = [q for q in lengths if q.group < 0 or sizes[q.group] == q.size]
    found.extend(_sides(doc, subject, lengths))
    for quantity in doc.quantities:
        if quantity.kind in ("area", "volume", "mass") and not _done(doc, quantity):
            side = READERS[quantity.kind](doc, subject, quantity)
            if side is not None:
                found.append(side)
    kept: dict[str, Side] = {}
    contradictions: list[tuple[str, float, float]] = []
    for side in found:
        if side.value <= 0:
            continue
        previous = kept.get(side.name)
        if previous is None or _better(side, previous):
            kept[side.name] = side
        elif abs(side.value - previous.value) > FAR * previous.value:
            contradictions.append((side.name, previous.value, side.value))
    for side in kept.values():
        doc.take(side.evidence.first, side.evidence.last)
        if side.name in ("weight", "floor_area", "footprint_area", "volume"):
            _take_cue(doc, side.evidence)
    return list(kept.values()), contradictions


def _take_cue(doc: Document, evidence: Evidence) -> None:
    quantity = doc.quantity_at[evidence.last - 1]
    cue = cue_of(doc, quantity) if quantity is not None else None
    if cue is not None and cue.cost <= CLOSE and not cue.role.startswith("-"):
        doc.take(cue.first, cue.last)


FAR = 0.02
"""Two figures for one side that differ by less are one figure."""


def _better(new: Side, old: Side) -> bool:
    """The first statement wins, unless a later one is much surer."""
    return new.evidence.confidence > old.evidence.confidence + 0.1


def _done(doc: Document, quantity: Quantity) -> bool:
    first, last = quantity.first, quantity.last
    return any(doc.taken[first:last]) or not doc.is_free(first, last)


def _is_ours(doc: Document, quantity: Quantity, subject: Subject) -> bool:
    if _done(doc, quantity):
        return False
    cue = (
        cue_of(doc, quantity)
        if quantity.group < 0 or quantity.place in (0, quantity.size - 1)
        else None
    )
    if cue is not None and (
        (cue.first < subject.last and subject.first < cue.last) or doc.taken[cue.first]
    ):
        # A word of the design's own name, or one that another fact has claimed.
        cue = None
    if cue is not None and cue.cost <= CLOSE and (cue.role.startswith("-") or cue.role == "range"):
        return False
    if cue is not None and cue.first < quantity.begin and quantity.size > 1 and quantity.place:
        return True
    if quantity.label in OTHER_LENGTHS:
        return False
    return True


CLOSE = 3.2


def _sides(doc: Document, subject: Subject, lengths: list[Quantity]) -> list[Side]:
    found: list[Side] = []
    groups: dict[int, list[Quantity]] = {}
    verdicts: dict[int, str] = {}
    for index, quantity in enumerate(lengths):
        if quantity.group >= 0:
            groups.setdefault(quantity.group, []).append(quantity)
            continue
        verdict = _owner(doc, quantity, subject, lengths, index, verdicts)
        verdicts[index] = verdict
        if verdict == WHOLE:
            side = _single(doc, subject, quantity)
            if side is not None:
                found.append(side)
    for group in groups.values():
        if owner(doc, group[-1], subject.head, group[0]) == WHOLE:
            found.extend(_product(doc, subject, group))
    return _building_sides(found) if subject.design_type == "building" else found


def _owner(
    doc: Document,
    quantity: Quantity,
    subject: Subject,
    lengths: list[Quantity],
    index: int,
    verdicts: dict[int, str],
) -> str:
    """A second measure after 'and' belongs to what the first one belongs to."""
    if index and doc.words[quantity.begin - 1 : quantity.begin] == ["and"]:
        previous = lengths[index - 1]
        if previous.end == quantity.begin - 1 and index - 1 in verdicts:
            return verdicts[index - 1]
    return owner(doc, quantity, subject.head)


def _single(doc: Document, subject: Subject, quantity: Quantity) -> Side | None:
    name = quantity.label
    if name is None:
        name = _unlabelled(doc, subject, quantity)
        if name is None:
            return None
    elif name == "thickness":
        name = "depth" if subject.category in STANDING else "height"
    elif name == "depth" and subject.design_type in ("vehicle",):
        return None
    elif name == "depth" and subject.design_type == "general":
        name = "depth"
    return Side(name, tidy(quantity.value), measured(quantity))


def _unlabelled(doc: Document, subject: Subject, quantity: Quantity) -> str | None:
    """A bare length in front of the thing: '19 ft fishing boat', '46 mm round case'."""
    end = quantity.end
    near = doc.words[end : end + 3]
    if any(w in ACROSS for w in near) or any(
        w in ACROSS for w in doc.words[max(0, quantity.first - 2) : quantity.first]
    ):
        return "diameter"
    before_head = quantity.end <= subject.first and all(
        doc.kinds[i] == "w" for i in range(quantity.end, subject.first)
    )
    if not before_head:
        return _by_place(doc, subject, quantity)
    if any(doc.words[i] in TOWERS for i in range(quantity.end, min(subject.last + 2, len(doc)))):
        return "height"
    if subject.design_type in ("vehicle", "building"):
        return "length"
    if subject.design_type == "general":
        return "length"
    if subject.design_type == "furniture":
        return "length" if subject.category in LONG else "width"
    return "width"


def _by_place(doc: Document, subject: Subject, quantity: Quantity) -> str | None:
    """'smartwatch with a 46 mm case': a watch case is measured across."""
    near = doc.words[quantity.end : quantity.end + 3]
    if subject.category == "smartwatch" and "case" in near:
        return "diameter"
    if subject.design_type == "vehicle" and quantity.value >= 2 and _stands_alone(doc, quantity):
        return "length"
    return None


def _stands_alone(doc: Document, quantity: Quantity) -> bool:
    """A list item that is only this figure: a vehicle's one length."""
    first, last = quantity.first, quantity.end
    opens = first == 0 or doc.words[first - 1] in (",", ";", ":", "\n")
    return opens and (last >= len(doc) or doc.words[last] in (",", ";", ".", "\n"))


def _product(doc: Document, subject: Subject, group: list[Quantity]) -> list[Side]:
    if any(q.guessed and q.unit == "1" for q in group):
        if not _in_centimetres(subject, group):
            return []
        for side in group:
            side.scaled(CENTIMETRE)
            side.kind, side.unit = "length", "m"
    order = ORDERS[subject.design_type]
    labels = [q.label for q in group]
    if subject.design_type == "building" and not any(labels):
        return _plan(group)
    names: list[str | None] = list(labels)
    free = [name for name in order if name not in labels]
    for place, name in enumerate(names):
        if name is None:
            wanted = order[place] if place < len(order) and order[place] in free else None
            names[place] = wanted or (free[0] if free else None)
            if names[place] in free:
                free.remove(names[place])  # type: ignore[arg-type]
    found = []
    for quantity, name in zip(group, names, strict=True):
        if name == "thickness":
            name = "depth" if subject.category in STANDING else "height"
        if name is not None:
            found.append(Side(name, tidy(quantity.value), measured(quantity)))
    return found


CENTIMETRE = 0.01


def _in_centimetres(subject: Subject, group: list[Quantity]) -> bool:
    """'TV stand 180 x 40 x 50': furniture without a unit is given in centimetres."""
    if subject.design_type not in ("furniture", "appliance") or len(group) < 3:
        return False
    return all(15 <= q.value <= 400 for q in group)


def _plan(group: list[Quantity]) -> list[Side]:
    """A building's plan: the longer side is its length whatever the order."""
    sides = sorted(group[:2], key=lambda q: -q.value)
    found = [
        Side(name, tidy(q.value), measured(q))
        for name, q in zip(("length", "width"), sides, strict=False)
    ]
    if len(group) > 2:
        found.append(Side("height", tidy(group[2].value), measured(group[2])))
    return found


def _building_sides(found: list[Side]) -> list[Side]:
    """Width, depth and length of a plan are two sides; the longer one is the length."""
    plan = [s for s in found if s.name in ("length", "width", "depth")]
    rest = [s for s in found if s.name not in ("length", "width", "depth")]
    first: dict[str, Side] = {}
    for side in plan:
        first.setdefault(side.name, side)
    sides = list(first.values())
    if len(sides) < 2:
        return rest + [
            Side("length" if s.name == "depth" else s.name, s.value, s.evidence) for s in sides
        ]
    sides.sort(key=lambda s: -s.value)
    renamed = [
        Side(name, s.value, s.evidence) for name, s in zip(("length", "width"), sides, strict=False)
    ]
    return rest + renamed


def _area(doc: Document, subject: Subject, quantity: Quantity) -> Side | None:
    cue = cue_of(doc, quantity)
    if cue is not None and cue.role.startswith("-") and cue.cost <= 3:
        return None
    behind = doc.words[quantity.end : quantity.end + 2]
    if behind[:1] == ["each"] or (behind[:1] in (["per"], ["a"], ["/"]) and len(behind) > 1):
        return None
    named = _named(cue)
    if named == "footprint_area":
        return Side(named, tidy(quantity.value), measured(quantity))
    if subject.design_type == "building":
        if named is None and owner(doc, quantity, subject.head) != WHOLE:
            return None
        confidence = 0.97 if named else 0.85
        return Side("floor_area", tidy(quantity.value), measured(quantity, confidence=confidence))
    return None


def _named(cue: Cue | None) -> str | None:
    return cue.role if cue is not None and not cue.role.startswith("-") else None


def _volume(doc: Document, subject: Subject, quantity: Quantity) -> Side | None:
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


def _mass(doc: Document, subject: Subject, quantity: Quantity) -> Side | None:
    cue = cue_of(doc, quantity)
    if subject.design_type == "building":
        return None
    if cue is not None and cue.cost <= 4:
        if cue.role.startswith("-"):
            return None
        if cue.role == "weight":
            return Side("weight", tidy(quantity.value), measured(quantity))
        if cue.role in ("payload", "load"):
            return None
    if owner(doc, quantity, subject.head) != WHOLE or _is_load(doc, subject, quantity):
        return None
    return Side("weight", tidy(quantity.value), measured(quantity, confidence=0.85))


def _is_load(doc: Document, subject: Subject, quantity: Quantity) -> bool:
    """A few kilos of a washing machine are laundry; '40 t truck' is what the road allows."""
    if subject.category in ("washing_machine", "dryer"):
        return quantity.value <= 20
    behind = range(quantity.end, subject.first)
    return (
        subject.category == "truck"
        and quantity.written in ("metric_ton", "short_ton")
        and quantity.end <= subject.first
        and all(doc.kinds[i] == "w" for i in behind)
    )


READERS = {"area": _area, "volume": _volume, "mass": _mass}
