"""Feasibility: each rule lets its closest real thing through and stops what lies beyond."""

from typing import Any

import pytest

from evaluation.rules.rule import all_rules
from evaluation.rules.tables import dollars, metric_span, sizes_for
from evaluation.scoring import score
from evaluation.vocabulary import vocabulary
from tests.evaluation.things import broken_rules, known_things, spec


@pytest.mark.parametrize(("rule", "severity", "document", "places"), broken_rules("feasibility"))
def test_a_broken_rule_is_found_at_its_place(
    rule: str, severity: str, document: dict[str, Any], places: list[str]
) -> None:
    found = [f for f in score(document).findings if f.rule == rule]
    assert [(f.severity, f.pointer) for f in found] == [(severity, place) for place in places]
    assert all(f.source and f.expected and f.actual for f in found)


def made(material: str, use: str) -> dict[str, str | None]:
    return {"type": material, "grade": None, "use": use}


@pytest.mark.parametrize(
    ("rule", "design_type", "category", "parts"),
    [
        ("B10", "building", "restaurant", {"stories": 1, "materials": ["acrylic"]}),
        ("B10", "building", "office", {"stories": 9, "materials": ["glass", "unobtainium"]}),
        ("B10", "building", "hotel", {"stories": 12, "materials": [made("glass", "curtain wall")]}),
        ("B13", "building", "office", {"stories": 40, "materials": [made("brick", "facade")]}),
        ("F4", "furniture", "bed", {"materials": [made("linen", "upholstery")]}),
        ("V11", "vehicle", "bus", {"materials": [made("foam", "seats")]}),
        ("A12", "appliance", "cooktop", {"performance": {"power": 7.4}}),
        ("G7", "electronics", "smartphone", {"dimensions": {"height": 0.0079}}),
        (
            "B11",
            "building",
            "apartment",
            {"stories": 8, "materials": ["cross_laminated_timber", "straw"]},
        ),
        ("B15", "building", "office", {"stories": 4, "exclusions": ["elevator"]}),
        (
            "B21",
            "building",
            "mixed_use",
            {"stories": 57, "timeline": "P19D", "requirements": ["modules"]},
        ),
        (
            "V14",
            "vehicle",
            "drone",
            {"components": ["solar_array"], "performance": {"battery_life": 1536}},
        ),
        (
            "V16",
            "vehicle",
            "truck",
            {"dimensions": {"width": 9.8}, "constraints": ["never on public roads"]},
        ),
        ("F4", "furniture", "table", {"materials": ["glass"]}),
        ("F4b", "furniture", "sofa", {"materials": ["foam", "fabric"]}),
        (
            "F9",
            "furniture",
            "dresser",
            {"dimensions": {"height": 1}, "requirements": ["anchored to a wall"]},
        ),
    ],
)
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
