"""Evaluating lines of JSON one by one: a broken line fails alone, in its place."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from evaluation.scoring import Scorecard
from specs.errors import SpecError

Evaluate = Callable[..., Scorecard]
# A spec of 2,000 nodes is far shorter; what is longer is no line of specs.
WHOLE_LINE = 2_000_000


def evaluated_lines(lines: Iterable[str], evaluate: Evaluate) -> Iterator[dict[str, Any]]:
    """Lines `{"id", "prompt"?, "spec"}` to `{"id", "score", "grade", ..., "error"?}`."""
    for line in lines:
        if line.strip():
            yield evaluated_line(line, evaluate)


def evaluated_line(line: str, evaluate: Evaluate) -> dict[str, Any]:
    if len(line) > WHOLE_LINE:
        return _failed(None, "The line is too long.")
    try:
        item = json.loads(line)
    except (ValueError, RecursionError) as problem:
        return _failed(None, f"The line is no JSON: {type(problem).__name__}.")
    if not isinstance(item, dict):
        return _failed(None, "The line is no JSON object.")
    name = item.get("id")
    name = name if isinstance(name, str | int) or name is None else None
    prompt = item.get("prompt")
    if prompt is not None and not isinstance(prompt, str):
        return _failed(name, "The prompt is no text.")
    if "spec" not in item:
        return _failed(name, "The line has no spec.")
    try:
        card = evaluate(item["spec"], prompt)
    except SpecError as problem:
        return _failed(name, str(problem))
    return {"id": name, **card.as_json()}


def _failed(name: str | int | None, error: str) -> dict[str, Any]:
    return {
        "id": name,
        "score": None,
        "grade": None,
        "criteria": None,
        "findings": [],
        "error": error,
    }
