"""What the engine asks about the possible; the evaluator answers, joined to it by wiring."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from specs.design import DesignSpec


@dataclass(frozen=True, slots=True)
class Impossible:
    """A rule that a spec breaks so that it cannot be built; `pointer` is where."""

    rule: str
    pointer: str
    message: str


class Feasibility(Protocol):
    def impossible(self, spec: DesignSpec) -> Sequence[Impossible]:
        """Each thing about `spec` that cannot be: errors only, no warnings."""
        ...
