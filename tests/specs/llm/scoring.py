"""The project's own scorer over drafts of an engine."""

from pathlib import Path
from typing import Any

from specs.draft import Draft, SpecGenerator
from specs.scoring.comparison import compare
from specs.scoring.figures import Tally, figures
from specs.scoring.predictions import prediction, read_lines

JSON = dict[str, Any]


def corpus(name: str) -> list[JSON]:
    return read_lines(Path("tests/golden", f"{name}.jsonl").read_text(encoding="utf-8"))


def tally(gold: list[JSON], engine: SpecGenerator) -> tuple[Tally, list[Draft]]:
    """Figures over the facts of `gold`, and the drafts behind them; a refused prompt has none."""
    drafts: list[Draft] = []

    def remembered(prompt: str) -> Draft:
        draft = engine.generate(prompt)
        drafts.append(draft)
        return draft

    lines = [compare(line, prediction(line["id"], line["prompt"], remembered)) for line in gold]
    return figures(lines).total, drafts
