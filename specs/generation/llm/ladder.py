"""How an endpoint wants to be asked: learnt from its refusals, remembered with an age.

The rungs go down from a strict schema over plain JSON mode to asking in words. Below the last one
stand the rules. Only an error that says "I do not support this" steps down.
"""

import json
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from specs.generation.llm.clock import Clock

UNSUPPORTED = Path(__file__).with_name("unsupported.json")
# Enough for the sentence that names the parameter; a body that echoes the prompt comes later.
MESSAGE_CHARACTERS = 300
# Parts of an error body that repeat the request rather than speak about it.
ECHOES = frozenset({"input", "body", "request", "url", "ctx"})
LIFETIME_SECONDS = 24 * 3600.0


class Rung(StrEnum):
    JSON_SCHEMA = "json_schema"
    JSON_OBJECT = "json_object"
    PROMPTED = "prompted"


NEXT_RUNG = {Rung.JSON_SCHEMA: Rung.JSON_OBJECT, Rung.JSON_OBJECT: Rung.PROMPTED}


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What an endpoint is believed to take. Begin with everything."""

    rung: Rung = Rung.JSON_SCHEMA
    token_limit: str | None = "max_tokens"  # noqa: S105 - the name of a parameter
    temperature: bool = True
    streaming: bool = True

    def without(self, parameter: str) -> "Capabilities | None":
        """The next thing to try after `parameter` was refused; None when nothing is left."""
        if parameter == "response_format":
            rung = NEXT_RUNG.get(self.rung)
            return None if rung is None else replace(self, rung=rung)
        if parameter == "stream" and self.streaming:
            return replace(self, streaming=False)
        if parameter == "temperature" and self.temperature:
            return replace(self, temperature=False)
        if parameter == "max_tokens" and self.token_limit == "max_tokens":  # noqa: S105
            return replace(self, token_limit="max_completion_tokens")  # noqa: S106
        if parameter == "max_completion_tokens" and self.token_limit is not None:
            return replace(self, token_limit=None)
        return None


@dataclass(frozen=True, slots=True)
class _Learnt:
    capabilities: Capabilities
    at: float


class CapabilityMemory:
    """What was learnt per (base URL, model); forgotten after a day, for endpoints are upgraded."""

    def __init__(self, lifetime: float = LIFETIME_SECONDS, clock: Clock = time.monotonic) -> None:
        self._lifetime = lifetime
        self._clock = clock
        self._learnt: dict[tuple[str, str], _Learnt] = {}
        self._lock = threading.Lock()

    def get(self, key: tuple[str, str]) -> Capabilities:
        with self._lock:
            learnt = self._learnt.get(key)
            if learnt is None or self._clock() - learnt.at > self._lifetime:
                return Capabilities()
            return learnt.capabilities

    def put(self, key: tuple[str, str], capabilities: Capabilities) -> None:
        """Remember what just worked; the age counts from when it was learnt, not last used."""
        with self._lock:
            learnt = self._learnt.get(key)
            fresh = learnt is not None and self._clock() - learnt.at <= self._lifetime
            if not fresh or learnt is None or learnt.capabilities != capabilities:
                self._learnt[key] = _Learnt(capabilities, self._clock())

    def age(self, key: tuple[str, str]) -> float | None:
        with self._lock:
            learnt = self._learnt.get(key)
            return None if learnt is None else self._clock() - learnt.at


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = json.loads(UNSUPPORTED.read_text(encoding="utf-8"))
    return table


def unsupported_parameter(body: Any) -> str | None:
    """The parameter that an error body calls unsupported, or None for any other complaint."""
    texts = [text[:MESSAGE_CHARACTERS].lower() for text in _texts(body)]
    said = " | ".join(texts)
    if not any(phrase in said for phrase in _table()["phrases"]):
        return None
    for parameter, names in _table()["parameters"].items():
        if any(name in said for name in names):
            return str(parameter)
    return None


def _texts(body: Any, depth: int = 0) -> Iterator[str]:
    if isinstance(body, str):
        yield body
    elif depth > 5:
        return
    elif isinstance(body, dict):
        for key, value in body.items():
            if key not in ECHOES:
                yield from _texts(value, depth + 1)
    elif isinstance(body, list):
        for value in body[:20]:
            yield from _texts(value, depth + 1)
