"""A streamed reply, put together from its server-sent events into the shape of a plain one."""

import json
from collections.abc import Callable
from typing import Any

from specs.generation.llm.network import MAX_REPLY_BYTES, ReplyTooLarge

# A listener gets the whole text so far, so it is told in steps: else the work is quadratic.
STEP_CHARACTERS = 64


class EventReply:
    """Feed it lines; it tells `on_text` the text so far as it grows."""

    def __init__(self, on_text: Callable[[str], None]) -> None:
        self._on_text = on_text
        self._pieces: list[str] = []
        self._length = 0
        self._told = 0
        self._finish: str | None = None
        self._refusal = False
        self._usage: Any = None
        self._error = False
        self._answered = False

    def feed(self, line: str) -> None:
        if not line.startswith("data:"):
            return
        try:
            event = json.loads(line.removeprefix("data:"))
        except (ValueError, RecursionError):
            return  # [DONE], or noise between events
        if not isinstance(event, dict):
            return
        self._error = self._error or bool(event.get("error"))
        if event.get("usage"):
            self._usage = event["usage"]
        choices = event.get("choices")
        if isinstance(choices, list) and choices and isinstance(choices[0], dict):
            self._answered = True
            self._choice(choices[0])

    def _choice(self, choice: dict[str, Any]) -> None:
        if isinstance(choice.get("finish_reason"), str):
            self._finish = choice["finish_reason"]
        delta = choice.get("delta")
        if not isinstance(delta, dict):
            return
        self._refusal = self._refusal or bool(delta.get("refusal"))
        if isinstance(delta.get("content"), str) and delta["content"]:
            self._pieces.append(delta["content"])
            self._length += len(delta["content"])
            if self._length > MAX_REPLY_BYTES:
                raise ReplyTooLarge
            if self._length - self._told >= STEP_CHARACTERS:
                self._told = self._length
                self._on_text("".join(self._pieces))

    def as_completion(self) -> dict[str, Any]:
        if self._error or not self._answered:
            return {"choices": [], "usage": self._usage}
        # A stream that breaks off without a finish reason was cut: treat it as truncated.
        message = {"content": "".join(self._pieces), "refusal": self._refusal}
        choice = {"message": message, "finish_reason": self._finish or "length"}
        return {"choices": [choice], "usage": self._usage}
