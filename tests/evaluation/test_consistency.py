"""Consistency: figures that belong together agree, and nothing ruled out is present."""

from typing import Any

import pytest

from evaluation.scoring import score
from tests.evaluation.things import spec

B, V, E, A, F = "building", "vehicle", "electronics", "appliance", "furniture"
BOX = {"width": 0.6, "height": 0.85, "depth": 0.6}

BROKEN: list[tuple[str, str, str, str, dict[str, Any], set[str]]] = [
    ("G1", "error", F, "chair", {"features": ["wheels"], "exclusions": ["wheels"]}, {"/features/0", "/exclusions/0"}),
    ("G1", "error", B, "house", {"spaces": [{"type": "garage", "count": 1, "area": None}], "exclusions": ["garage"]}, {"/spaces/0/type", "/exclusions/0"}),
    ("G2", "error", A, "oven", {"dimensions": BOX | {"volume": 2}}, {"/dimensions/volume"}),
    ("G3", "error", B, "office", {"dimensions": {"length": 20, "width": 10, "footprint_area": 400}}, {"/dimensions/footprint_area"}),
    ("G4", "error", A, "oven", {"dimensions": BOX | {"weight": 9000}}, {"/dimensions/weight"}),
    ("G5", "error", V, "bicycle", {"dimensions": {"length": 0.645, "width": 0.27, "height": 0.585, "weight": 239}}, {"/dimensions/weight"}),
    ("G6", "error", E, "sensor", {"dimensions": {"diameter": 0.52, "height": 0.0125, "weight": 0.025}}, {"/dimensions/weight", "/dimensions/diameter"}),
    ("G9", "error", A, "refrigerator", {"dimensions": {"width": 1.2, "height": 0.2, "depth": 0.6}, "performance": {"capacity": 844}}, {"/performance/0/value", "/dimensions/height"}),
    ("G11", "error", A, "blender", {"dimensions": {"weight": 4}, "performance": {"power": 500}}, {"/performance/0/value"}),
    ("G12", "error", V, "drone", {"dimensions": {"weight": 0.25}, "performance": {"battery_energy": 1.1}}, {"/performance/0/value"}),
    ("G12b", "error", E, "tablet", {"dimensions": {"weight": 0.6}, "performance": {"battery_charge": 2850000}}, {"/performance/0/value"}),
    ("M3", "warning", V, "car", {"performance": [{"metric": "power", "value": 90, "unit": "kW"}, {"metric": "power", "value": 120, "unit": "kW"}]}, {"/performance/1/value"}),
    ("X1", "warning", A, "oven", {"features": [f"thing_{i}" for i in range(40)]}, {"/features"}),
    ("X2", "warning", A, "washing_machine", {"features": ["top_load", "front_load"]}, {"/features/1"}),
    ("X3", "warning", V, "bicycle", {"features": ["foldable", "sunroof"]}, {"/features/1"}),
    ("B1", "error", B, "office", {"stories": 9, "dimensions": {"height": 10.8}}, {"/dimensions/height"}),
    ("B2", "error", B, "office", {"stories": 16, "dimensions": {"height": 192}}, {"/dimensions/height"}),
    ("B2", "warning", B, "office", {"stories": 9, "dimensions": {"height": 167}, "components": ["clock_tower"]}, {"/dimensions/height"}),
    ("B3", "error", B, "house", {"stories": 2, "dimensions": {"height": 90}}, {"/dimensions/height"}),
    ("B6", "error", B, "apartment", {"dimensions": {"height": 500, "width": 10, "length": 20}}, {"/dimensions/height"}),
    ("B7", "error", B, "school", {"stories": 2, "dimensions": {"footprint_area": 275, "floor_area": 2750}}, {"/dimensions/floor_area"}),
    ("B8", "error", B, "school", {"stories": 2, "dimensions": {"footprint_area": 275, "floor_area": 27}}, {"/dimensions/floor_area"}),
    ("B9", "error", B, "school", {"dimensions": {"footprint_area": 27, "length": 60, "width": 50}}, {"/dimensions/footprint_area"}),
    ("B16", "error", B, "house", {"dimensions": {"floor_area": 13.4}, "spaces": [{"type": "bedroom", "count": 5, "area": None}]}, {"/spaces/0/count"}),
    ("B16", "warning", B, "house", {"dimensions": {"floor_area": 25}, "spaces": [{"type": "bedroom", "count": 5, "area": None}]}, {"/spaces/0/count"}),
    ("B17", "error", B, "museum", {"dimensions": {"floor_area": 100}, "spaces": [{"type": "library", "count": 2, "area": 80}]}, {"/spaces/0/area"}),
    ("B18", "error", B, "office", {"dimensions": {"floor_area": 100}, "performance": {"occupancy": 2000}}, {"/performance/0/value"}),
    ("B22", "error", B, "office", {"dimensions": {"floor_area": 100, "weight": 1.0e7}}, {"/dimensions/weight"}),
    ("B23", "error", B, "data_center", {"dimensions": {"floor_area": 100}, "performance": {"power": 90000}}, {"/performance/0/value"}),
    ("B27", "warning", B, "hospital", {"dimensions": {"floor_area": 1000}, "performance": {"occupancy": 90}}, {"/performance/0/value"}),
    ("B28", "warning", B, "stadium", {"dimensions": {"floor_area": 1000}, "performance": {"seats": 1200}}, {"/performance/0/value"}),
    ("V4", "error", V, "car", {"dimensions": {"weight": 2000}, "performance": {"acceleration_0_100": 3, "power": 50}}, {"/performance/0/value"}),
    ("V5", "error", V, "car", {"dimensions": {"weight": 2300}, "performance": {"battery_energy": 120, "range": 49000}}, {"/performance/1/value"}),
    ("V5b", "error", V, "truck", {"performance": {"battery_energy": 621, "range": 50000}}, {"/performance/1/value"}),
    ("V6", "error", V, "car", {"dimensions": {"weight": 1340}, "performance": {"fuel_consumption": 0.0071}}, {"/performance/0/value"}),
    ("V7", "error", V, "bicycle", {"dimensions": {"weight": 12}, "performance": {"payload": 30000}}, {"/performance/0/value"}),
    ("V9", "error", V, "van", {"dimensions": {"length": 5, "width": 2}, "performance": {"seats": 90}}, {"/performance/0/value"}),
    ("V12", "error", V, "boat", {"dimensions": {"length": 18, "width": 20.8}}, {"/dimensions/width", "/dimensions/length"}),
    ("V13", "error", V, "boat", {"materials": ["fiberglass"], "dimensions": {"length": 4.2, "width": 1.39, "weight": 6}}, {"/dimensions/weight"}),
    ("E1", "error", E, "laptop", {"dimensions": {"width": 0.3, "height": 0.02, "depth": 0.2}, "performance": {"display_size": 30}}, {"/performance/0/value"}),
    ("E3", "error", E, "laptop", {"performance": {"battery_energy": 0.05, "battery_life": 800}}, {"/performance/1/value"}),
    ("A1", "warning", A, "refrigerator", {"dimensions": BOX, "performance": {"capacity": 270}}, {"/performance/0/value"}),
    ("A2", "error", A, "washing_machine", {"dimensions": BOX, "performance": {"load": 60}}, {"/performance/0/value"}),
    ("A3", "error", A, "dishwasher", {"dimensions": BOX, "performance": {"place_settings": 90}}, {"/performance/0/value"}),
    ("A4", "error", A, "cooktop", {"dimensions": {"width": 0.29}, "performance": {"burners": 60}}, {"/performance/0/value"}),
    ("A7", "error", A, "air_conditioner", {"performance": {"cooling_capacity": 30, "power": 1}}, {"/performance/0/value"}),
    ("F3", "error", F, "dresser", {"dimensions": {"height": 0.55}, "performance": {"drawers": 900}}, {"/performance/0/value"}),
    ("F5", "warning", F, "chair", {"dimensions": {"weight": 0.9}, "performance": {"payload": 480}}, {"/performance/0/value"}),
    ("T1", "error", F, "laptop", {}, {"/category"}),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "severity", "design_type", "category", "parts", "places"), BROKEN)
def test_a_contradiction_is_found_at_its_place(
    rule: str,
    severity: str,
    design_type: str,
    category: str,
    parts: dict[str, Any],
    places: set[str],
) -> None:
    found = [f for f in score(spec(design_type, category, **parts)).findings if f.rule == rule]
    assert {f.severity.value for f in found} == {severity}
    assert {f.pointer for f in found} == places


def test_two_suspects_share_what_one_contradiction_costs() -> None:
    one = score(
        spec(V, "bicycle", dimensions={"length": 1.7, "width": 0.6, "height": 1, "weight": 249})
    )
    assert one.criteria["consistency"].score == 100
    two = score(spec(F, "chair", features=["wheels"], exclusions=["wheels"]))
    assert two.criteria["consistency"].score == 55


def test_parking_outdoors_is_no_floor_area() -> None:
    spaces = [{"type": "parking_space", "count": 90, "area": 12.5}]
    document = spec(B, "office", dimensions={"floor_area": 500}, spaces=spaces)
    assert "B17" not in {f.rule for f in score(document).findings}
