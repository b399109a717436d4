"""The commands: lines in, lines out, without a database."""

import io
import json
from typing import Any

import pytest
from django.core.management import call_command

from evaluation.agent import EvaluatorAgent
from evaluation.batch import evaluated_lines
from evaluation.management.commands import evaluate_specs
from specs.errors import NotADesign
from tests.evaluation.test_fidelity import OFFICE, reading
from tests.evaluation.things import GOLDEN, golden


def reader(prompt: str) -> Any:
    if "poem" in prompt:
        raise NotADesign("a poem")
    return reading(OFFICE)


def answers(*lines: Any) -> list[dict[str, Any]]:
    text = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    return list(evaluated_lines(text, EvaluatorAgent(reader=reader).evaluate))


def test_each_line_has_its_answer() -> None:
    first, second = answers(
        {"id": "a", "spec": OFFICE}, {"id": 2, "prompt": "an office", "spec": OFFICE}
    )
    assert (first["id"], second["id"]) == ("a", 2)
    assert first["criteria"]["fidelity"]["score"] is None
    assert second["criteria"]["fidelity"]["score"] == 100


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '"x"',
        {"id": "a"},
        {"id": "a", "spec": []},
        {"id": "a", "spec": {}, "prompt": 3},
        "[" * 9000,
    ],
)
def test_a_bad_line_fails_alone(line: Any) -> None:
    bad, good = answers(line, {"id": "b", "spec": OFFICE})
    assert bad["error"]
    assert bad["score"] is None
    assert good["score"] > 50


def test_a_prompt_that_is_no_design_states_nothing() -> None:
    (answer,) = answers({"id": "a", "prompt": "a poem", "spec": OFFICE})
    assert answer["criteria"]["fidelity"]["score"] is None


def test_evaluate_specs_reads_stdin(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [
        json.dumps({"id": line["id"], "spec": line["spec"]}) for line in golden("reality_dev")[:3]
    ]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines)))
    monkeypatch.setattr(evaluate_specs, "evaluator_agent", lambda: EvaluatorAgent(reader=reader))
    call_command("evaluate_specs", "--jsonl")
    printed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [answer["id"] for answer in printed] == [
        line["id"] for line in golden("reality_dev")[:3]
    ]
    assert all({"score", "grade", "criteria", "findings"} <= answer.keys() for answer in printed)


def test_score_evaluation_prints_the_figures(capsys: pytest.CaptureFixture[str]) -> None:
    call_command(
        "score_evaluation",
        reality=GOLDEN / "reality_dev.jsonl",
        corrupt=GOLDEN / "corrupt_dev.jsonl",
    )
    printed = capsys.readouterr().out
    assert "real things with an error: 0 of 76" in printed
    assert "100.0% of 193" in printed
