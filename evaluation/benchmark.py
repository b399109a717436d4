"""How the rules fare on real things, which must pass, and on corrupted ones, which must not."""

import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from evaluation.criterion import Finding, Severity
from evaluation.scoring import Scorecard
from specs.design import JSON

Evaluate = Callable[[JSON], Scorecard]
# A title is reworded with most corruptions; nothing of the defect lies in it.
BESIDE_THE_POINT = ("/title",)
GRAVE_ENOUGH = {
    "error": (Severity.ERROR,),
    "warning": (Severity.ERROR, Severity.WARNING),
}


@dataclass(frozen=True, slots=True)
class Figures:
    """`condemned` are real things with an error; `missed` corrupted ones nothing points at.

    `understated` ones are pointed at, but less gravely than `expect` wants.
    """

    real: int
    condemned: tuple[str, ...]
    corrupted: int
    missed: tuple[str, ...]
    understated: tuple[str, ...]
    defects: dict[str, tuple[int, int]]
    milliseconds: float

    @property
    def error_rate(self) -> float:
        return len(self.condemned) / self.real if self.real else 0.0

    @property
    def hit_rate(self) -> float:
        return 1 - len(self.missed) / self.corrupted if self.corrupted else 0.0

    @property
    def grave_hit_rate(self) -> float:
        lost = len(self.missed) + len(self.understated)
        return 1 - lost / self.corrupted if self.corrupted else 0.0


def lines_of(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def figures(
    reality: Iterable[dict[str, Any]], corrupted: Iterable[dict[str, Any]], evaluate: Evaluate
) -> Figures:
    originals: dict[str, JSON] = {}
    condemned, missed, understated = [], [], []
    found, total = Counter[str](), Counter[str]()
    laps = [time.perf_counter()]
    for line in reality:
        originals[line["id"]] = line["spec"]
        card = evaluate(line["spec"])
        laps.append(time.perf_counter())
        if card.has_errors:
            condemned.append(f"{line['id']} {line['name']}: {card.findings[0].message}")
    for line in corrupted:
        card = evaluate(line["spec"])
        laps.append(time.perf_counter())
        places = changed_places(originals[line["from"]], line["spec"])
        total[line["defect"]] += 1
        hits = [f for f in card.findings if points_at(f, places)]
        if not any(f.severity in GRAVE_ENOUGH["warning"] for f in hits):
            missed.append(f"{line['id']} {line['defect']}: {line['note']}")
        elif not any(f.severity in GRAVE_ENOUGH[line["expect"]] for f in hits):
            understated.append(f"{line['id']} {line['defect']}: {line['note']}")
        else:
            found[line["defect"]] += 1
    times = sorted(later - earlier for earlier, later in pairwise(laps))
    return Figures(
        real=len(originals),
        condemned=tuple(condemned),
        corrupted=sum(total.values()),
        missed=tuple(missed),
        understated=tuple(understated),
        defects={name: (found[name], total[name]) for name in sorted(total)},
        milliseconds=round(times[len(times) // 2] * 1000, 3) if times else 0.0,
    )


def changed_places(before: JSON, after: JSON) -> set[str]:
    """The pointers at which a corrupted spec differs from the real one."""
    old, new = dict(_leaves(before)), dict(_leaves(after))
    return {
        place
        for place in old.keys() | new.keys()
        if old.get(place) != new.get(place) and place not in BESIDE_THE_POINT
    }


def _leaves(part: Any, prefix: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(part, dict):
        for key, value in part.items():
            yield from _leaves(value, f"{prefix}/{key}")
    elif isinstance(part, list):
        for index, value in enumerate(part):
            yield from _leaves(value, f"{prefix}/{index}")
    else:
        yield prefix, part


def points_at(finding: Finding, places: set[str]) -> bool:
    """The finding names a changed place, or the list or entry that the change is in."""
    return bool(finding.pointer) and any(
        place == finding.pointer
        or place.startswith(f"{finding.pointer}/")
        or finding.pointer.startswith(f"{place}/")
        for place in places
    )
