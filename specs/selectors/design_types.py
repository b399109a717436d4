"""The vocabulary of each design type, as clients ask for it."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any

from specs.design import DESIGN_TYPES
from specs.knowledge import vocabulary


@dataclass(frozen=True, slots=True)
class Name:
    """A canonical name and the other ways in which people write it."""

    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Metric:
    name: str
    unit: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DesignTypeVocabulary:
    """Spaces are those of buildings; materials and metrics are shared by all design types."""

    name: str
    categories: tuple[Name, ...]
    features: tuple[Name, ...]
    spaces: tuple[Name, ...]
    materials: tuple[Name, ...]
    metrics: tuple[Metric, ...]


def design_types() -> tuple[DesignTypeVocabulary, ...]:
    return tuple(_by_name().values())


def design_type_get(name: str) -> DesignTypeVocabulary | None:
    return _by_name().get(name)


@cache
def _by_name() -> dict[str, DesignTypeVocabulary]:
    known = vocabulary()
    category_aliases = _grouped(known["category_aliases"])
    feature_aliases = _grouped(known["feature_aliases"])
    spaces = tuple(Name(n, tuple(a)) for n, a in known["spaces"].items())
    materials = tuple(Name(n, tuple(a)) for n, a in known["materials"].items())
    metrics = tuple(
        Metric(n, m["unit"], tuple(m["aliases"])) for n, m in known["performance"].items()
    )
    return {
        design_type: DesignTypeVocabulary(
            name=design_type,
            categories=_named(known["categories"].get(design_type, ()), category_aliases),
            features=_named(known["features"].get(design_type, ()), feature_aliases),
            spaces=spaces if design_type == "building" else (),
            materials=materials,
            metrics=metrics,
        )
        for design_type in DESIGN_TYPES
    }


def _grouped(aliases: dict[str, str]) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for alias, name in aliases.items():
        found[name].append(alias)
    return {name: tuple(others) for name, others in found.items()}


def _named(names: Any, aliases: dict[str, tuple[str, ...]]) -> tuple[Name, ...]:
    return tuple(Name(name, aliases.get(name, ())) for name in names)
