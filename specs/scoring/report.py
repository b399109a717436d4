"""The figures of the rules engine as the tables of docs/EXTRACTION.md."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from specs.scoring.corpora import (
    Part,
    Row,
    both_halves,
    half_of,
    parts,
    prompt_figures,
    share_right,
    tuned_on,
)
from specs.scoring.figures import Figures
from specs.scoring.hostile import growth, hostile_times
from specs.scoring.predictions import Engine
from specs.scoring.speed import import_seconds, report, timings
from specs.scoring.splits import HELD_OUT, TUNED

PROMPT_HEAD = ("Prompts", "lines", "facts", "precision", "recall", "F1", "exact lines")
PHRASE_HEAD = ("Phrases with quantities", "phrases", "right")


def accuracy(folder: Path, engine: Engine) -> Iterator[str]:
    """Both tables; the same for the same corpora and rules."""
    prompts, phrases = list(parts(folder, "prompts")), list(parts(folder, "phrases"))
    rows = [_prompt_row(_title(part), prompt_figures(part.rows, engine)) for part in prompts]
    rows += [_prompt_row(title, prompt_figures(group, engine)) for title, group in _sums(prompts)]
    yield from _table(PROMPT_HEAD, rows)
    yield ""
    found = [_phrase_row(_title(part), part.rows) for part in phrases]
    found += [_phrase_row(title, group) for title, group in _sums(phrases)]
    yield from _table(PHRASE_HEAD, found)


def design_types(folder: Path, engine: Engine) -> Iterator[str]:
    """Each design type of the held-out halves: where the engine is weakest."""
    held = prompt_figures(half_of(list(parts(folder, "prompts")), HELD_OUT), engine)
    rows = [_prompt_row(name, Figures(tally)) for name, tally in held.design_types.items()]
    yield from _table(("Held-out prompts by type", *PROMPT_HEAD[1:]), rows)


def speed(folder: Path, read: Callable[[str], object]) -> Iterator[str]:
    """Times of this machine, now; `read` answers a refusal too."""
    prompts = [row["prompt"] for part in parts(folder, "prompts") for row in part.rows]
    yield report(timings(prompts, read))
    yield f"import {import_seconds():.2f} s"
    lengths = growth(read, prompts)
    yield "growth " + ", ".join(f"{n:,} characters {ms:.2f} ms" for n, ms in lengths.items())
    slowest = list(hostile_times(read).items())
    yield "hostile, 10,000 characters, slowest first: " + ", ".join(
        f"{name} {ms:.0f} ms" for name, ms in slowest
    )


def _title(part: Part) -> str:
    return f"{part.title}, {part.split}" if part.split else f"{part.title}, tuned on as a whole"


def _sums(found: list[Part]) -> Iterator[tuple[str, list[Row]]]:
    sums = {
        f"corpora with two halves, {TUNED}": half_of(both_halves(found), TUNED),
        f"corpora with two halves, {HELD_OUT}": half_of(both_halves(found), HELD_OUT),
        "all that is tuned on": tuned_on(found),
        "all that is held out": half_of(found, HELD_OUT),
    }
    yield from ((title, rows) for title, rows in sums.items() if rows)


def _prompt_row(title: str, found: Figures) -> Sequence[str]:
    total = found.total
    figures = (f"{value:.3f}" for value in (total.precision, total.recall, total.f1))
    return (title, f"{total.lines}", f"{total.gold}", *figures, f"{total.exact_rate:.2f}")


def _phrase_row(title: str, rows: Sequence[dict[str, object]]) -> Sequence[str]:
    return (title, f"{len(rows)}", f"{share_right(rows):.3f}")


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    for cells in (head, ["---"] * len(head), *rows):
        yield "| " + " | ".join(cells) + " |"
