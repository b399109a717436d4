"""An endpoint that keeps failing is left alone, at next to no cost, and found again."""

import time

import pytest

from specs.generation.llm.breaker import LONGEST_REST_SECONDS, Breaker
from specs.generation.llm.failures import LLMUnavailable
from tests.specs.llm.conftest import PROMPT
from tests.specs.llm.scripted import ScriptedModel


@pytest.fixture
def now():
    return [1000.0]


@pytest.fixture
def breaker(now):
    return Breaker(clock=lambda: now[0])


def test_five_failures_within_the_window_open_it(breaker, now):
    for _ in range(4):
        breaker.failed()
        now[0] += 5
    assert breaker.allows()
    breaker.failed()
    assert not breaker.allows()
    assert breaker.state() == {"state": "open", "failures": 5, "retry_in_s": 30}


def test_failures_far_apart_do_not(breaker, now):
    for _ in range(20):
        breaker.failed()
        now[0] += 8
    assert breaker.allows()
    assert breaker.state()["state"] == "closed"


def test_a_success_starts_the_count_anew(breaker):
    for _ in range(4):
        breaker.failed()
    breaker.succeeded()
    breaker.failed()
    assert breaker.allows()


def test_after_the_rest_one_caller_probes(breaker, now):
    for _ in range(5):
        breaker.failed()
    now[0] += 30
    assert breaker.state()["state"] == "half_open"
    assert breaker.allows()
    assert not breaker.allows()
    breaker.failed()
    now[0] += 29
    assert not breaker.allows()
    now[0] += 1
    assert breaker.allows()
    breaker.succeeded()
    assert breaker.allows()
    assert breaker.state() == {"state": "closed", "failures": 0}


def test_a_probe_that_never_reports_does_not_keep_the_door_shut(breaker, now):
    for _ in range(5):
        breaker.failed()
    now[0] += 30
    assert breaker.allows()
    now[0] += 30
    assert breaker.allows()


def test_the_endpoint_may_ask_for_a_longer_rest_within_reason(breaker, now):
    for _ in range(5):
        breaker.failed(retry_after=10**6)
    now[0] += LONGEST_REST_SECONDS - 1
    assert not breaker.allows()
    now[0] += 1
    assert breaker.allows()


def test_an_open_breaker_costs_no_call_and_at_most_5_ms(generator, server):
    breaker = Breaker()
    engine = generator(server.url("401"), breaker=breaker)
    for _ in range(5):
        with pytest.raises(LLMUnavailable):
            engine.generate(PROMPT)
    seen = server.ledger.calls["401"]
    took = []
    for _ in range(50):
        started = time.perf_counter()
        with pytest.raises(LLMUnavailable) as caught:
            engine.generate(PROMPT)
        took.append(time.perf_counter() - started)
        assert caught.value.outcome == "breaker_open"
        assert caught.value.usage["attempts"] == 0
    assert server.ledger.calls["401"] == seen
    # The middle one: a busy machine may stop any single one of them for longer.
    assert sorted(took)[25] <= 0.005


def test_what_depends_on_the_prompt_never_opens_it(generator, server):
    breaker = Breaker()
    engine = generator(server.url("trunc"), breaker=breaker)
    for mode in ("trunc", "wrong", "refusal", "400"):
        engine = generator(server.url(mode), breaker=breaker)
        for _ in range(6):
            with pytest.raises(LLMUnavailable):
                engine.generate(PROMPT)
    assert breaker.state() == {"state": "closed", "failures": 0}


def test_a_healthy_endpoint_closes_it_again(generator, server, now):
    breaker = Breaker(clock=lambda: now[0])
    for _ in range(5):
        breaker.failed()
    now[0] += 31
    assert generator(server.url("ok"), breaker=breaker).generate(PROMPT).engine == "llm"
    assert breaker.state()["state"] == "closed"


def test_a_model_by_script_counts_its_tokens(generator):
    model = ScriptedModel(lambda asked: '{"design_type": "building"}')
    usage = generator("http://127.0.0.1:9/v1", transport=model).generate(PROMPT).usage
    assert usage["prompt_tokens"] == model.prompt_tokens > 0
    assert usage["completion_tokens"] == model.completion_tokens > 0
