"""A spec of our own making is read as its JSON would be."""

from dataclasses import replace

import pytest

from evaluation.document import document_of, read_document
from specs.design import Cost, DesignSpec, Dimensions, Material, Performance, Space

PLAIN = DesignSpec(
    "building",
    "house",
    "A house",
    stories=2,
    dimensions=Dimensions(length=12.0, width=8.0),
    materials=(Material("wood", None, "frame"),),
    spaces=(Space("bedroom", 3, 12.0),),
    performance=(Performance("occupancy", 4, "1"),),
    features=("balcony",),
    requirements=("a view of the lake",),
    estimated_cost=Cost(250_000.0, "USD"),
)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"requirements": ("<script>alert(1)</script>",)},
        {"requirements": ("at least 3 < 4 rooms",)},
        {"title": "\ud800"},
        {"title": "Häuschen"},
        {"dimensions": Dimensions(length=2e30)},
        {"dimensions": Dimensions(weight=float("inf"))},
        {"dimensions": Dimensions(weight=float("nan"))},
        {"stories": 10**40},
        {"performance": (Performance("power", 3000.0, "W"),)},
        {"category": "no such category"},
        {"features": tuple(f"feature_{i}" for i in range(1200))},
    ],
)
def test_it_reads_as_the_json_does(changes: dict[str, object]) -> None:
    spec = replace(PLAIN, **changes)  # type: ignore[arg-type]
    assert repr(document_of(spec)) == repr(read_document(spec.as_json()))
