"""`learn_kinds`: the weights of words for design types and categories, from what is tuned on."""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from specs.extraction.kind.clues import clues
from specs.extraction.refusal.manner import DESIGN, OTHER, manner
from specs.knowledge import FOLDER, vocabulary
from specs.language.document import analyse
from specs.scoring.corpora import parts
from specs.scoring.learning import Example, learn
from specs.scoring.splits import HELD_OUT

FILE = FOLDER / "learnt_kinds.json"
GENERAL = "general"
HOW, CATEGORIES = (
    {name: {"ridge": 2.0, "least": 3} for name in ("types", "requests")},
    {"ridge": 1.0, "least": 2},
)
FOLDS = 6
ABOUT = (
    "How much each clue (a word, f: feature, s: room, q: kind of figure and its order of magnitude)"
    " speaks for each design type and category, in tenths of a logit, where no noun names the thing"
    " clearly; `requests`: how words and pairs of words speak for a request and for other texts."
    " Written by `manage.py learn_kinds tests/golden` from the corpora that are tuned on;"
    " nothing that is held out is read. `unseen`: how often the clues alone are right on corpora"
    " left out of the learning."
)


class Command(BaseCommand):
    help = "Learns which words speak for which kind, and writes the table of them."
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="with a corpora.json that lists its files")
        parser.add_argument("--check", action="store_true", help="only leave corpora out and count")

    def handle(self, *args: Any, **options: Any) -> None:
        tables = {}
        for name, by_corpus in _examples(options["folder"]).items():
            how: dict[str, Any] = HOW.get(name, CATEGORIES)
            unseen = _unseen(by_corpus, how)
            self.stdout.write(f"{name}: {unseen:.3f} of unseen corpora")
            if not options["check"]:
                everything = [example for rows in by_corpus.values() for example in rows]
                tables[name] = {"unseen": round(unseen, 3), **learn(everything, **how).as_json()}
        if tables:
            FILE.write_text(_lines(tables), "utf-8")


def _examples(folder: Path) -> dict[str, dict[str, list[Example]]]:
    """By table and corpus: the clues of each prompt, and its kind."""
    found: dict[str, dict[str, list[Example]]] = defaultdict(lambda: defaultdict(list))
    categories = vocabulary()["categories"]
    for corpus, row in _rows(folder):
        gold = row["gold"]
        design_type, category = gold.get("design_type", GENERAL), gold.get("category")
        doc, asks = analyse(row["prompt"]), not gold.get("not_a_design")
        found["requests"][corpus].append((frozenset(manner(doc)), DESIGN if asks else OTHER))
        if not asks or design_type == GENERAL:
            continue
        of_prompt = frozenset(clues(doc))
        found["types"][corpus].append((of_prompt, design_type))
        if category != GENERAL and category in categories[design_type]:
            found[design_type][corpus].append((of_prompt, category))
    return found


def _rows(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for kind in ("prompts", "kinds"):
        for part in parts(folder, kind):
            if part.split != HELD_OUT:
                yield from ((part.title, row) for row in part.rows)


def _unseen(by_corpus: dict[str, list[Example]], how: dict[str, Any]) -> float:
    """The share that is right where a sixth of the corpora at a time is left out."""
    right = total = 0
    for fold in range(FOLDS):
        out = set(sorted(by_corpus)[fold::FOLDS])
        weights = learn([e for c, rows in by_corpus.items() if c not in out for e in rows], **how)
        rows = [example for corpus in out for example in by_corpus[corpus]]
        right += sum(weights.best(found) == name for found, name in rows)
        total += len(rows)
    return right / total


def _lines(tables: dict[str, Any]) -> str:
    """JSON with a line for each clue: a change of the table can be read."""
    blocks = []
    for name, data in tables.items():
        head = ", ".join(
            f'"{key}": {json.dumps(data[key])}' for key in ("unseen", "names", "start")
        )
        rows = ",\n".join(
            f"{json.dumps(clue)}: {json.dumps(row, separators=(',', ':'))}"
            for clue, row in data["clues"].items()
        )
        blocks.append(f'"{name}": {{{head}, "clues": {{\n{rows}\n}}}}')
    body = ",\n".join(blocks)
    return f'{{"about": {json.dumps(ABOUT)},\n"tables": {{\n{body}\n}}}}\n'
