"""Give back what the prompt states: identity, numbers, items, exclusions, wishes in words."""

from dataclasses import fields
from operator import attrgetter
from typing import Any

from rl.operators.editing import (
    Design,
    append_stated,
    clear,
    origin_at,
    protected,
    remove,
    set_stated,
)
from rl.operators.limits import possible_size
from rl.operators.operator import Facts
from rl.operators.typical import Knowledge
from specs.design import DIMENSIONS, LISTS_OF_PARTS
from specs.provenance import Origin, Source

# What makes two items of a list the same one, so that the rest of it can be put right.
SAME = {"materials": ("type", "use"), "spaces": ("type",), "performance": ("metric",)}


def _stated(facts: Facts, pointer: str) -> Origin | None:
    origin = facts.reading.provenance.get(pointer) if facts.reading else None
    return origin if origin is not None and origin.source is Source.PROMPT else None


SCALARS = ("/stories", *(f"/dimensions/{name}" for name in DIMENSIONS), "/timeline")
_scalars = attrgetter(*(pointer[1:].replace("/", ".") for pointer in SCALARS))


def _wrong_scalars(design: Design, facts: Facts) -> list[tuple[str, Any, Origin]]:
    if facts.reading is None:
        return []
    return [
        (pointer, value, origin)
        for pointer, value, have in zip(
            SCALARS, _scalars(facts.reading.spec), _scalars(design.spec), strict=True
        )
        if value is not None
        and have != value
        and (origin := _stated(facts, pointer))
        and not _a_persons(design, pointer)
    ]


def _a_persons(design: Design, pointer: str) -> bool:
    origin = origin_at(design, pointer)
    return origin is not None and origin.source is Source.PERSON


def _cost_origin(design: Design, facts: Facts) -> Origin | None:
    """Where a stated cost that the design lacks was stated."""
    cost = facts.reading.spec.estimated_cost if facts.reading else None
    if cost is None or design.spec.estimated_cost == cost:
        return None
    return _stated(facts, "/estimated_cost/amount")


def numbers_apply(design: Design, facts: Facts, knowledge: Knowledge) -> bool:
    return bool(
        _wrong_scalars(design, facts)
        or _cost_origin(design, facts)
        or _wrong_items(design, facts, "performance")
    )


def numbers(design: Design, facts: Facts, knowledge: Knowledge) -> Design:
    for pointer, value, origin in _wrong_scalars(design, facts):
        design = set_stated(design, pointer, value, origin)
    if (stated := _cost_origin(design, facts)) and facts.reading:
        design = set_stated(design, "/estimated_cost", facts.reading.spec.estimated_cost, stated)
        provenance = {p: o for p, o in design.provenance.items() if p != "/estimated_cost"}
        for name in ("amount", "currency"):
            provenance[f"/estimated_cost/{name}"] = (
                _stated(facts, f"/estimated_cost/{name}") or stated
            )
        kept = tuple(a for a in design.assumptions if not a.pointer.startswith("/estimated_cost/"))
        design = Design(design.spec, provenance, kept)
    return _restore_items(design, facts, "performance")


def _wrong_items(design: Design, facts: Facts, section: str) -> list[tuple[int, Any]]:
    """Stated items that the design lacks or has with other values, with their index."""
    stated = getattr(facts.reading.spec, section) if facts.reading else ()
    if not stated:
        return []
    present = getattr(design.spec, section)
    # Most of it is still the item that was read.
    same = set(map(id, present))
    return [
        (index, item)
        for index, item in enumerate(stated)
        if id(item) not in same
        and item not in present
        and not _contains(present, item)
        and _may_return(design, section, item)
    ]


def _contains(present: tuple[Any, ...], item: Any) -> bool:
    """A richer item that says the stated and more: a grade added to a stated material."""
    if isinstance(item, str):
        return False
    named = [(f.name, v) for f in fields(item) if (v := getattr(item, f.name)) is not None]
    return any(all(getattr(other, name) == value for name, value in named) for other in present)


def _restore_items(design: Design, facts: Facts, section: str) -> Design:
    for index, item in _wrong_items(design, facts, section):
        if section in SAME:
            stale = [
                place
                for place, other in enumerate(getattr(design.spec, section))
                if all(getattr(other, name) == getattr(item, name) for name in SAME[section])
            ]
            design = remove(design, section, stale)
        base = f"/{section}/{index}"
        names = [f.name for f in fields(LISTS_OF_PARTS[section])] if section in SAME else [""]
        origins = {
            name: origin
            for name in names
            if (origin := _stated(facts, f"{base}/{name}" if name else base))
        }
        if origins:
            design = append_stated(design, section, item, origins)
    return design


ITEMS = ("materials", "spaces", "features", "components")


def _may_return(design: Design, section: str, item: Any) -> bool:
    return section not in ("features", "components") or item not in design.spec.exclusions


def items_apply(design: Design, facts: Facts, knowledge: Knowledge) -> bool:
    return any(_wrong_items(design, facts, section) for section in ITEMS)


def items(design: Design, facts: Facts, knowledge: Knowledge) -> Design:
    for section in ITEMS:
        design = _restore_items(design, facts, section)
    return design


def exclusions_apply(design: Design, facts: Facts, knowledge: Knowledge) -> bool:
    return bool(_wrong_items(design, facts, "exclusions"))


def exclusions(design: Design, facts: Facts, knowledge: Knowledge) -> Design:
    return _restore_items(design, facts, "exclusions")


TEXTS = ("requirements", "constraints", "use_cases")


def _wrong_audience(design: Design, facts: Facts) -> Origin | None:
    wanted = facts.reading.spec.target_audience if facts.reading else None
    if wanted is None or design.spec.target_audience == wanted:
        return None
    return _stated(facts, "/target_audience")


def texts_apply(design: Design, facts: Facts, knowledge: Knowledge) -> bool:
    return bool(_wrong_audience(design, facts)) or any(
        _wrong_items(design, facts, section) for section in TEXTS
    )


def texts(design: Design, facts: Facts, knowledge: Knowledge) -> Design:
    for section in TEXTS:
        design = _restore_items(design, facts, section)
    if (origin := _wrong_audience(design, facts)) and facts.reading:
        audience = facts.reading.spec.target_audience
        design = set_stated(design, "/target_audience", audience, origin)
    return design


def _identity(design: Design, facts: Facts) -> list[tuple[str, str, Origin]]:
    if facts.reading is None:
        return []
    return [
        (f"/{name}", value, origin)
        for name in ("design_type", "category")
        if (value := getattr(facts.reading.spec, name)) != getattr(design.spec, name)
        and (origin := _stated(facts, f"/{name}"))
        and not _a_persons(design, f"/{name}")
    ]


def identity_apply(design: Design, facts: Facts, knowledge: Knowledge) -> bool:
    return bool(_identity(design, facts))


def identity(design: Design, facts: Facts, knowledge: Knowledge) -> Design:
    for pointer, value, origin in _identity(design, facts):
        design = set_stated(design, pointer, value, origin)
    return _without_misfits(design, facts)


def _without_misfits(design: Design, facts: Facts) -> Design:
    """Sizes that somebody assumed for another kind of thing, and that this kind cannot have."""
    for name in DIMENSIONS:
        pointer = f"/dimensions/{name}"
        value = getattr(design.spec.dimensions, name)
        if value is None or possible_size(design.spec, name, value):
            continue
        if not protected(design, pointer) and pointer not in facts.locked:
            design = clear(design, pointer)
    return design
