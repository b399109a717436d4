"""The schema that is sent: the strictest subset that all structured-output servers understand.

Every key required, nothing extra, `null` for unknown, no bounds and no patterns. It only guides;
what comes back is checked against the full schema here, always.
"""

from functools import cache
from typing import Any

from specs.schema import spec_schema

NAME = "design_spec"
FIXES_NAME = "fixes"
KEPT = ("enum", "description")
# Known here, so nobody needs to be asked.
OMITTED = frozenset({"schema_version"})


@cache
def request_schema() -> dict[str, Any]:
    """The spec's schema in the common subset. Treat it as read-only: it is shared."""
    return _subset(spec_schema())


@cache
def fixes_schema() -> dict[str, Any]:
    """What the re-ask wants: a value for each failing pointer."""
    fix = {
        "pointer": {"type": "string"},
        "value": {"type": ["string", "number", "null"]},
    }
    return _object({"fixes": {"type": "array", "items": _object(fix)}})


def _subset(schema: dict[str, Any]) -> dict[str, Any]:
    kept = {key: schema[key] for key in KEPT if key in schema}
    kind = schema.get("type")
    if "properties" in schema:
        properties = {
            name: _subset(part)
            for name, part in schema["properties"].items()
            if name not in OMITTED
        }
        shape = _object(properties)
        if isinstance(kind, list) and "null" in kind:
            return {**kept, "anyOf": [shape, {"type": "null"}]}
        return {**kept, **shape}
    if "items" in schema:
        return {**kept, "type": "array", "items": _subset(schema["items"])}
    if "enum" in schema:
        return {**kept, "type": "string"}
    return {**kept, "type": kind}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
