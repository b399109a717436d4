"""What a model adds to a draft, as small steps that can be taken or left one by one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from specs.design import JSON, DesignSpec
from specs.generation.llm.evidence import Span
from specs.generation.llm.feasibility import Feasibility, Impossible
from specs.pointers import leaves, pointer


@dataclass(frozen=True, slots=True)
class Addition:
    """Put `value` at `path`; a last part of "-" appends to a list."""

    path: tuple[str | int, ...]
    value: Any
    span: Span | None = None

    def described(self) -> str:
        where = " ".join(str(part) for part in self.path if part != "-").replace("_", " ")
        value = self.value
        if isinstance(value, dict):
            value = " ".join(str(part) for part in value.values() if part is not None)
        return f"{where}: {value}"[:200]


@dataclass(slots=True)
class Taken:
    """A document with the additions that were taken, and by pointer which leaves they made."""

    document: JSON
    made: dict[str, Addition]

    def __init__(self, base: JSON, additions: Sequence[Addition] = ()) -> None:
        self.document = _copy(base)
        self.made = {}
        for addition in additions:
            self.take(addition)

    def take(self, addition: Addition) -> None:
        node: Any = self.document
        for part in addition.path[:-1]:
            node = node[part]
        last = addition.path[-1]
        if last == "-":
            last = len(node)
            node.append(_copy(addition.value))
        else:
            node[last] = _copy(addition.value)
        place = pointer(*addition.path[:-1], last)
        for leaf, _ in leaves(addition.value, place):
            self.made[leaf] = addition


@dataclass(frozen=True, slots=True)
class Dropped:
    addition: Addition
    reason: Impossible


def feasible(
    base: JSON, additions: Sequence[Addition], judge: Feasibility | None
) -> tuple[Taken, list[Dropped]]:
    """`base` with every addition that brings no new impossibility."""
    everything = Taken(base, additions)
    if judge is None or not additions:
        return everything, []
    known = {(wrong.rule, wrong.pointer) for wrong in _wrongs(base, judge)}
    if not _new(everything.document, judge, known):
        return everything, []
    # Something in there is impossible: take them one by one, in the order that the model's
    # document has, and leave out each that breaks a rule with what is there already.
    taken, dropped = Taken(base), []
    for addition in additions:
        trial = Taken(taken.document, [addition])
        wrong = _new(trial.document, judge, known)
        if wrong:
            dropped.append(Dropped(addition, wrong[0]))
        else:
            taken.take(addition)
    return taken, dropped


def _wrongs(document: JSON, judge: Feasibility) -> Sequence[Impossible]:
    return judge.impossible(DesignSpec.from_json(document))


def _new(document: JSON, judge: Feasibility, known: set[tuple[str, str]]) -> list[Impossible]:
    found = _wrongs(document, judge)
    return [wrong for wrong in found if (wrong.rule, wrong.pointer) not in known]


def _copy(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copy(part) for key, part in value.items()}
    return [_copy(part) for part in value] if isinstance(value, list) else value
