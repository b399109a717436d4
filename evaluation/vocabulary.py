"""The names of the vocabulary as evaluation needs them."""

from functools import cache

from specs.knowledge import vocabulary


@cache
def types_of_category() -> dict[str, str]:
    """The design type of each category that only one type has."""
    return {
        category: design_type
        for design_type, categories in vocabulary()["categories"].items()
        for category in categories
        if category != "general"
    }


@cache
def unit_of_metric() -> dict[str, str]:
    return {name: entry["unit"] for name, entry in vocabulary()["performance"].items()}


@cache
def known_features() -> frozenset[str]:
    """The features of every design type."""
    return frozenset(name for names in vocabulary()["features"].values() for name in names)


@cache
def twins_of(name: str) -> frozenset[str]:
    """Names that mean the same wish in another place of a spec."""
    pairs = vocabulary()["twins"]["pairs"]
    return frozenset(b if a == name else a for a, b in pairs if name in (a, b))


def snake_case(text: str) -> str:
    """'Solar Panels' is `solar_panels`; empty where nothing of the text can be a name."""
    kept = "".join(c if c.isascii() and c.isalnum() else " " for c in text.lower())
    return "_".join(kept.split())


def category_named(text: str) -> str:
    """The category a person's word stands for; the word in snake case where none does."""
    spoken = " ".join(text.lower().replace("_", " ").replace("-", " ").split())
    name = snake_case(text)
    if name in types_of_category():
        return name
    aliases: dict[str, str] = vocabulary()["category_aliases"]
    return aliases.get(spoken, name or "general")


def material_named(text: str) -> str:
    spoken = " ".join(text.lower().replace("_", " ").split())
    name = snake_case(text)
    materials: dict[str, list[str]] = vocabulary()["materials"]
    if name in materials:
        return name
    return next((known for known, aliases in materials.items() if spoken in aliases), name)


def feature_named(text: str) -> str:
    spoken = " ".join(text.lower().replace("_", " ").split())
    aliases: dict[str, str] = vocabulary()["feature_aliases"]
    return aliases.get(spoken, snake_case(text))
