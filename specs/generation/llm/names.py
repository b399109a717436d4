"""Vocabulary names for what a model writes: 'Aluminium', 'roof terrace', 'RAM'."""

import re
from collections.abc import Mapping
from typing import Any

NOT_A_NAME = re.compile(r"[^a-z0-9]+")
MAX_NAME = 60
SPELLING = {
    "aluminium": "aluminum",
    "centre": "center",
    "fibre": "fiber",
    "fibreglass": "fiberglass",
    "tyre": "tire",
    "storey": "story",
    "colour": "color",
}


def slug(text: str) -> str:
    """lower_snake_case; '' where nothing is left."""
    words = NOT_A_NAME.sub("_", text.lower()).strip("_").split("_")
    return "_".join(SPELLING.get(word, word) for word in words)[:MAX_NAME].strip("_")


def singular(name: str) -> str:
    if name.endswith("ies") and len(name) > 4:
        return name[:-3] + "y"
    if name.endswith(("ches", "shes", "xes", "sses")):
        return name[:-2]
    if name.endswith("s") and len(name) > 3 and not name.endswith(("ss", "us", "is")):
        return name[:-1]
    return name


class Names:
    """Canonical names by kind. `vocabulary` is the parsed vocabulary.json."""

    def __init__(self, vocabulary: Mapping[str, Any]) -> None:
        self.categories: dict[str, list[str]] = vocabulary["categories"]
        self.features: dict[str, list[str]] = vocabulary["features"]
        self.units: dict[str, str] = {
            metric: entry["unit"] for metric, entry in vocabulary["performance"].items()
        }
        self.materials: list[str] = list(vocabulary["materials"])
        self.spaces: list[str] = list(vocabulary["spaces"])
        self.aliases: dict[str, list[str]] = {}
        self._category = _table(vocabulary["category_aliases"], [])
        self._material = _aliased(vocabulary["materials"], self.aliases)
        self._space = _aliased(vocabulary["spaces"], self.aliases)
        self._metric = _aliased(
            {m: entry["aliases"] for m, entry in vocabulary["performance"].items()}, self.aliases
        )
        for alias, name in vocabulary["category_aliases"].items():
            self.aliases.setdefault(name, []).append(alias)
        every = [name for names in self.features.values() for name in names]
        self._feature = _table(vocabulary["feature_aliases"], every)
        for alias, name in vocabulary["feature_aliases"].items():
            self.aliases.setdefault(name, []).append(alias)
        self.twins: list[tuple[str, str]] = [
            (one, other) for one, other in vocabulary["twins"]["pairs"]
        ]

    def category(self, text: str, design_type: str) -> str | None:
        """A category of `design_type`, or None."""
        known = {slug(name): name for name in self.categories.get(design_type, ["general"])}
        return _look_up(text, known) or (
            alias if (alias := _look_up(text, self._category)) in known.values() else None
        )

    def is_category(self, text: str) -> bool:
        """Whether any design type has a category of that name."""
        return any(slug(text) == name for names in self.categories.values() for name in names)

    def material(self, text: str) -> str | None:
        return _look_up(text, self._material)

    def space(self, text: str) -> str | None:
        return _look_up(text, self._space)

    def feature(self, text: str, design_type: str) -> str | None:
        """A feature that the vocabulary lists for `design_type`, or None."""
        name = _look_up(text, self._feature)
        listed = self.features.get(design_type)
        return name if name is not None and (listed is None or name in listed) else None

    def metric(self, text: str) -> str | None:
        return _look_up(text, self._metric)

    def senses(self, text: str) -> frozenset[str]:
        """Every canonical name that `text` may stand for, its own words included."""
        name = slug(text)
        found = {name, singular(name), self.material(text), self.space(text)}
        found.add(_look_up(text, self._feature))
        for one, other in self.twins:
            if one in found or other in found:
                found |= {one, other}
        return frozenset(sense for sense in found if sense)


def _look_up(text: str, table: Mapping[str, str]) -> str | None:
    name = slug(text)
    return table.get(name) or table.get(singular(name))


def _table(aliases: Mapping[str, str], names: list[str]) -> dict[str, str]:
    table = {slug(alias): name for alias, name in aliases.items()}
    return table | {slug(name): name for name in [*aliases.values(), *names]}


def _aliased(entries: Mapping[str, list[str]], aliases: dict[str, list[str]]) -> dict[str, str]:
    table: dict[str, str] = {}
    for name, others in entries.items():
        aliases.setdefault(name, []).extend(others)
        for other in others:
            table.setdefault(singular(slug(other)), name)
    return table | {slug(name): name for name in entries}
