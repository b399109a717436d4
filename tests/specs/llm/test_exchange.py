"""Retries within the deadline, re-asks with only the failing pointers, every call counted."""

import json
import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import httpx2
import pytest

from specs.generation.llm.client import retry_after_seconds
from specs.generation.llm.failures import LLMUnavailable
from tests.specs.llm.canned import GOOD, completion
from tests.specs.llm.conftest import BUDGET, PROMPT
from tests.specs.llm.scripted import ScriptedModel

URL = "http://127.0.0.1:9/v1"


class Sequence(httpx2.BaseTransport):
    """One answer after the other; the last one again and again."""

    def __init__(self, *answers: httpx2.Response) -> None:
        self.answers = list(answers)
        self.calls = 0

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        self.calls += 1
        answer = self.answers[min(self.calls, len(self.answers)) - 1]
        return httpx2.Response(answer.status_code, headers=answer.headers, content=answer.content)


def busy(retry_after: str) -> httpx2.Response:
    return httpx2.Response(429, headers={"Retry-After": retry_after}, content=b"{}")


FINE = httpx2.Response(200, content=completion(json.dumps(GOOD)))


def test_retry_after_is_honoured_inside_the_deadline(generator):
    slept = []
    engine = generator(URL, transport=Sequence(busy("1"), FINE), sleep=slept.append)
    assert engine.generate(PROMPT).usage["attempts"] == 2
    assert slept == [1.0]


def test_a_wait_beyond_the_deadline_is_not_begun(generator):
    slept = []
    engine = generator(URL, transport=Sequence(busy("2"), FINE), sleep=slept.append)
    with pytest.raises(LLMUnavailable) as caught:
        engine.generate(PROMPT)
    assert (caught.value.outcome, slept) == ("throttled", [])


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1e9", None),
        ("٣", None),
        ("3", 3.0),
        ("9" * 99, 999999999.0),
    ],
)
def test_the_header_may_say_anything(value, seconds):
    assert retry_after_seconds(httpx2.Headers({"Retry-After": value.encode()})) == seconds


def test_the_header_may_be_a_date():
    at = datetime.now(UTC) + timedelta(seconds=100)
    text = at.strftime("%a, %d %b %Y %H:%M:%S GMT")
    assert 90 < (retry_after_seconds(httpx2.Headers({"Retry-After": text})) or 0) <= 100
    assert (
        retry_after_seconds(httpx2.Headers({"Retry-After": "Wed, 21 Oct 2015 07:28:00 GMT"})) == 0
    )


def test_one_retry_and_no_more(generator):
    transport = Sequence(httpx2.Response(500, content=b"{}"))
    with pytest.raises(LLMUnavailable):
        generator(URL, transport=transport, sleep=lambda s: None).generate(PROMPT)
    assert transport.calls == 2


def test_no_request_makes_more_calls_than_its_budget(generator):
    transport = Sequence(httpx2.Response(500, content=b"{}"))
    engine = generator(
        URL, transport=transport, budget=replace(BUDGET, calls=1), sleep=lambda s: None
    )
    with pytest.raises(LLMUnavailable) as caught:
        engine.generate(PROMPT)
    assert transport.calls == 1
    assert caught.value.outcome == "out_of_budget"


class Corrigible:
    """Writes a document with errors, and on being asked again answers `fixes`."""

    def __init__(self, document: dict, fixes: object) -> None:
        self.document = document
        self.fixes = fixes
        self.asked: list[dict] = []

    def __call__(self, asked: dict) -> str:
        self.asked.append(asked)
        return json.dumps({"fixes": self.fixes} if "problems" in asked else self.document)


BROKEN = {**GOOD, "target_audience": 7, "timeline": "soon", "features": ["balcony"]}


def test_a_re_ask_carries_only_the_failing_pointers(generator):
    fixes = [
        {"pointer": "/timeline", "value": "18 months"},
        {"pointer": "/target_audience", "value": "A law firm"},
        {"pointer": "/category", "value": "not asked about"},
        {"pointer": "/features/0", "value": "not asked about"},
    ]
    script = Corrigible(BROKEN, fixes)
    draft = generator(URL, transport=ScriptedModel(script)).generate(PROMPT)
    assert [p["pointer"] for p in script.asked[1]["problems"]] == ["/target_audience", "/timeline"]
    assert "vocabulary" not in script.asked[1]
    assert draft.spec.timeline == "P18M"
    assert draft.spec.target_audience == "A law firm"
    assert draft.spec.features == ("balcony",)
    assert draft.usage["attempts"] == 2


@pytest.mark.parametrize(
    "fixes",
    [
        [{"pointer": "/timeline", "value": "soon"}],
        [{"pointer": "/elsewhere/0/~1", "value": 1}],
        "nonsense",
        [1, None, {}],
        [{"pointer": "/timeline", "value": {"deep": []}}],
    ],
)
def test_the_same_error_twice_stops_and_the_rest_is_used(generator, fixes):
    script = Corrigible(BROKEN, fixes)
    budget = replace(BUDGET, reasks=3, calls=9)
    draft = generator(URL, transport=ScriptedModel(script), budget=budget).generate(PROMPT)
    assert len(script.asked) == 2
    assert draft.spec.timeline is None
    assert draft.spec.features == ("balcony",)


def test_a_failing_re_ask_does_not_lose_the_document(generator):
    good = completion(json.dumps(BROKEN))
    transport = Sequence(httpx2.Response(200, content=good), httpx2.Response(400, content=b"{}"))
    draft = generator(URL, transport=transport).generate(PROMPT)
    assert draft.engine == "llm"
    assert [call["outcome"] for call in draft.usage["calls"]] == ["ok", "rejected"]


def test_a_deadline_that_has_passed_makes_no_call(generator):
    transport = Sequence(FINE)
    engine = generator(URL, transport=transport, budget=replace(BUDGET, seconds=0))
    with pytest.raises(LLMUnavailable) as caught:
        engine.generate(PROMPT)
    assert (caught.value.outcome, transport.calls) == ("out_of_budget", 0)


def test_deadlines_of_threads_do_not_mix(generator, server):
    slow, quick = generator(server.url("hang")), generator(server.url("ok"))
    ended: list[str] = []

    def hang() -> None:
        with pytest.raises(LLMUnavailable):
            slow.generate(PROMPT)
        ended.append("hang")

    thread = threading.Thread(target=hang)
    thread.start()
    for _ in range(3):
        assert quick.generate(PROMPT).engine == "llm"
    ended.append("ok")
    thread.join()
    assert ended == ["ok", "hang"]
