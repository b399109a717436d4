"""Money and tokens: known prices only, counts that can be believed only."""

import re

import pytest

from specs.generation.llm.failures import Outcome
from specs.generation.llm.usage import UNBILLED, CallLedger, Tokens, cost, prices


def test_a_price_is_known_or_null():
    assert cost("gpt-4o-mini", Tokens(1_000_000, 1_000_000)) == 0.75
    for unknown in ("a-model-of-mine", "gpt-4o-2024-05-13", "GPT-4O", ""):
        assert cost(unknown, Tokens(1000, 1000)) is None
    models = prices()["models"].values()
    assert all(set(price) == {"input", "output"} and min(price.values()) > 0 for price in models)


def test_prices_say_when_they_were_right_and_whether_anybody_looked():
    usage = CallLedger(model="o3", prompt_version="design-1").as_json("ok")
    assert re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])", usage["prices_as_of"])
    assert isinstance(usage["prices_verified"], bool)


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [("throttled", 0.0), ("timeout", None), ("unreachable", None), ("ok", None)],
)
def test_a_call_that_nobody_counted_costs_nothing_or_nobody_knows_what(outcome, expected):
    ledger = CallLedger(model="o3", prompt_version="design-1")
    ledger.add(outcome=outcome, rung="json_schema", tokens=None, seconds=0.5)
    assert ledger.as_json(outcome)["cost"] == expected
    assert set(Outcome) >= UNBILLED


UNBELIEVABLE = [
    None,
    {},
    [],
    "x",
    {"prompt_tokens": 1},
    {"prompt_tokens": True, "completion_tokens": 1},
    {"prompt_tokens": -1, "completion_tokens": 1},
    {"prompt_tokens": 2**40, "completion_tokens": 1},
]


@pytest.mark.parametrize("usage", UNBELIEVABLE)
def test_an_unbelievable_count_is_no_count(usage):
    assert Tokens.of({"usage": usage}) is None


def test_failed_calls_count():
    ledger = CallLedger(model="o3", prompt_version="design-1")
    ledger.add(outcome="truncated", rung="json_schema", tokens=Tokens(10, 5), seconds=0.5)
    ledger.add(outcome="timeout", rung="json_schema", tokens=None, seconds=1.5)
    usage = ledger.as_json("timeout")
    assert (usage["attempts"], usage["attempts_without_count"]) == (2, 1)
    assert (usage["total_tokens"], usage["latency_ms"]) == (15, 2000)
    # What the timeout was charged with is not known, so the whole is not.
    assert usage["cost"] is None


def test_an_error_in_place_of_a_reply_adds_nothing():
    ledger = CallLedger(model="o3", prompt_version="design-1")
    ledger.add(outcome="server_error", rung="json_schema", tokens=None, seconds=0.5)
    ledger.add(outcome="ok", rung="json_schema", tokens=Tokens(10, 5), seconds=0.5)
    assert ledger.as_json("ok")["cost"] == cost("o3", Tokens(10, 5)) > 0


def test_no_call_costs_nothing():
    assert CallLedger(model="x", prompt_version="design-1").as_json("breaker_open")["cost"] == 0
