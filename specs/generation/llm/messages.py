"""The words of a request. Everything from outside travels as values of one JSON object."""

import json
from collections.abc import Sequence
from typing import Any

from specs.design import JSON
from specs.draft import Draft
from specs.errors import Violation
from specs.generation.llm import prompts
from specs.generation.llm.client import Messages
from specs.generation.llm.ladder import Rung
from specs.generation.llm.names import Names
from specs.generation.llm.request_schema import OMITTED, request_schema
from specs.pointers import resolve
from specs.provenance import Source

MAX_EXAMPLES = 3
SENT_AS_SCHEMA = "(sent along as the response format)"


def design_messages(
    prompt: str, base: Draft, names: Names, examples: Sequence[tuple[str, JSON]], rung: Rung
) -> Messages:
    schema = SENT_AS_SCHEMA if rung is Rung.JSON_SCHEMA else _text(request_schema())
    accepted = examples[:MAX_EXAMPLES]
    payload = {
        "prompt": prompt,
        "facts": _facts(base),
        "unplaced": [wish.text for wish in base.unmet],
        "vocabulary": _vocabulary(base.spec.design_type, names),
        "examples": [
            {"prompt": text, "document": _without_version(spec)} for text, spec in accepted
        ],
    }
    return [
        {"role": "system", "content": prompts.design_instructions(schema)},
        {"role": "user", "content": _text(payload)},
    ]


def rewrite_messages(
    prompt: str,
    design: Draft,
    stated: Draft,
    criticism: Sequence[str],
    names: Names,
    rung: Rung,
) -> Messages:
    schema = SENT_AS_SCHEMA if rung is Rung.JSON_SCHEMA else _text(request_schema())
    payload = {
        "prompt": prompt,
        "facts": _facts(stated),
        "document": _without_version(design.spec.as_json()),
        "criticism": list(criticism),
        "vocabulary": _vocabulary(design.spec.design_type, names),
    }
    return [
        {"role": "system", "content": prompts.rewrite_instructions(schema)},
        {"role": "user", "content": _text(payload)},
    ]


def reask_messages(prompt: str, problems: Sequence[Violation]) -> Messages:
    payload = {
        "prompt": prompt,
        "problems": [{"pointer": wrong.pointer, "detail": wrong.detail} for wrong in problems],
    }
    return [
        {"role": "system", "content": prompts.reask_instructions()},
        {"role": "user", "content": _text(payload)},
    ]


def _facts(base: Draft) -> dict[str, Any]:
    """What the prompt states and what follows from it, by pointer."""
    document = base.spec.as_json()
    firm = {Source.PROMPT, Source.DERIVED}
    return {
        place: resolve(document, place)
        for place, origin in base.provenance.items()
        if origin.source in firm
    }


def _vocabulary(design_type: str, names: Names) -> dict[str, Any]:
    return {
        "categories": names.categories.get(design_type, ["general"]),
        "features": names.features.get(design_type, []),
        "materials": names.materials,
        "spaces": names.spaces if design_type == "building" else [],
        "metrics": names.units,
    }


def _without_version(spec: JSON) -> JSON:
    return {key: value for key, value in spec.items() if key not in OMITTED}


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
