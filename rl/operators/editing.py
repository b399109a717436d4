"""A design under edit: a spec with where each value came from, and the small edits on it.

Every edit returns a new `Design`. Provenance and assumptions follow the values: what is appended
gets entries, what moves in a list takes its entries along, what goes loses them.
"""

from collections.abc import Iterable
from dataclasses import field, fields, replace
from functools import cache
from operator import attrgetter
from typing import Any

from specs.design import LISTS_OF_PARTS, Cost, DesignSpec, Dimensions
from specs.provenance import Assumption, Origin, Provenance, Source
from specs.records import record

_PLACES = {part.name: place for place, part in enumerate(fields(DesignSpec))}
_parts = attrgetter(*_PLACES)
# How the fields of a part are read, and where each stands.
_FIELDS = {
    kind: (
        attrgetter(*(part.name for part in fields(kind))),
        {part.name: place for place, part in enumerate(fields(kind))},
    )
    for kind in (Dimensions, Cost, *LISTS_OF_PARTS.values())
}

HELD = (Source.PROMPT, Source.PERSON)


class Key:
    """What decides how a design is judged; its hash is worked out once."""

    __slots__ = ("_hash", "assumed", "spec")

    def __init__(self, spec: DesignSpec, assumed: frozenset[str]) -> None:
        self.spec = spec
        self.assumed = assumed
        # Few designs of a case are alike in these.
        self._hash = hash((assumed, spec.features, spec.dimensions))

    def __hash__(self) -> int:
        return self._hash

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Key) and self.assumed == other.assumed and self.spec == other.spec


@record
class Design:
    """Treat `provenance` as frozen; it is a plain dict for speed and for JSON."""

    spec: DesignSpec
    provenance: Provenance
    assumptions: tuple[Assumption, ...] = ()
    _key: Key | None = field(default=None, init=False, compare=False, repr=False)

    @property
    def assumed(self) -> frozenset[str]:
        return self.key.assumed

    @property
    def key(self) -> Key:
        """Two designs with one key are judged alike."""
        key = self._key
        if key is None:
            key = Key(self.spec, frozenset([entry.pointer for entry in self.assumptions]))
            object.__setattr__(self, "_key", key)
        return key


def origin_at(design: Design, pointer: str) -> Origin | None:
    return design.provenance.get(pointer)


def protected(design: Design, pointer: str) -> bool:
    """A person or the prompt said so: no operator may change it."""
    origin = design.provenance.get(pointer)
    return origin is not None and origin.source in HELD


@cache
def _proposed(rule: str, source: Source = Source.POLICY) -> Origin:
    """One for all values that a rule proposes."""
    return Origin(source, rule=rule)


def set_value(
    design: Design, pointer: str, value: Any, *, rule: str, reason: str, derived: bool = False
) -> Design:
    """A scalar that the policy proposes, listed as an assumption with its reason."""
    return set_values(design, {pointer: value}, rule=rule, reason=reason, derived=derived)


def set_values(
    design: Design, values: dict[str, Any], *, rule: str, reason: str, derived: bool = False
) -> Design:
    """Several at once, by their pointers."""
    proposed = _proposed(rule, Source.DERIVED if derived else Source.POLICY)
    spec = design.spec
    for pointer, value in values.items():
        spec = _with_leaf(spec, pointer, value)
    return Design(
        spec,
        {**design.provenance, **dict.fromkeys(values, proposed)},
        (
            *[a for a in design.assumptions if a.pointer not in values],
            *[Assumption(pointer, value, rule, reason) for pointer, value in values.items()],
        ),
    )


def set_stated(design: Design, pointer: str, value: Any, origin: Origin) -> Design:
    """A scalar as the prompt states it."""
    kept = tuple(a for a in design.assumptions if a.pointer != pointer)
    spec = _with_leaf(design.spec, pointer, value)
    return Design(spec, {**design.provenance, pointer: origin}, kept)


def clear(design: Design, pointer: str) -> Design:
    """Without a scalar of the spec or of its dimensions."""
    provenance = {p: o for p, o in design.provenance.items() if p != pointer}
    kept = tuple(a for a in design.assumptions if a.pointer != pointer)
    return Design(_with_leaf(design.spec, pointer, None), provenance, kept)


def set_cost(design: Design, cost: Cost, *, rule: str, reason: str) -> Design:
    provenance = {**design.provenance}
    assumptions = [a for a in design.assumptions if not a.pointer.startswith("/estimated_cost/")]
    for name in ("amount", "currency"):
        pointer = f"/estimated_cost/{name}"
        provenance[pointer] = _proposed(rule)
        assumptions.append(Assumption(pointer, getattr(cost, name), rule, reason))
    spec = _with_part(design.spec, "estimated_cost", cost)
    return Design(spec, provenance, tuple(assumptions))


def append(design: Design, section: str, items: Iterable[Any], *, rule: str, reason: str) -> Design:
    """Items at the end of a list, each populated leaf an assumption."""
    present = getattr(design.spec, section)
    added = tuple(items)
    provenance = {**design.provenance}
    assumptions = list(design.assumptions)
    for index, item in enumerate(added, len(present)):
        for pointer, value in item_leaves(section, index, item):
            provenance[pointer] = _proposed(rule)
            assumptions.append(Assumption(pointer, value, rule, reason))
    spec = _with_part(design.spec, section, (*present, *added))
    return Design(spec, provenance, tuple(assumptions))


def append_stated(design: Design, section: str, item: Any, origins: dict[str, Origin]) -> Design:
    """An item of the prompt; `origins` by the leaf's name ('' for a plain text)."""
    present = getattr(design.spec, section)
    provenance = {**design.provenance}
    for pointer, _ in item_leaves(section, len(present), item):
        name = pointer.split("/")[3] if section in LISTS_OF_PARTS else ""
        provenance[pointer] = origins.get(name) or next(iter(origins.values()))
    spec = _with_part(design.spec, section, (*present, item))
    return Design(spec, provenance, design.assumptions)


def remove(design: Design, section: str, indexes: Iterable[int]) -> Design:
    """Items out of a list; the entries of those behind move up with them."""
    gone = set(indexes)
    present = getattr(design.spec, section)
    moved: dict[int, int] = {}
    for index in range(len(present)):
        if index not in gone:
            moved[index] = len(moved)

    def follow(pointer: str) -> str | None:
        parts = pointer.split("/")
        if parts[1] != section or len(parts) < 3:
            return pointer
        index = moved.get(int(parts[2]))
        return None if index is None else "/".join(("", section, str(index), *parts[3:]))

    provenance = {
        new: origin for old, origin in design.provenance.items() if (new := follow(old)) is not None
    }
    assumptions = tuple(
        replace(a, pointer=new)
        for a in design.assumptions
        if (new := follow(a.pointer)) is not None
    )
    kept = tuple(item for index, item in enumerate(present) if index not in gone)
    return Design(_with_part(design.spec, section, kept), provenance, assumptions)


def rewrite(design: Design, pointer: str, value: Any) -> Design:
    """Another spelling of the same value: it keeps where it came from."""
    assumptions = tuple(
        replace(a, value=value) if a.pointer == pointer else a for a in design.assumptions
    )
    return Design(_with_leaf(design.spec, pointer, value), design.provenance, assumptions)


def item_leaves(section: str, index: int, item: Any) -> list[tuple[str, Any]]:
    base = f"/{section}/{index}"
    if section not in LISTS_OF_PARTS:
        return [(base, item)]
    values, names = _FIELDS[type(item)]
    named = zip(names, values(item), strict=True)
    return [(f"{base}/{name}", value) for name, value in named if value is not None]


def _with_part(spec: DesignSpec, name: str, value: Any) -> DesignSpec:
    """`dataclasses.replace` takes several times as long, and every edit comes through here."""
    parts = list(_parts(spec))
    parts[_PLACES[name]] = value
    return DesignSpec(*parts)


def _with_field(part: Any, name: str, value: Any) -> Any:
    values, places = _FIELDS[type(part)]
    changed = list(values(part))
    changed[places[name]] = value
    return type(part)(*changed)


def _with_leaf(spec: DesignSpec, pointer: str, value: Any) -> DesignSpec:
    parts = pointer.split("/")[1:]
    if len(parts) == 1:
        return _with_part(spec, parts[0], value)
    if parts[0] in ("dimensions", "estimated_cost"):
        part = getattr(spec, parts[0])
        return _with_part(spec, parts[0], _with_field(part, parts[1], value))
    items = list(getattr(spec, parts[0]))
    index = int(parts[1])
    items[index] = _with_field(items[index], parts[2], value) if len(parts) == 3 else value
    return _with_part(spec, parts[0], tuple(items))
