"""Which edits have something to do: asked again only of those that look at a part which an edit has
changed."""

from functools import cache
from itertools import compress
from operator import attrgetter, is_not
from typing import Any

import numpy as np

from rl.operators import OPERATORS, WAITS, Design, Facts, Knowledge
from rl.world import BoolArray
from specs.design import DesignSpec
from specs.records import record

PARTS = tuple(DesignSpec.__dataclass_fields__)
# An edit that leaves one of these as it is may still change where it came from. What is in a list
# or another record is made anew together with that.
SCALARS = ("design_type", "category", "title", "stories", "target_audience", "timeline")
_POINTERS = tuple(f"/{name}" for name in SCALARS)
_parts = attrgetter(*PARTS)
# The bits of the actions that wait for each of those that others wait for, first things first.
_WAITING = {
    earlier: sum(1 << action for action, waits in enumerate(WAITS) if earlier in waits)
    for earlier in sorted({earlier for waits in WAITS for earlier in waits})
}
_ALL = (1 << len(OPERATORS)) - 1


def _looking_at(part: str) -> int:
    """The bits of the actions that look at a part."""
    return sum(1 << action for action, edit in enumerate(OPERATORS) if part in edit.reads)


_LOOKING = tuple(map(_looking_at, (*PARTS, *SCALARS)))


@record
class Asked:
    """What was asked of one design: the bits of the actions whose precondition is `known`, of those
    that have something `to_do`, and of those of them that wait for no other: the `legal` ones."""

    seen: tuple[Any, ...]
    known: int
    to_do: int
    legal: int


def asked(design: Design, facts: Facts, tables: Knowledge, before: Asked | None = None) -> Asked:
    """`before` is what was asked of a design that one edit made this one from; `facts` are those
    of the same case."""
    seen = (*_parts(design.spec), *map(design.provenance.get, _POINTERS))
    known = to_do = waiting = 0
    if before is not None:
        touched = 0
        for actions in compress(_LOOKING, map(is_not, before.seen, seen)):
            touched |= actions
        known = before.known & ~touched
        to_do = before.to_do & known
    for action, others in _WAITING.items():
        bit = 1 << action
        if waiting & bit:
            continue
        if not known & bit:
            known |= bit
            if OPERATORS[action].applies(design, facts, tables):
                to_do |= bit
        if to_do & bit:
            waiting |= others
    unknown = _ALL & ~known & ~waiting
    known |= unknown
    while unknown:
        bit = unknown & -unknown
        unknown ^= bit
        if OPERATORS[bit.bit_length() - 1].applies(design, facts, tables):
            to_do |= bit
    return Asked(seen, known, to_do, to_do & ~waiting)


@cache
def as_array(legal: int) -> BoolArray:
    """By action. One for all designs of which the same is legal: not to be written to."""
    array = np.array([bool(legal >> action & 1) for action in range(len(OPERATORS))])
    array.setflags(write=False)
    return array
