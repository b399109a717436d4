"""Feasibility: each rule lets its closest real thing through and stops what lies beyond."""

from typing import Any

import pytest

from evaluation.rules.rule import all_rules
from evaluation.rules.tables import dollars, metric_span, sizes_for
from evaluation.scoring import score
from evaluation.vocabulary import vocabulary
from tests.evaluation.things import known_things, spec

B, V, E, A, F = "building", "vehicle", "electronics", "appliance", "furniture"
Case = tuple[str, str, str, str, dict[str, Any], str]

# rule, severity, type, category, what breaks it, the place that the finding names
BROKEN: list[Case] = [
    ("G7", "error", F, "chair", {"dimensions": {"width": 3}}, "/dimensions/width"),
    ("G7", "warning", F, "chair", {"dimensions": {"width": 1.6}}, "/dimensions/width"),
    ("G8", "error", E, "smartphone", {"dimensions": {"weight": 9}}, "/dimensions/weight"),
    ("G10", "error", A, "dryer", {"performance": {"noise": 400}}, "/performance/0/value"),
    ("G10", "warning", A, "dryer", {"performance": {"noise": 120}}, "/performance/0/value"),
    ("G13", "error", F, "desk", {"estimated_cost": {"amount": 0.6, "currency": "USD"}}, "/estimated_cost/amount"),
    ("G14", "warning", E, "speaker", {"estimated_cost": {"amount": 7e8, "currency": "EUR"}}, "/estimated_cost/amount"),
    ("G15", "error", V, "car", {"performance": {"seats": 2.5}}, "/performance/0/value"),
    ("G15", "error", V, "car", {"performance": {"power": -3}}, "/performance/0/value"),
    ("M1", "error", V, "car", {"performance": {"fuel_tank": 90000}}, "/performance/0/value"),
    ("M2", "warning", F, "table", {"stories": 3}, "/stories"),
    ("B4", "error", B, "office", {"dimensions": {"height": 6000}}, "/dimensions/height"),
    ("B4", "warning", B, "office", {"dimensions": {"height": 600}}, "/dimensions/height"),
    ("B5", "error", B, "hotel", {"stories": 250}, "/stories"),
    ("B10", "error", B, "office", {"stories": 9, "materials": ["glass"]}, "/materials/0/type"),
    ("B11", "error", B, "office", {"stories": 40, "materials": ["adobe"]}, "/materials/0/type"),
    ("B11", "warning", B, "house", {"stories": 4, "materials": ["straw"]}, "/materials/0/type"),
    ("B12", "error", B, "office", {"stories": 90, "materials": ["glulam", "glass"]}, "/materials/0/type"),
    ("B13", "error", B, "office", {"stories": 30, "materials": ["brick"]}, "/materials/0/type"),
    ("B13", "warning", B, "office", {"stories": 8, "materials": ["stone"]}, "/materials/0/type"),
    ("B14", "error", B, "hospital", {"stories": 3, "exclusions": ["elevator"]}, "/exclusions/0"),
    ("B14", "warning", B, "hospital", {"stories": 2, "exclusions": ["elevator"]}, "/exclusions/0"),
    ("B15", "error", B, "office", {"stories": 20, "exclusions": ["elevator"]}, "/exclusions/0"),
    ("B15", "warning", B, "office", {"stories": 6, "exclusions": ["elevator"]}, "/exclusions/0"),
    ("B19", "error", B, "house", {"dimensions": {"floor_area": 70}, "estimated_cost": {"amount": 8, "currency": "USD"}}, "/estimated_cost/amount"),
    ("B20", "warning", B, "house", {"dimensions": {"floor_area": 70}, "estimated_cost": {"amount": 8e6, "currency": "USD"}}, "/estimated_cost/amount"),
    ("B21", "error", B, "stadium", {"dimensions": {"floor_area": 288000}, "timeline": "P3D"}, "/timeline"),
    ("B21", "warning", B, "office", {"stories": 6, "timeline": "P1M"}, "/timeline"),
    ("B24", "advice", B, "house", {"spaces": [{"type": "bedroom", "count": 1, "area": 5}]}, "/spaces/0/area"),
    ("B25", "warning", B, "house", {"dimensions": {"floor_area": 8}}, "/dimensions/floor_area"),
    ("B26", "advice", B, "office", {"stories": 12}, "/features"),
    ("V1", "error", V, "motorcycle", {"performance": {"top_speed": 3000}}, "/performance/0/value"),
    ("V2", "error", V, "aircraft", {"title": "Two-seat glider", "performance": {"top_speed": 900}}, "/performance/0/value"),
    ("V3", "error", V, "car", {"performance": {"acceleration_0_100": 0.01}}, "/performance/0/value"),
    ("V3", "warning", V, "car", {"performance": {"acceleration_0_100": 1.2}}, "/performance/0/value"),
    ("V6b", "error", V, "truck", {"performance": {"fuel_consumption": 0.03}}, "/performance/0/value"),
    ("V8", "error", V, "motorcycle", {"performance": {"seats": 40}}, "/performance/0/value"),
    ("V11", "error", V, "bus", {"materials": ["foam"]}, "/materials/0/type"),
    ("V14", "error", V, "drone", {"performance": {"battery_life": 4000}}, "/performance/0/value"),
    ("V15", "error", V, "boat", {"dimensions": {"length": 180}, "timeline": "P2D"}, "/timeline"),
    ("V16", "warning", V, "truck", {"dimensions": {"width": 4}}, "/dimensions/width"),
    ("V17", "warning", V, "motorcycle", {"dimensions": {"length": 5}}, "/dimensions/length"),
    ("V18", "advice", V, "bicycle", {"features": ["electric_drive"], "performance": {"power": 2}}, "/performance/0/value"),
    ("V19", "advice", V, "drone", {"dimensions": {"weight": 30}}, "/dimensions/weight"),
    ("V20", "warning", V, "train", {"dimensions": {"width": 3.9}}, "/dimensions/width"),
    ("V21", "warning", V, "truck", {"dimensions": {"weight": 20000}, "performance": {"payload": 60000}}, "/performance/0/value"),
    ("E2", "error", E, "camera", {"performance": {"battery_life": 9000}}, "/performance/0/value"),
    ("E4", "error", E, "monitor", {"performance": {"brightness": 2e10}}, "/performance/0/value"),
    ("E5", "error", E, "camera", {"performance": {"camera_resolution": 5e6}}, "/performance/0/value"),
    ("E6", "error", E, "monitor", {"performance": {"refresh_rate": 5e6}}, "/performance/0/value"),
    ("E7", "error", E, "console", {"performance": {"memory": 8e6}}, "/performance/0/value"),
    ("E8", "warning", E, "laptop", {"performance": {"battery_energy": 0.2}}, "/performance/0/value"),
    ("E9", "warning", E, "desktop", {"performance": {"power": 5}}, "/performance/0/value"),
    ("A5", "error", A, "washing_machine", {"performance": {"spin_speed": 9000}}, "/performance/0/value"),
    ("A6", "error", A, "coffee_machine", {"performance": {"pressure": 9000}}, "/performance/0/value"),
    ("A8", "error", A, "air_purifier", {"performance": {"airflow": 90000}}, "/performance/0/value"),
    ("A9", "error", A, "freezer", {"performance": {"energy_use": 90000}}, "/performance/0/value"),
    ("A10", "error", A, "vacuum_cleaner", {"performance": {"battery_life": 90}}, "/performance/0/value"),
    ("A11", "error", A, "microwave", {"materials": ["straw"]}, "/materials/0/type"),
    ("A12", "error", A, "blender", {"performance": {"power": 90}}, "/performance/0/value"),
    ("A12", "warning", A, "dryer", {"performance": {"power": 5}}, "/performance/0/value"),
    ("A13", "advice", A, "dishwasher", {"features": ["built_in"], "dimensions": {"width": 0.66}}, "/dimensions/width"),
    ("A14", "warning", A, "vacuum_cleaner", {"performance": {"power": 1.6}}, "/performance/0/value"),
    ("F1", "error", F, "chair", {"requirements": ["seat height 3.0 m"]}, "/requirements/0"),
    ("F2", "error", F, "table", {"performance": {"payload": 50000}}, "/performance/0/value"),
    ("F2", "warning", F, "chair", {"performance": {"payload": 800}}, "/performance/0/value"),
    ("F4", "error", F, "bench", {"materials": ["wool"]}, "/materials/0/type"),
    ("F6", "advice", F, "chair", {"requirements": ["seat height 62 cm"]}, "/requirements/0"),
    ("F7", "advice", F, "desk", {"dimensions": {"height": 0.95}}, "/dimensions/height"),
    ("F8", "advice", F, "chair", {"performance": {"payload": 80}}, "/performance/0/value"),
    ("F9", "advice", F, "dresser", {"dimensions": {"height": 1}}, "/requirements"),
    ("F10", "advice", F, "bed", {"title": "Bunk bed", "dimensions": {"height": 1.6}}, "/requirements"),
    ("F11", "warning", F, "bed", {"dimensions": {"length": 2.7}}, "/dimensions/length"),
    ("F12", "advice", F, "table", {"materials": ["glass"]}, "/materials/0/grade"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "severity", "design_type", "category", "parts", "place"), BROKEN)
def test_a_broken_rule_is_found_at_its_place(
    rule: str, severity: str, design_type: str, category: str, parts: dict[str, Any], place: str
) -> None:
    findings = score(spec(design_type, category, **parts)).findings
    found = [f for f in findings if f.rule == rule]
    assert [(f.severity, f.pointer) for f in found] == [(severity, place)]
    assert found[0].source
    assert found[0].expected
    assert found[0].actual


@pytest.mark.parametrize(
    ("rule", "design_type", "category", "parts"),
    [
        ("B10", B, "restaurant", {"stories": 1, "materials": ["acrylic"]}),
        ("B10", B, "office", {"stories": 9, "materials": ["glass", "unobtainium"]}),
        ("B11", B, "apartment", {"stories": 8, "materials": ["cross_laminated_timber", "straw"]}),
        ("B15", B, "office", {"stories": 4, "exclusions": ["elevator"]}),
        ("B21", B, "mixed_use", {"stories": 57, "timeline": "P19D", "requirements": ["modules"]}),
        ("V14", V, "drone", {"components": ["solar_array"], "performance": {"battery_life": 1536}}),
        ("V16", V, "truck", {"dimensions": {"width": 9.8}, "constraints": ["never on public roads"]}),
        ("F4", F, "table", {"materials": ["glass"]}),
        ("F4b", F, "sofa", {"materials": ["foam", "fabric"]}),
        ("F9", F, "dresser", {"dimensions": {"height": 1}, "requirements": ["anchored to a wall"]}),
    ],
)  # fmt: skip
def test_a_reason_or_an_exception_is_heard(
    rule: str, design_type: str, category: str, parts: dict[str, Any]
) -> None:
    findings = score(spec(design_type, category, **parts)).findings
    assert rule not in {f.rule for f in findings}


def test_a_missing_figure_is_never_a_defect() -> None:
    for title, document in known_things():
        if title == "American Dream limousine":
            # Its length is the reason why 75 seats are believed.
            continue
        for name in document["dimensions"]:
            lacking = document | {"dimensions": document["dimensions"] | {name: None}}
            assert not any(f.severity == "error" for f in score(lacking).findings)


@pytest.mark.parametrize(
    ("design_type", "category"),
    [(t, c) for t, cs in vocabulary()["categories"].items() for c in cs],
)
def test_every_category_has_sizes(design_type: str, category: str) -> None:
    spans = sizes_for(design_type, category)
    assert {"length", "width", "height", "weight"} <= spans.keys()
    for span in spans.values():
        ends = [end for end in span if end is not None]
        assert ends == sorted(ends)


def test_every_metric_of_the_tables_is_in_the_vocabulary() -> None:
    assert metric_span("power", "vehicle", "car")
    assert metric_span("elegance", "vehicle", "car") is None
    assert dollars("EUR")
    assert dollars("XYZ") is None


def test_the_rules_of_the_research_are_all_there() -> None:
    known = {rule.id for rule in all_rules()}
    wanted = {
        *(f"G{i}" for i in range(1, 16)),
        *(f"B{i}" for i in range(1, 29)),
        *(f"V{i}" for i in range(1, 22)),
        *(f"E{i}" for i in range(1, 10)),
        *(f"A{i}" for i in range(1, 15)),
        *(f"F{i}" for i in range(1, 13)),
    }
    # E10, the usual mass of devices, is a line of the table that G8 reads.
    assert wanted <= known


def test_rules_have_a_source_and_one_id_each() -> None:
    ids = [rule.id for rule in all_rules()]
    assert len(ids) == len(set(ids))
    assert all(rule.source and rule.says for rule in all_rules())
