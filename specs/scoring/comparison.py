"""One annotated prompt against one predicted spec: facts found, missed and wrong."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from specs.scoring.names import Names, names, norm, words_of
from specs.scoring.numbers import Range

JSON = dict[str, Any]
NOT_A_DESIGN = "not_a_design"


@dataclass(frozen=True, slots=True)
class Fact:
    field: str
    value: Any
    stated: bool = True


class Stated:
    """Which pointers of a prediction count as stated; all of them where none are given."""

    def __init__(self, pointers: Iterable[str] | None) -> None:
        self.pointers = (
            None if pointers is None else [("/" + str(p).strip("/")).rstrip("/") for p in pointers]
        )

    def __call__(self, *facts: str) -> bool:
        if self.pointers is None:
            return True
        return any(
            p in ("", fact) or fact.startswith(p + "/") or p.startswith(fact + "/")
            for p in self.pointers
            for fact in facts
        )


@dataclass(slots=True)
class Comparison:
    """What the scorers of the fields write down for one line."""

    gold: JSON
    spec: JSON
    stated: Stated
    loose: dict[str, Range]
    ignored_names: set[tuple[str, str | None]]
    words: frozenset[str]
    names: Names
    found: list[Fact] = field(default_factory=list)
    missed: list[Fact] = field(default_factory=list)
    wrong: list[Fact] = field(default_factory=list)

    @property
    def design_type(self) -> str | None:
        return self.gold.get("design_type")

    @property
    def exact(self) -> bool:
        return not self.missed and not self.wrong

    def hit(self, field: str, value: Any, stated: bool) -> None:
        self.found.append(Fact(field, value, stated))

    def miss(self, field: str, value: Any) -> None:
        self.missed.append(Fact(field, value))

    def fault(self, field: str, value: Any) -> None:
        self.wrong.append(Fact(field, value))

    def ignores(self, field: str, name: str | None = None) -> bool:
        return (field, name) in self.ignored_names or (field, None) in self.ignored_names

    def in_prompt(self, name: str) -> bool:
        """Names outside the vocabulary count neither way where the prompt has all their words."""
        parts = [part for part in norm(name).split("_") if part]
        return bool(parts) and all(part in self.words for part in parts)


def comparison(gold_line: JSON, prediction: JSON | None) -> Comparison:
    predicted = prediction or {}
    spec = predicted.get("spec")
    if predicted.get("error") and not spec:
        spec = None
    return Comparison(
        gold=gold_line["gold"],
        spec=spec or {},
        stated=Stated(predicted.get("stated")),
        loose={k: tuple(v) for k, v in (gold_line.get("loose") or {}).items()},
        ignored_names={_ignored(pointer) for pointer in gold_line.get("ignore") or []},
        words=words_of(gold_line.get("prompt", "")),
        names=names(),
    )


def _ignored(pointer: str) -> tuple[str, str | None]:
    parts = pointer.strip("/").split("/")
    return parts[0], norm(parts[1]) if len(parts) > 1 else None


def compare(gold_line: JSON, prediction: JSON | None) -> Comparison:
    # The scorers of fields build on this module.
    from specs.scoring.fields import SCORERS

    result = comparison(gold_line, prediction)
    if result.gold.get(NOT_A_DESIGN):
        if result.spec:
            result.miss(NOT_A_DESIGN, True)
            result.fault(NOT_A_DESIGN, "a spec")
        else:
            result.hit(NOT_A_DESIGN, True, True)
        return result
    for scorer in SCORERS:
        scorer(result)
    return result
