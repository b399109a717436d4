"""Fixes: each can be applied, brings the gain it names, and lowers no criterion it is for."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluation.agent import EvaluatorAgent
from evaluation.patching import patched, shifted
from specs.draft import Reading
from tests.evaluation.defects import DEFECTS
from tests.evaluation.test_fidelity import OFFICE, reading
from tests.evaluation.things import golden, known_things

AGENT = EvaluatorAgent()
THINGS = [document for _, document in known_things()]


def check(document: dict[str, Any], said: Reading | None = None) -> int:
    """Apply every fix on its own, and say how many there were."""
    card = AGENT.evaluate(document, reading=said)
    criterion_at = {f.pointer: f.criterion for f in reversed(card.findings)}
    for fix in card.suggestions:
        after = AGENT.evaluate(patched(document, fix.patch), reading=said)
        assert after.score == pytest.approx(card.score + fix.gain, abs=0.011)
        assert fix.gain >= 0
        criterion = criterion_at.get(fix.pointer, "format_validity")
        assert (after.criteria[criterion].score or 0) >= (card.criteria[criterion].score or 0)
    return len(card.suggestions)


def test_every_fix_of_a_corrupted_spec_holds_what_it_promises() -> None:
    offered = [check(line["spec"]) for line in golden("corrupt_dev")]
    assert sum(bool(count) for count in offered) >= 0.97 * len(offered)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(THINGS), st.lists(st.sampled_from(sorted(DEFECTS)), min_size=1, max_size=4))
def test_fixes_hold_when_several_things_are_wrong(
    document: dict[str, Any], names: list[str]
) -> None:
    for name in names:
        for spoiled, _ in list(DEFECTS[name](document))[:1]:
            document = spoiled
    check(document)


@pytest.mark.parametrize("name", ["features", "materials", "spaces", "performance", "exclusions"])
def test_what_the_prompt_states_is_put_back(name: str) -> None:
    said = reading(OFFICE)
    lacking = OFFICE | {name: []}
    assert check(lacking, said)
    for _ in range(4):
        fixes = [
            fix
            for fix in AGENT.evaluate(lacking, reading=said).suggestions
            if fix.action == "restore"
        ]
        if fixes:
            lacking = patched(lacking, fixes[0].patch)
    assert AGENT.evaluate(lacking, reading=said).criteria["fidelity"].score == 100


def test_a_slip_of_ten_is_undone() -> None:
    table = dict(known_things())["BILLY bookcase"]
    slipped = table | {"dimensions": table["dimensions"] | {"height": 20.2}}
    best = AGENT.evaluate(slipped).suggestions[0]
    assert best.patch == [{"op": "replace", "path": "/dimensions/height", "value": 2.02}]


def test_a_real_thing_is_not_told_to_change_its_figures() -> None:
    for line in golden("reality_dev"):
        for fix in AGENT.evaluate(line["spec"]).suggestions:
            assert fix.pointer.startswith("/estimated_cost")


def test_a_patch_leaves_its_document_alone() -> None:
    document = {"a": [1, 2, {"b": 3}]}
    assert patched(document, [{"op": "replace", "path": "/a/2/b", "value": 4}]) == {
        "a": [1, 2, {"b": 4}]
    }
    assert patched(document, [{"op": "remove", "path": "/a/0"}]) == {"a": [2, {"b": 3}]}
    assert patched(document, [{"op": "add", "path": "/a/-", "value": 5}])["a"][-1] == 5
    assert document == {"a": [1, 2, {"b": 3}]}


@pytest.mark.parametrize("path", ["/a/9", "/x/y", "/a/2/b/c", "/a/-"])
def test_a_patch_of_nowhere_is_refused(path: str) -> None:
    with pytest.raises(LookupError):
        patched({"a": [1, 2, {"b": 3}]}, [{"op": "replace", "path": path, "value": 4}])


def test_pointers_move_up_when_an_entry_is_removed() -> None:
    pointers = frozenset({"/features/0", "/features/2", "/features/3", "/stories"})
    moved = shifted(pointers, [{"op": "remove", "path": "/features/2"}])
    assert moved == {"/features/0", "/features/2", "/stories"}
