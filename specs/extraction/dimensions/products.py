"""Products of sides: orders by design type, and a building's plan."""

import math

from specs.extraction.dimensions.alone import ends_item
from specs.extraction.dimensions.side import STANDING, Side
from specs.language.document import Document
from specs.language.facts import measured, tidy
from specs.language.quantity import Quantity
from specs.language.subject import Subject

# Sides of an unlabelled product by design type (annotation rule 4).
ORDERS = {
    "building": ("length", "width", "height"),
    "vehicle": ("length", "width", "height"),
    "general": ("length", "width", "height"),
    "furniture": ("width", "depth", "height"),
    "appliance": ("width", "depth", "height"),
    "electronics": ("width", "depth", "height"),
}


def product_sides(doc: Document, subject: Subject, group: list[Quantity]) -> list[Side]:
    if any(q.guessed and q.unit == "1" for q in group):
        unit = _unwritten_unit(doc, subject, group)
        if unit is None:
            return []
        for side in group:
            side.scaled(unit)
            side.kind, side.unit = "length", "m"
    order = _order(doc, subject, group)
    across = "width" if subject.category in ("aircraft", "drone") else "length"
    labels = [across if q.label == "span" else q.label for q in group]
    if subject.design_type == "building" and not any(labels):
        return _plan(group)
    names = _names(labels, order, round_stands=subject.design_type in ROUND)
    found = []
    for quantity, name in zip(group, names, strict=True):
        if name == "thickness":
            name = "depth" if subject.category in STANDING else "height"
        if name is not None:
            found.append(Side(name, tidy(quantity.value), measured(quantity)))
    return found


def _names(
    labels: list[str | None], order: tuple[str, ...], *, round_stands: bool
) -> list[str | None]:
    """The side of each figure of a product: its label's, else what the order leaves free."""
    names = list(labels)
    free = [name for name in order if name not in labels]
    if labels == ["diameter", None] and round_stands:
        # "60 cm dia x 1.7 m": what is round stands on its face.
        names[1] = "height"
    for place, name in enumerate(names):
        if name is not None:
            continue
        wanted = order[place] if place < len(order) and order[place] in free else None
        if labels[0] == "height":
            # "92 high by 110 by 66": the others keep their order.
            wanted = None
        wanted = wanted or (free[0] if free else None)
        if wanted is not None:
            free.remove(wanted)
        names[place] = wanted
    return names


ROUND = frozenset({"appliance", "electronics", "furniture"})


def _order(doc: Document, subject: Subject, group: list[Quantity]) -> tuple[str, ...]:
    if subject.category in STANDING and len(group) == 2:
        # "LED wall, 6 m x 3.4 m": what stands has a width and a height.
        return ("width", "height")
    last = group[-1].end
    if len(group) == 2 and ORDERS[subject.design_type][1] == "depth":
        labels = {q.label for q in doc.quantities if ends_item(doc, q.end)}
        if "depth" in labels and "height" not in labels:
            # "16 x 38 cm and only 4.5 cm deep".
            return ("width", "height")
    if len(group) == 2 and "length first" in doc.tokens.phrase(last, min(last + 6, len(doc))):
        return ("length", "width", "height")
    return ORDERS[subject.design_type]


CENTIMETRE, MILLIMETRE = 0.01, 0.001
OUTSIDE = frozenset({"outer", "outside", "overall", "external", "footprint", "frame"})
DENSITIES = (20.0, 5000.0)
"""Kilograms a cubic metre of a device in its case."""


def _unit_by_weight(doc: Document, group: list[Quantity]) -> float | None:
    """'Mouse, 125 g, 78 x 102 x 66': the unit in which the device is neither air nor lead."""
    weight = next((q.value for q in doc.quantities if q.kind == "mass"), 0.0)
    bulk = math.prod(side.number for side in group)
    if len(group) < 3 or not bulk or not weight:
        return None
    least, most = DENSITIES
    fits = [u for u in (CENTIMETRE, MILLIMETRE) if least <= weight / (bulk * u**3) <= most]
    return fits[0] if len(fits) == 1 else None


def _unwritten_unit(doc: Document, subject: Subject, group: list[Quantity]) -> float | None:
    """'TV stand 180 x 40 x 50': furniture without a unit is given in centimetres, a kitchen
    appliance often in millimetres; no side of either is over four metres."""
    if subject.design_type == "building":
        return _unit_of_plan(doc, group)
    if subject.design_type == "electronics":
        return _unit_by_weight(doc, group)
    if subject.design_type not in ("furniture", "appliance"):
        return None
    outside = OUTSIDE.issuperset(doc.words[group[-1].last : group[-1].last + 1] or ("",))
    pair = subject.design_type == "furniture" and subject.category != "bed"
    if len(group) < (2 if pair or outside else 3):
        return None
    values = [side.value for side in group]
    least = 8 if all(q.label for q in group) else 15
    if all(least <= value <= 400 for value in values):
        return CENTIMETRE
    return MILLIMETRE if all(100 <= value <= 4000 for value in values) else None


METRE, FOOT = 1.0, 0.3048
SHORT, LONG = 2.4, 400.0
"""Sides of a building in metres."""


def _unit_of_plan(doc: Document, group: list[Quantity]) -> float | None:
    """'Bothy, 7.2 by 4.6, door 1.7 m high': the unit that the rest of the text measures in."""
    written = {q.written for q in doc.quantities if q.kind == "length" and not q.guessed}
    areas = {q.written for q in doc.quantities if q.kind == "area"}
    unit = None
    if written & IMPERIAL or (not written and areas & IMPERIAL):
        unit = FOOT
    elif "metre" in written or areas & METRIC:
        unit = METRE
    if unit is None or any(not SHORT <= side.number * unit <= LONG for side in group[:2]):
        return None
    return unit


IMPERIAL = frozenset({"foot", "inch", "yard", "foot**2"})
METRIC = frozenset({"metre**2"})


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


def building_sides(found: list[Side]) -> list[Side]:
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
