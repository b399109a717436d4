"""Which origins and assumptions survive an edit."""

from dataclasses import fields
from typing import Any

import pytest

from specs.changes import carried_assumptions, carried_provenance, shown, stated_by_edit, summary
from specs.design import Cost, DesignSpec, Dimensions, Material, Performance, Space
from specs.provenance import Origin, Source


def document(**parts: Any) -> dict[str, Any]:
    return DesignSpec(design_type="building", category="house", title="A house", **parts).as_json()


def sources(before: Any, after: Any, provenance: Any, confirmed: Any = ()) -> dict[str, str]:
    carried = carried_provenance(
        before, after, provenance, source=Source.PERSON, confirmed=frozenset(confirmed)
    )
    return {pointer: origin["source"] for pointer, origin in carried.items()}


def test_origins_follow_the_items_of_a_list() -> None:
    before = document(features=("garage", "garden", "pool"))
    after = document(features=("pool", "sauna", "garden"))
    provenance = {
        "/features/0": {"source": "prompt"},
        "/features/1": {"source": "default"},
        "/features/2": {"source": "llm"},
    }
    found = sources(before, after, provenance)
    assert found["/features/0"] == "llm"
    assert found["/features/1"] == "person"
    assert found["/features/2"] == "default"


def test_the_untouched_parts_of_an_item_keep_their_origin() -> None:
    before = document(materials=(Material("wood", "oak", None),))
    after = document(materials=(Material("wood", "ash", "floor"),))
    provenance = {
        "/materials/0/type": {"source": "prompt"},
        "/materials/0/grade": {"source": "llm"},
    }
    found = sources(before, after, provenance)
    assert found["/materials/0/type"] == "prompt"
    assert found["/materials/0/grade"] == found["/materials/0/use"] == "person"


def test_confirming_changes_what_was_assumed_and_not_what_was_stated() -> None:
    before = document(stories=2, timeline="P6M")
    provenance = {"/stories": {"source": "default"}, "/timeline": {"source": "prompt"}}
    found = sources(before, before, provenance, {"/stories", "/timeline"})
    assert (found["/stories"], found["/timeline"]) == ("person", "prompt")


def test_every_populated_leaf_has_an_origin() -> None:
    before = document()
    after = document(
        stories=2,
        dimensions=Dimensions(height=6.0),
        spaces=(Space("bedroom", 3, 12.0),),
        estimated_cost=Cost(1000.0, "EUR"),
    )
    assert set(sources(before, after, {})) == {
        "/design_type",
        "/category",
        "/title",
        "/stories",
        "/dimensions/height",
        "/spaces/0/type",
        "/spaces/0/count",
        "/spaces/0/area",
        "/estimated_cost/amount",
        "/estimated_cost/currency",
    }


def test_assumptions_move_with_their_value_and_fall_with_it() -> None:
    before = document(features=("garden", "pool"), stories=2)
    after = document(features=("pool",), stories=3)
    assumptions = [
        {"pointer": "/features/1", "value": "pool", "rule": "r", "reason": "x"},
        {"pointer": "/stories", "value": 2, "rule": "r", "reason": "x"},
        {"pointer": "/features/0", "value": "garden", "rule": "r", "reason": "x"},
    ]
    provenance = {"/features/0": {"source": "default"}, "/stories": {"source": "person"}}
    kept = carried_assumptions(before, after, assumptions, provenance)
    assert [each["pointer"] for each in kept] == ["/features/0"]
    assert kept[0]["value"] == "pool"


def test_a_partial_document_states_its_scalars() -> None:
    changes = {"stories": 2, "timeline": None, "features": ["a"], "dimensions": {"height": 5}}
    assert set(stated_by_edit(changes)) == {"/stories", "/dimensions/height"}


def test_the_summary_is_in_words() -> None:
    before = document(
        stories=2,
        dimensions=Dimensions(height=6.0, length=12.5),
        materials=(Material("wood", "oak", "floor"), Material("brick")),
        spaces=(Space("bedroom", 2),),
        features=("garden",),
    )
    after = document(
        stories=3,
        dimensions=Dimensions(height=9.0, floor_area=1200.0),
        materials=(Material("wood", "ash", "floor"),),
        spaces=(Space("bedroom", 4, 12.0),),
        performance=(Performance("power", 12.5, "kW"),),
        estimated_cost=Cost(250000.0, "EUR"),
    )
    assert [entry["text"] for entry in summary(before, after)] == [
        "Stories: 2 → 3",
        "Length is no longer stated (was 12.5)",
        "Height: 6 → 9",
        "Floor area is now 1,200",
        "Material wood: wood (oak, floor) → wood (ash, floor)",
        "Material removed: brick",
        "Space bedroom: 2 × bedroom → 4 × bedroom of 12 m²",
        "Performance added: power 12.5 kW",
        "Feature removed: garden",
        "Estimated cost is now 250,000 EUR",
    ]
    assert summary(before, before) == []


@pytest.mark.parametrize(
    ("value", "words"),
    [(1e300, "1e+300"), (3, "3"), (0.25, "0.25"), ("A36", "A36"), (True, "True")],
)
def test_values_are_shown_as_people_read_them(value: Any, words: str) -> None:
    assert shown(value) == words


def test_an_origin_is_written_out_with_everything_that_it_says() -> None:
    names = [each.name for each in fields(Origin)]
    # Any values do: numbers that tell the fields apart, whatever the types of these.
    full = Origin(Source.PROMPT, *range(1, len(names)))  # type: ignore[arg-type]
    assert list(full.as_json()) == names
    assert Origin(Source.DEFAULT, rule="usual_stories").as_json() == {
        "source": "default",
        "rule": "usual_stories",
    }
