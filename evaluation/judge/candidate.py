"""What the judge gets to see of a spec: numbers, and names of the vocabulary.

Nothing that a client can word freely goes to the judge: a title or a requirement that begs for a
high score cannot move what never arrives. Such texts are counted, so that their presence shows.
"""

from functools import cache
from typing import Any

from specs.design import DesignSpec
from specs.knowledge import vocabulary

JSON = dict[str, Any]
UNKNOWN = "other"
TEXTS = ("requirements", "constraints", "use_cases")


@cache
def known_names() -> frozenset[str]:
    words = vocabulary()
    names = set(words["materials"]) | set(words["spaces"]) | set(words["performance"])
    for group in (*words["categories"].values(), *words["features"].values()):
        names.update(group)
    return frozenset(names)


def candidate(spec: DesignSpec) -> JSON:
    units = vocabulary()["performance"]
    document = spec.as_json()
    return {
        "design_type": spec.design_type,
        "category": _known(spec.category),
        "stories": spec.stories,
        "dimensions_m_m2_m3_kg": {
            name: size for name, size in document["dimensions"].items() if size is not None
        },
        "materials": [_known(material.type) for material in spec.materials],
        "spaces": [
            {"type": _known(space.type), "count": space.count, "area_m2": space.area}
            for space in spec.spaces
        ],
        "performance": [
            {"metric": item.metric, "value": item.value, "unit": units[item.metric]["unit"]}
            for item in spec.performance
            if item.metric in units
        ],
        "features": [_known(name) for name in spec.features],
        "components": len(spec.components),
        "left_out_on_purpose": [_known(name) for name in spec.exclusions],
        "estimated_cost": document["estimated_cost"],
        "timeline": spec.timeline,
        "texts": {name: len(getattr(spec, name)) for name in TEXTS},
    }


def _known(name: str) -> str:
    return name if name in known_names() else UNKNOWN
