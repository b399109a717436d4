"""The command writes the tables of the page, and nothing where the page has no place for them."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("engines")]
MARKERS = "before\n<!-- ablation {0}: begin -->\nold\n<!-- ablation {0}: end -->\nafter\n"


@pytest.mark.parametrize(
    ("part", "rows"),
    [
        ("agents", ["loop alone", "agents together", "look-ahead alone"]),
        ("learning", ["hand-written rules", "learnt policy", "learnt shortlist"]),
        ("shortlist", ["0.5", "0.9", "1"]),
        ("people", ["the evaluator alone", "the evaluator and the people themselves"]),
    ],
)
def test_a_part_is_a_table_with_its_rows(part: str, rows: list[str], tmp_path: Path) -> None:
    page, out = tmp_path / "page.md", StringIO()
    page.write_text(MARKERS.format(part), "utf-8")
    few = ["--prompts", "6", "--training-prompts", "12", "--episodes", "32", "--seeds", "1"]
    call_command(
        "ablate", "--only", part, *few, "--write", str(page), stdout=out, stderr=StringIO()
    )
    text = page.read_text("utf-8")
    assert text.startswith("before")
    assert text.endswith("after\n")
    assert "old" not in text
    for row in rows:
        assert f"| {row} |" in text
    assert out.getvalue().strip() in text


def test_a_page_without_markers_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("nothing", "utf-8")
    with pytest.raises(CommandError, match="has no"):
        call_command(
            "ablate", "--only", "agents", "--prompts", "2", "--write", str(page), stdout=StringIO()
        )
    assert page.read_text("utf-8") == "nothing"
