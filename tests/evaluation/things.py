"""Specs for tests: from the golden files, from the short list of known things, and by hand."""

import copy
import json
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from evaluation.vocabulary import unit_of_metric

GOLDEN = Path(__file__).parent.parent / "golden"
DIMENSIONS = (
    "length", "width", "height", "depth", "diameter", "footprint_area", "floor_area", "volume",
    "weight",
)  # fmt: skip


@cache
def golden(name: str) -> list[dict[str, Any]]:
    with (GOLDEN / f"{name}.jsonl").open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def spec(design_type: str = "furniture", category: str = "table", **parts: Any) -> dict[str, Any]:
    """A spec of the normal form: `dimensions` and `performance` may be given as mappings."""
    document: dict[str, Any] = {
        "schema_version": "1.0",
        "design_type": design_type,
        "category": category,
        "title": category.replace("_", " "),
        "stories": None,
        "dimensions": {},
        "materials": [],
        "spaces": [],
        "performance": [],
        "features": [],
        "components": [],
        "exclusions": [],
        "requirements": [],
        "constraints": [],
        "use_cases": [],
        "target_audience": None,
        "estimated_cost": None,
        "timeline": None,
    }
    document |= copy.deepcopy(parts)
    document["dimensions"] = {name: document["dimensions"].get(name) for name in DIMENSIONS}
    if isinstance(document["performance"], dict):
        document["performance"] = [
            {"metric": metric, "value": value, "unit": unit_of_metric().get(metric, "1")}
            for metric, value in document["performance"].items()
        ]
    document["materials"] = [
        {"type": m, "grade": None, "use": None} if isinstance(m, str) else m
        for m in document["materials"]
    ]
    return document


@cache
def known_things() -> list[tuple[str, dict[str, Any]]]:
    path = Path(__file__).with_name("known_things.yaml")
    return [(line["n"], _from_short(line)) for line in yaml.safe_load(path.read_text())]


def _from_short(line: dict[str, Any]) -> dict[str, Any]:
    design_type, category = line["k"].split("/")
    return spec(
        design_type,
        category,
        title=line["n"],
        stories=line.get("st"),
        dimensions=line.get("d", {}),
        materials=[
            m if isinstance(m, str) else {"type": m[0], "grade": None, "use": m[1]}
            for m in line.get("m", [])
        ],
        spaces=[
            {"type": s[0], "count": s[1], "area": s[2] if len(s) > 2 else None}
            for s in line.get("s", [])
        ],
        performance=line.get("p", {}),
        features=line.get("f", []),
        components=line.get("c", []),
        exclusions=line.get("x", []),
        requirements=line.get("w", []),
        estimated_cost=line.get("cost")
        and dict(zip(("amount", "currency"), line["cost"], strict=True)),
        timeline=line.get("t"),
    )


def broken_rules(criterion: str) -> list[tuple[str, str, dict[str, Any], list[str]]]:
    path = Path(__file__).with_name("broken_rules.yaml")
    lines = yaml.safe_load(path.read_text())[criterion]
    return [
        (rule, severity, spec(*kind.split("/"), **parts), places)
        for rule, severity, kind, parts, places in lines
    ]
