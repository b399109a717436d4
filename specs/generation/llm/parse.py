"""From the text of a reply to one JSON object: fences, prose around it, a missing last brace."""

import json
import re
from typing import Any, Literal

import jiter

from specs.generation.llm.failures import CallFailed, Outcome

Mode = Literal["on", "trailing-strings"]
MAX_DEPTH = 32
MAX_NODES = 4000
# Braces in the prose before the document are rare; more than a few means there is no document.
MAX_STARTS = 8
FENCE = re.compile(r"```[a-zA-Z]*\s*\n(.*?)```", re.DOTALL)
THOUGHTS_END = "</think>"
OUTER_KEYS = frozenset({"design_type", "category", "title", "fixes", "spec", "design_spec"})
_decoder = json.JSONDecoder(parse_constant=lambda name: None)


def parse_object(text: str, *, complete: bool) -> dict[str, Any]:
    """The JSON object in `text`, or CallFailed(INVALID).

    Only a reply that says it is complete may have its end mended: half a document is no document.
    """
    text = text.rpartition(THOUGHTS_END)[2]
    for fenced in FENCE.finditer(text):
        if (document := _decode(fenced.group(1))) is not None:
            return document
    start = text.find("{")
    if start >= 0 and (document := _decode(text[start:])) is not None:
        return document
    if (document := _after_prose(text, start)) is not None:
        return document
    if complete and start >= 0 and (document := _mend(text[start:])) is not None:
        return document
    raise CallFailed(Outcome.INVALID)


def _after_prose(text: str, start: int) -> dict[str, Any] | None:
    """A document behind prose that has braces itself. An inner part of a broken document is
    an object too, so here only one with a document's own keys counts."""
    for _ in range(MAX_STARTS):
        start = text.find("{", start + 1)
        if start < 0:
            return None
        document = _decode(text[start:])
        if document is not None and not OUTER_KEYS.isdisjoint(document):
            return document
    return None


def _decode(text: str) -> dict[str, Any] | None:
    try:
        document, _end = _decoder.raw_decode(text.lstrip())
    except (ValueError, RecursionError):
        return None
    return document if _is_sane(document) and document else None


def partial_object(text: str) -> dict[str, Any] | None:
    """What a reply that is still coming in says so far: to be shown, not to be kept."""
    text = text.rpartition(THOUGHTS_END)[2]
    start = text.find("{")
    return None if start < 0 else _mend(text[start:], "trailing-strings")


def _mend(text: str, mode: Mode = "on") -> dict[str, Any] | None:
    try:
        document = jiter.from_json(
            text.encode("utf-8", "replace"), partial_mode=mode, allow_inf_nan=False
        )
    except ValueError:
        return None
    return document if _is_sane(document) and document else None


def _is_sane(document: Any) -> bool:
    """An object, not deeper than MAX_DEPTH and not larger than MAX_NODES."""
    if not isinstance(document, dict):
        return False
    nodes = 0
    level: list[Any] = [document]
    for _ in range(MAX_DEPTH):
        inner: list[Any] = []
        for node in level:
            inner += node.values() if isinstance(node, dict) else node
        nodes += len(inner)
        if nodes > MAX_NODES:
            return False
        level = [node for node in inner if isinstance(node, dict | list)]
        if not level:
            return True
    return False
