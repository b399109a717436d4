"""The FeedbackAgent's own operator: a language model acts on the feedback, over HTTP, with an
endpoint that answers well, badly or not at all."""

import logging
from collections.abc import Callable
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import Usage, User
from accounts.services import api_key_create
from rl.agent import LLM_REWRITE
from rl.models import IterationSession
from specs.models import Spec
from specs.schema import violations
from tests.specs.llm.canned import SECRET_OF_THE_ENDPOINT
from tests.specs.llm.conftest import KEY, server  # noqa: F401 - a fixture
from tests.specs.llm.fake_server import FAULTS, MORE, FakeServer

URL = "/coordinated-improvement"
ROBOT = "A robot for the kitchen, 0.5 m wide, without wheels"
# Never reached, so that every agent says what it can.
ASKED = {"target_score": 100, "max_rounds": 20}
Post = Callable[..., dict[str, Any]]


@pytest.fixture
def post(user: User, api_client: APIClient) -> Post:
    """Posts with an API key of its own, because that is what pays."""
    issued = api_key_create(user=user, name="test")

    def ask(prompt: str = ROBOT, url: str = URL, **more: Any) -> dict[str, Any]:
        body = {"prompt": prompt, **(ASKED if url == URL else {"n_iter": 50}), **more}
        answer = api_client.post(url, body, format="json", headers={"X-API-Key": issued.key})
        assert answer.status_code == 200, answer.content
        assert KEY not in answer.content.decode()
        assert SECRET_OF_THE_ENDPOINT not in answer.content.decode()
        result: dict[str, Any] = answer.json()
        return result

    return ask


@pytest.fixture
def model(settings: Any, server: FakeServer) -> Callable[[str], None]:  # noqa: F811
    """`model("mode")` puts that endpoint beside the rules engine."""

    def configure(mode: str) -> None:
        settings.OPENAI_API_KEY = KEY
        settings.OPENAI_MODEL = "gpt-4o-mini"
        settings.LLM_DEADLINE_S = 0.6
        settings.OPENAI_BASE_URL = server.url(mode)

    return configure


@pytest.fixture
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """At its own price of six points a rewrite is seldom worth it; here any gain is."""
    monkeypatch.setattr("rl.agent.cost_named", lambda name: 0.01)


def proposals(answer: dict[str, Any]) -> list[dict[str, Any]]:
    contributions = answer["result"]["contributions"]
    return [entry for entry in contributions if entry["action"] == LLM_REWRITE]


@pytest.mark.usefixtures("cheap")
def test_feedback_that_the_model_heeds_is_kept_as_an_assumption(post: Post, model: Any) -> None:
    alone = post()
    model("heeding")
    answer = post()
    (proposal,) = proposals(answer)
    assert (proposal["agent"], proposal["note"]) == ("FeedbackAgent", "kept")
    assert proposal["score_after"] > proposal["score_before"]
    assert answer["result"]["final_score"] > alone["result"]["final_score"]

    session = IterationSession.objects.get(pk=answer["session_id"])
    (log,) = session.iterations.filter(action=LLM_REWRITE)
    assert log.agent == "FeedbackAgent"
    revision = session.final_revision
    by_model = {p for p, o in revision.provenance.items() if o["source"] == "llm"}
    assert "/performance/0/value" in by_model
    assert by_model <= {entry["pointer"] for entry in revision.assumptions}
    # What the prompt states stays, though the model said 0.6.
    assert revision.document["dimensions"]["width"] == 0.5
    assert revision.provenance["/dimensions/width"]["source"] == "prompt"
    assert revision.document["exclusions"] == ["wheels"]


@pytest.mark.usefixtures("cheap")
def test_the_engine_and_the_cost_are_told_and_stored(post: Post, model: Any) -> None:
    assert (answer := post())["engine"] == "rules"
    assert answer["usage"] == []
    model("heeding")
    answer = post()
    assert answer["engine"] == "llm"
    assert [entry["purpose"] for entry in answer["usage"]] == ["generate", "rewrite"]
    rows = {row.purpose: row for row in Usage.objects.all()}
    assert rows.keys() == {"generate", "rewrite"}
    assert {row.subject for row in rows.values()} == {Spec.objects.get(pk=answer["spec_id"]).pk}
    assert all(row.principal.startswith("key:") for row in rows.values())
    assert rows["rewrite"].prompt_version == "rewrite-1"
    spec = Spec.objects.get(pk=answer["spec_id"])
    assert (spec.engine, spec.model) == ("llm", "gpt-4o-mini")
    assert spec.latest.usage["purpose"] == "rewrite"


@pytest.mark.usefixtures("cheap")
def test_iterate_uses_the_same_operator_and_says_so(post: Post, model: Any) -> None:
    model("heeding")
    answer = post(url="/iterate")
    (step,) = (step for step in answer["iterations"] if step["action"] == LLM_REWRITE)
    assert step["agent"] == "RLLoop"
    assert answer["engine"] == "llm"
    assert [entry["purpose"] for entry in answer["usage"]] == ["generate", "rewrite"]
    assert answer["final_spec"]["dimensions"]["width"] == 0.5
    assert Usage.objects.count() == 2


def test_a_gain_below_the_price_of_a_call_is_not_kept(post: Post, model: Any) -> None:
    model("heeding")
    answer = post()
    (proposal,) = proposals(answer)
    assert proposal["note"] == "not kept"
    assert proposal["score_after"] == proposal["score_before"]
    assert answer["engine"] == "rules"
    assert [entry["purpose"] for entry in answer["usage"]] == ["generate", "rewrite"]


def test_the_model_is_asked_for_one_proposal_a_session(
    post: Post,
    model: Any,
    server: FakeServer,  # noqa: F811
) -> None:
    model("heeding")
    seen = server.ledger.calls["heeding"]
    post()
    assert server.ledger.calls["heeding"] - seen == 2


def test_a_spent_budget_leaves_the_rules_and_no_proposal(
    post: Post, model: Any, settings: Any
) -> None:
    model("heeding")
    settings.LLM_DAILY_TOKENS = 1
    assert proposals(post())
    answer = post()
    assert proposals(answer) == []
    assert (answer["engine"], answer["usage"]) == ("rules", [])


def test_what_was_spent_is_charged_though_the_session_fails(
    user: User, model: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rl.services import coordination, coordination_run

    def breaks(**values: Any) -> None:
        raise RuntimeError

    model("heeding")
    monkeypatch.setattr(coordination, "session_store", breaks)
    with pytest.raises(RuntimeError):
        coordination_run(prompt=ROBOT, owner=user, target_score=100.0, max_rounds=20)
    assert set(Usage.objects.values_list("purpose", flat=True)) == {"generate", "rewrite"}


@pytest.mark.usefixtures("cheap")
@pytest.mark.parametrize("mode", sorted(FAULTS.keys() | MORE.keys()))
def test_no_endpoint_makes_it_worse_than_the_rules_alone(
    post: Post,
    model: Any,
    server: FakeServer,  # noqa: F811
    caplog: pytest.LogCaptureFixture,
    mode: str,
) -> None:
    alone = post()
    caplog.set_level(logging.DEBUG)
    model(mode)
    before = server.ledger.tokens.copy()
    answer = post()
    told = server.ledger.tokens - before

    assert answer["result"]["final_score"] >= alone["result"]["final_score"]
    spec = answer["result"]["final_spec"]
    assert violations(spec) == ()
    assert (spec["dimensions"]["width"], spec["exclusions"]) == (0.5, ["wheels"])
    session = IterationSession.objects.get(pk=answer["session_id"])
    sources = {origin["source"] for origin in session.final_revision.provenance.values()}
    outcomes = {entry["outcome"] for entry in answer["usage"]}
    assert "llm" not in sources or answer["engine"] == "llm"
    assert answer["engine"] == "rules" or "ok" in outcomes
    rows = Usage.objects.all()
    if mode == "nousage":
        assert all(entry["attempts_without_count"] for entry in answer["usage"])
    else:
        assert sum(row.prompt_tokens for row in rows) == told["prompt"]
        assert sum(row.completion_tokens for row in rows) == told["completion"]
    assert KEY not in caplog.text
    assert SECRET_OF_THE_ENDPOINT not in caplog.text
