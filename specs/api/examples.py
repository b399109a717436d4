"""Examples for the OpenAPI document; the first of each is what "Try it out" sends."""

from drf_spectacular.utils import OpenApiExample

OFFICE = "A 3-storey steel office, 30 x 20 m, no basement, budget $2.4M"

GENERATE = [
    OpenApiExample("An office", value={"prompt": OFFICE}, request_only=True),
    OpenApiExample(
        "A table, by the rules",
        value={
            "prompt": "An oak dining table for 8, 220 x 100 x 75 cm, foldable",
            "engine": "rules",
            "design_type": "furniture",
        },
        request_only=True,
    ),
]

TABLE = {
    "schema_version": "1.0",
    "design_type": "furniture",
    "category": "table",
    "title": "Oak dining table",
    "stories": None,
    "dimensions": {
        "length": None,
        "width": 2.2,
        "height": 0.75,
        "depth": 1.0,
        "diameter": None,
        "footprint_area": None,
        "floor_area": None,
        "volume": None,
        "weight": None,
    },
    "materials": [{"type": "wood", "grade": "oak", "use": None}],
    "spaces": [],
    "performance": [{"metric": "seats", "value": 8, "unit": "1"}],
    "features": ["foldable"],
    "components": [],
    "exclusions": [],
    "requirements": [],
    "constraints": [],
    "use_cases": [],
    "target_audience": None,
    "estimated_cost": None,
    "timeline": None,
}

SPEC_CREATE = [
    OpenApiExample("From a prompt", value={"prompt": OFFICE}, request_only=True),
    OpenApiExample("Your own", value={"spec": TABLE}, request_only=True),
]

SPEC_EDIT = [
    OpenApiExample(
        "Change a height",
        value={"spec": {"dimensions": {"height": 12.5}}, "reason": "The client asked for more."},
        request_only=True,
    )
]
