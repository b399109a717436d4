"""A circuit breaker: an endpoint that keeps failing is left alone for a while, then probed once."""

import threading
import time
from collections import deque
from typing import Any

from specs.generation.llm.clock import Clock

FAILURES = 5
WINDOW_SECONDS = 30.0
OPEN_SECONDS = 30.0
# An endpoint may ask for a longer rest, but not for ever.
LONGEST_REST_SECONDS = 300.0


class Breaker:
    """One per endpoint and process."""

    def __init__(
        self,
        *,
        failures: int = FAILURES,
        window: float = WINDOW_SECONDS,
        rest: float = OPEN_SECONDS,
        clock: Clock = time.monotonic,
    ) -> None:
        self._limit = failures
        self._window = window
        self._rest = rest
        self._clock = clock
        self._lock = threading.Lock()
        self._failed: deque[float] = deque(maxlen=failures)
        self._open_until: float | None = None
        self._probe_until: float | None = None

    def allows(self) -> bool:
        """Whether to call now. Once the rest is over, one caller at a time gets a yes."""
        with self._lock:
            now = self._clock()
            if self._open_until is None:
                return True
            if now < self._open_until:
                return False
            if self._probe_until is not None and now < self._probe_until:
                return False
            # A probe that never reports (its thread died) must not keep the door shut.
            self._probe_until = now + self._rest
            return True

    def succeeded(self) -> None:
        with self._lock:
            self._failed.clear()
            self._open_until = self._probe_until = None

    def failed(self, retry_after: float | None = None) -> None:
        with self._lock:
            now = self._clock()
            self._failed.append(now)
            probing = self._probe_until is not None
            full = len(self._failed) == self._limit and now - self._failed[0] <= self._window
            if probing or full:
                rest = min(max(self._rest, retry_after or 0.0), LONGEST_REST_SECONDS)
                self._open_until = now + rest
                self._probe_until = None

    def state(self) -> dict[str, Any]:
        """For /health and metrics: closed, open or half_open."""
        with self._lock:
            if self._open_until is None:
                return {"state": "closed", "failures": len(self._failed)}
            left = self._open_until - self._clock()
            state = "open" if left > 0 else "half_open"
            return {
                "state": state,
                "failures": len(self._failed),
                "retry_in_s": max(0, round(left)),
            }
