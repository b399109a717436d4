"""What the calls of one request cost: tokens as the endpoint counts them, time and money."""

import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, TypeGuard

PRICES = Path(__file__).with_name("prices.json")
# How a call ends that no endpoint charges for: with an error in place of a reply.
UNBILLED = frozenset(
    {"misconfigured", "quota", "redirected", "rejected", "server_error", "throttled", "unsupported"}
)


@dataclass(frozen=True, slots=True)
class Tokens:
    prompt: int = 0
    completion: int = 0

    @classmethod
    def of(cls, body: Any) -> "Tokens | None":
        """The `usage` of a reply; None where it has none that can be believed."""
        usage = body.get("usage") if isinstance(body, dict) else None
        if not isinstance(usage, dict):
            return None
        prompt, completion = usage.get("prompt_tokens"), usage.get("completion_tokens")
        if not _is_count(prompt) or not _is_count(completion):
            return None
        return cls(prompt=prompt, completion=completion)


def _is_count(value: Any) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**31


@cache
def prices() -> dict[str, Any]:
    """`models` by name, each with `input` and `output` in US dollars per million tokens; `as_of`
    and `verified` say how far they can be believed."""
    found: dict[str, Any] = json.loads(PRICES.read_text(encoding="utf-8"))
    return found


def cost(model: str, tokens: Tokens) -> float | None:
    """US dollars; None for a model whose price nobody wrote down."""
    price = prices()["models"].get(model)
    if price is None:
        return None
    total: float = tokens.prompt * price["input"] + tokens.completion * price["output"]
    return round(total / 1_000_000, 8)


@dataclass(slots=True)
class CallLedger:
    """Every call of one request, the failed ones too."""

    model: str
    prompt_version: str
    calls: list[dict[str, Any]] = field(default_factory=list)

    def add(self, *, outcome: str, rung: str, tokens: Tokens | None, seconds: float) -> None:
        self.calls.append(
            {
                "outcome": str(outcome),
                "rung": str(rung),
                "prompt_tokens": None if tokens is None else tokens.prompt,
                "completion_tokens": None if tokens is None else tokens.completion,
                "latency_ms": round(seconds * 1000),
            }
        )

    @property
    def tokens(self) -> Tokens:
        return Tokens(
            prompt=sum(call["prompt_tokens"] or 0 for call in self.calls),
            completion=sum(call["completion_tokens"] or 0 for call in self.calls),
        )

    def as_json(self, outcome: str) -> dict[str, Any]:
        tokens = self.tokens
        return {
            "model": self.model,
            "outcome": str(outcome),
            "attempts": len(self.calls),
            # Calls whose tokens the endpoint never told: hung, cut off, or failed without a count.
            "attempts_without_count": sum(call["prompt_tokens"] is None for call in self.calls),
            "prompt_tokens": tokens.prompt,
            "completion_tokens": tokens.completion,
            "total_tokens": tokens.prompt + tokens.completion,
            "rung": self.calls[-1]["rung"] if self.calls else None,
            "latency_ms": sum(call["latency_ms"] for call in self.calls),
            "cost": self._cost(tokens),
            "currency": "USD",
            "prices_as_of": prices()["as_of"],
            "prices_verified": prices()["verified"],
            "prompt_version": self.prompt_version,
            "calls": list(self.calls),
        }

    def _cost(self, tokens: Tokens) -> float | None:
        """None as well where a call may have been charged for tokens that nobody counted."""
        if not self.calls:
            return 0.0
        uncounted = {call["outcome"] for call in self.calls if call["prompt_tokens"] is None}
        if uncounted - UNBILLED:
            return None
        return cost(self.model, tokens) if tokens.prompt + tokens.completion else 0.0
