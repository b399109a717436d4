"""Telling that a spec is of the normal form without writing it as JSON."""

import re
from collections.abc import Callable, Iterable
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
    Material,
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
# Texts that the schema and the reading let through wherever one of the kind may stand: these need
# not be put to them. Markup is noted, and what is no ASCII may be no Unicode either.
NAME = re.compile(r"[a-z][a-z0-9_]{0,119}")
TEXT = re.compile(r"[ -;=-~]{1,120}")
DURATION = re.compile(r"P\d{1,9}[YMWD]")
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
        """Whether the new parts are plainly fit or, put into a blank spec, fit there."""
        unsure = {name: value for name, value in new.items() if not _plain(name, value)}
        if unsure and not self._fit_in_blank(unsure):
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

    def _fit_in_blank(self, new: dict[str, Any]) -> bool:
        parts = {name: value for name, value in new.items() if "." not in name}
        sizes = {name.partition(".")[2]: value for name, value in new.items() if "." in name}
        read = document_of(replace(BLANK, dimensions=Dimensions(**sizes), **parts))
        return read.exact and not read.notes


def _all_match(kind: re.Pattern[str], texts: Iterable[Any]) -> bool:
    return all(isinstance(text, str) and kind.fullmatch(text) for text in texts)


def _plain_name(name: Any) -> bool:
    return _all_match(NAME, (name,))


def _plain_text(text: Any) -> bool:
    return _all_match(TEXT, (text,))


def _plain_texts(texts: tuple[Any, ...]) -> bool:
    return _all_match(TEXT, texts)


def _plain_names(names: tuple[Any, ...]) -> bool:
    return _all_match(NAME, names) and len(set(names)) == len(names)


def _plain_materials(materials: tuple[Material, ...]) -> bool:
    words = (word for m in materials for word in (m.grade, m.use) if word is not None)
    return _all_match(NAME, [m.type for m in materials]) and _all_match(TEXT, words)


def _plain_spaces(spaces: tuple[Space, ...]) -> bool:
    return _all_match(NAME, [space.type for space in spaces]) and all(
        type(space.count) is int
        and 1 <= space.count < MOST
        and _trait(space.area) in (None, ORDINARY)
        for space in spaces
    )


def _plain_duration(duration: Any) -> bool:
    return _all_match(DURATION, (duration,))


PLAIN: dict[str, Callable[[Any], bool]] = {
    "category": _plain_name,
    "title": _plain_text,
    "target_audience": _plain_text,
    "timeline": _plain_duration,
    "materials": _plain_materials,
    "spaces": _plain_spaces,
    **dict.fromkeys(UNIQUE, _plain_names),
    **dict.fromkeys(("requirements", "constraints", "use_cases"), _plain_texts),
}


def _plain(name: str, value: Any) -> bool:
    """Whether it is known to be fit without being put to the schema."""
    plain = PLAIN.get(name)
    return plain is not None and plain(value)


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
