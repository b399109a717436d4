"""Predictions as JSON lines: one prompt in, one answer out, and a bad line stops nothing."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from specs.draft import Draft
from specs.errors import NotADesign
from specs.provenance import provenance_json

JSON = dict[str, Any]
Engine = Callable[[str], Draft]
LONGEST_PROMPT = 10_000


def prediction(identity: Any, prompt: str, engine: Engine) -> JSON:
    try:
        draft = engine(prompt)
    except NotADesign as refused:
        return _answer(identity, error=f"not_a_design: {refused.reason}")
    return {
        "id": identity,
        "spec": draft.spec.as_json(),
        "stated": draft.stated,
        "provenance": provenance_json({p: o.as_json() for p, o in draft.provenance.items()}),
        "assumptions": [a.as_json() for a in draft.assumptions],
        "unmet": [u.as_json() for u in draft.unmet],
        "error": None,
    }


def _answer(identity: Any, *, error: str) -> JSON:
    return {
        "id": identity,
        "spec": None,
        "stated": [],
        "provenance": {},
        "assumptions": [],
        "unmet": [],
        "error": error,
    }


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def predicted_lines(lines: Iterable[str], engine: Engine) -> Iterator[JSON]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        identity: Any = None
        try:
            row = json.loads(line, parse_constant=_refuse_constant)
        except (ValueError, RecursionError) as problem:
            yield _answer(identity, error=f"line {number}: not JSON: {problem}")
            continue
        if not isinstance(row, dict) or not isinstance(row.get("prompt"), str):
            identity = row.get("id") if isinstance(row, dict) else None
            yield _answer(identity, error=f"line {number}: no prompt")
            continue
        if len(row["prompt"]) > LONGEST_PROMPT:
            problem_text = f"line {number}: the prompt is longer than {LONGEST_PROMPT} characters"
            yield _answer(row.get("id"), error=problem_text)
            continue
        yield prediction(row.get("id"), row["prompt"], engine)


def read_lines(text: str) -> list[JSON]:
    return [json.loads(line) for line in text.splitlines() if line.strip()]
