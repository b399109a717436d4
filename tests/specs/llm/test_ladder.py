"""Down the ladder only where an endpoint says that it does not support the request."""

import json
from pathlib import Path

import httpx2
import pytest

from specs.generation.llm.failures import LLMUnavailable
from specs.generation.llm.ladder import (
    Capabilities,
    CapabilityMemory,
    Rung,
    unsupported_parameter,
)
from tests.specs.llm.canned import GOOD_TEXT, completion
from tests.specs.llm.conftest import PROMPT

URL = "http://127.0.0.1:9/v1"
ERRORS = json.loads(Path(__file__).with_name("endpoint_errors.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("error", ERRORS["unsupported"])
def test_the_messages_of_known_servers_are_understood(error):
    assert unsupported_parameter(error["body"]) == error["parameter"]


@pytest.mark.parametrize("body", ERRORS["unrelated"])
def test_other_complaints_are_not_mistaken(body):
    assert unsupported_parameter(body) is None


class Endpoint(httpx2.BaseTransport):
    """Takes what `accepts` says; complains about the rest in the way of OpenAI."""

    def __init__(self, *accepts: str, refuses: tuple[str, ...] = ()) -> None:
        self.accepts = accepts
        self.refuses = refuses
        self.formats: list[str] = []
        self.bodies: list[dict] = []

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        body = json.loads(request.read())
        self.bodies.append(body)
        asked = body.get("response_format", {}).get("type", "none")
        self.formats.append(asked)
        for name in self.refuses:
            if name in body:
                return self.complaint(f"Unsupported parameter: '{name}' is not supported.")
        if asked not in self.accepts:
            return self.complaint(f"'response_format' of type '{asked}' is not supported.")
        return httpx2.Response(200, content=completion(GOOD_TEXT))

    def complaint(self, message: str) -> httpx2.Response:
        return httpx2.Response(400, json={"error": {"message": message}})


@pytest.mark.parametrize(
    ("accepts", "formats", "rung"),
    [
        (("json_schema",), ["json_schema"], Rung.JSON_SCHEMA),
        (("json_object",), ["json_schema", "json_object"], Rung.JSON_OBJECT),
        (("none",), ["json_schema", "json_object", "none"], Rung.PROMPTED),
    ],
)
def test_the_rung_is_found_once_and_remembered(generator, accepts, formats, rung):
    endpoint = Endpoint(*accepts)
    engine = generator(URL, transport=endpoint)
    assert engine.generate(PROMPT).usage["rung"] == rung
    assert endpoint.formats == formats
    assert engine.generate(PROMPT).usage["attempts"] == 1
    assert endpoint.formats == [*formats, formats[-1]]
    # Where the schema is not sent along it stands in the instructions.
    system = endpoint.bodies[-1]["messages"][0]["content"]
    assert ('"additionalProperties":false' in system) == (rung != Rung.JSON_SCHEMA)


def test_below_the_last_rung_stand_the_rules(generator):
    endpoint = Endpoint()
    with pytest.raises(LLMUnavailable) as caught:
        generator(URL, transport=endpoint).generate(PROMPT)
    assert caught.value.outcome == "unsupported"
    assert endpoint.formats == ["json_schema", "json_object", "none"]


@pytest.mark.parametrize(
    ("refused", "then"),
    [("max_tokens", "max_completion_tokens"), ("temperature", None)],
)
def test_parameters_that_an_endpoint_does_not_know_are_left_out(generator, refused, then):
    endpoint = Endpoint("json_schema", refuses=(refused,))
    draft = generator(URL, transport=endpoint).generate(PROMPT)
    assert draft.usage["attempts"] == 2
    assert refused not in endpoint.bodies[-1]
    assert then is None or then in endpoint.bodies[-1]


def test_an_unrelated_400_is_not_downgraded(generator):
    endpoint = Endpoint("json_schema")
    endpoint.complaint = lambda message: httpx2.Response(400, json={"error": {"message": "boom"}})
    endpoint.accepts = ()
    engine = generator(URL, transport=endpoint)
    for _ in range(2):
        with pytest.raises(LLMUnavailable) as caught:
            engine.generate(PROMPT)
        assert caught.value.outcome == "rejected"
    assert endpoint.formats == ["json_schema", "json_schema"]


def test_what_was_learnt_is_forgotten_with_age():
    now = [0.0]
    memory = CapabilityMemory(lifetime=100, clock=lambda: now[0])
    key, lower = ("u", "m"), Capabilities(rung=Rung.PROMPTED)
    memory.put(key, lower)
    now[0] = 90
    memory.put(key, lower)
    assert memory.get(key) == lower
    assert memory.age(key) == 90
    now[0] = 101
    assert memory.get(key) == Capabilities()
    assert memory.get(("u", "other")) == Capabilities()


def test_nothing_is_left_to_try_below_the_least():
    least = Capabilities(Rung.PROMPTED, token_limit=None, temperature=False, streaming=False)
    for name in ("response_format", "max_tokens", "max_completion_tokens", "temperature", "stream"):
        assert least.without(name) is None
