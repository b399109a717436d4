"""Consistency: figures that belong together agree, and nothing ruled out is present."""

from typing import Any

import pytest

from evaluation.scoring import score
from tests.evaluation.things import broken_rules, spec


@pytest.mark.parametrize(("rule", "severity", "document", "places"), broken_rules("consistency"))
def test_a_contradiction_is_found_at_its_place(
    rule: str, severity: str, document: dict[str, Any], places: list[str]
) -> None:
    found = [f for f in score(document).findings if f.rule == rule]
    assert {f.severity.value for f in found} == {severity}
    assert sorted(f.pointer for f in found) == places


def test_two_suspects_share_what_one_contradiction_costs() -> None:
    one = score(
        spec(
            "vehicle",
            "bicycle",
            dimensions={"length": 1.7, "width": 0.6, "height": 1, "weight": 249},
        )
    )
    assert one.criteria["consistency"].score == 100
    two = score(spec("furniture", "chair", features=["wheels"], exclusions=["wheels"]))
    assert two.criteria["consistency"].score == 55


def test_parking_outdoors_is_no_floor_area() -> None:
    spaces = [{"type": "parking_space", "count": 90, "area": 12.5}]
    document = spec("building", "office", dimensions={"floor_area": 500}, spaces=spaces)
    assert "B17" not in {f.rule for f in score(document).findings}
