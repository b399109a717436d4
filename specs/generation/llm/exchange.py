"""The calls of one request: one deadline, one budget, one ledger, at most one retry.

Every call goes through here, so every call is counted, timed, told to the breaker and remembered
for the ladder, however it ends.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from specs.generation.llm.breaker import Breaker
from specs.generation.llm.client import ChatClient, Question, Reply, TextListener
from specs.generation.llm.clock import Clock, Deadline
from specs.generation.llm.failures import ENDPOINT_FAULTS, TRANSIENT, CallFailed, Outcome
from specs.generation.llm.ladder import Capabilities, CapabilityMemory
from specs.generation.llm.usage import CallLedger

# Before the one retry, where the endpoint does not say how long to wait.
PAUSE_SECONDS = 0.2
AskedFor = Callable[[Capabilities], Question]


@dataclass(frozen=True, slots=True)
class Budget:
    """What one request may use. Seconds are wall time from the first call to the last reply."""

    seconds: float = 20.0
    # Two steps down the ladder, the reply, and either a retry or a re-ask.
    calls: int = 4
    reasks: int = 1
    max_tokens: int = 2000
    # No call is begun, and no pause taken, that would leave less than this.
    least_call_seconds: float = 1.0


@dataclass(slots=True)
class Exchange:
    client: ChatClient
    breaker: Breaker
    memory: CapabilityMemory
    budget: Budget
    ledger: CallLedger
    deadline: Deadline
    sleep: Callable[[float], None] = time.sleep
    clock: Clock = time.monotonic
    _retried: bool = field(default=False, init=False)

    def ask(self, asked_for: AskedFor, on_text: TextListener | None = None) -> Reply:
        """A reply, or CallFailed. `asked_for` words the question for what the endpoint takes."""
        while True:
            capabilities = self.memory.get(self._key)
            try:
                return self._call(asked_for(capabilities), capabilities, on_text)
            except CallFailed as failure:
                if failure.outcome is Outcome.UNSUPPORTED:
                    self._step_down(capabilities, failure)
                elif not self._may_retry(failure):
                    raise

    @property
    def _key(self) -> tuple[str, str]:
        return self.client.endpoint.url, self.client.model

    def _call(
        self, question: Question, capabilities: Capabilities, on_text: TextListener | None
    ) -> Reply:
        if len(self.ledger.calls) >= self.budget.calls or self._left < 0:
            raise CallFailed(Outcome.OUT_OF_BUDGET)
        if not self.breaker.allows():
            raise CallFailed(Outcome.BREAKER_OPEN)
        started = self.clock()
        try:
            reply = self.client.complete(
                question, capabilities=capabilities, deadline=self.deadline, on_text=on_text
            )
        except CallFailed as failure:
            self._record(failure.outcome, capabilities, failure, started)
            if failure.outcome in ENDPOINT_FAULTS:
                self.breaker.failed(failure.retry_after)
            else:
                self.breaker.succeeded()
            raise
        self._record(Outcome.OK, capabilities, reply, started)
        self.breaker.succeeded()
        self.memory.put(self._key, capabilities)
        return reply

    @property
    def _left(self) -> float:
        """Seconds beyond what a call needs at least."""
        return self.deadline.remaining - self.budget.least_call_seconds

    def _record(
        self,
        outcome: Outcome,
        capabilities: Capabilities,
        answer: Reply | CallFailed,
        started: float,
    ) -> None:
        self.ledger.add(
            outcome=outcome,
            rung=capabilities.rung,
            tokens=answer.tokens,
            seconds=self.clock() - started,
        )

    def _step_down(self, capabilities: Capabilities, failure: CallFailed) -> None:
        fewer = capabilities.without(failure.unsupported or "")
        if fewer is None:
            raise failure
        self.memory.put(self._key, fewer)

    def _may_retry(self, failure: CallFailed) -> bool:
        """Pause and say yes, if one more try is due and fits into the deadline."""
        pause = PAUSE_SECONDS if failure.retry_after is None else failure.retry_after
        if failure.outcome not in TRANSIENT or self._retried or pause > self._left:
            return False
        self._retried = True
        self.sleep(pause)
        return True
