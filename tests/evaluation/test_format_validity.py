"""Format validity: anything that is an object is read as far as it goes; nothing raises."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.agent import EvaluatorAgent
from evaluation.document import UnreadableSpec, read_document
from evaluation.patching import patched
from evaluation.scoring import score
from specs.pointers import leaves
from specs.schema import is_valid
from tests.evaluation.things import golden, known_things, spec

CLASSIC = {
    "building_type": "office",
    "stories": 5,
    "materials": [
        {"type": "structural steel", "grade": "A36", "properties": {"density": 7850}},
        "glass",
    ],
    "dimensions": {"length": 30, "width": 20, "height": 18, "area": 3000},
    "features": ["Car Park", "lift"],
    "requirements": ["open floors"],
}


def rules(document: Any) -> dict[str, str]:
    found = [f for f in score(document).findings if f.criterion == "format_validity"]
    return {f.pointer: f.rule for f in found if f.rule != "CAP"}


def test_the_normal_form_is_flawless() -> None:
    for line in golden("reality_dev"):
        assert score(line["spec"]).criteria["format_validity"].score == 100


def test_the_classic_flat_shape_is_mapped_and_noted() -> None:
    card = EvaluatorAgent().evaluate(CLASSIC)
    read = card.document.spec
    assert (read.design_type, read.category, read.stories) == ("building", "office", 5)
    assert read.dimensions.floor_area == 3000
    assert [m.type for m in read.materials] == ["steel", "glass"]
    assert read.features == ("parking", "elevator")
    noted = {f.pointer for f in card.findings if f.rule == "S9"}
    assert {"/building_type", "/dimensions/area", "/materials"} <= noted
    assert card.score > 60


def test_a_partial_shape_is_judged_on_what_it_says() -> None:
    card = score({"design_type": "furniture", "category": "table", "dimensions": {"height": 12}})
    assert any(f.rule == "G7" and f.pointer == "/dimensions/height" for f in card.findings)


@pytest.mark.parametrize(
    ("change", "pointer", "rule"),
    [
        ({"stories": "five"}, "/stories", "S2"),
        ({"stories": 2.5}, "/stories", "S6"),
        ({"stories": -1}, "/stories", "S6"),
        ({"title": 7}, "/title", "S2"),
        ({"category": "Coffee Table"}, "/category", "S3"),
        ({"design_type": "spaceship"}, "/design_type", "S10"),
        ({"colour": "red"}, "/colour", "S4"),
        ({"materials": "oak"}, "/materials", "S2"),
        ({"materials": [None]}, "/materials/0", "S2"),
        ({"features": ["a", "a"]}, "/features/1", "S3"),
        ({"features": [[]]}, "/features/0", "S2"),
        ({"timeline": "soon"}, "/timeline", "S2"),
        ({"estimated_cost": {"amount": -1, "currency": "EUR"}}, "/estimated_cost/amount", "S6"),
        ({"estimated_cost": {"amount": 1, "currency": "euro"}}, "/estimated_cost/currency", "S2"),
        ({"dimensions": {"width": True}}, "/dimensions/width", "S2"),
        ({"dimensions": {"width": "1.5"}}, "/dimensions/width", "S3"),
        ({"dimensions": {"width": 0}}, "/dimensions/width", "S6"),
        ({"dimensions": {"width": float("inf")}}, "/dimensions/width", "S6"),
        ({"dimensions": {"width": 10**5000}}, "/dimensions/width", "S6"),
        ({"title": "<script>alert(1)</script>"}, "/title", "S8"),
        ({"title": "a\ud800b"}, "/title", "S3"),
        (
            {"performance": [{"metric": "power", "value": 1500, "unit": "W"}]},
            "/performance/0/unit",
            "S7",
        ),
    ],
)
def test_what_is_wrong_is_found_at_its_place(change: dict, pointer: str, rule: str) -> None:
    assert rules(spec() | change).get(pointer) == rule


def test_other_units_are_converted() -> None:
    document = spec(
        "appliance", "heater", performance=[{"metric": "power", "value": 1500, "unit": "W"}]
    )
    assert read_document(document).spec.performance[0].value == pytest.approx(1.5)


def test_findings_name_places_of_the_submitted_document() -> None:
    document = spec(
        performance=[{"metric": 3}, {"metric": "payload", "value": 90000, "unit": "kg"}]
    )
    findings = score(document).findings
    assert "/performance/1/value" in {f.pointer for f in findings if f.rule == "F2"}


def deep(depth: int) -> Any:
    return {"a": deep(depth - 1)} if depth else 1


@pytest.mark.parametrize(
    "document",
    [None, [], "spec", 3, {"a": list(range(2001))}, deep(40), {"a": {1, 2}}, {1: 2}],
    ids=["null", "list", "text", "number", "large", "deep", "set", "key"],
)
def test_what_is_no_spec_at_all_is_refused_by_name(document: Any) -> None:
    with pytest.raises(UnreadableSpec):
        score(document)


EXTREMES = [5e-324, 1e-200, 1e-30, 1.7e308, 1e29, 10**29, -1e29, -5e-324]


@pytest.mark.parametrize("extreme", EXTREMES)
def test_absurd_numbers_are_judged_wherever_they_stand(extreme: float) -> None:
    for _, document in known_things()[::6]:
        for pointer, value in leaves(document):
            if isinstance(value, int | float):
                step = {"op": "replace", "path": pointer, "value": extreme}
                card = score(patched(document, [step]))
                json.dumps(card.as_json(), allow_nan=False)
                assert 0 <= card.score <= 100


KEYS = ("type", "count", "value", "metric", "unit", "amount", "x")
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from([s for _, s in known_things()]),
    st.dictionaries(st.sampled_from([*sorted(spec()), "building_type"]), JUNK, max_size=5),
)
def test_wrong_types_anywhere_are_evaluated(document: dict, junk: dict) -> None:
    broken = document | junk
    card = EvaluatorAgent().evaluate(broken)
    assert 0 <= card.score <= 100
    json.dumps(card.as_json(), allow_nan=False).encode()
    assert is_valid(card.document.spec.as_json())
    for suggestion in card.suggestions:
        after = EvaluatorAgent().evaluate(patched(broken, suggestion.patch))
        assert after.score == pytest.approx(card.score + suggestion.gain, abs=0.011)
