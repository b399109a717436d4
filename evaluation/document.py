"""A submitted document as far as it can be read: a spec of the normal form and format notes."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from evaluation.legacy import OLD_KEYS, from_legacy, is_legacy
from evaluation.notes import Note
from evaluation.reading import KEYS, LARGEST, read_tolerantly
from evaluation.rules.tables import table
from evaluation.vocabulary import unit_of_metric
from specs import schema
from specs.design import DESIGN_TYPES, DesignSpec, Performance
from specs.errors import InvalidSpec, SpecError, Violation
from specs.pointers import escape
from specs.records import record

MAX_NODES = 2000
MAX_DEPTH = 32
# The keys of either shape in which a document can say anything of a design.
NOTHING_SAID = tuple(
    Violation(f"/{key}", f"Missing, as is everything else: say {what}.", "required")
    for key, what in (
        ("design_type", f"one of {', '.join(DESIGN_TYPES)}"),
        ("category", "what kind of it"),
        ("title", "what it is, and add what is known of it"),
    )
)
SAYING = frozenset({*KEYS, *OLD_KEYS}) - {"schema_version", "metadata"}
# Markup, and what may be a number beyond LARGEST.
SUSPECT = re.compile(r"<|Infinity|NaN|e\+(?:[3-9]\d|\d{3})|\d{30}")
MARKUP = ("<script", "<img", "<iframe", "<svg", "</", "<a ", "<b>", "<i>", "<p>", "<div", "<style")


class UnreadableSpec(SpecError):
    """Nothing that could be evaluated: not an object, or too large or too deep to be a spec."""

    code = "unreadable_spec"


@record
class Document:
    """`exact` says that `spec` holds all that was submitted, so pointers are the same in both.

    `places` gives for each list the index in the document of each item that was kept.
    """

    spec: DesignSpec
    notes: tuple[Note, ...]
    exact: bool
    places: Mapping[str, tuple[int, ...]]

    def pointer(self, pointer: str) -> str:
        """Where a place in `spec` stands in the submitted document."""
        return self._moved(pointer, lambda kept, index: kept[index] if index < len(kept) else index)

    def pointer_in_spec(self, pointer: str) -> str:
        """The way back. What was left out has no place; its pointer then leads nowhere."""
        return self._moved(
            pointer, lambda kept, index: kept.index(index) if index in kept else MAX_NODES
        )

    def _moved(self, pointer: str, move: Callable[[tuple[int, ...], int], int]) -> str:
        parts = pointer.split("/")
        kept = self.places.get(parts[1]) if len(parts) > 2 else None
        if kept is None or not parts[2].isdecimal():
            return pointer
        parts[2] = str(move(kept, int(parts[2])))
        return "/".join(parts)


def read_document(document: Any) -> Document:
    """Raises UnreadableSpec, and InvalidSpec where nothing is said at all."""
    plain, notes = _walk(document)
    if plain and schema.is_valid(document):
        return _in_vocabulary_units(DesignSpec.from_json(document), notes)
    if not any(_says_something(document.get(key)) for key in SAYING):
        # Judged, it would earn what nobody said: half of the points are for what is not wrong.
        raise InvalidSpec(NOTHING_SAID)
    shape, exact_shape = document, True
    if is_legacy(document):
        shape, legacy_notes = from_legacy(document)
        notes, exact_shape = notes + legacy_notes, False
    spec, read_notes, places = read_tolerantly(shape)
    read = _in_vocabulary_units(spec, notes + read_notes)
    # The classic shape has no places of its own in the normal form.
    return Document(read.spec, read.notes, False, places if exact_shape else {})


def _says_something(value: Any) -> bool:
    """Whether anything but nulls and empty texts stands in it. The walk has bounded its depth."""
    if isinstance(value, dict):
        return any(_says_something(part) for part in value.values())
    if isinstance(value, list):
        return any(_says_something(part) for part in value)
    return value is not None and value != ""


def document_of(spec: DesignSpec) -> Document:
    """What `read_document` makes of the JSON of a spec that this service built itself: the walk
    that guards against strangers is left out where there is nothing for it to find."""
    document = spec.as_json()
    text = json.dumps(document, ensure_ascii=False)
    ordinary = not SUSPECT.search(text) and text.count(",") < MAX_NODES // 2 and _encodable(text)
    if ordinary and schema.is_valid(document):
        return _in_vocabulary_units(spec, [])
    return read_document(document)


def _walk(document: Any) -> tuple[bool, list[Note]]:
    """Refuse what is no spec at all; say whether every leaf is safe for the schema validator."""
    if not isinstance(document, dict):
        raise UnreadableSpec("A spec is a JSON object.")
    plain, nodes, notes = True, 0, list[Note]()
    # Depth first in the order of the document, so that the notes come in a stable order.
    stack: list[tuple[Any, str, int]] = [(document, "", 1)]
    while stack:
        value, pointer, depth = stack.pop()
        nodes += 1
        if nodes > MAX_NODES:
            raise UnreadableSpec(f"A spec has at most {MAX_NODES:,} nodes.")
        if depth > MAX_DEPTH:
            raise UnreadableSpec(f"A spec is nested at most {MAX_DEPTH} deep.")
        if isinstance(value, dict | list):
            parts = _parts(value)
            stack.extend((part, f"{pointer}/{key}", depth + 1) for key, part in reversed(parts))
        else:
            plain = _is_plain(value) and plain
            if isinstance(value, str) and "<" in value and _has_markup(value):
                notes.append(Note("S8", pointer, pointer, "plain text", "a tag"))
    return plain, notes


def _parts(value: dict[Any, Any] | list[Any]) -> list[tuple[str, Any]]:
    if isinstance(value, list):
        return [(str(index), part) for index, part in enumerate(value)]
    for key in value:
        if not isinstance(key, str):
            raise UnreadableSpec("The keys of a spec are strings.")
        if not _encodable(key):
            raise UnreadableSpec("The keys of a spec are Unicode.")
    return [(escape(key[:80]), part) for key, part in value.items()]


def _is_plain(value: Any) -> bool:
    if value is None or isinstance(value, bool):
        return True
    if isinstance(value, str):
        return _encodable(value)
    if isinstance(value, int | float):
        # Neither infinity nor what is not a number passes this.
        return -LARGEST < value < LARGEST
    raise UnreadableSpec(f"{type(value).__name__} is no JSON value.")


def _has_markup(text: str) -> bool:
    lowered = text.lower()
    return any(mark in lowered for mark in MARKUP)


def _encodable(text: str) -> bool:
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _in_vocabulary_units(spec: DesignSpec, notes: list[Note]) -> Document:
    units = unit_of_metric()
    if all(item.unit == units.get(item.metric, item.unit) for item in spec.performance):
        return Document(spec, tuple(notes), True, {})
    kept: list[Performance] = []
    for index, item in enumerate(spec.performance):
        unit = units.get(item.metric, item.unit)
        factor = 1.0 if item.unit == unit else table("units").get(unit, {}).get(item.unit)
        # An unknown unit is taken for the right one: its number is still better than none.
        kept.append(Performance(item.metric, item.value * (factor or 1.0), unit))
        if item.unit != unit:
            words = item.metric.replace("_", " ")
            notes.append(
                Note("S7", f"/performance/{index}/unit", words, unit, item.unit[:40] or "no unit")
            )
    return Document(replace(spec, performance=tuple(kept)), tuple(notes), False, {})
