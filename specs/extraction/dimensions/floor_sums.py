"""The floor area as a sum: '96 m2 downstairs and 74 upstairs', '1,400 m2 + 300 m2 mezzanine'."""

from specs.extraction.dimensions.side import Side, is_done
from specs.knowledge import wordset
from specs.language.document import Document
from specs.language.facts import Evidence, tidy
from specs.language.quantity import Quantity

LEVELS = wordset("dimensions", "levels")
JOINTS = frozenset({"+", "plus", "and", "&", ",", ";", "\n", "|"})
BREAKS = frozenset({",", ";", ".", "\n", "+", "=", "and", "plus", "&", "(", ")", "with", "|"})
REACH = 5


def summed_floors(doc: Document) -> Side | None:
    """The sum of areas that each name their floor, one behind the other."""
    run: list[Quantity] = []
    for quantity in doc.quantities:
        area = _as_area(doc, quantity, run)
        if area is None:
            continue
        if run and not _joined(doc, run[-1], quantity):
            if len(run) > 1:
                break
            run = []
        run.append(quantity)
    if len(run) < 2 or not _name_floors(doc, run):
        return None
    scale = run[0].value / run[0].number if run[0].number else 1.0
    values = [q.value if q.kind == "area" else q.number * scale for q in run]
    return Side("floor_area", tidy(sum(values)), Evidence(run[0].first, run[-1].last, 0.9))


def _as_area(doc: Document, quantity: Quantity, run: list[Quantity]) -> Quantity | None:
    if quantity.kind == "area" and quantity.low is None:
        return None if is_done(doc, quantity) else quantity
    near_run = run != [] and quantity.first - run[-1].last <= 2 * REACH
    bare = quantity.kind == "count" and quantity.group < 0 and near_run
    if bare and not is_done(doc, quantity) and quantity.value >= SMALLEST:
        # "1,860 m2 + 400 mezzanine": the unit is said once.
        near = doc.words[quantity.last : quantity.last + 2]
        ahead = doc.words[run[-1].last : quantity.first]
        if any(word in LEVELS for word in near) and any(word in JOINTS for word in ahead):
            return quantity
    return None


SMALLEST = 8.0


def _joined(doc: Document, before: Quantity, quantity: Quantity) -> bool:
    """Whether a sign of a list and nothing but floors stand between two areas."""
    if quantity.first - before.last > 2 * REACH:
        return False
    between = doc.words[before.last : quantity.first]
    if not any(word in JOINTS for word in between):
        return False
    return all(word in JOINTS or word in LEVELS or word in FILLERS for word in between)


FILLERS = frozenset(
    {"on", "at", "in", "the", "floor", "level", "story", "storey", "for", "of", "a", "another", ":",
     "is", "has", "m2", "about", "and"}
)  # fmt: skip


def _name_floors(doc: Document, run: list[Quantity]) -> bool:
    """Whether the areas name their floors, but for one that may be what is left."""
    named = sum(_names_floor(doc, quantity) for quantity in run)
    added = "+" in doc.words[run[0].last : run[-1].first]
    return named == len(run) or (added and named >= len(run) - 1 and named > 0)


def _names_floor(doc: Document, quantity: Quantity) -> bool:
    at, stop = quantity.last, min(len(doc), quantity.last + REACH)
    while at < stop and doc.words[at] not in BREAKS and doc.quantity_at[at] is None:
        if doc.words[at] in LEVELS:
            return True
        at += 1
    at = quantity.first - 1
    while at >= max(0, quantity.first - REACH) and doc.words[at] not in BREAKS:
        if doc.words[at] in LEVELS:
            return True
        at -= 1
    return False
