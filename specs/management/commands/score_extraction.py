"""`score_extraction`: the figures of the rules over annotated prompts."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from specs.agent import MainAgent
from specs.generation.rules import RulesGenerator
from specs.scoring.comparison import compare
from specs.scoring.figures import figures, table
from specs.scoring.misses import misses
from specs.scoring.predictions import prediction, read_lines
from specs.scoring.speed import import_seconds, report, timings
from specs.scoring.splits import HELD_OUT, TUNED, split_of


class Command(BaseCommand):
    help = "Prints precision, recall and F1 per field and design type."
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("gold", type=Path, nargs="+", help="annotated prompts, JSON lines")
        parser.add_argument("--misses", action="store_true", help="what was missed or is wrong")
        parser.add_argument("--by-split", action="store_true", help="both fixed halves apart")
        parser.add_argument(
            "--speed", action="store_true", help="times per prompt and of the start"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        agent = MainAgent(RulesGenerator())
        gold = [row for path in options["gold"] for row in read_lines(path.read_text("utf-8"))]
        rows = []
        for line in gold:
            predicted = prediction(line["id"], line["prompt"], agent.design)
            rows.append((line, predicted, compare(line, predicted)))
        groups = {"": rows}
        if options["by_split"]:
            groups = {
                name: [row for row in rows if split_of(row[0]["id"]) == name]
                for name in (TUNED, HELD_OUT)
            }
        for name, group in groups.items():
            if name:
                self.stdout.write(f"== {name}")
            self.stdout.write("\n".join(table(figures(line for _, _, line in group))))
            # The held-out half is for reporting: its misses are nobody's guide.
            if options["misses"] and name != HELD_OUT:
                self.stdout.write("\n".join(misses(group)))
        if options["speed"]:
            found = timings([line["prompt"] for line in gold], _quietly(agent))
            self.stdout.write(report(found))
            self.stdout.write(f"import {import_seconds():.2f} s")


def _quietly(agent: MainAgent) -> Any:
    return lambda prompt: prediction(None, prompt, agent.design)
