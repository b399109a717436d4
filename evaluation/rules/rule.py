"""One rule as the data files state it, and the reader of those files."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any, NamedTuple

from evaluation.criterion import Severity
from evaluation.rules.tables import expand, read
from evaluation.rules.thing import Thing
from evaluation.rules.verdict import Verdict

# In the order in which a reader of RULES meets them; findings of equal weight keep it.
FILES = ("general", "buildings", "vehicles", "electronics", "appliances", "furniture")
SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.ADVICE)


class Bounds(NamedTuple):
    severity: Severity
    min: float | None
    max: float | None
    options: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """Limits that hold under some conditions; the first case that applies is the rule's word."""

    when: Mapping[str, Any]
    bounds: tuple[Bounds, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    id: str
    criterion: str
    says: str
    source: str
    closest: str
    unit: str
    quantity: str | None
    check: str | None
    types: frozenset[str]
    not_types: frozenset[str]
    categories: frozenset[str]
    not_categories: frozenset[str]
    cases: tuple[Case, ...]
    cost: float | None
    options: Mapping[str, Any]

    def concerns(self, design_type: str, category: str) -> bool:
        return (
            (not self.types or design_type in self.types)
            and design_type not in self.not_types
            and (not self.categories or category in self.categories)
            and category not in self.not_categories
        )

    def within(self, category: str) -> "Rule":
        """The rule for things of one category: what a case says of categories is settled."""
        cases = tuple(
            Case({name: wanted for name, wanted in case.when.items() if name != "categories"},
                 case.bounds)
            for case in self.cases
            if category in case.when.get("categories", (category,))
        )  # fmt: skip
        return replace(self, cases=cases)

    def case_for(self, thing: Thing) -> Case | None:
        for case in self.cases:
            if not case.when or applies(case.when, thing):
                return case
        return None


Check = Callable[[Thing, Rule], Iterable[Verdict]]

OWN_KEYS = {
    "id", "criterion", "says", "source", "closest", "unit", "quantity", "check", "types",
    "not_types", "categories", "not_categories", "cases", "cost", *map(str, SEVERITIES),
}  # fmt: skip


def applies(when: Mapping[str, Any], thing: Thing) -> bool:
    return all(CONDITIONS[name](thing, wanted) for name, wanted in when.items())


def _with_stories(thing: Thing) -> int:
    return thing.stories if thing.stories is not None else 0


CONDITIONS: dict[str, Any] = {
    "categories": lambda thing, names: thing.category in names,
    "stories_min": lambda thing, least: _with_stories(thing) >= least,
    "stories_max": lambda thing, most: 0 < _with_stories(thing) <= most,
    "features_any": lambda thing, names: any(name in thing.features for name in names),
    "features_none": lambda thing, names: not any(name in thing.features for name in names),
    "words_any": lambda thing, words: thing.says(words),
    "words_none": lambda thing, words: not thing.says(words),
    "lacks": lambda thing, names: all(thing.figure(name) is None for name in names),
    "material": lambda thing, name: name in thing.materials,
    "at_least": lambda thing, limits: all(
        (thing.figure(name) or 0) >= limit for name, limit in limits.items()
    ),
    "below": lambda thing, limits: all(
        (value := thing.figure(name)) is not None and value < limit
        for name, limit in limits.items()
    ),
}


def conditions_look_at(when: Mapping[str, Any]) -> tuple[str, ...] | None:
    """The paths of what the conditions look at; None where it is all that is said in words."""
    paths: list[str] = []
    for name, wanted in when.items():
        if name.startswith("words"):
            return None
        if name.startswith("stories"):
            paths.append("stories")
        elif name.startswith("features"):
            paths += [f"features.{feature}" for feature in wanted]
        elif name == "material":
            paths.append("materials")
        elif name in ("lacks", "at_least", "below"):
            paths += ["estimated_cost" if figure == "cost" else figure for figure in wanted]
    return tuple(paths)


def _bounds(entry: Mapping[str, Any]) -> tuple[Bounds, ...]:
    return tuple(
        Bounds(severity, entry[severity].get("min"), entry[severity].get("max"), entry[severity])
        for severity in SEVERITIES
        if severity in entry
    )


def _when(entry: Mapping[str, Any]) -> dict[str, Any]:
    when = dict(entry.get("when", {}))
    if "categories" in when:
        when["categories"] = expand(when["categories"])
    unknown = when.keys() - CONDITIONS.keys()
    if unknown:
        raise ValueError(f"unknown conditions: {sorted(unknown)}")
    return when


def rule_from(entry: Mapping[str, Any]) -> Rule:
    return Rule(
        id=entry["id"],
        criterion=entry["criterion"],
        says=entry["says"],
        source=entry["source"],
        closest=str(entry.get("closest", "")),
        unit=entry.get("unit", ""),
        quantity=entry.get("quantity"),
        check=entry.get("check"),
        types=frozenset(entry.get("types", ())),
        not_types=frozenset(entry.get("not_types", ())),
        categories=expand(entry.get("categories", [])),
        not_categories=expand(entry.get("not_categories", [])),
        cases=tuple(Case(_when(case), _bounds(case)) for case in entry.get("cases", (entry,))),
        cost=entry.get("cost"),
        options={key: value for key, value in entry.items() if key not in OWN_KEYS},
    )


@cache
def all_rules() -> tuple[Rule, ...]:
    return tuple(rule_from(entry) for name in FILES for entry in read(name))


# Any text may be a category, so the cache is bounded.
@lru_cache(maxsize=512)
def rules_for(criterion: str, design_type: str, category: str) -> tuple[Rule, ...]:
    return tuple(
        rule.within(category)
        for rule in all_rules()
        if rule.criterion == criterion and rule.concerns(design_type, category)
    )
