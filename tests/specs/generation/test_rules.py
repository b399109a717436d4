"""The rules engine: stated facts stay, what is added says so."""

import pytest

from specs.agent import MainAgent
from specs.errors import NotADesign
from specs.generation.report import marked, report
from specs.generation.rules import RulesGenerator
from specs.provenance import Source
from specs.schema import is_valid

AGENT = MainAgent(RulesGenerator())


def test_derives_areas_and_height_from_stated_figures() -> None:
    draft = AGENT.design("a two-storey office, 20 x 10 m")
    sides = draft.spec.dimensions
    assert (sides.footprint_area, sides.floor_area, sides.height) == (200, 400, 7.8)
    for name in ("footprint_area", "floor_area", "height"):
        assert draft.provenance[f"/dimensions/{name}"].source is Source.DERIVED
    assert {a.rule for a in draft.assumptions} >= {"footprint_from_sides", "height_from_stories"}


def test_stated_figures_are_never_replaced() -> None:
    draft = AGENT.design("a two-storey office, 20 x 10 m, 9 m high, 380 m2, brick walls")
    sides = draft.spec.dimensions
    assert (sides.floor_area, sides.height) == (380, 9)
    assert [m.type for m in draft.spec.materials] == ["brick"]


def test_a_default_is_not_what_the_prompt_rules_out() -> None:
    draft = AGENT.design("a house without wood")
    assert not draft.spec.materials


@pytest.mark.parametrize("prompt", ["a house", "a table", "some thing 2 m long and 3 kg", "a boat"])
def test_bare_prompts_make_valid_specs(prompt: str) -> None:
    draft = AGENT.design(prompt)
    assert is_valid(draft.spec.as_json())
    assert draft.engine == "rules"


def test_what_found_no_place_is_reported() -> None:
    draft = AGENT.design("oak table, 2 m long, purple edges, survives 300 dishwasher cycles")
    left = " ".join(u.text for u in draft.unmet)
    assert "purple" in left
    assert "300" in left


def test_refuses_what_is_no_design() -> None:
    with pytest.raises(NotADesign):
        AGENT.design("write me a haiku")


def test_the_report_marks_the_words_that_were_read() -> None:
    prompt = "Oak table, 2 m long, purple"
    draft = AGENT.design(prompt)
    assert marked(prompt, draft).startswith("[Oak table]")
    text = "\n".join(report(prompt, draft))
    assert "/dimensions/length" in text
    assert "'purple'" in text
