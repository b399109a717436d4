"""psi: a spec and its evaluation as the numbers that people's taste is learnt from.

Counts enter as square roots: the tenth feature says less than the second. Criterion scores and the
evaluator's total are among the numbers, so what is learnt is taste beyond the evaluator.
"""

import hashlib
import json
import math
from collections import Counter
from collections.abc import Mapping
from functools import cache

import numpy as np
import numpy.typing as npt

from feedback.knowledge import read
from specs.design import DIMENSIONS, DesignSpec

Vector = npt.NDArray[np.float64]

CRITERIA = ("completeness", "format_validity", "feasibility", "consistency", "fidelity")
TOTAL = "score"
# A criterion that could not be judged (fidelity without a prompt) counts as neither good nor bad.
UNKNOWN_SCORE = 0.75
SECTIONS = (
    "materials",
    "spaces",
    "performance",
    "features",
    "components",
    "exclusions",
    "requirements",
    "constraints",
    "use_cases",
)
OTHER = "other"


@cache
def families() -> dict[str, str]:
    """Feature → family."""
    groups = read("families")["features"]
    return {feature: family for family, members in groups.items() for feature in members}


@cache
def feature_names() -> tuple[str, ...]:
    """The order of the vector; appended to, never reordered (see `feature_hash`)."""
    data = read("families")
    return (
        *(f"family:{name}" for name in (*data["features"], OTHER)),
        *(f"count:{section}" for section in SECTIONS),
        *(f"share:{group}" for group in data["materials"]),
        "share:dimensions",
        "has:stories",
        "has:cost",
        "has:timeline",
        "has:audience",
        "share:graded_materials",
        *(f"criterion:{name}" for name in CRITERIA),
        "evaluator",
    )


@cache
def feature_hash() -> str:
    """Changes with the names, their order or the families: old weights then mean nothing."""
    content = json.dumps([feature_names(), sorted(families().items())])
    return hashlib.sha256(content.encode()).hexdigest()[:16]


def psi(spec: DesignSpec, scores: Mapping[str, float | None]) -> Vector:
    """`scores` are the evaluation's 0..100 by criterion, and the total under "score"."""
    groups = read("families")["materials"]
    counts = Counter(families().get(feature, OTHER) for feature in spec.features)
    materials = [material.type for material in spec.materials]
    known = sum(getattr(spec.dimensions, name) is not None for name in DIMENSIONS)
    numbers = [
        *(math.sqrt(counts[name]) for name in (*read("families")["features"], OTHER)),
        *(math.sqrt(len(getattr(spec, section))) for section in SECTIONS),
        *(_share(materials, members) for members in groups.values()),
        known / len(DIMENSIONS),
        float(spec.stories is not None),
        float(spec.estimated_cost is not None),
        float(spec.timeline is not None),
        float(spec.target_audience is not None),
        sum(m.grade is not None for m in spec.materials) / max(1, len(materials)),
        *(_score(scores.get(name)) for name in CRITERIA),
        _score(scores.get(TOTAL)),
    ]
    return np.array(numbers, dtype=float)


def _share(materials: list[str], members: list[str]) -> float:
    return sum(name in members for name in materials) / max(1, len(materials))


def _score(value: float | None) -> float:
    return UNKNOWN_SCORE if value is None else value / 100
