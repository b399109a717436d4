from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.dashboard.presenters.marked import marked_prompt


def span(prompt: str, text: str) -> dict[str, Any]:
    start = prompt.index(text)
    return {"source": "prompt", "text": text, "start": start, "end": start + len(text)}


def test_each_stated_value_marks_its_words_and_links_to_its_row() -> None:
    prompt = "A 5-storey office"
    marked = marked_prompt(prompt, {"/stories": span(prompt, "5-storey")}, [])
    assert [(s.text, s.kind, s.target) for s in marked.segments] == [
        ("A ", "", ""),
        ("5-storey", "prompt", "value-stories"),
        (" office", "", ""),
    ]
    assert marked.anchors == {"/stories": marked.segments[1].anchor}


def test_overlapping_spans_are_cut_and_each_piece_names_all_its_values() -> None:
    prompt = "for $2.4M"
    provenance = {
        "/estimated_cost/amount": span(prompt, "$2.4M"),
        "/estimated_cost/currency": span(prompt, "$"),
    }
    marked = marked_prompt(prompt, provenance, [])
    assert [s.text for s in marked.segments] == ["for ", "$", "2.4M"]
    assert marked.segments[1].label == "estimated cost, amount, estimated cost, currency"
    assert marked.segments[1].target == "value-estimated_cost"


def test_offsets_count_code_points_in_any_script() -> None:
    prompt = "🏠 三階建て 5 m"
    marked = marked_prompt(prompt, {"/dimensions/height": span(prompt, "5 m")}, [])
    assert marked.segments[-1].text == "5 m"


def test_a_wish_without_a_place_is_marked_apart() -> None:
    prompt = "a lovely desk"
    marked = marked_prompt(prompt, {}, [{**span(prompt, "lovely"), "reason": "taste"}])
    assert [(s.text, s.kind, s.label) for s in marked.segments][1] == ("lovely", "unmet", "taste")


@pytest.mark.parametrize(
    "origin",
    [
        {},
        {"start": 0},
        {"start": -1, "end": 2},
        {"start": 3, "end": 3},
        {"start": 0, "end": 99},
        {"start": "0", "end": "1"},
        None,
    ],
)
def test_a_span_that_is_not_inside_the_prompt_is_left_out(origin: Any) -> None:
    marked = marked_prompt("a desk", {"/title": origin}, [])
    assert [s.text for s in marked.segments] == ["a desk"]


SPANS = st.lists(st.tuples(st.integers(-2, 30), st.integers(-2, 30)), max_size=8)


@given(prompt=st.text(max_size=25), spans=SPANS, wishes=SPANS)
def test_the_segments_are_the_prompt(
    prompt: str, spans: list[tuple[int, int]], wishes: list[tuple[int, int]]
) -> None:
    provenance = {f"/features/{i}": {"start": a, "end": b} for i, (a, b) in enumerate(spans)}
    unmet = [{"start": a, "end": b, "reason": ""} for a, b in wishes]
    marked = marked_prompt(prompt, provenance, unmet)
    assert "".join(segment.text for segment in marked.segments) == prompt
    anchors = [segment.anchor for segment in marked.segments if segment.anchor]
    assert len(anchors) == len(set(anchors))
