"""Tables 1 to 3 of the rules and their neighbours, read once from rules/data."""

from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

DATA = Path(__file__).parent / "data"


# Entries of a line of sizes that are no dimension themselves.
SHORTHAND = ("side", "flat")


class Span(NamedTuple):
    """Lowest known, usual from, usual to, highest known."""

    lowest: float | None
    low: float | None
    high: float | None
    highest: float | None


def read(name: str) -> Any:
    with (DATA / f"{name}.yaml").open(encoding="utf-8") as file:
        return yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 the safe loader, in C where there is one


@cache
def table(name: str) -> Any:
    """Treat as read-only: it is shared."""
    return read(name)


# Any text may be a category, so the caches that are keyed by it are bounded.
@lru_cache(maxsize=512)
def sizes_for(design_type: str, category: str) -> dict[str, Span]:
    """Spans by dimension name. A category without a line of its own takes its type's `general`."""
    of_type = table("sizes").get(design_type, {})
    line = of_type.get(category) or of_type.get("any") or of_type.get("general") or {}
    spans = {name: Span(*numbers) for name, numbers in line.items() if name not in SHORTHAND}
    if "side" in line:
        for name in ("length", "width", "depth", "diameter"):
            spans.setdefault(name, Span(*line["side"]))
    return spans


@lru_cache(maxsize=512)
def flat_height(design_type: str, category: str) -> Span | None:
    """The height of what is as often described lying as standing: then it is the thickness."""
    numbers = table("sizes").get(design_type, {}).get(category, {}).get("flat")
    return Span(*numbers) if numbers else None


@lru_cache(maxsize=4096)
def metric_span(metric: str, design_type: str, category: str) -> Span | None:
    line = table("metrics").get(metric)
    if line is None:
        return None
    numbers = line.get(category) or line.get(design_type) or line.get("any")
    return Span(*numbers) if numbers else None


def density_span(design_type: str, category: str) -> tuple[float, float] | None:
    densities = table("densities")
    numbers = densities.get(category) or densities.get(design_type)
    return (numbers[0], numbers[1]) if numbers else None


def price_span(
    design_type: str, category: str, features: frozenset[str]
) -> tuple[float | None, float | None]:
    prices = table("prices")
    floor, ceiling = prices["prices"].get(category) or prices["prices"].get(
        design_type, (None, None)
    )
    if design_type == "furniture" and ceiling is None:
        ceiling = next(
            line["ceiling"]
            for line in prices["furniture_ceilings"]
            if ((feature := line.get("feature")) is None or feature in features)
            and category in line.get("categories", (category,))
        )
    return floor, ceiling


def dollars(currency: str) -> float | None:
    """What one unit is worth in US dollars; None for a currency the table lacks."""
    rate = table("currencies").get(currency)
    return None if rate is None else float(rate)


@cache
def materials_that(can: str) -> frozenset[str]:
    return frozenset(name for name, line in table("materials").items() if can in line["can"])


@cache
def family(name: str) -> frozenset[str]:
    return frozenset(m for m, line in table("materials").items() if line.get("family") == name)


@cache
def known_materials() -> frozenset[str]:
    return frozenset(table("materials"))


def expand(categories: list[str]) -> frozenset[str]:
    """Categories with the names of groups replaced by their members."""
    groups = table("groups")
    return frozenset(member for name in categories for member in groups.get(name, [name]))
