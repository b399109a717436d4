"""How much of an annotation a draft holds: precision over what it calls stated, recall over all.

The conventions are those of the annotations, except that the use and the grade of a material are
not compared: their wording needs a table of its own, and both sides of a comparison share it.
"""

import json
import re
from pathlib import Path
from typing import Any

from specs.draft import Draft
from specs.generation.llm.names import Names

JSON = dict[str, Any]
Fact = tuple[str, str]
DAYS = {"Y": 365, "M": 30, "W": 7, "D": 1}
# One wish under two names.
PEOPLE = {"seats": "people", "occupancy": "people"}


def lines(path: Path) -> list[JSON]:
    rows = path.read_text(encoding="utf-8").splitlines()
    found = [json.loads(row) for row in rows]
    return [line for line in found if not line["gold"].get("not_a_design")]


def figures(gold: list[JSON], drafts: list[Draft | None], names: Names) -> dict[str, float]:
    found = stated = wanted = wrong = 0
    for line, draft in zip(gold, drafts, strict=True):
        want = facts(line["gold"], line["gold"]["design_type"], names)
        have = {} if draft is None else facts(draft.spec.as_json(), draft.spec.design_type, names)
        said = set() if draft is None else stated_facts(draft, names)
        loose = line.get("loose") or {}
        hits = {f for f in want if f in have and agree(f, have[f], want[f], loose, line["gold"])}
        ignored = {tuple(p.strip("/").split("/")[:1]) for p in line.get("ignore") or ()}
        bad = {f for f in said - hits if not is_neutral(f, line, ignored, want)}
        found, wanted = found + len(hits), wanted + len(want)
        stated, wrong = stated + len(hits & said), wrong + len(bad)
    precision, recall = stated / (stated + wrong), found / wanted
    f1 = 2 * precision * recall / (precision + recall)
    return {"f1": f1, "precision": precision, "recall": recall}


def facts(document: JSON, design_type: str, names: Names) -> dict[Fact, Any]:
    found: dict[Fact, Any] = {}
    for key in ("design_type", "stories", "estimated_cost", "timeline"):
        if document.get(key) is not None:
            found[key, ""] = document[key]
    category = document.get("category")
    if category:
        found["category", ""] = names.category(category, design_type) or category
    for side, value in (document.get("dimensions") or {}).items():
        if value is not None:
            found["dimensions", side] = value
    for item in document.get("materials") or ():
        found["materials", names.material(item["type"]) or item["type"]] = True
    for item in document.get("spaces") or ():
        name = names.space(item["type"]) or item["type"]
        found["spaces", name] = found.get(("spaces", name), 0) + item["count"]
    for item in document.get("performance") or ():
        building = design_type == "building"
        name = PEOPLE.get(item["metric"], item["metric"]) if building else item["metric"]
        found.setdefault(("performance", name), item["value"])
    for name in document.get("features") or ():
        found["features", names.feature(name, design_type) or name] = True
    for name in document.get("exclusions") or ():
        found["exclusions", min(names.senses(name))] = True
    return found


def stated_facts(draft: Draft, names: Names) -> set[Fact]:
    """The facts of a draft without the leaves that the prompt does not state."""
    said = set(draft.stated)
    document = draft.spec.as_json()
    kept: JSON = {}
    for key, value in document.items():
        if isinstance(value, list):
            kept[key] = [
                item
                for index, item in enumerate(value)
                if any(p == f"/{key}/{index}" or p.startswith(f"/{key}/{index}/") for p in said)
            ]
        elif isinstance(value, dict):
            inner = {name: part for name, part in value.items() if f"/{key}/{name}" in said}
            kept[key] = inner if key == "dimensions" else (value if inner else None)
        else:
            kept[key] = value if f"/{key}" in said else None
    return set(facts(kept, draft.spec.design_type, names))


def agree(fact: Fact, have: Any, want: Any, loose: JSON, gold: JSON) -> bool:
    field, name = fact
    if field == "timeline":
        return near(days(have), days(want), loose.get("/timeline"), 0.02)
    if field == "estimated_cost":
        same = have["currency"] == want["currency"]
        return same and near(have["amount"], want["amount"], loose.get("/estimated_cost/amount"))
    if field == "dimensions":
        return near(have, want, loose.get(f"/dimensions/{name}"))
    if field in {"performance", "spaces"}:
        bounds = [v for k, v in loose.items() if k.startswith(f"/{field}/")]
        return any(near(have, want, each) for each in (None, *bounds))
    return bool(have == want)


def near(have: float, want: float, loose: Any = None, tolerance: float = 0.01) -> bool:
    if abs(have - want) <= tolerance * abs(want):
        return True
    return bool(loose) and min(loose) * 0.999 <= have <= max(loose) * 1.001


def days(duration: str) -> int:
    return sum(int(n) * DAYS[mark] for n, mark in re.findall(r"(\d+)([YMWD])", duration))


def is_neutral(fact: Fact, line: JSON, ignored: set[Any], want: dict[Fact, Any]) -> bool:
    """Neither right nor wrong: ambiguous in the prompt, or a twin of what is annotated."""
    field, name = fact
    if (field,) in ignored:
        return True
    twins = {"features", "spaces", "performance"}
    if field in twins and any(f in twins and f[1] == name for f in want):
        return True
    words = set(re.findall(r"[a-z0-9]+", line["prompt"].lower()))
    return bool(name) and set(name.split("_")) <= words and field in {"features", "exclusions"}
