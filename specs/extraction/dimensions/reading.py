"""Sides, height, diameter, areas, volume and weight of the whole design."""

from specs.extraction.dimensions.amounts import area, bare_area, bare_gross, mass, take_cue, volume
from specs.extraction.dimensions.bare import bare_sides
from specs.extraction.dimensions.floor_sums import summed_floors
from specs.extraction.dimensions.ours import is_ours
from specs.extraction.dimensions.side import Side, is_done
from specs.extraction.dimensions.singles import single_sides
from specs.language.document import Document
from specs.language.quantity import Quantity
from specs.language.subject import Subject

READERS = {"area": area, "volume": volume, "mass": mass}


def read_dimensions(
    doc: Document, subject: Subject
) -> tuple[list[Side], list[tuple[str, float, float]]]:
    """The sides, and where the prompt gives two figures for one (the first is kept)."""
    found: list[Side] = []
    lengths = [
        q
        for q in doc.quantities
        if (q.kind == "length" or (q.guessed and q.group >= 0)) and is_ours(doc, q, subject)
    ]
    if subject.design_type in HANDLED:
        for quantity in lengths:
            _in_centimetres(quantity)
    sizes = {q.group: 0 for q in lengths if q.group >= 0}
    for quantity in lengths:
        sizes[quantity.group] = sizes.get(quantity.group, 0) + 1
    # A product of which one side is something else's is something else's.
    lengths = [q for q in lengths if q.group < 0 or sizes[q.group] == q.size]
    found.extend(single_sides(doc, subject, lengths))
    found.extend(bare_sides(doc, subject))
    found.extend(_amounts(doc, subject))
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
            take_cue(doc, side.evidence)
    return list(kept.values()), contradictions


HANDLED = frozenset({"furniture", "appliance", "electronics"})
LONGEST = 8.0
"""Metres; what people have in their rooms is no larger."""


def _in_centimetres(quantity: Quantity) -> None:
    """'Bookcase 2.2 m high, 32 deep': who changes to centimetres does not always say so."""
    unwritten = quantity.last - quantity.first == 1
    if unwritten and quantity.written == "metre" and quantity.value > LONGEST:
        quantity.value /= 100


def _amounts(doc: Document, subject: Subject) -> list[Side]:
    """Areas, volume and weight."""
    found: list[Side] = []
    building = subject.design_type == "building"
    if building and (floors := summed_floors(doc)) is not None:
        found.append(floors)
    for quantity in doc.quantities:
        if quantity.kind in READERS and not is_done(doc, quantity):
            side = READERS[quantity.kind](doc, subject, quantity)
            if side is not None:
                found.append(side)
    gross = bare_gross(doc, found) if building else None
    if gross is not None:
        found.append(gross)
    if all(side.name != "floor_area" for side in found):
        bare = bare_area(doc, subject)
        found.extend([bare] if bare is not None else [])
    return found


FAR = 0.02
"""Two figures for one side that differ by less are one figure."""


def _better(new: Side, old: Side) -> bool:
    """The first statement wins, unless a later one is much surer."""
    if (new.evidence.bound is None) != (old.evidence.bound is None) and _is_near(new, old):
        # "1100 high, not taller than 1.2 m": a limit is no figure.
        return new.evidence.bound is None
    return new.evidence.confidence > old.evidence.confidence + 0.1


NEAR = 0.3
LENGTHS = frozenset({"height", "width", "depth", "length"})


def _is_near(new: Side, old: Side) -> bool:
    return new.name in LENGTHS and abs(new.value - old.value) <= NEAR * max(new.value, old.value)
