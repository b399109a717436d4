"""Over HTTP: an honest engine, usage stored and answered, budgets, health, and streams."""

import itertools
import json
from decimal import Decimal

import pytest

from accounts.models import ApiKey, Usage
from accounts.services import api_key_create
from specs import wiring
from specs.api.event_stream import slots
from specs.checks import check_language_model
from specs.models import Spec
from tests.specs.llm.canned import COMPLETION_TOKENS, PROMPT_TOKENS, SECRET_OF_THE_ENDPOINT
from tests.specs.llm.conftest import KEY

PROMPT = "A 4-storey office"
TOKENS = PROMPT_TOKENS + COMPLETION_TOKENS
pytestmark = pytest.mark.django_db


class TellingAgent:
    """Passes everything on, as MainAgent does."""

    def __init__(self, generator) -> None:
        self.generator = generator

    def design(self, prompt, *, design_type=None, **more):
        return self.generator.generate(prompt, design_type=design_type, **more)


@pytest.fixture
def llm(settings, server):
    """`llm("mode")` configures the model of that mode."""

    def configure(mode: str) -> None:
        settings.SPEC_AGENT = "tests.specs.llm.test_service.TellingAgent"
        settings.SPEC_GENERATORS = {"rules": "tests.specs.small.SmallGenerator"}
        settings.OPENAI_API_KEY = KEY
        settings.OPENAI_MODEL = "gpt-4o-mini"
        settings.LLM_DEADLINE_S = 1.5
        settings.OPENAI_BASE_URL = server.url(mode)

    return configure


@pytest.fixture
def ask(api_client, user):
    issued = api_key_create(user=user, name="test")
    numbers = itertools.count(1)

    def post(prompt: str = "", accept: str = "application/json", **more):
        # Each prompt is new, or the second would be answered from the cache.
        return api_client.post(
            "/generate",
            {"prompt": prompt or f"{PROMPT} number {next(numbers)}", **more},
            format="json",
            headers={"X-API-Key": issued.key, "Accept": accept},
        )

    return post


def test_the_model_answers_and_its_cost_is_stored_and_told(llm, ask):
    llm("ok")
    answer = ask()
    assert answer.status_code == 200
    body = answer.json()
    assert (body["engine"], body["model"]) == ("llm", "gpt-4o-mini")
    assert body["spec"]["requirements"] == ["Daylight at every desk"]
    assert body["provenance"]["/requirements/0"]["source"] == "llm"
    assert body["usage"]["total_tokens"] == TOKENS
    row = Usage.objects.get()
    assert (row.prompt_tokens, row.completion_tokens) == (PROMPT_TOKENS, COMPLETION_TOKENS)
    assert row.principal == f"key:{ApiKey.objects.get().pk}"
    assert row.subject == Spec.objects.get().pk
    assert row.cost == Decimal(str(body["usage"]["cost"])) > 0


@pytest.mark.parametrize("mode", ["401", "500", "trunc", "wrong", "html", "redir"])
def test_a_failing_model_is_answered_by_the_rules_and_paid_for(llm, ask, server, mode, caplog):
    llm(mode)
    before = server.ledger.tokens.copy()
    answer = ask(engine="llm")
    assert answer.status_code == 200
    body = answer.json()
    assert body["engine"] == "rules"
    assert body["model"] is None
    assert f"llm_{body['usage']['outcome']}" in {w["code"] for w in body["warnings"]}
    told = server.ledger.tokens - before
    row = Usage.objects.get()
    assert row.prompt_tokens == told["prompt"]
    for secret in (KEY, SECRET_OF_THE_ENDPOINT, "127.0.0.1"):
        assert secret not in answer.content.decode()
    assert KEY not in caplog.text
    assert SECRET_OF_THE_ENDPOINT not in caplog.text


def test_the_rules_answer_in_the_models_place_is_not_kept_for_later(llm, ask, settings, server):
    llm("500")
    assert ask("The same office").json()["engine"] == "rules"
    settings.OPENAI_BASE_URL = server.url("ok")
    assert ask("The same office").json()["engine"] == "llm"
    assert ask("The same office").json()["cached"] is True


def test_rules_are_never_charged(llm, ask, server):
    llm("ok")
    seen = server.ledger.calls["ok"]
    assert ask(engine="rules").json()["engine"] == "rules"
    assert server.ledger.calls["ok"] == seen
    assert not Usage.objects.exists()


def test_the_budget_of_a_day_is_429_with_its_reset(llm, ask, settings):
    llm("ok")
    settings.LLM_DAILY_TOKENS = TOKENS
    assert ask(engine="llm").status_code == 200
    answer = ask(engine="llm")
    assert answer.status_code == 429
    assert answer.json()["type"].endswith("budget_spent")
    assert answer.json()["resets_at"].endswith("T00:00:00Z")
    assert 0 < int(answer["Retry-After"]) <= 24 * 3600
    assert Spec.objects.count() == 1
    # Whoever leaves the choice to the service still gets an answer.
    body = ask().json()
    assert body["engine"] == "rules"
    assert "llm_budget_spent" in {w["code"] for w in body["warnings"]}


def test_each_credential_has_its_own_budget(llm, ask, settings, client_of_other):
    llm("ok")
    settings.LLM_DAILY_TOKENS = 1
    assert ask(engine="llm").status_code == 200
    assert ask(engine="llm").status_code == 429
    other = client_of_other.post("/generate", {"prompt": PROMPT, "engine": "llm"}, format="json")
    assert other.status_code == 200


def test_health_shows_the_breaker(llm, ask, api_client):
    assert api_client.get("/health").json()["checks"]["llm"] == {"status": "not configured"}
    llm("500")
    for _ in range(5):
        ask()
    state = api_client.get("/health").json()
    assert state["checks"]["llm"]["status"] == "down"
    assert state["checks"]["llm"]["breaker"]["state"] == "open"
    assert KEY not in json.dumps(state)
    assert "127.0.0.1" not in json.dumps(state["checks"]["llm"])
    assert "p2j_llm_breaker_open 1.0" in api_client.get("/metrics").content.decode()
    llm("ok")
    ask()
    state = api_client.get("/health").json()["checks"]["llm"]
    assert (state["status"], state["rung"]) == ("ok", "json_schema")


def test_a_base_url_that_may_not_be_called_is_named_at_start(settings):
    settings.OPENAI_BASE_URL = "http://169.254.169.254/v1"
    (error,) = check_language_model()
    assert error.id == "specs.E001"
    settings.OPENAI_BASE_URL = "http://10.0.0.1/v1"
    assert check_language_model()
    settings.LLM_ALLOW_PRIVATE = True
    assert not check_language_model()


def events(answer) -> list[tuple[str, dict]]:
    text = b"".join(answer.streaming_content).decode()
    found = []
    for block in text.split("\n\n"):
        lines = dict(line.split(": ", 1) for line in block.splitlines() if line[:1] != ":")
        if lines:
            found.append((lines["event"], json.loads(lines["data"])))
    return found


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("engine", ["rules", "llm"])
def test_a_stream_has_the_whole_shape_from_its_first_event(llm, ask, engine):
    llm("ok")
    answer = ask(accept="text/event-stream", engine=engine)
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith("text/event-stream")
    stream = events(answer)
    names = [name for name, _ in stream]
    assert names[0] == "snapshot"
    assert names[-1] == "spec"
    shots = [data for name, data in stream if name == "snapshot"]
    final = stream[-1][1]
    assert final["engine"] == engine
    assert Spec.objects.get(pk=final["spec_id"]).latest.document == final["spec"]
    for shot in shots:
        assert shot["spec"].keys() == final["spec"].keys()
        assert shot["spec"]["dimensions"].keys() == final["spec"]["dimensions"].keys()
        assert shot["states"].keys() == shots[0]["states"].keys()
    assert set(shots[0]["states"].values()) == {"pending"}
    assert set(shots[-1]["states"].values()) == {"final"}
    assert shots[-1]["spec"] == final["spec"]
    if engine == "llm":
        assert shots[1]["states"]["/stories"] == "final"
        assert shots[1]["states"]["/dimensions/height"] == "partial"
        assert shots[1]["states"]["/dimensions/weight"] == "pending"
    assert slots.taken == 0


@pytest.mark.django_db(transaction=True)
def test_what_goes_wrong_in_a_stream_is_its_last_event(llm, ask):
    llm("ok")
    name, problem = events(ask("Write me a poem", accept="text/event-stream"))[-1]
    assert name == "error"
    assert problem["status"] == 422
    assert not Spec.objects.exists()
    assert slots.taken == 0


def test_what_is_wrong_before_a_stream_is_a_plain_problem(llm, ask):
    llm("ok")
    answer = ask("?", accept="text/event-stream")
    assert answer.status_code == 422
    assert json.loads(answer.content)["errors"][0]["pointer"] == "/prompt"


def test_streams_leave_threads_for_others(llm, ask, settings):
    llm("ok")
    settings.STREAMS_PER_WORKER = 1
    first = ask(accept="text/event-stream")
    answer = ask(accept="text/event-stream")
    assert answer.status_code == 503
    assert int(answer["Retry-After"]) > 0
    assert ask().status_code == 200
    # A client that leaves before the first byte gives its place back.
    first.close()
    assert slots.taken == 0


def test_agents_are_built_before_somebody_waits_for_them(llm):
    llm("ok")
    wiring.build_agents()
    assert wiring.main_agent.cache_info().currsize == len(wiring.engines()) == 2
