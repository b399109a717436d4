"""`extraction_figures`: every figure of the rules engine over a folder of corpora."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from specs.agent import MainAgent
from specs.generation.rules import RulesGenerator
from specs.scoring.predictions import prediction
from specs.scoring.report import accuracy, design_types, speed

BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"


class Command(BaseCommand):
    help = "Prints accuracy by corpus and half, times, growth with length, and hostile texts."
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="with a corpora.json that lists its files")
        parser.add_argument("--no-speed", action="store_true", help="leave the times out")
        parser.add_argument(
            "--write", type=Path, help=f"a page: the tables go between {BEGIN} and {END}"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder, engine = options["folder"], RulesGenerator().generate
        tables = "\n".join([*accuracy(folder, engine), "", *design_types(folder, engine)])
        self.stdout.write(tables)
        if options["write"]:
            write(options["write"], tables)
        if not options["no_speed"]:
            design = MainAgent(RulesGenerator()).design
            self.stdout.write("")
            for line in speed(folder, lambda prompt: prediction(None, prompt, design)):
                self.stdout.write(line)


def write(page: Path, tables: str) -> None:
    text = page.read_text("utf-8")
    if BEGIN not in text or END not in text:
        raise CommandError(f"{page} has no {BEGIN} and {END}")
    before, rest = text.split(BEGIN, 1)
    page.write_text(f"{before}{BEGIN}\n{tables}\n{END}{rest.split(END, 1)[1]}", "utf-8")
