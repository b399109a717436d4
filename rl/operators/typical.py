"""What designs of a category usually have: the data files of this package, read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

import yaml

from evaluation.rules.tables import table
from specs.design import DESIGN_TYPES, DesignSpec, Material, Space

DATA = Path(__file__).parent / "data"
NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Typical:
    """One category's usual values; None or empty where the data say nothing."""

    category: str
    basis: str
    sides: tuple[str, ...]
    size: tuple[float, ...]
    weight: float | None
    cost: float
    weeks: float
    plan: float
    stories: int
    storey: float
    load: float
    aspect: float
    materials: tuple[Material, ...]
    performance: Mapping[str, float]
    features: tuple[str, ...]
    components: tuple[str, ...]
    rooms: tuple[Space, ...]
    uses: tuple[str, ...]
    audience: str
    themes: Mapping[str, tuple[str, ...]]

    @property
    def floor_area(self) -> float:
        return self.plan * self.stories

    def why(self, what: str) -> str:
        return f"{what}: {self.basis} ({self.category})"


class Knowledge:
    """The tables that operators consult. Build it once and share it: it never changes."""

    def __init__(self, types: Mapping[str, Any], shared: Mapping[str, Any]) -> None:
        self._types = types
        self._typical: dict[tuple[str, str], Typical] = {}
        self.grades: Mapping[str, str] = shared["grades"]
        self.rooms: Mapping[str, float] = shared["rooms"]
        self.opposites: tuple[tuple[str, str], ...] = tuple(
            (one, other) for one, other in shared["opposites"]
        )
        self.opposed = frozenset(name for pair in self.opposites for name in pair)
        # For each feature those that it excludes.
        self.excluded_by: Mapping[str, frozenset[str]] = {
            name: frozenset(n for pair in self.opposites if name in pair for n in pair) - {name}
            for pair in self.opposites
            for name in pair
        }
        self._uses = shared["uses"]
        self._belongs = shared["belongs"]
        self._fits = table("features")
        self._evidence = shared["evidence"]
        self._suitable: dict[tuple[str, str, str | None], tuple[str, ...]] = {}
        # Any text may stand in a list, so the cache is bounded.
        self.left_out = lru_cache(maxsize=4096)(self._left_out)

    def typical(self, spec: DesignSpec) -> Typical:
        key = (spec.design_type, spec.category)
        if key not in self._typical:
            self._typical[key] = _typical(self._types[spec.design_type], spec.category)
        return self._typical[key]

    def use(self, design_type: str, material: str) -> str:
        uses: Mapping[str, str] = self._uses[design_type]
        return uses.get(material, uses["default"])

    def suits(self, spec: DesignSpec, feature: str) -> bool:
        """Whether a person would suggest the feature for such a thing."""
        fitting = self._fits.get(spec.design_type, {}).get(feature)
        chosen = self._belongs.get(feature)
        return (fitting is None or spec.category in fitting) and (
            chosen is None or spec.category in chosen
        )

    def suitable(self, spec: DesignSpec, theme: str | None) -> tuple[str, ...]:
        """The features of the theme, or of the category, that suit such a thing."""
        key = (spec.design_type, spec.category, theme)
        known = self._suitable.get(key)
        if known is None:
            typical = self.typical(spec)
            names = typical.features if theme is None else typical.themes[theme]
            known = tuple(name for name in names if self.suits(spec, name))
            self._suitable[key] = known
        return known

    def _left_out(self, present: tuple[str, ...], *excluded: tuple[str, ...]) -> frozenset[str]:
        """What is not to be added beside the features that are there: these, what they exclude, and
        what is ruled out."""
        out = {*present, *(name for names in excluded for name in names)}
        for name in present:
            out |= self.excluded_by.get(name, NOTHING)
        return frozenset(out)

    def category_for(self, spec: DesignSpec) -> str | None:
        """What spaces, metrics and features point to, the first that does."""
        table: Mapping[str, str] = self._evidence.get(spec.design_type, {})
        seen = (
            *(space.type for space in spec.spaces),
            *(item.metric for item in spec.performance),
            *spec.features,
        )
        return next((table[name] for name in seen if name in table), None)

    @cached_property
    def categories(self) -> Mapping[str, tuple[str, ...]]:
        return {name: tuple(data["categories"]) for name, data in self._types.items()}


def _typical(data: Mapping[str, Any], category: str) -> Typical:
    own: Mapping[str, Any] = data["categories"].get(category, {})
    usual = {**data["usual"], **own}
    return Typical(
        category=category,
        basis=data["basis"],
        sides=tuple(usual.get("sides", data["sides"])),
        size=tuple(usual.get("size", ())),
        weight=usual.get("weight"),
        cost=usual["cost"] if "cost" in usual else data["categories"]["general"]["cost"],
        weeks=usual["weeks"],
        plan=usual.get("plan", 0),
        stories=usual.get("stories", 1),
        storey=usual.get("storey", 3.0),
        load=usual.get("load", 0),
        aspect=usual.get("aspect", 1.5),
        materials=tuple(Material(*item) for item in usual["materials"]),
        performance=usual.get("performance", {}),
        features=tuple(usual["features"]),
        components=tuple(usual["components"]),
        rooms=tuple(Space(*item) for item in usual.get("rooms", ())),
        uses=tuple(usual["uses"]),
        audience=usual["audience"],
        themes={name: tuple(items) for name, items in data["themes"].items()},
    )


@cache
def knowledge() -> Knowledge:
    types = {name: _read(f"{name}.yaml") for name in DESIGN_TYPES}
    return Knowledge(types, _read("facts.yaml"))


@cache
def costs() -> Mapping[str, float]:
    table: Mapping[str, float] = _read("costs.yaml")
    return table


def _read(name: str) -> Any:
    return yaml.safe_load((DATA / name).read_text(encoding="utf-8"))
