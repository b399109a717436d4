"""The figures that evaluation is held to, as floors that only rise."""

import pytest

from evaluation.agent import EvaluatorAgent
from evaluation.benchmark import Figures, figures
from evaluation.criterion import Severity
from evaluation.scoring import score
from specs.schema import violations
from tests.evaluation.defects import DEFECTS
from tests.evaluation.things import golden, known_things

# Nobody can say which of these is wrong, or no rule of RULES speaks of it.
BEYOND_THE_RULES = {
    ("width_div200", "Zephyr"),
    ("weight_div2000", "Zephyr"),
    ("weight_x2000", "MacCready Gossamer Albatross"),
}


@pytest.fixture(scope="module")
def measured() -> Figures:
    return figures(golden("reality_dev"), golden("corrupt_dev"), EvaluatorAgent().evaluate)


def test_real_things_pass(measured: Figures) -> None:
    assert measured.condemned == ()


def test_corrupted_things_are_pointed_at(measured: Figures) -> None:
    assert measured.hit_rate >= 0.97, measured.missed


def test_corrupted_things_are_judged_as_gravely_as_expected(measured: Figures) -> None:
    assert measured.grave_hit_rate >= 0.97, measured.understated


@pytest.mark.speed
def test_an_evaluation_takes_about_a_millisecond(measured: Figures) -> None:
    # Three times the goal: the machine that tests has other work.
    assert measured.milliseconds <= 3


@pytest.mark.parametrize(("name", "spec"), known_things(), ids=[name for name, _ in known_things()])
def test_other_real_things_pass(name: str, spec: dict) -> None:
    assert violations(spec) == ()
    errors = [f.message for f in score(spec).findings if f.severity is Severity.ERROR]
    assert errors == []


@pytest.mark.parametrize("defect", DEFECTS)
def test_defects_of_any_real_thing_are_pointed_at(defect: str) -> None:
    things = [*known_things(), *((line["name"], line["spec"]) for line in golden("reality_dev"))]
    missed = []
    tried = 0
    for name, spec in things:
        for spoiled, places in DEFECTS[defect](spec):
            tried += 1
            found = any(
                f.pointer == place or f.pointer.startswith(f"{place}/")
                for f in score(spoiled).findings
                for place in places
                if f.severity is not Severity.ADVICE and f.rule != "CAP"
            )
            if not found and (defect, name) not in BEYOND_THE_RULES:
                missed.append(name)
    assert tried
    assert missed == []
