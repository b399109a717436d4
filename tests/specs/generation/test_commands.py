"""The commands that read prompts: order, robustness, figures."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from specs.scoring.splits import HELD_OUT, TUNED, split_of

GOLDEN = Path(__file__).parents[2] / "golden" / "prompts_dev.jsonl"
LINES = [
    '{"id": 1, "prompt": "a house with 3 bedrooms"}',
    "not json",
    '{"id": 2}',
    "[1, 2]",
    '{"id": 3, "prompt": "write me a poem"}',
    "",
    '{"id": 4, "prompt": "' + "a" * 10_001 + '"}',
    '{"id": 5, "prompt": "oak table\\u0000, 2 m long"}',
    '{"id": "six", "prompt": "steel desk, 160 x 80 cm"}',
]


def test_extract_answers_every_line_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(LINES)))
    out = io.StringIO()
    call_command("extract", "--jsonl", stdout=out)
    answers = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [a["id"] for a in answers] == [1, None, 2, None, 3, 4, 5, "six"]
    assert [a["error"] is None for a in answers] == [
        True,
        False,
        False,
        False,
        False,
        False,
        True,
        True,
    ]
    assert answers[0]["spec"]["spaces"] == [{"type": "bedroom", "count": 3, "area": None}]
    keys = {"id", "spec", "stated", "provenance", "assumptions", "unmet", "error"}
    assert all(set(answer) == keys for answer in answers)


def test_score_extraction_prints_the_table() -> None:
    out = io.StringIO()
    call_command("score_extraction", str(GOLDEN), "--by-split", "--misses", stdout=out)
    text = out.getvalue()
    assert "== tuned" in text
    assert "== held out" in text
    assert text.count("all facts") == 2


def test_generate_spec_for_the_eye_and_as_json() -> None:
    out = io.StringIO()
    call_command("generate_spec", "an oak table, 2 m long", stdout=out)
    assert "an [oak table], [2 m long]" in out.getvalue()
    assert "/dimensions/length" in out.getvalue()
    out = io.StringIO()
    call_command("generate_spec", "an oak table, 2 m long", "--json", stdout=out)
    assert json.loads(out.getvalue())["spec"]["dimensions"]["length"] == 2


def test_the_worked_example_of_the_page_is_what_the_command_prints() -> None:
    page = (GOLDEN.parents[2] / "docs" / "EXTRACTION.md").read_text("utf-8")
    example = page.split("## A worked example", 1)[1].split("## ", 1)[0]
    out = io.StringIO()
    call_command("generate_spec", example.split('"')[1], stdout=out)
    assert [
        line for line in out.getvalue().splitlines() if f"    {line}".rstrip() not in example
    ] == []


def test_generate_spec_refuses() -> None:
    with pytest.raises(CommandError, match="not a design"):
        call_command("generate_spec", "write me a poem")


def test_compare_extraction_names_gains_and_losses(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    row = {"id": "x", "prompt": "an oak table, 2 m long", "gold": {
        "design_type": "furniture", "category": "table",
        "materials": [{"type": "wood", "grade": "oak"}], "dimensions": {"length": 2}}}  # fmt: skip
    gold.write_text(json.dumps(row), encoding="utf-8")
    before = tmp_path / "before.jsonl"
    old = {"id": "x", "spec": {"design_type": "furniture", "category": "desk"}, "stated": None}
    before.write_text(json.dumps(old), encoding="utf-8")
    out = io.StringIO()
    call_command("compare_extraction", str(gold), str(before), stdout=out)
    assert "+ category table" in out.getvalue()
    assert "+ dimensions ['length', 2]" in out.getvalue()
    assert "lost 0" in out.getvalue()


def test_a_comparison_by_split_shows_nothing_of_the_held_out_half(tmp_path: Path) -> None:
    named = {split_of(name): name for name in "abcdefgh"}
    for split, shown in ((TUNED, True), (HELD_OUT, False)):
        gold, before, out = tmp_path / "gold.jsonl", tmp_path / "before.jsonl", io.StringIO()
        row = {"id": named[split], "prompt": "an oak table", "gold": {"category": "table"}}
        gold.write_text(json.dumps(row), encoding="utf-8")
        old = {"id": named[split], "spec": {"category": "desk"}, "stated": None}
        before.write_text(json.dumps(old), encoding="utf-8")
        call_command("compare_extraction", str(gold), str(before), "--by-split", stdout=out)
        assert ("oak" in out.getvalue()) is shown
        assert "gained 0" not in out.getvalue()


def test_mutated_prompts_are_read_without_a_fault() -> None:
    """A small part of `make fuzz`; the commands say which prompts, so a fault can be repeated."""
    out = io.StringIO()
    call_command("fuzz_extraction", str(GOLDEN), count=1_500, seed=7, stdout=out)
    assert out.getvalue().startswith("1500 prompts read")
    assert out.getvalue().rstrip().endswith("no fault")


def test_one_command_prints_every_figure_and_writes_its_page(tmp_path: Path) -> None:
    rows = GOLDEN.read_text(encoding="utf-8").splitlines()[:8]
    (tmp_path / "prompts.jsonl").write_text("\n".join(rows), encoding="utf-8")
    phrase = {"phrase": "3 m", "expect": [{"value": 3, "unit": "m", "bound": "exact"}]}
    halves = [json.dumps({"id": name, **phrase}) for name in "xyzab"]
    (tmp_path / "phrases.jsonl").write_text("\n".join(halves), encoding="utf-8")
    corpora = {
        "prompts": [{"file": "prompts.jsonl", "title": "few", "split": True}],
        "phrases": [{"file": "phrases.jsonl", "title": "fewer", "split": True}],
    }
    (tmp_path / "corpora.json").write_text(json.dumps(corpora), encoding="utf-8")
    page, out = tmp_path / "page.md", io.StringIO()
    page.write_text("before\n<!-- figures: begin -->\nold\n<!-- figures: end -->\nbehind\n")
    call_command("extraction_figures", str(tmp_path), write=page, stdout=out)
    printed, written = out.getvalue(), page.read_text(encoding="utf-8")
    assert "| fewer, held out | 3 | 1.000 |" in printed
    for part in ("median", "growth 100 characters", "hostile, 10,000 characters"):
        assert part in printed
        assert part not in written
    assert "| all that is tuned on |" in written
    assert "old" not in written
    assert written.startswith("before\n")
    assert written.endswith("behind\n")
    page.write_text("no place for it")
    with pytest.raises(CommandError, match="has no"):
        call_command("extraction_figures", str(tmp_path), write=page, no_speed=True, stdout=out)
