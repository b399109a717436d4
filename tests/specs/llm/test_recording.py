"""A recorded run plays back byte for byte, and says so when it was never recorded."""

import pytest

from specs.generation.llm.addresses import Reach
from specs.generation.llm.failures import LLMUnavailable
from specs.generation.llm.network import GuardedTransport
from specs.generation.llm.recording import Player, Recorder
from tests.specs.llm.conftest import KEY, PROMPT


def without_times(usage):
    calls = [{**call, "latency_ms": 0} for call in usage["calls"]]
    return {**usage, "latency_ms": 0, "calls": calls}


def test_a_run_is_repeated_without_its_endpoint(server, generator, tmp_path):
    path = tmp_path / "run.jsonl"
    recorder = Recorder(GuardedTransport(Reach.LOOPBACK), path)
    url = server.url("prose")
    first = generator(url, transport=recorder).generate(PROMPT)
    seen = server.ledger.calls["prose"]
    again = generator(url, transport=Player(path)).generate(PROMPT)
    assert server.ledger.calls["prose"] == seen
    assert again.spec == first.spec
    assert again.provenance == first.provenance
    assert without_times(again.usage) == without_times(first.usage)
    assert KEY not in path.read_text(encoding="utf-8")


def test_failures_are_recorded_too(server, generator, tmp_path):
    path = tmp_path / "run.jsonl"
    recorder = Recorder(GuardedTransport(Reach.LOOPBACK), path)
    for transport in (lambda: recorder, lambda: Player(path)):
        with pytest.raises(LLMUnavailable) as caught:
            generator(server.url("500"), transport=transport()).generate(PROMPT)
        assert [call["outcome"] for call in caught.value.usage["calls"]] == ["server_error"] * 2


def test_what_was_not_recorded_is_unreachable(server, generator, tmp_path):
    path = tmp_path / "run.jsonl"
    path.touch()
    with pytest.raises(LLMUnavailable) as caught:
        generator(server.url("ok"), transport=Player(path)).generate(PROMPT)
    assert caught.value.outcome == "unreachable"
