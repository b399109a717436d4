"""Everything that a page says about one revision of a spec, in the order in which it says it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from config.dashboard.presenters.marked import Segment, marked_prompt
from config.dashboard.presenters.rows import SpecRows, spec_rows
from specs import words
from specs.models import Spec, SpecRevision

JSON = dict[str, Any]


@dataclass(frozen=True, slots=True)
class LegendEntry:
    source: str
    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class AssumptionRow:
    place: str
    value: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class AssumptionGroup:
    """Assumptions that follow each other for one reason: the parts of one room, say."""

    reason: str
    rows: tuple[AssumptionRow, ...]


@dataclass(frozen=True, slots=True)
class UnmetRow:
    quote: str
    reason: str


@dataclass(frozen=True, slots=True)
class NoticeRow:
    detail: str
    place: str
    target: str


@dataclass(frozen=True, slots=True)
class SpecSheet:
    spec: Spec
    revision: SpecRevision
    segments: tuple[Segment, ...]
    rows: SpecRows
    legend: tuple[LegendEntry, ...]
    assumption_count: int
    assumptions: tuple[AssumptionGroup, ...]
    unmet: tuple[UnmetRow, ...]
    notices: tuple[NoticeRow, ...]
    summary: str
    engine: str
    drawing: str
    json: str


def spec_sheet(spec: Spec, revision: SpecRevision) -> SpecSheet:
    marked = marked_prompt(spec.prompt, revision.provenance, revision.unmet)
    rows = spec_rows(revision.document, revision.provenance, revision.assumptions, marked.anchors)
    return SpecSheet(
        spec=spec,
        revision=revision,
        segments=marked.segments,
        rows=rows,
        legend=legend(rows.sources),
        assumption_count=len(revision.assumptions),
        assumptions=tuple(_assumptions(revision, rows)),
        unmet=tuple(UnmetRow(w.get("text", ""), w.get("reason", "")) for w in revision.unmet),
        notices=tuple(_notice(entry, rows) for entry in revision.warnings),
        summary=summary(revision),
        engine=engine_words(spec),
        drawing=drawing_words(revision.document),
        json=json.dumps(revision.document, indent=2, ensure_ascii=False),
    )


def legend(sources: Iterable[str] = tuple(words.ORIGIN_WORDS)) -> tuple[LegendEntry, ...]:
    return tuple(
        LegendEntry(source, words.origin_word(source), words.ORIGIN_MEANINGS[source])
        for source in sources
    )


def drawing_words(document: JSON) -> str:
    """The known sides in words, for who cannot see the drawing."""
    sides = [
        f"{name} {words.number(document['dimensions'][name])} m"
        for name in ("length", "width", "depth", "height", "diameter")
        if document["dimensions"].get(name) is not None
    ]
    return ", ".join(sides) or "too few dimensions are known"


def summary(revision: SpecRevision) -> str:
    """Six stated, two derived, four assumed"""
    sources = [str(origin.get("source")) for origin in revision.provenance.values()]
    counts = [
        f"{sources.count(source)} {word}"
        for source, word in words.ORIGIN_WORDS.items()
        if source in sources
    ]
    return f"{words.counted(len(sources), 'value')}: {', '.join(counts)}" if counts else ""


def engine_words(spec: Spec) -> str:
    if spec.engine == "llm":
        return f"language model {spec.model}".strip()
    return "rules" if spec.engine else "submitted as a document"


def _assumptions(revision: SpecRevision, rows: SpecRows) -> Iterator[AssumptionGroup]:
    for reason, entries in groupby(revision.assumptions, key=_reason):
        yield AssumptionGroup(
            reason, tuple(_assumption(entry, revision.provenance, rows) for entry in entries)
        )


def _reason(entry: JSON) -> str:
    return entry.get("reason") or words.plain(entry.get("rule", ""))


def _assumption(entry: JSON, provenance: JSON, rows: SpecRows) -> AssumptionRow:
    pointer = str(entry.get("pointer", ""))
    return AssumptionRow(
        place=words.place(pointer),
        value=_value(entry.get("value"), pointer),
        source=str(provenance.get(pointer, {}).get("source", "default")),
        target=rows.target(pointer),
    )


def _value(value: Any, pointer: str) -> str:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return words.duration(words.plain(value)) if isinstance(value, str) else json.dumps(value)
    name = pointer.rsplit("/", 1)[-1]
    unit = {**words.DIMENSION_UNITS, "area": "m²"}.get(name, "")
    return f"{words.number(value)} {unit}".strip()


def _notice(entry: JSON, rows: SpecRows) -> NoticeRow:
    pointer = entry.get("pointer") or ""
    return NoticeRow(
        detail=entry.get("detail", ""),
        place=words.place(pointer) if pointer else "",
        target=rows.target(pointer),
    )
