"""What an operator is, what it may consult, and what no operator may break."""

from collections.abc import Callable
from dataclasses import dataclass, field

from rl.operators.editing import Design
from rl.operators.typical import Knowledge
from specs.draft import Reading
from specs.pointers import resolve
from specs.provenance import Source

MISSING = object()


@dataclass(frozen=True, slots=True)
class Facts:
    """What an operator has to respect: the prompt as read (if any), and locked pointers."""

    reading: Reading | None = None
    locked: frozenset[str] = field(default_factory=frozenset)

    def states(self, pointer: str) -> bool:
        """Whether the prompt says what stands there: then it is restored, never proposed."""
        return self.reading is not None and pointer in self.reading.provenance

    def ruled_out(self, design: Design) -> frozenset[str]:
        """By the spec or by the prompt."""
        return frozenset((*design.spec.exclusions, *self.exclusions))

    @property
    def exclusions(self) -> tuple[str, ...]:
        """What the prompt rules out."""
        return self.reading.spec.exclusions if self.reading else ()

    @property
    def metrics(self) -> frozenset[str]:
        """The performance figures that the prompt states."""
        stated = self.reading.spec.performance if self.reading else ()
        return frozenset(item.metric for item in stated)


Applies = Callable[[Design, Facts, Knowledge], bool]
Apply = Callable[[Design, Facts, Knowledge], Design]


@dataclass(frozen=True, slots=True)
class Operator:
    """A named edit. `applies` is the cheap precondition: has it anything to do? `after` are edits
    that come first where they have something to do: what is usual of a category, or follows from
    a size, is nothing to propose while the stated category or size is lost. `reads` are the parts
    of the spec, with where their values came from, that the precondition looks at."""

    name: str
    does: str
    applies: Applies
    apply: Apply
    after: tuple[str, ...] = ()
    reads: tuple[str, ...] = ()


def respects(before: Design, after: Design, facts: Facts) -> bool:
    """Locked places and what a person set keep their values, wherever lists were edited."""
    held = set(facts.locked)
    held.update(p for p, o in before.provenance.items() if o.source is Source.PERSON)
    if not held:
        return True
    old, new = before.spec.as_json(), after.spec.as_json()
    return all(_at(old, pointer) == _at(new, pointer) for pointer in held)


def _at(document: object, pointer: str) -> object:
    try:
        return resolve(document, pointer)
    except LookupError:
        return MISSING
