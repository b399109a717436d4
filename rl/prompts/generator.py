"""Prompts drawn from what the operators' tables know, by a seeded generator.

Sizes, rooms, features and figures are drawn around the usual ones of a category and worded in one
of several ways; each prompt states only some of them, as people do.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from rl.operators.typical import Knowledge, Typical
from specs.design import DesignSpec

DATA = Path(__file__).parent / "data"


@cache
def phrases() -> Mapping[str, Any]:
    table: Mapping[str, Any] = yaml.safe_load((DATA / "phrases.yaml").read_text(encoding="utf-8"))
    return table


def generated(tables: Knowledge, seed: int) -> Iterator[str]:
    """An endless stream; the same seed gives the same prompts."""
    rng = np.random.default_rng(seed)
    kinds = [
        (design_type, category)
        for design_type, categories in tables.categories.items()
        if design_type != "general"
        for category in categories
        if category != "general"
    ]
    types = sorted({design_type for design_type, _ in kinds})
    while True:
        design_type = types[rng.integers(len(types))]
        choices = [category for kind, category in kinds if kind == design_type]
        category = choices[rng.integers(len(choices))]
        spec = DesignSpec(design_type, category, category)
        yield _prompt(Draw(rng), spec, tables.typical(spec))


class Draw:
    """Few words for the draws that a prompt is made of."""

    def __init__(self, rng: np.random.Generator) -> None:
        self._rng = rng

    def chance(self, probability: float) -> bool:
        return bool(self._rng.random() < probability)

    def one(self, items: Any) -> Any:
        return items[int(self._rng.integers(len(items)))]

    def some(self, items: Any, most: int) -> list[Any]:
        count = int(self._rng.integers(0, min(most, len(items)) + 1))
        places = self._rng.permutation(len(items))[:count]
        return [items[int(place)] for place in sorted(places)]

    def around(self, value: float, spread: float = 0.2) -> float:
        drawn = value * float(np.exp(self._rng.normal(0.0, spread)))
        return float(f"{drawn:.2g}")

    def phrase(self, kind: str, name: str, value: float) -> str:
        return str(self.one(phrases()[kind][name])).format(v=f"{value:g}")


def _prompt(draw: Draw, spec: DesignSpec, typical: Typical) -> str:
    words = phrases()
    name = words["things"].get(spec.category, spec.category.replace("_", " "))
    head = f"{draw.one(words['adjectives'])} {name}" if draw.chance(0.5) else name
    parts = [str(draw.one(words["openings"])).format(head=head)]
    parts += _building(draw, typical) if spec.design_type == "building" else _sizes(draw, typical)
    parts += _contents(draw, typical)
    if draw.chance(0.3):
        amount = draw.around(typical.cost * (typical.floor_area or 1))
        parts.append(str(draw.one(words["budgets"])).format(v=f"{amount:,.0f}"))
    if draw.chance(0.2):
        months = max(1, round(draw.around(typical.weeks) / 4.3))
        parts.append(str(draw.one(words["times"])).format(v=months))
    return ", ".join(part for part in parts if part)


def _building(draw: Draw, typical: Typical) -> list[str]:
    parts = []
    stories = max(1, round(draw.around(typical.stories, 0.3)))
    plan = draw.around(typical.plan, 0.3)
    if draw.chance(0.6):
        parts.append(f"{stories} storeys" if stories > 1 else "single storey")
    if draw.chance(0.35):
        width = draw.around((plan / 1.5) ** 0.5)
        parts.append(f"{draw.around(width * 1.5):g} x {width:g} m")
    elif draw.chance(0.5):
        parts.append(draw.phrase("sizes", "floor_area", float(f"{plan * stories:.2g}")))
    if draw.chance(0.15):
        parts.append(draw.phrase("sizes", "height", draw.around(stories * typical.storey, 0.1)))
    for room in draw.some(typical.rooms, 2):
        count = max(2, round(draw.around(room.count)))
        parts.append(f"{count} {room.type.replace('_', ' ')}s")
    return parts


def _sizes(draw: Draw, typical: Typical) -> list[str]:
    parts = []
    for side, usual in zip(typical.sides, typical.size, strict=True):
        value = draw.around(usual, 0.15)
        if not draw.chance(0.4):
            continue
        if usual < 1:
            parts.append(draw.phrase("small_sizes", side, float(f"{value * 100:.3g}")))
        else:
            parts.append(draw.phrase("sizes", side, value))
    if typical.weight and draw.chance(0.2):
        parts.append(draw.phrase("sizes", "weight", draw.around(typical.weight, 0.15)))
    return parts


def _contents(draw: Draw, typical: Typical) -> list[str]:
    words = phrases()
    parts = []
    for metric in draw.some(list(typical.performance), 2):
        if metric in words["performance"]:
            usual = typical.performance[metric]
            value = draw.around(usual, 0.15)
            # Counts are whole, and nobody asks for 7.3 of anything of that size.
            parts.append(
                draw.phrase("performance", metric, max(1.0, round(value)) if usual >= 1 else value)
            )
    for material in draw.some(typical.materials, 2):
        parts.append(f"{material.type.replace('_', ' ')} {material.use or ''}".strip())
    names = sorted({*typical.features, *(n for theme in typical.themes.values() for n in theme)})
    wanted = draw.some(names, 3)
    parts += [f"with {name.replace('_', ' ')}" for name in wanted]
    rest = [name for name in names if name not in wanted]
    if rest and draw.chance(0.3):
        text = str(draw.one(words["exclusions"]))
        parts.append(text.format(x=draw.one(rest).replace("_", " ")))
    return parts
