"""Fidelity with the engine's own reading: gold specs pass, spoilt ones do not."""

import pytest

from evaluation.fidelity_benchmark import FidelityFigures, fidelity_figures
from evaluation.management.commands.score_evaluation import reads_exactly
from evaluation.wiring import read_prompt
from tests.evaluation.things import golden


@pytest.fixture(scope="module")
def result() -> FidelityFigures:
    return fidelity_figures(golden("prompts_dev"), read_prompt, reads_exactly)


def test_a_gold_spec_of_a_prompt_that_is_read_exactly_is_faithful(result: FidelityFigures) -> None:
    assert result.exact > 100
    assert result.low == []


def test_leaving_out_any_fact_costs_points(result: FidelityFigures) -> None:
    assert result.drops > 1_000
    assert result.unseen_drops == []


def test_contradicting_any_fact_is_an_error_or_a_warning(result: FidelityFigures) -> None:
    assert result.changes > 1_000
    assert result.unseen_changes == []
