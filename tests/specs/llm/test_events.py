"""A streamed reply is put together, told as it grows, and held to the same rules."""

import json
from dataclasses import replace

import httpx2
import pytest

from specs.draft import Draft
from specs.generation.llm.failures import LLMUnavailable
from specs.schema import is_valid
from tests.specs.llm.canned import GOOD_TEXT
from tests.specs.llm.conftest import BUDGET, PROMPT

URL = "http://127.0.0.1:9/v1"
USAGE = {"prompt_tokens": 3, "completion_tokens": 4}


def event(**content) -> str:
    return f"data: {json.dumps(content)}\n\n"


def delta(text: str) -> str:
    return event(choices=[{"index": 0, "delta": {"content": text}, "finish_reason": None}])


def finish(reason: str) -> str:
    return event(choices=[{"index": 0, "delta": {}, "finish_reason": reason}])


PIECES = [GOOD_TEXT[at : at + 20] for at in range(0, len(GOOD_TEXT), 20)]
WHOLE = "".join(delta(piece) for piece in PIECES)
DONE = event(choices=[], usage=USAGE) + "data: [DONE]\n\n"


class Stream(httpx2.BaseTransport):
    def __init__(self, text: str) -> None:
        self.text = text
        self.body: dict = {}

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        self.body = json.loads(request.read())
        headers = {"content-type": "text/event-stream; charset=utf-8"}
        return httpx2.Response(200, headers=headers, content=self.text.encode())


class Ticking:
    """A clock that moves a little whenever it is read."""

    now = 0.0

    def __call__(self) -> float:
        self.now += 0.2
        return self.now


def test_drafts_are_told_as_the_reply_grows(generator):
    told: list[Draft] = []
    transport = Stream(": hello\n\n" + WHOLE + finish("stop") + DONE)
    budget = replace(BUDGET, seconds=100)
    engine = generator(URL, transport=transport, clock=Ticking(), budget=budget)
    draft = engine.generate(PROMPT, on_draft=told.append)
    assert draft.spec.requirements == ("Daylight at every desk",)
    assert draft.usage["prompt_tokens"] == 3
    assert transport.body["stream"] is True
    assert len(told) >= 3
    assert told[0].engine == "rules"
    assert "Four-storey office block".startswith(told[1].spec.title)
    for early in told:
        assert is_valid(early.spec.as_json())
        assert early.spec.dimensions == draft.spec.dimensions
        assert early.spec.exclusions == ("basement",)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        (WHOLE, "truncated"),
        (WHOLE + finish("length") + DONE, "truncated"),
        (WHOLE + finish("content_filter") + DONE, "filtered"),
        (event(choices=[{"delta": {"refusal": "no"}}]) + finish("stop") + DONE, "refused"),
        (finish("stop") + DONE, "empty"),
        (event(error={"message": "boom"}), "not_an_answer"),
        ("data: }{\n\ndata: 5\n\n", "not_an_answer"),
        ("", "not_an_answer"),
        (delta("a" * 300_000) + finish("stop"), "too_large"),
    ],
)
def test_how_it_ended_is_checked_first(generator, text, outcome):
    with pytest.raises(LLMUnavailable) as caught:
        generator(URL, transport=Stream(text)).generate(PROMPT, on_draft=lambda draft: None)
    assert caught.value.outcome == outcome


def test_a_server_that_does_not_stream_is_read_whole(server, generator):
    draft = generator(server.url("ok")).generate(PROMPT, on_draft=lambda draft: None)
    assert draft.engine == "llm"
