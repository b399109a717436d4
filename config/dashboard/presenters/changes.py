"""What one document became, as rows of before and after."""

from dataclasses import dataclass
from typing import Any

from specs import words
from specs.changes import shown, summary

JSON = dict[str, Any]
MARKS = {"added": "+", "removed": "−", "changed": "±"}


@dataclass(frozen=True, slots=True)
class ChangeRow:
    kind: str
    mark: str
    place: str
    before: str
    after: str


def change_rows(before: JSON, after: JSON) -> tuple[ChangeRow, ...]:
    return tuple(
        ChangeRow(
            kind=entry["change"],
            mark=MARKS.get(entry["change"], ""),
            place=words.sentence(words.place(entry["pointer"])),
            before=_shown(entry["before"], entry["pointer"]),
            after=_shown(entry["after"], entry["pointer"]),
        )
        for entry in summary(before, after)
    )


def _shown(value: Any, pointer: str) -> str:
    if value is None:
        return ""
    text = words.plain(shown(value)) if isinstance(value, str) else shown(value)
    name = pointer.rsplit("/", 1)[-1]
    if pointer.startswith("/dimensions/"):
        return f"{text} {words.DIMENSION_UNITS.get(name, '')}".strip()
    return words.duration(text) if name == "timeline" else text
