"""How fidelity fares on annotated prompts: the gold spec must pass, a spoilt one must not."""

import copy
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from evaluation.agent import Reader
from evaluation.criterion import Severity
from evaluation.scoring import Scorecard, score
from specs.design import DIMENSIONS, JSON, LISTS_OF_TEXT
from specs.draft import Reading
from specs.pointers import pointer, resolve
from specs.provenance import Origin, Source

LISTS = (*LISTS_OF_TEXT, "materials", "spaces", "performance")
# Values of a kind that no prompt means when it says another.
OTHER = {
    "design_type": ("furniture", "vehicle"),
    "category": ("bench", "bridge"),
    "materials": ("titanium", "bamboo"),
    "timeline": ("P91Y", "P97Y"),
}
Exact = Callable[[JSON], bool]


@dataclass(slots=True)
class FidelityFigures:
    """`low` are gold specs under the mark; `unseen_drops` and `unseen_changes` spoilt ones that
    fidelity did not notice."""

    prompts: int = 0
    exact: int = 0
    drops: int = 0
    changes: int = 0
    low: list[str] = field(default_factory=list)
    unseen_drops: list[str] = field(default_factory=list)
    unseen_changes: list[str] = field(default_factory=list)


def fidelity_figures(
    lines: Iterable[JSON], reader: Reader, is_exact: Exact, *, mark: float = 98.0
) -> FidelityFigures:
    """`is_exact` says whether the engine reads a line as it is annotated."""
    found = FidelityFigures()
    for line in lines:
        if line["gold"].get("not_a_design"):
            continue
        found.prompts += 1
        if not is_exact(line):
            continue
        found.exact += 1
        reading = reader(line["prompt"])
        gold = fidelity(gold_spec(line["gold"]), reading)
        if gold < mark:
            found.low.append(f"{line['id']}: {gold:g}")
        _spoil(found, line["id"], reading)
    return found


def gold_spec(gold: JSON) -> JSON:
    """What is annotated over a whole spec of nulls."""
    whole: JSON = {
        "schema_version": "1.0",
        "design_type": "general",
        "category": "general",
        "title": "Gold",
        "stories": None,
        **{name: [] for name in LISTS},
        "target_audience": None,
        "estimated_cost": None,
        "timeline": None,
        **copy.deepcopy(gold),
    }
    whole["dimensions"] = {name: gold.get("dimensions", {}).get(name) for name in DIMENSIONS}
    whole["materials"] = [{"grade": None, "use": None, **item} for item in whole["materials"]]
    whole["spaces"] = [{"count": 1, "area": None, **item} for item in whole["spaces"]]
    return whole


def fidelity(document: JSON, reading: Reading) -> float:
    part = score(document, reading).criteria["fidelity"].score
    return 100.0 if part is None else part


def _spoil(found: FidelityFigures, name: str, reading: Reading) -> None:
    document = reading.spec.as_json()
    whole = fidelity(document, reading)
    for place in stated_places(reading):
        found.drops += 1
        if not fidelity(without(document, place), reading) < whole:
            found.unseen_drops.append(f"{name} {place}")
        changed = contradicting(document, place, reading.provenance[_leaf(place, reading)])
        if changed is None:
            continue
        found.changes += 1
        if not _heard(score(changed, reading)):
            found.unseen_changes.append(f"{name} {place}")


def _heard(card: Scorecard) -> bool:
    return any(
        f.criterion == "fidelity" and f.severity in (Severity.ERROR, Severity.WARNING)
        for f in card.findings
    )


def stated_places(reading: Reading) -> Iterator[str]:
    """One pointer for each fact: a scalar, or an entry of a list."""
    seen = set()
    for place, origin in reading.provenance.items():
        if origin.source is not Source.PROMPT:
            continue
        parts = place.split("/")[1:]
        if parts[0] == "title":
            continue
        # An entry goes as a whole, and so does a cost; a side is a fact of its own.
        kept = parts[:1] if parts[0] == "estimated_cost" else parts[:2]
        fact = pointer(*kept)
        if fact not in seen and not _says_nothing(reading.spec.as_json(), fact):
            seen.add(fact)
            yield fact


def _says_nothing(document: JSON, fact: str) -> bool:
    """'General' states no kind; an entry may say less than another of its name."""
    said = resolve(document, fact)
    kind = fact.split("/")[1]
    if kind != "materials":
        return bool(said == "general")
    return any(
        other is not said and all(value in (None, other[leaf]) for leaf, value in said.items())
        for other in document["materials"]
    )


def _leaf(place: str, reading: Reading) -> str:
    """Where the fact's number or name was read."""
    for leaf in ("", "/value", "/count", "/amount", "/type", "/metric"):
        if place + leaf in reading.provenance:
            return place + leaf
    return next(known for known in reading.provenance if known.startswith(f"{place}/"))


def without(document: JSON, place: str) -> JSON:
    spoilt = copy.deepcopy(document)
    parts = place.split("/")[1:]
    if parts[0] in LISTS:
        del spoilt[parts[0]][int(parts[1])]
    elif parts[0] == "dimensions":
        spoilt["dimensions"][parts[1]] = None
    elif parts[0] in ("design_type", "category"):
        spoilt[parts[0]] = "general"
    else:
        spoilt[parts[0]] = None
    return spoilt


def contradicting(document: JSON, place: str, origin: Origin) -> JSON | None:
    """The document saying the opposite at `place`; None where a fact has no opposite."""
    spoilt = copy.deepcopy(document)
    parts = place.split("/")[1:]
    kind = parts[0]
    said = resolve(document, place)
    if kind in ("stories", "dimensions"):
        holder = spoilt if kind == "stories" else spoilt["dimensions"]
        holder[parts[-1]] = _far_from(said, origin)
    elif kind in ("design_type", "category", "timeline"):
        spoilt[kind] = next(other for other in OTHER[kind] if other != said)
    elif kind == "materials":
        others = {item["type"] for item in document["materials"]}
        other = next(name for name in OTHER[kind] if name not in others)
        spoilt[kind] = [
            {**item, "type": other} if item["type"] == said["type"] else item
            for item in spoilt[kind]
        ]
    elif kind in ("spaces", "performance", "estimated_cost"):
        number = {"spaces": "count", "performance": "value", "estimated_cost": "amount"}[kind]
        entry = spoilt[kind] if kind == "estimated_cost" else spoilt[kind][int(parts[1])]
        entry[number] = _far_from(entry[number], origin)
    elif kind == "features":
        spoilt["features"].remove(said)
        spoilt["exclusions"].append(said)
    elif kind == "exclusions":
        spoilt["exclusions"].remove(said)
        spoilt["features"].append(said)
    else:
        return None
    return spoilt


def _far_from(said: float, origin: Origin) -> float:
    """A number that no bound or range of the statement holds."""
    if origin.bound == "min":
        low = said if origin.low is None else origin.low
        return max(1, int(low / 3)) if isinstance(said, int) and low >= 2 else low / 3
    high = said if origin.high is None else max(said, origin.high)
    return int(high) * 3 + 2 if isinstance(said, int) else high * 3
