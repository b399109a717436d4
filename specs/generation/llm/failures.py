"""How a call to a model can end: each outcome by name, and never in the words of the endpoint."""

from enum import StrEnum
from typing import Any

from specs.draft import Notice
from specs.errors import SpecError
from specs.generation.llm.usage import Tokens


class Outcome(StrEnum):
    OK = "ok"
    UNREACHABLE = "unreachable"
    TIMEOUT = "timeout"
    THROTTLED = "throttled"
    QUOTA = "quota"
    SERVER_ERROR = "server_error"
    MISCONFIGURED = "misconfigured"
    REDIRECTED = "redirected"
    TOO_LARGE = "too_large"
    NOT_AN_ANSWER = "not_an_answer"
    UNSUPPORTED = "unsupported"
    REJECTED = "rejected"
    TRUNCATED = "truncated"
    REFUSED = "refused"
    FILTERED = "filtered"
    EMPTY = "empty"
    INVALID = "invalid"
    BREAKER_OPEN = "breaker_open"
    OUT_OF_BUDGET = "out_of_budget"


DETAIL = {
    Outcome.UNREACHABLE: "The model's endpoint cannot be reached.",
    Outcome.TIMEOUT: "The model did not answer in time.",
    Outcome.THROTTLED: "The model's endpoint asks to wait longer than this request may take.",
    Outcome.QUOTA: "The account at the model's endpoint has no quota left.",
    Outcome.SERVER_ERROR: "The model's endpoint failed.",
    Outcome.MISCONFIGURED: "The model's endpoint refuses the configured key, model or address.",
    Outcome.REDIRECTED: "The model's endpoint redirects; redirects are not followed.",
    Outcome.TOO_LARGE: "The model's reply is larger than what is accepted.",
    Outcome.NOT_AN_ANSWER: "The endpoint's reply is no chat completion.",
    Outcome.UNSUPPORTED: "The endpoint supports no form of the request.",
    Outcome.REJECTED: "The model's endpoint rejects the request.",
    Outcome.TRUNCATED: "The model's reply was cut off at its token limit.",
    Outcome.REFUSED: "The model refused to answer.",
    Outcome.FILTERED: "The endpoint's content filter withheld the reply.",
    Outcome.EMPTY: "The model's reply is empty.",
    Outcome.INVALID: "The model's reply is no spec, also after being asked again.",
    Outcome.BREAKER_OPEN: "The model's endpoint kept failing and is left alone for a while.",
    Outcome.OUT_OF_BUDGET: "The calls or the time of this request are used up.",
}

# Worth one more try within the deadline: the same request may well succeed a moment later.
TRANSIENT = frozenset({Outcome.UNREACHABLE, Outcome.THROTTLED, Outcome.SERVER_ERROR})

# What says that the endpoint is ill. Outcomes that depend on the prompt are not among them, or one
# person's prompts could switch the model off for everybody.
ENDPOINT_FAULTS = frozenset(
    {
        Outcome.UNREACHABLE,
        Outcome.TIMEOUT,
        Outcome.THROTTLED,
        Outcome.QUOTA,
        Outcome.SERVER_ERROR,
        Outcome.MISCONFIGURED,
        Outcome.REDIRECTED,
        Outcome.TOO_LARGE,
        Outcome.NOT_AN_ANSWER,
    }
)


class CallFailed(Exception):
    """One call ended badly. `tokens` are what it cost all the same, None where nobody said."""

    def __init__(
        self,
        outcome: Outcome,
        *,
        tokens: Tokens | None = None,
        retry_after: float | None = None,
        unsupported: str | None = None,
    ) -> None:
        super().__init__(DETAIL.get(outcome, outcome))
        self.outcome = outcome
        self.tokens = tokens
        self.retry_after = retry_after
        self.unsupported = unsupported


class LLMUnavailable(SpecError):
    """The engine has no answer: `usage` is what trying cost, `notice` what a person reads."""

    code = "llm_unavailable"

    def __init__(self, outcome: Outcome, usage: dict[str, Any]) -> None:
        super().__init__(DETAIL[outcome])
        self.outcome = outcome
        self.usage = usage

    @property
    def notice(self) -> Notice:
        return Notice(code=f"llm_{self.outcome}", detail=DETAIL[self.outcome])
