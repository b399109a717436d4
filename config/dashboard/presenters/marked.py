"""The prompt in segments: what became a value, what found no place, and the words between."""

import itertools
from dataclasses import dataclass
from typing import Any

from config.dashboard.presenters.anchors import row_anchor
from specs.words import place

JSON = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Segment:
    """`kind` is '', 'prompt' or 'unmet'. A marked segment links to the row that it became."""

    text: str
    kind: str = ""
    anchor: str = ""
    target: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    start: int
    end: int
    pointer: str  # empty for an unmet wish
    label: str


@dataclass(frozen=True, slots=True)
class MarkedPrompt:
    segments: tuple[Segment, ...]
    anchors: dict[str, str]  # pointer → the first segment that speaks of it


def marked_prompt(prompt: str, provenance: JSON, unmet: list[JSON]) -> MarkedPrompt:
    """Offsets count code points of the prompt as it was sent, so plain slicing is right.

    Spans may overlap ('30 x 20 m' states two sides): the text is cut at every border, and each
    piece names all the values that it speaks of.
    """
    spans = [*_stated(prompt, provenance), *_unmet(prompt, unmet)]
    cuts = sorted({0, len(prompt), *(s.start for s in spans), *(s.end for s in spans)})
    segments: list[Segment] = []
    anchors: dict[str, str] = {}
    for start, end in itertools.pairwise(cuts):
        covering = tuple(s for s in spans if s.start <= start and end <= s.end)
        segments.append(_segment(prompt[start:end], covering, len(segments)))
        for span in covering:
            anchors.setdefault(span.pointer, segments[-1].anchor)
    return MarkedPrompt(tuple(segments), anchors)


def _segment(text: str, covering: tuple[Span, ...], index: int) -> Segment:
    if not covering:
        return Segment(text)
    stated = [span for span in covering if span.pointer]
    if not stated:
        return Segment(text, "unmet", f"span-{index}", "unmet", covering[0].label)
    label = ", ".join(dict.fromkeys(span.label for span in stated))
    return Segment(text, "prompt", f"span-{index}", row_anchor(stated[0].pointer), label)


def _stated(prompt: str, provenance: JSON) -> list[Span]:
    return [
        Span(origin["start"], origin["end"], pointer, place(pointer))
        for pointer, origin in provenance.items()
        if isinstance(origin, dict) and _inside(origin, prompt)
    ]


def _unmet(prompt: str, unmet: list[JSON]) -> list[Span]:
    return [
        Span(wish["start"], wish["end"], "", wish.get("reason", ""))
        for wish in unmet
        if _inside(wish, prompt)
    ]


def _inside(entry: JSON, prompt: str) -> bool:
    start, end = entry.get("start"), entry.get("end")
    if not isinstance(start, int) or not isinstance(end, int):
        return False
    return 0 <= start < end <= len(prompt)
