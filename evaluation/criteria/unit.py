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
