"""`compare_extraction`: which facts one set of predictions gains and loses against another."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from specs.agent import MainAgent
from specs.generation.rules import RulesGenerator
from specs.scoring.changes import changes
from specs.scoring.predictions import prediction, read_lines


class Command(BaseCommand):
    help = (
        "Compares saved predictions (the output of `extract --jsonl`) over an annotated corpus;"
        " without a second file, with what the engine reads now."
    )
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("gold", type=Path, help="annotated prompts, JSON lines")
        parser.add_argument("before", type=Path, help="saved predictions")
        parser.add_argument("after", type=Path, nargs="?", help="saved predictions; default: now")

        parser.add_argument(
            "--by-split", action="store_true", help="count the held-out half, and show none of it"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        gold = read_lines(options["gold"].read_text("utf-8"))
        before = read_lines(options["before"].read_text("utf-8"))
        if options["after"] is not None:
            after = read_lines(options["after"].read_text("utf-8"))
        else:
            agent = MainAgent(RulesGenerator())
            after = [prediction(row["id"], row["prompt"], agent.design) for row in gold]
        for line in changes(gold, before, after, hide_held_out=options["by_split"]):
            self.stdout.write(line)
