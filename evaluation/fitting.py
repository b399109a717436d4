"""Telling that a spec is of the normal form without writing it as JSON."""

from dataclasses import replace
from operator import attrgetter
from typing import Any

from evaluation.differing import BITS, PARTS
from evaluation.document import document_of
from specs.design import (
    LISTS_OF_PARTS,
    LISTS_OF_TEXT,
    Cost,
    DesignSpec,
    Dimensions,
    Performance,
    Space,
)

# With more entries in its lists a spec may come near the size that documents are refused at.
MOST_ENTRIES = 200
# Specs whose parts are remembered before all are forgotten.
MOST_SPECS = 50_000

# Of the normal form: what new parts are put into to be looked at.
BLANK = DesignSpec("general", "general", "-")
LISTS = (*LISTS_OF_PARTS, *LISTS_OF_TEXT)
LIST_BITS = sum(BITS[name] for name in LISTS)
# Lists in which the schema lets nothing stand twice.
UNIQUE = ("features", "components", "exclusions")

# What the schema says of a size, an area or an amount it says of all between these.
LEAST, MOST = 1e-9, 1e15
ORDINARY = object()

_lists = attrgetter(*LISTS)


class FitParts:
    """The parts, and the entries of lists, that stood in a spec of the normal form with nothing to
    note.

    The schema looks at each of them by itself, and so does the reading: a spec of such parts is
    one.
    """

    def __init__(self) -> None:
        self._known: dict[str, set[Any]] = {name: set() for name in PARTS}
        self._specs = 0

    def fit(self, spec: DesignSpec, values: tuple[Any, ...], places: int) -> bool:
        """Whether the parts at these bits are fit; `values` are all of the spec's."""
        if places & LIST_BITS and sum(map(len, _lists(spec))) > MOST_ENTRIES:
            return False
        new: dict[str, Any] = {}
        while places:
            bit = places & -places
            places ^= bit
            place = bit.bit_length() - 1
            name = PARTS[place]
            if not self._knows(name, bit, values[place]):
                new[name] = values[place]
        return not new or self._learn(new)

    def _knows(self, name: str, bit: int, value: Any) -> bool:
        known = self._known[name]
        if not bit & LIST_BITS:
            return _trait(value) in known
        if name in LISTS_OF_PARTS:
            return known.issuperset(map(_trait, value))
        return known.issuperset(value) and (name not in UNIQUE or len(set(value)) == len(value))

    def _learn(self, new: dict[str, Any]) -> bool:
        """Whether the new parts, put into a blank spec, are fit there."""
        parts = {name: value for name, value in new.items() if "." not in name}
        sizes = {name.partition(".")[2]: value for name, value in new.items() if "." in name}
        read = document_of(replace(BLANK, dimensions=Dimensions(**sizes), **parts))
        if not read.exact or read.notes:
            return False
        self._specs += 1
        if self._specs > MOST_SPECS:
            self._specs = 0
            for known in self._known.values():
                known.clear()
        for name, value in new.items():
            entries = value if BITS[name] & LIST_BITS else (value,)
            self._known[name].update(map(_trait, entries))
        return True


def _trait(value: Any) -> Any:
    """What of a part decides whether it is fit: of an ordinary figure it is not which."""
    kind = type(value)
    if kind is float or kind is int:
        return ORDINARY if LEAST < value < MOST else value
    if kind is Performance:
        return (value.metric, _trait(value.value), value.unit)
    if kind is Space:
        return (value.type, value.count, _trait(value.area))
    if kind is Cost:
        return (_trait(value.amount), value.currency)
    return value
