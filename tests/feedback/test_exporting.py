"""Exports are what trainers read, split for good, and a spreadsheet runs nothing of them."""

import csv
import io
import json

import pytest

from feedback.exporting import (
    PreferencePair,
    RatedSpec,
    csv_cell,
    csv_text,
    jsonl,
    openai_dpo_row,
    pairs_from_ratings,
    reward_row,
    sft_row,
    split_of,
    trl_row,
)

PAIR = PreferencePair("a table", {"title": "é"}, {"title": "b"}, "comparison", "furniture")


def rated(prompt: str, title: str, stars: float) -> RatedSpec:
    return RatedSpec(prompt, {"title": title}, "furniture", stars, 2, {"score": 71.5})


def test_trl_and_openai_forms() -> None:
    assert trl_row(PAIR) == {
        "prompt": "a table",
        "chosen": '{"title":"é"}',
        "rejected": '{"title":"b"}',
    }
    row = openai_dpo_row(PAIR)
    assert set(row) == {"input", "preferred_output", "non_preferred_output"}
    assert row["input"]["messages"][-1] == {"role": "user", "content": "a table"}
    assert row["preferred_output"] == [{"role": "assistant", "content": '{"title":"é"}'}]
    roles = [m["role"] for m in sft_row(rated("a table", "x", 5))["messages"]]
    assert roles == ["system", "user", "assistant"]
    assert reward_row(rated("a table", "x", 4))["reward"] == 0.75


def test_the_split_is_a_tenth_and_never_moves() -> None:
    prompts = [f"prompt {i}" for i in range(4000)]
    share = sum(split_of(p) == "validation" for p in prompts) / len(prompts)
    assert abs(share - 0.1) < 0.02
    # Frozen: moving these would leak validation prompts into training.
    assert [split_of(p) for p in PINNED] == list(PINNED.values())


PINNED = {"a house": "train", "a table": "train", "prompt 6": "train", "prompt 33": "validation"}


def test_ratings_pair_the_best_with_each_that_is_a_star_worse() -> None:
    pairs = pairs_from_ratings(
        [rated("p", "best", 5), rated("p", "near", 4.5), rated("p", "bad", 2), rated("q", "one", 1)]
    )
    assert [(p.chosen["title"], p.rejected["title"], p.margin) for p in pairs] == [
        ("best", "bad", 3)
    ]


def test_a_line_of_jsonl_is_one_line_for_every_reader() -> None:
    (line,) = jsonl([{"text": "a\u2028b\u2029c\nd\x1b[31m"}])
    assert len(line.splitlines()) == 1
    assert json.loads(line) == {"text": "a\u2028b\u2029c\nd\x1b[31m"}


@pytest.mark.parametrize(
    "text",
    ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\x00=1", "  =1"],
)
def test_text_that_a_spreadsheet_would_run_is_quoted(text: str) -> None:
    assert csv_cell(text) == f"'{text}"


@pytest.mark.parametrize("number", [-1, -1.5, 0, 3, 1e-9])
def test_numbers_stay_numbers(number: float) -> None:
    assert csv_cell(number) == number
    rows = list(csv.reader(io.StringIO(csv_text(["n"], [[number]]))))
    assert float(rows[1][0]) == number


def test_ordinary_text_is_left_alone() -> None:
    assert csv_cell('A "fine" house, 5-storey') == 'A "fine" house, 5-storey'
    assert csv_cell(None) == ""
