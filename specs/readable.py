"""A document as labelled rows, each with its value in words and where it came from."""

from dataclasses import dataclass
from typing import Any

from specs.changes import SINGULAR, shown
from specs.pointers import leaves, pointer

JSON = dict[str, Any]
UNITS = {"footprint_area": "m²", "floor_area": "m²", "volume": "m³", "weight": "kg"}
HEADINGS = ("schema_version", "design_type", "category", "title")


@dataclass(frozen=True, slots=True)
class Row:
    label: str
    value: str
    pointer: str
    source: str  # of provenance; empty where nobody recorded one
    evidence: str  # the words of the prompt, or the rule


def readable(document: JSON, provenance: JSON) -> tuple[Row, ...]:
    """What is known, in the order of the schema; an empty field makes no row."""
    rows: list[Row] = []
    for key, value in document.items():
        if key in HEADINGS or value in (None, []):
            continue
        if key == "dimensions":
            rows += (
                _row(side, f"{shown(size)} {UNITS.get(side, 'm')}", pointer(key, side), provenance)
                for side, size in value.items()
                if size is not None
            )
        elif isinstance(value, list):
            label = SINGULAR.get(key, key)
            rows += (
                _row(label, _item(key, item), _first_leaf(item, pointer(key, index)), provenance)
                for index, item in enumerate(value)
            )
        else:
            rows.append(_row(key, shown(value), _first_leaf(value, pointer(key)), provenance))
    return tuple(rows)


def _row(name: str, value: str, where: str, provenance: JSON) -> Row:
    origin = provenance.get(where, {})
    evidence = origin.get("text") or origin.get("rule") or origin.get("session") or ""
    label = name.replace("_", " ").capitalize()
    return Row(label, value, where, origin.get("source", ""), str(evidence))


def _item(key: str, item: Any) -> str:
    words = shown(item)
    # Names of the vocabulary are identifiers; the other lists hold sentences.
    named = key in ("features", "components", "exclusions")
    return words.replace("_", " ") if named else words


def _first_leaf(value: Any, prefix: str) -> str:
    """A compound value is told by its first part: the type of a material, the amount of a cost."""
    return next((where for where, _ in leaves(value, prefix)), prefix)
