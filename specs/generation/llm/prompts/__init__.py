"""Versioned prompt templates. A template in use is never edited: a change is a new version."""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
# Stored with each spec that the model had a part in.
CURRENT = "design-1"
REASK = "reask-1"
REWRITE = "rewrite-1"


@cache
def template(version: str) -> str:
    return (FOLDER / f"{version}.txt").read_text(encoding="utf-8")


def design_instructions(schema: str) -> str:
    """The system message. `schema` is the JSON text of the schema, for servers that ignore it."""
    return template(CURRENT).replace("{{schema}}", schema)


def reask_instructions() -> str:
    return template(REASK)


def rewrite_instructions(schema: str) -> str:
    return template(REWRITE).replace("{{schema}}", schema)
