"""A draft for the eye: the prompt with its read words marked, then every value with its origin."""

import json
from collections.abc import Iterator

from specs.draft import Draft
from specs.pointers import leaves
from specs.provenance import Origin, Source

OPEN, CLOSE = "[", "]"


def report(prompt: str, draft: Draft) -> list[str]:
    lines = [marked(prompt, draft), ""]
    lines += table(draft)
    if draft.assumptions:
        lines += ["", "Assumed, not stated:"]
        lines += [f"  {a.pointer} = {a.value}: {a.reason} [{a.rule}]" for a in draft.assumptions]
    if draft.unmet:
        lines += ["", "Without a place in the spec:"]
        lines += [f"  {u.text!r}: {u.reason}" for u in draft.unmet]
    if draft.warnings:
        lines += ["", "To check:"]
        lines += [f"  {n.code}: {n.detail}" for n in draft.warnings]
    return lines


def marked(prompt: str, draft: Draft) -> str:
    """The prompt with brackets around what was read; overlapping spans join."""
    spans = sorted(
        (origin.start, origin.end)
        for origin in draft.provenance.values()
        if origin.source is Source.PROMPT and origin.start is not None and origin.end is not None
    )
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    parts, at = [], 0
    for start, end in joined:
        parts.append(f"{prompt[at:start]}{OPEN}{prompt[start:end]}{CLOSE}")
        at = end
    return "".join(parts) + prompt[at:]


def table(draft: Draft) -> Iterator[str]:
    rows = [
        (at, json.dumps(value, ensure_ascii=False), _origin(draft.provenance.get(at)))
        for at, value in leaves(draft.spec.as_json())
        if at != "/schema_version"
    ]
    width = max(len(at) for at, _, _ in rows)
    for at, value, origin in rows:
        yield f"{at:<{width}}  {value:<24} {origin}"


def _origin(origin: Origin | None) -> str:
    if origin is None:
        return ""
    if origin.source is not Source.PROMPT:
        return f"{origin.source} ({origin.rule})"
    bound = f", {origin.bound}" if origin.bound else ""
    return f"{origin.text!r}{bound}"
