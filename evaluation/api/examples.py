"""Examples for the OpenAPI document; the first of each is what "Try it out" sends."""

from drf_spectacular.utils import OpenApiExample

from specs.api.examples import OFFICE, TABLE

CLASSIC = {
    "building_type": "office",
    "stories": 3,
    "materials": [{"type": "steel", "grade": "S355", "properties": {}}],
    "dimensions": {"length": 30, "width": 20, "height": 10.5, "area": 1800},
    "features": ["elevator"],
    "requirements": ["No basement"],
}
EVALUATE = [
    OpenApiExample(
        "A table and its prompt",
        value={
            "spec": TABLE,
            "prompt": "An oak dining table for 8, 220 x 100 x 75 cm, foldable",
        },
        request_only=True,
    ),
    OpenApiExample("The classic flat shape", value={"spec": CLASSIC}, request_only=True),
]
BATCH = [
    OpenApiExample(
        "A prompt, and a spec with its prompt",
        value={"items": [{"prompt": OFFICE}, {"spec": TABLE, "prompt": "An oak table"}]},
        request_only=True,
    )
]
