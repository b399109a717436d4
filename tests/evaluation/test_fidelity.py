"""Fidelity: the prompt's facts are in the spec, and nothing contradicts it."""

import copy
from typing import Any

import pytest

from evaluation.criteria.fidelity import SURE
from evaluation.patching import patched
from evaluation.scoring import Scorecard, score
from specs.design import DesignSpec
from specs.draft import Reading
from specs.pointers import leaves
from specs.provenance import Origin, Source
from tests.evaluation.things import spec

OFFICE = spec(
    "building",
    "office",
    stories=4,
    dimensions={"length": 42, "width": 18},
    materials=[{"type": "steel", "grade": "S355", "use": "frame"}, "glass"],
    spaces=[
        {"type": "conference_room", "count": 3, "area": 20},
        {"type": "lobby", "count": 1, "area": None},
    ],
    performance={"occupancy": 120},
    features=["elevator", "parking"],
    components=["louvres"],
    exclusions=["basement", "curtain_wall"],
    requirements=["quiet rooms to the north"],
    target_audience="lawyers",
    estimated_cost={"amount": 6200000, "currency": "USD"},
    timeline="P18M",
)


def reading(document: dict[str, Any], confidence: float = 0.95, **origins: Origin) -> Reading:
    """What a prompt that states exactly this would be read as."""
    provenance = {
        pointer: Origin(Source.PROMPT, text="said", start=0, end=4, confidence=confidence)
        for pointer, _ in leaves(document)
        if pointer not in ("/title", "/schema_version")
    }
    provenance.update({pointer.replace("__", "/"): origin for pointer, origin in origins.items()})
    return Reading("said", DesignSpec.from_json(document), provenance)


def changed(**parts: Any) -> dict[str, Any]:
    return copy.deepcopy(OFFICE) | parts


def fidelity(card: Scorecard) -> float:
    value = card.criteria["fidelity"].score
    assert value is not None
    return value


def found(card: Scorecard) -> list[tuple[str, str, str]]:
    return [
        (f.rule, f.severity.value, f.pointer)
        for f in card.findings
        if f.criterion == "fidelity" and f.rule != "CAP"
    ]


def test_the_spec_that_the_prompt_states_is_faithful() -> None:
    assert fidelity(score(OFFICE, reading(OFFICE))) == 100


def test_without_a_prompt_there_is_no_fidelity() -> None:
    card = score(OFFICE)
    assert card.criteria["fidelity"].score is None
    assert sum(part.weight for part in card.criteria.values()) == pytest.approx(1, abs=1e-3)


def test_what_the_spec_adds_is_no_infidelity() -> None:
    more = changed(
        features=["elevator", "parking", "atrium"], estimated_cost=OFFICE["estimated_cost"]
    )
    assert fidelity(score(more, reading(OFFICE))) == 100


def test_order_does_not_matter() -> None:
    turned = changed(
        features=OFFICE["features"][::-1],
        materials=OFFICE["materials"][::-1],
        spaces=OFFICE["spaces"][::-1],
        exclusions=OFFICE["exclusions"][::-1],
    )
    assert fidelity(score(turned, reading(OFFICE))) == 100


DROPPED = [
    (pointer, value)
    for pointer, value in leaves(OFFICE)
    if not pointer.startswith(("/schema_version", "/title", "/design_type", "/category"))
    and not pointer.endswith(("/metric", "/unit", "/currency", "/count", "/value", "/type"))
]


@pytest.mark.parametrize("pointer", [pointer for pointer, _ in DROPPED])
def test_dropping_any_fact_lowers_it(pointer: str) -> None:
    part = pointer.split("/")
    in_list = len(part) == 3 and part[2].isdecimal()
    step = (
        {"op": "remove", "path": pointer}
        if in_list
        else {"op": "replace", "path": pointer, "value": None}
    )
    if pointer == "/estimated_cost/amount":
        step["path"] = "/estimated_cost"
    card = score(patched(OFFICE, [step]), reading(OFFICE))
    assert fidelity(card) < 100
    assert {rule for rule, _, _ in found(card)} == {"P1"}
    assert {severity for _, severity, _ in found(card)} == {"warning"}


@pytest.mark.parametrize("name", ["materials", "spaces", "performance"])
def test_dropping_an_entry_lowers_it(name: str) -> None:
    card = score(patched(OFFICE, [{"op": "remove", "path": f"/{name}/0"}]), reading(OFFICE))
    assert found(card) == [("P1", "warning", f"/{name}")]


CONTRADICTED = [
    ({"stories": 9}, "/stories"),
    ({"category": "hotel"}, "/category"),
    ({"design_type": "vehicle", "category": "office"}, "/design_type"),
    ({"dimensions": OFFICE["dimensions"] | {"length": 60}}, "/dimensions/length"),
    ({"spaces": [OFFICE["spaces"][0] | {"count": 5}, OFFICE["spaces"][1]]}, "/spaces/0/count"),
    ({"performance": [{"metric": "occupancy", "value": 500, "unit": "1"}]}, "/performance/0/value"),
    ({"timeline": "P3Y"}, "/timeline"),
    ({"estimated_cost": {"amount": 9000000, "currency": "USD"}}, "/estimated_cost"),
    ({"features": ["elevator", "parking", "curtain_wall"]}, "/features/2"),
    ({"exclusions": ["basement", "curtain_wall", "parking"]}, "/exclusions/2"),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "place"), CONTRADICTED)
def test_contradicting_a_sure_fact_is_an_error(parts: dict[str, Any], place: str) -> None:
    assert ("error", place) in {
        (s, p) for _, s, p in found(score(changed(**parts), reading(OFFICE)))
    }


@pytest.mark.parametrize(("parts", "place"), CONTRADICTED)
def test_contradicting_an_unsure_fact_is_a_warning(parts: dict[str, Any], place: str) -> None:
    card = score(changed(**parts), reading(OFFICE, confidence=SURE - 0.1))
    assert ("warning", place) in {(s, p) for _, s, p in found(card)}
    assert "error" not in {severity for _, severity, _ in found(card)}


def test_a_contradiction_costs_more_than_a_gap() -> None:
    said = reading(OFFICE)
    assert fidelity(score(changed(stories=9), said)) < fidelity(score(changed(stories=None), said))


@pytest.mark.parametrize(
    ("origin", "value", "faithful"),
    [
        ({}, 42.3, True),
        ({}, 43, False),
        ({"bound": "about"}, 45, True),
        ({"bound": "max", "high": 42}, 30, True),
        ({"bound": "max", "high": 42}, 50, False),
        ({"bound": "min", "low": 42}, 50, True),
        ({"bound": "min", "low": 42}, 30, False),
        ({"bound": "range", "low": 40, "high": 44}, 40.5, True),
        ({"bound": "range", "low": 40, "high": 44}, 46, False),
    ],
)
def test_bounds_are_honoured(origin: dict[str, Any], value: float, faithful: bool) -> None:
    place = "/dimensions/length"
    said = reading(
        OFFICE, **{place.replace("/", "__"): Origin(Source.PROMPT, confidence=0.9, **origin)}
    )
    card = score(changed(dimensions=OFFICE["dimensions"] | {"length": value}), said)
    assert (fidelity(card) == 100) is faithful


def test_equal_durations_and_currencies_agree() -> None:
    said = reading(OFFICE)
    assert fidelity(score(changed(timeline="P1Y6M"), said)) == 100
    euros = {"amount": 6200000 / 1.1, "currency": "EUR"}
    assert fidelity(score(changed(estimated_cost=euros), said)) == 100


def test_twins_stand_for_each_other() -> None:
    spaces = [*OFFICE["spaces"], {"type": "parking_space", "count": 40, "area": None}]
    assert fidelity(score(changed(features=["elevator"], spaces=spaces), reading(OFFICE))) == 100


def test_what_was_only_derived_is_no_fact() -> None:
    said = reading(OFFICE, __stories=Origin(Source.DERIVED, rule="height"))
    assert fidelity(score(changed(stories=9), said)) == 100


def test_a_prompt_that_states_nothing_is_matched_by_anything() -> None:
    said = Reading("something", DesignSpec("general", "general", "Something"), {})
    assert fidelity(score(OFFICE, said)) == 100
