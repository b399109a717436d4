"""A rubric: how much each criterion counts and what a spec of each category should say.

Version 1 of each design type is a file in `rubrics/`. A rubric that has been used is never edited:
a change makes a new version.
"""

from collections.abc import Mapping
from dataclasses import astuple, dataclass, field, fields
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from evaluation.rules.breach import Penalties
from specs.design import DESIGN_TYPES, DIMENSIONS, DesignSpec

RUBRICS = Path(__file__).parent / "rubrics"
GRADES = ("A", "B", "C", "D", "E", "F")
MOST_WEIGHT = 1_000
CRITERIA = ("completeness", "format_validity", "feasibility", "consistency", "fidelity")


class InvalidRubric(ValueError):
    """The data do not make a rubric; the text says which part."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing that a spec should say. Any one of the alternatives does, each a set of paths.

    For a list `count` is how many entries make it complete.
    """

    name: str
    weight: float
    any_of: tuple[tuple[str, ...], ...]
    count: int = 1


@dataclass(frozen=True)
class Rubric:
    design_type: str
    version: int
    weights: Mapping[str, float]
    penalties: Penalties
    assumed_credit: float
    error_cap: float
    grades: tuple[tuple[str, float], ...]
    source: Mapping[str, Any]
    _wanted: dict[str, tuple[Wanted, ...]] = field(default_factory=dict, compare=False, repr=False)
    _shares: dict[tuple[str, ...], Mapping[str, float]] = field(
        default_factory=dict, compare=False, repr=False
    )
    # What judges each kind of thing by it, by design type and category.
    judging: dict[tuple[str, str], Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def name(self) -> str:
        return f"{self.design_type}-{self.version}"

    def wanted(self, category: str) -> tuple[Wanted, ...]:
        """What a spec of this category should say, the design type's list overridden by its own."""
        categories = self.source.get("categories", {})
        key = category if category in categories else ""
        if key not in self._wanted:
            entries = {entry["name"]: entry for entry in self.source["wanted"]}
            for entry in categories.get(key, ()):
                entries[entry["name"]] = {**entries.get(entry["name"], {}), **entry}
            self._wanted[key] = tuple(_wanted(e) for e in entries.values() if e["weight"] > 0)
        return self._wanted[key]

    def shares(self, applying: tuple[str, ...]) -> Mapping[str, float]:
        """What each criterion counts of the whole where only these apply."""
        known = self._shares.get(applying)
        if known is None:
            whole = sum([self.weights[name] for name in applying])
            shares = {name: self.weights[name] / whole for name in applying}
            known = self._shares[applying] = MappingProxyType(dict.fromkeys(CRITERIA, 0.0) | shares)
        return known

    def grade(self, score: float) -> str:
        return next((letter for letter, least in self.grades if score >= least), "F")

    def as_mapping(self) -> dict[str, Any]:
        """The data it was made from, for storage."""
        return dict(self.source)


def _wanted(entry: Mapping[str, Any]) -> Wanted:
    alternatives = entry.get("any_of", [entry["name"]])
    return Wanted(
        name=entry["name"],
        weight=float(entry["weight"]),
        any_of=tuple((part,) if isinstance(part, str) else tuple(part) for part in alternatives),
        count=int(entry.get("count", 1)),
    )


def rubric_from(data: Mapping[str, Any]) -> Rubric:
    """Raises InvalidRubric."""
    try:
        rubric = Rubric(
            design_type=data["design_type"],
            version=int(data["version"]),
            weights=MappingProxyType({name: float(data["weights"][name]) for name in CRITERIA}),
            penalties=Penalties(**{k: float(v) for k, v in data["penalties"].items()}),
            assumed_credit=float(data["assumed_credit"]),
            error_cap=float(data["error_cap"]),
            grades=tuple(sorted(data["grades"].items(), key=lambda item: -item[1])),
            source=data,
        )
        for category in ("", *data.get("categories", {})):
            _check_wanted(rubric.wanted(category))
    except InvalidRubric:
        raise
    except (KeyError, TypeError, ValueError, AttributeError) as problem:
        raise InvalidRubric(f"{type(problem).__name__}: {problem}") from problem
    _check_numbers(rubric)
    return rubric


def _check_numbers(rubric: Rubric) -> None:
    if rubric.design_type not in DESIGN_TYPES:
        raise InvalidRubric(f"unknown design type {rubric.design_type!r}")
    # Neither infinity nor what is not a number passes any of these.
    if not all(0 <= weight <= MOST_WEIGHT for weight in rubric.weights.values()):
        raise InvalidRubric(f"weights are from 0 to {MOST_WEIGHT}")
    if sum(rubric.weights.values()) <= rubric.weights["fidelity"]:
        raise InvalidRubric("some criterion besides fidelity counts")
    if not all(0 <= points <= 100 for points in astuple(rubric.penalties)):
        raise InvalidRubric("penalties are from 0 to 100")
    if not 0 <= rubric.assumed_credit < 1:
        raise InvalidRubric("assumed_credit is 0 or more and less than 1")
    if not 0 <= rubric.error_cap <= 100:
        raise InvalidRubric("error_cap is from 0 to 100")
    for letter, least in rubric.grades:
        if letter not in GRADES or not 0 <= least <= 100:
            raise InvalidRubric(f"grades are {', '.join(GRADES)}, each from 0 to 100")


PARTS = frozenset(field.name for field in fields(DesignSpec)) - {"schema_version", "title"}

LEAVES = {
    "dimensions": frozenset(DIMENSIONS),
    "materials": frozenset(("", "type", "grade", "use")),
    "spaces": frozenset(("", "type", "count", "area")),
}


def _check_wanted(wanted: tuple[Wanted, ...]) -> None:
    if not wanted:
        raise InvalidRubric("a category with nothing wanted")
    for item in wanted:
        if not 0 < item.weight <= MOST_WEIGHT or item.count < 1:
            raise InvalidRubric(f"{item.name}: a weight to {MOST_WEIGHT}, and a count from 1")
        for path in (path for paths in item.any_of for path in paths):
            part, _, leaf = path.partition(".")
            if part not in PARTS or (part in LEAVES and leaf not in LEAVES[part]):
                raise InvalidRubric(f"{item.name}: a spec has no {path!r}")


@cache
def first_rubric(design_type: str) -> Rubric:
    """Version 1 of the design type's rubric, from its file."""
    with (RUBRICS / f"{design_type}.yaml").open(encoding="utf-8") as file:
        return rubric_from(yaml.safe_load(file))


def first_rubrics() -> dict[str, Rubric]:
    return {name: first_rubric(name) for name in DESIGN_TYPES}
