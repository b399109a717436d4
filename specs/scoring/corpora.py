"""A folder of annotated corpora: what `corpora.json` in it lists, each half's figures apart."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from specs.scoring.comparison import compare
from specs.scoring.figures import Figures, figures
from specs.scoring.phrases import is_right
from specs.scoring.predictions import Engine, prediction, read_lines
from specs.scoring.splits import HELD_OUT, TUNED, split_of

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Part:
    """A corpus or one half of it; `split` is empty for a corpus that is tuned on as a whole."""

    title: str
    split: str
    rows: tuple[Row, ...]


def parts(folder: Path, kind: str) -> Iterator[Part]:
    """`kind` is `prompts` or `phrases`."""
    for corpus in json.loads((folder / "corpora.json").read_text("utf-8"))[kind]:
        rows = read_lines((folder / corpus["file"]).read_text("utf-8"))
        if not corpus["split"]:
            yield Part(corpus["title"], "", tuple(rows))
            continue
        for half in (TUNED, HELD_OUT):
            # A corpus that is all held out has ids which say so.
            if found := tuple(row for row in rows if split_of(row["id"]) == half):
                yield Part(corpus["title"], half, found)


def half_of(found: list[Part], split: str) -> list[Row]:
    """The rows of one half of every corpus that is split."""
    return [row for part in found if part.split == split for row in part.rows]


def both_halves(found: list[Part]) -> list[Part]:
    """The parts of the corpora that have a tuned half and an untouched one: the same author wrote
    both, so that the gap between them is what was fitted."""
    twice = {p.title for p in found if p.split == TUNED} & {
        p.title for p in found if p.split == HELD_OUT
    }
    return [part for part in found if part.title in twice]


def tuned_on(found: list[Part]) -> list[Row]:
    """All that somebody looked at while rules were changed, whole corpora too."""
    return [row for part in found if part.split != HELD_OUT for row in part.rows]


def prompt_figures(rows: Sequence[Row], engine: Engine) -> Figures:
    return figures(compare(row, prediction(row["id"], row["prompt"], engine)) for row in rows)


def share_right(rows: Sequence[Row]) -> float:
    return sum(map(is_right, rows)) / len(rows)
