"""The state as numbers: from the public report and the spec only.

Never in it: the rubric's weights, the gains of suggestions, what an edit would lead to.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import log1p
from operator import attrgetter

import numpy as np

from rl.judging import Report
from rl.operators import NAMES as OPERATOR_NAMES
from rl.operators import Design
from rl.policy import sha256
from rl.world import BoolArray, FloatArray
from specs.design import DESIGN_TYPES, DIMENSIONS

CRITERIA = ("completeness", "format_validity", "feasibility", "consistency", "fidelity")
SECTIONS = (
    "design_type", "category", "title", "stories", "dimensions", "materials", "spaces",
    "performance", "features", "components", "exclusions", "requirements", "constraints",
    "use_cases", "target_audience", "estimated_cost", "timeline", "other",
)  # fmt: skip
LISTS = (
    "materials", "spaces", "performance", "features", "components", "exclusions", "requirements",
    "constraints", "use_cases",
)  # fmt: skip
PRESENT = (
    "stories", "length", "width", "height", "depth", "diameter", "footprint_area", "floor_area",
    "volume", "weight", "target_audience", "estimated_cost", "timeline", "category",
)  # fmt: skip

NAMES: tuple[str, ...] = (
    "bias",
    *(f"type:{name}" for name in DESIGN_TYPES),
    *(f"criterion:{name}" for name in CRITERIA),
    "prompt",
    *(f"lost:{name}" for name in SECTIONS),
    *(f"error:{name}" for name in SECTIONS),
    "score",
    "capped",
    "errors",
    "warnings",
    "taste",
    *(f"count:{name}" for name in LISTS),
    *(f"has:{name}" for name in PRESENT),
    "grades",
    "sized_spaces",
    "assumed",
    "padding",
    "steps_left",
    "one_left",
    "two_left",
    *(f"can:{name}" for name in OPERATOR_NAMES),
)
FEATURES_HASH = sha256(NAMES)
PADDING_FROM = 6
_AT = {name: place for place, name in enumerate(NAMES)}


def _from(first: str, last: str) -> slice:
    return slice(_AT[first], _AT[last] + 1)


def _places(group: str, names: Sequence[str]) -> dict[str, int]:
    return {name: _AT[f"{group}:{name}"] for name in names}


_TYPES = _places("type", DESIGN_TYPES)
_CRITERIA = _places("criterion", CRITERIA)
_LOST = _places("lost", SECTIONS)
_ERRORS = _places("error", SECTIONS)
_PROMPT, _CATEGORY = _AT["prompt"], _AT["has:category"]
STEPS = _from("steps_left", "two_left")
_FIGURES = _from("score", "taste")
_COUNTS = _from(f"count:{LISTS[0]}", f"count:{LISTS[-1]}")
_PRESENT = _from(f"has:{PRESENT[0]}", f"has:{PRESENT[-1]}")
_SHARES = _from("grades", "padding")
_EDITS = _from(f"can:{OPERATOR_NAMES[0]}", f"can:{OPERATOR_NAMES[-1]}")
_BLANK = [1.0, *(0.0 for _ in NAMES[1 : _EDITS.start])]
_lists = attrgetter(*LISTS)
_scalars = attrgetter(*(f"dimensions.{name}" if name in DIMENSIONS else name for name in PRESENT))


# Any text may be a pointer, so the cache is bounded.
@lru_cache(maxsize=4096)
def section_of(pointer: str) -> str:
    name = pointer.split("/")[1] if "/" in pointer else ""
    return name if name in SECTIONS else "other"


def observe(
    design: Design, report: Report, legal: BoolArray, *, steps_left: int, horizon: int
) -> FloatArray:
    """One number for each of `NAMES`, all of order 1."""
    return with_steps(described(design, report, legal), steps_left, horizon)


def with_steps(description: FloatArray, steps_left: int, horizon: int) -> FloatArray:
    """A copy that says how many steps are left."""
    observation = description.copy()
    observation[STEPS] = _steps(steps_left, horizon)
    return observation


@lru_cache(maxsize=256)
def _steps(left: int, horizon: int) -> FloatArray:
    return np.array((left / horizon, float(left == 1), float(left == 2)))


def described(design: Design, report: Report, legal: BoolArray) -> FloatArray:
    """The state with 0 where the steps stand: what is the same whenever it is met."""
    spec = design.spec
    row = _BLANK[:]
    row[_TYPES[spec.design_type]] = 1.0
    for name, score in report.criteria.items():
        row[_CRITERIA[name]] = (score or 0.0) / 100
    row[_PROMPT] = float(report.criteria.get("fidelity") is not None)
    for name, points in report.lost.items():
        row[_LOST[name]] = points / 5
    for name in report.errors_at:
        row[_ERRORS[name]] = 1.0
    row[_FIGURES] = (
        report.score / 100,
        float(report.errors > 0),
        min(report.errors, 5) / 2,
        min(report.warnings, 8) / 3,
        0.0 if report.preference is None else report.preference / 100,
    )
    row[_COUNTS] = [log1p(len(items)) / 2 for items in _lists(spec)]
    row[_PRESENT] = [float(value is not None) for value in _scalars(spec)]
    row[_CATEGORY] = float(spec.category != "general")
    row[_SHARES] = (
        _share(spec.materials, [m.grade for m in spec.materials]),
        _share(spec.spaces, [s.area for s in spec.spaces]),
        len(design.assumptions) / (len(design.provenance) + 1),
        max(0, len(spec.features) - PADDING_FROM) / 5,
    )
    description = np.empty(len(NAMES))
    description[_EDITS] = legal
    description[: len(row)] = row
    return description


def _share(items: Sequence[object], known: Sequence[object]) -> float:
    return sum(value is not None for value in known) / len(items) if items else 0.0
