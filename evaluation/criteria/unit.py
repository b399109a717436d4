"""The smallest thing that a criterion looks at: one rule, one wanted entry, one stated fact."""

from collections.abc import Callable, Sequence

from evaluation.criterion import Finding
from evaluation.rules.thing import Thing

# Whether the value at a pointer of the spec was made up rather than asked for.
IsAssumed = Callable[[str], bool]
# Units are independent of each other, and pure. What a criterion finds is what its units find, in
# their order.
Unit = Callable[[Thing, IsAssumed], Sequence[Finding]]
NOTHING: tuple[Finding, ...] = ()


class Looking:
    """A unit of which it is known beforehand what it looks at: `reads` are the bits of that.

    Which kind of thing it is may always be looked at: units are of one kind.
    """

    __slots__ = ("reads", "unit")

    def __init__(self, unit: Unit, reads: int) -> None:
        self.unit = unit
        self.reads = reads

    def __call__(self, thing: Thing, is_assumed: IsAssumed) -> Sequence[Finding]:
        return self.unit(thing, is_assumed)
