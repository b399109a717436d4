"""The commands of those who train and measure, on few prompts and fewer episodes."""

import gzip
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from rl.models import PolicyVersion

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("engines")]


def run(command: str, *arguments: str, **options: Any) -> str:
    out = StringIO()
    call_command(command, *arguments, stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def test_training_the_first_policy_twice_writes_the_same_file(tmp_path: Path) -> None:
    written = []
    for name in ("one", "two"):
        path = tmp_path / name / "policy.json.gz"
        said = json.loads(
            run("train_policy", "--json", first=str(path), episodes=64, prompts=8, seed=3)
        )
        assert said["seed"] == 3
        assert (
            said["weights_hash"] == json.loads(gzip.decompress(path.read_bytes()))["weights_hash"]
        )
        written.append(path.read_bytes())
    assert written[0] == written[1]


def test_a_candidate_is_trained_compared_and_stays_one() -> None:
    current = PolicyVersion.objects.get(status="current")
    said = json.loads(run("train_policy", "--json", "--from-current", episodes=64, prompts=8))
    candidate = PolicyVersion.objects.get(pk=said["id"])
    assert candidate.parent == current
    assert candidate.report["promote"] is said["gate"]["promote"]
    assert candidate.status == "candidate"
    assert "installed: False" in run("train_policy", "--install")


def test_the_table_has_everything_that_plays(tmp_path: Path) -> None:
    few: dict[str, Any] = {
        "seeds": 1, "episodes": 32, "prompts": 6, "training_prompts": 8, "beam": 2, "horizon": 2
    }  # fmt: skip
    table = json.loads(run("evaluate_policy", "--json", **few))
    names = {row["name"] for row in table["rows"]}
    assert {"random legal operator", "beam (optimum)", "stored policy"} <= names
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- 2 edits: begin -->\nold\n<!-- 2 edits: end -->\n", "utf-8")
    said = run("evaluate_policy", write=page, **few)
    assert "| beam (optimum) |" in said
    assert page.read_text("utf-8") == (
        f"before\n<!-- 2 edits: begin -->\n{said.strip()}\n<!-- 2 edits: end -->\n"
    )


def test_a_policy_that_is_not_there_is_said_so() -> None:
    with pytest.raises(CommandError, match="There is no policy"):
        run("evaluate_policy", policy="none", prompts=2, training_prompts=2)


def test_simulated_raters_are_correlated_with(tmp_path: Path) -> None:
    few: dict[str, Any] = {"seeds": 1, "episodes": 16, "prompts": 6, "training_prompts": 12}
    page = tmp_path / "page.md"
    page.write_text("<!-- simulated raters: begin --><!-- simulated raters: end -->", "utf-8")
    found = json.loads(run("simulate_raters", "--json", write=page, **few))
    for row in found["correlation"].values():
        assert -1 <= row["least"] <= row["mean"] <= row["most"] <= 1
    assert found["policies"]
    gate = found["policies"]["gate"]["worse"]
    assert f"| {gate['let_through']} | {gate['pairs']} | worse |" in page.read_text("utf-8")
    assert "| Spearman within type |" in run("simulate_raters", no_policies=True, **few)
