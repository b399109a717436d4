"""Canonical names: the project's vocabulary read as alias → name."""

from collections.abc import Mapping
from functools import cache, lru_cache

from specs.knowledge import vocabulary


# Any text may be a name, so the cache is bounded.
@lru_cache(maxsize=8192)
def canonical(section: str, name: str, design_type: str) -> str:
    """The vocabulary's name for what stands in the section, or the name itself."""
    key = name.replace("_", " ")
    if section == "category":
        better = _aliases()["category"].get(key, name)
        known = _names()["categories"].get(design_type, ())
        return better if better in known and name not in known else name
    if section == "features" and name in _names()["features"].get(design_type, ()):
        return name
    return _aliases().get(section, {}).get(key, name)


@cache
def _names() -> Mapping[str, Mapping[str, list[str]]]:
    return {part: vocabulary()[part] for part in ("categories", "features")}


@cache
def _aliases() -> dict[str, dict[str, str]]:
    known = vocabulary()
    tables: dict[str, dict[str, str]] = {
        "category": {k: str(v) for k, v in known["category_aliases"].items()},
        "features": {k: str(v) for k, v in known["feature_aliases"].items()},
    }
    for part in ("materials", "spaces"):
        tables[part] = {alias: name for name, aliases in known[part].items() for alias in aliases}
    return tables


def vocabulary_features(design_type: str) -> tuple[str, ...]:
    return tuple(_names()["features"].get(design_type, ()))
