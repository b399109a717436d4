"""Money and tokens: known prices only, counts that can be believed only."""

import pytest

from specs.generation.llm.usage import CallLedger, Tokens, cost, price_table


def test_a_price_is_known_or_null():
    assert cost("gpt-4o-mini", Tokens(1_000_000, 1_000_000)) == 0.75
    assert cost("gpt-4o-mini-2024-07-18", Tokens(1000, 0)) == 0.00015
    assert cost("a-model-of-mine", Tokens(1000, 1000)) is None
    assert all(set(price) == {"input", "output"} for price in price_table().values())


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
    assert usage["cost"] == cost("o3", Tokens(10, 5))


def test_no_call_costs_nothing():
    assert CallLedger(model="x", prompt_version="design-1").as_json("breaker_open")["cost"] == 0
