"""Two versions of the engine over one corpus: which facts the second gained and lost."""

from collections.abc import Iterable, Iterator
from typing import Any

from specs.scoring.comparison import Comparison, compare
from specs.scoring.splits import HELD_OUT, split_of

JSON = dict[str, Any]


def changes(
    gold: Iterable[JSON], before: list[JSON], after: list[JSON], *, hide_held_out: bool = False
) -> Iterator[str]:
    """A line per fact under its prompt, then the totals; of held-out prompts only the totals."""
    old, new = ({row.get("id"): row for row in rows} for rows in (before, after))
    gained = lost = 0
    for line in gold:
        first, second = compare(line, old.get(line["id"])), compare(line, new.get(line["id"]))
        notes = [*_notes("+", second, first), *_notes("-", first, second)]
        gained += sum(note.startswith("  +") for note in notes)
        lost += sum(note.startswith("  -") for note in notes)
        if notes and not (hide_held_out and split_of(line["id"]) == HELD_OUT):
            yield f"{line['id']}: {line['prompt']}"
            yield from notes
    yield f"gained {gained}, lost {lost}"


def _notes(sign: str, have: Comparison, other: Comparison) -> list[str]:
    """Facts right in one version and not in the other; wrong facts count for the other side."""
    found = {repr((f.field, f.value)) for f in other.found}
    right = [f for f in have.found if repr((f.field, f.value)) not in found]
    wrong = {repr((f.field, f.value)) for f in have.wrong}
    removed = [f for f in other.wrong if repr((f.field, f.value)) not in wrong]
    return [f"  {sign} {f.field} {f.value}" for f in right] + [
        f"  {sign} no longer wrong: {f.field} {f.value}"
        if sign == "+"
        else f"  {sign} newly wrong: {f.field} {f.value}"
        for f in removed
    ]
