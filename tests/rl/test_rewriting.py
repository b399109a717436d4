"""`llm_rewrite`: offered where a model is configured, taken where it pays, grounded always."""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from accounts.models import Usage, User
from accounts.services import Bill
from evaluation.criterion import Finding
from rl.agent import LLM_REWRITE, NO_GAIN, RLLoop
from rl.evaluator import EvaluatorJudge
from rl.judging import Case
from rl.operators import Design, Facts
from rl.prompts import CaseMaker
from rl.services import session_run
from specs.draft import Draft
from specs.generation.llm.failures import LLMUnavailable
from specs.generation.llm.rewriter import LLMRewriter
from specs.services import rewriting
from tests.rl.conftest import HOUSE
from tests.specs.llm.canned import GOOD
from tests.specs.llm.conftest import generator, names, office  # noqa: F401 - fixtures
from tests.specs.llm.scripted import EMPTY, ScriptedModel, always

URL = "http://127.0.0.1:9/v1"
JUDGE = EvaluatorJudge()
Build = Callable[..., Any]


@pytest.fixture
def rewriter(generator: Build) -> Callable[[ScriptedModel], LLMRewriter]:  # noqa: F811
    return lambda model: LLMRewriter(generator(URL, transport=model))


def ask(rewriter: LLMRewriter) -> Draft:
    draft = office()
    said = ["/requirements: nothing is asked for."]
    return rewriter.rewrite(draft, prompt="An office", stated=draft, criticism=said)


def test_the_model_is_shown_facts_document_and_criticism(rewriter: Any) -> None:
    model = ScriptedModel(always(GOOD))
    better = ask(rewriter(model))
    asked = json.loads(model.bodies[0]["messages"][-1]["content"])
    assert asked["facts"]["/stories"] == 4
    assert asked["document"]["title"] == "Office"
    assert asked["criticism"] == ["/requirements: nothing is asked for."]
    assert model.calls == 1
    assert better.usage["prompt_version"] == "rewrite-1"
    assert "Daylight at every desk" in better.spec.requirements
    assert "/requirements/0" in {entry.pointer for entry in better.assumptions}


def test_what_the_prompt_states_outlasts_any_rewrite(rewriter: Any) -> None:
    lie = {**GOOD, "stories": 40, "dimensions": {"length": 7}, "features": ["basement"]}
    spec = ask(rewriter(ScriptedModel(always(lie)))).spec
    assert (spec.stories, spec.dimensions.length, spec.features) == (4, 42, ())
    assert spec.exclusions == ("basement",)


@pytest.mark.parametrize("answer", ["no JSON at all", json.dumps(EMPTY)])
def test_an_unusable_answer_says_what_it_cost(rewriter: Any, answer: str) -> None:
    with pytest.raises(LLMUnavailable) as caught:
        ask(rewriter(ScriptedModel(lambda asked: answer)))
    assert caught.value.usage["attempts"] == 1


class Answering:
    """A rewriter by script; keeps what it was asked."""

    def __init__(self, answer: Design | None) -> None:
        self.answer = answer
        self.asked: list[Sequence[Finding]] = []

    def __call__(self, design: Design, case: Case, findings: Sequence[Finding]) -> Design | None:
        self.asked.append(findings)
        return self.answer


@pytest.fixture
def poor(maker: CaseMaker) -> Case:
    """A start that no cheap edit improves: no operator knows this kind of thing."""
    case = maker.case(HOUSE, "bare")
    bare = replace(
        case.start.spec, design_type="general", category="general", title="x", exclusions=()
    )
    return Case("poor", HOUSE, Facts(), Design(bare, {}), "bare")


@pytest.fixture
def rich(maker: CaseMaker) -> Design:
    """A good house, its values not marked as made up: better than the poor one by far."""
    return replace(RLLoop(JUDGE).improve(maker.case(HOUSE, "bare"), steps=12).best, assumptions=())


def test_the_model_is_asked_once_when_no_cheap_edit_gains(poor: Case, rich: Design) -> None:
    alone = RLLoop(JUDGE).improve(poor, steps=20)
    rewrite = Answering(rich)
    improved = RLLoop(JUDGE, rewrite=rewrite).improve(poor, steps=20)
    assert len(rewrite.asked) == 1
    assert rewrite.asked[0]
    step = next(step for step in improved.steps if step.action == LLM_REWRITE)
    assert step.cost == 6.0
    assert step.legal[-1] == LLM_REWRITE
    assert sum(step.parts.values()) == pytest.approx(10 * step.reward, abs=0.001)
    assert step.score_after - step.score_before > 6
    assert improved.final_score > alone.final_score


def test_a_rewrite_that_does_not_pay_is_not_taken(poor: Case) -> None:
    alone = RLLoop(JUDGE).improve(poor, steps=20)
    for answer in (None, poor.start):
        improved = RLLoop(JUDGE, rewrite=Answering(answer)).improve(poor, steps=20)
        assert improved.stopped_because == NO_GAIN
        assert [step.action for step in improved.steps] == [step.action for step in alone.steps]


def test_a_rewrite_that_moves_a_locked_place_is_refused(poor: Case, rich: Design) -> None:
    held = replace(poor, name="held", facts=Facts(locked=frozenset({"/title"})))
    assert rich.spec.title != poor.start.spec.title
    improved = RLLoop(JUDGE, rewrite=Answering(rich)).improve(held, steps=20)
    assert LLM_REWRITE not in {step.action for step in improved.steps}


def test_no_model_no_rewriter(db: None, settings: Any) -> None:
    settings.OPENAI_BASE_URL = ""
    assert rewriting.rewriter_for(Bill("nobody", None)) is None


@pytest.mark.usefixtures("engines")
def test_a_session_records_what_its_rewrites_cost(
    user: User,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
    generator: Build,  # noqa: F811
) -> None:
    settings.OPENAI_BASE_URL = URL
    model = ScriptedModel(always(GOOD))
    monkeypatch.setattr(rewriting, "llm_generator", lambda: generator(URL, transport=model))
    monkeypatch.setattr("rl.agent.cost_named", lambda name: 0.01)
    session = session_run(owner=user, prompt=HOUSE, n_iter=50, engine="rules")
    assert model.calls == 1
    usage = Usage.objects.get(purpose="rewrite")
    assert (usage.user, usage.subject, usage.outcome) == (user, session.spec_id, "ok")
    assert session.final_score >= session.initial_score


@pytest.mark.usefixtures("engines")
def test_the_budget_is_asked_before_each_call(
    user: User,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
    generator: Build,  # noqa: F811
) -> None:
    settings.OPENAI_BASE_URL = URL
    settings.LLM_DAILY_TOKENS = 1
    model = ScriptedModel(always(GOOD))
    monkeypatch.setattr(rewriting, "llm_generator", lambda: generator(URL, transport=model))
    rewriter = rewriting.rewriter_for(Bill(f"user:{user.pk}", user.pk))
    assert rewriter is not None
    asked = {"prompt": "An office", "stated": office(), "criticism": ["/requirements: none."]}
    assert rewriter(office(), **asked) is not None
    assert rewriter(office(), **asked) is None
    assert model.calls == 1
