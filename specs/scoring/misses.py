"""The misses of a corpus in a form to work from: prompt, words, expected, found, stage at fault."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from specs.knowledge import table
from specs.scoring.comparison import Comparison, Fact

JSON = dict[str, Any]


def misses(rows: Iterable[tuple[JSON, JSON, Comparison]]) -> Iterator[str]:
    for gold_line, predicted, line in rows:
        if line.exact:
            continue
        yield f"{gold_line['id']}: {gold_line['prompt']}"
        for fact in line.missed:
            yield f"  missed {_said(fact)}   [{_stage(fact)}]"
        for fact in line.wrong:
            span = _span(predicted, fact)
            yield f"  wrong  {_said(fact)}{span}   [{_stage(fact)}]"


def _said(fact: Fact) -> str:
    return f"{fact.field} {json.dumps(fact.value, ensure_ascii=False)}"


def _stage(fact: Fact) -> str:
    return str(table("scoring")["stages"][fact.field])


def _span(predicted: JSON, fact: Fact) -> str:
    """The words that a wrong fact was read from."""
    origins = predicted.get("provenance") or {}
    value = fact.value[0] if isinstance(fact.value, list) else fact.value
    spec = predicted.get("spec") or {}
    for at, origin in origins.items():
        parts = at.split("/")[1:]
        if (str(value) in parts or _leaf(spec, parts) == value) and origin.get("text"):
            return f" from {json.dumps(origin['text'], ensure_ascii=False)}"
    return ""


def _leaf(document: Any, parts: list[str]) -> Any:
    for part in parts:
        if isinstance(document, list):
            document = document[int(part)] if int(part) < len(document) else None
        elif isinstance(document, dict):
            document = document.get(part)
    return document
