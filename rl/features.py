"""The state as numbers: from the public report and the spec only.

Never in it: the rubric's weights, the gains of suggestions, what an edit would lead to.
"""

from collections.abc import Sequence
from math import log1p

import numpy as np

from rl.judging import Report
from rl.operators import NAMES as OPERATOR_NAMES
from rl.operators import Design
from rl.policy import sha256
from rl.world import BoolArray, FloatArray
from specs.design import DESIGN_TYPES, DesignSpec

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
STEPS = slice(NAMES.index("steps_left"), NAMES.index("two_left") + 1)


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
    observation[STEPS] = (steps_left / horizon, float(steps_left == 1), float(steps_left == 2))
    return observation


def described(design: Design, report: Report, legal: BoolArray) -> FloatArray:
    """The state with 0 where the steps stand: what is the same whenever it is met."""
    spec = design.spec
    fidelity = report.criteria.get("fidelity")
    numbers: list[float] = [1.0]
    numbers.extend(float(spec.design_type == name) for name in DESIGN_TYPES)
    numbers.extend((report.criteria.get(name) or 0.0) / 100 for name in CRITERIA)
    numbers.append(float(fidelity is not None))
    numbers.extend(report.lost.get(name, 0.0) / 5 for name in SECTIONS)
    numbers.extend(float(name in report.errors_at) for name in SECTIONS)
    numbers.append(report.score / 100)
    numbers.append(float(report.errors > 0))
    numbers.append(min(report.errors, 5) / 2)
    numbers.append(min(report.warnings, 8) / 3)
    numbers.append(0.0 if report.preference is None else report.preference / 100)
    numbers.extend(_filled(spec))
    numbers.append(_share(spec.materials, [m.grade for m in spec.materials]))
    numbers.append(_share(spec.spaces, [s.area for s in spec.spaces]))
    numbers.append(len(design.assumptions) / (len(design.provenance) + 1))
    numbers.append(max(0, len(spec.features) - PADDING_FROM) / 5)
    numbers.extend((0.0, 0.0, 0.0))
    return np.concatenate([np.array(numbers), legal.astype(np.float64)])


def _filled(spec: DesignSpec) -> list[float]:
    counts = [log1p(len(getattr(spec, name))) / 2 for name in LISTS]
    d = spec.dimensions
    present: list[object] = [
        spec.stories,
        d.length,
        d.width,
        d.height,
        d.depth,
        d.diameter,
        d.footprint_area,
        d.floor_area,
        d.volume,
        d.weight,
        spec.target_audience,
        spec.estimated_cost,
        spec.timeline,
        spec.category if spec.category != "general" else None,
    ]
    return [*counts, *(float(value is not None) for value in present)]


def _share(items: Sequence[object], known: Sequence[object]) -> float:
    return sum(value is not None for value in known) / len(items) if items else 0.0
