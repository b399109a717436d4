"""The JSON Schema of a spec, and validation against it."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs

from specs.errors import InvalidSpec, Violation
from specs.pointers import pointer

SCHEMA_PATH = Path(__file__).parent / "design-spec.schema.json"
# A broken document can break every rule at once; nobody reads further than this.
MAX_VIOLATIONS = 50


@cache
def spec_schema() -> dict[str, Any]:
    """The schema document. Treat it as read-only: it is shared."""
    schema: dict[str, Any] = json.loads(SCHEMA_PATH.read_text(encoding="utf-8"))
    return schema


@cache
def _validator() -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(spec_schema())


def is_valid(document: Any) -> bool:
    return _validator().is_valid(document)


def violations(document: Any) -> tuple[Violation, ...]:
    """Each place where `document` breaks the schema, at most 50."""
    found: list[Violation] = []
    for error in _validator().iter_errors(document):
        found.append(
            Violation(
                pointer=pointer(*error.instance_path),
                detail=error.message,
                code=str(error.schema_path[-1]) if error.schema_path else "schema",
            )
        )
        if len(found) == MAX_VIOLATIONS:
            break
    return tuple(found)


def validate(document: Any) -> None:
    """Raise InvalidSpec unless `document` is a spec of the normal form."""
    if not is_valid(document):
        raise InvalidSpec(violations(document))
