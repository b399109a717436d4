"""Findings that no rule file words: format, completeness, fidelity, the cap."""

from functools import cache, lru_cache
from typing import NamedTuple

from evaluation.criterion import Finding, Repair, Severity
from evaluation.rules.tables import table


class Note(NamedTuple):
    rule: str
    pointer: str
    name: str = ""
    expected: str = ""
    actual: str = ""
    kind: str = ""


@cache
def _entry(rule: str) -> tuple[Severity, float | None, str, str]:
    entry = table("notes")[rule]
    return Severity(entry["severity"]), entry["cost"], entry["says"], entry["source"]


# The same notes come up again and again. Any text may stand in one, so the cache is bounded.
@lru_cache(maxsize=4096)
def _message(note: Note) -> str:
    message = _entry(note.rule)[2].format(
        name=note.name, expected=note.expected, actual=note.actual, kind=note.kind
    )
    return message[:1].upper() + message[1:]


def finding(
    criterion: str,
    note: Note,
    *,
    points: float | None = None,
    severity: Severity | None = None,
    repairs: tuple[Repair, ...] = (),
) -> Finding:
    usual, cost, _, source = _entry(note.rule)
    return Finding(
        rule=note.rule,
        criterion=criterion,
        severity=severity or usual,
        pointer=note.pointer,
        points=points if points is not None else cost or 0.0,
        message=_message(note),
        expected=note.expected or None,
        actual=note.actual or None,
        source=source,
        repairs=repairs,
    )
