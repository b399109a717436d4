"""`score_evaluation`: the figures of the rules over real and corrupted things."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from evaluation.agent import EvaluatorAgent
from evaluation.benchmark import figures, lines_of


class Command(BaseCommand):
    help = "Prints how many real things get an error and how many corrupted ones a finding."
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--reality", type=Path, required=True)
        parser.add_argument("--corrupt", type=Path, required=True)

    def handle(self, *args: Any, **options: Any) -> None:
        result = figures(
            lines_of(options["reality"]),
            lines_of(options["corrupt"]),
            EvaluatorAgent().evaluate,
        )
        self.stdout.write(
            f"real things with an error: {len(result.condemned)} of {result.real}"
            f" ({result.error_rate:.1%})"
        )
        for line in result.condemned:
            self.stdout.write(f"  {line}")
        self.stdout.write(
            f"corrupted things pointed at: {result.hit_rate:.1%} of {result.corrupted},"
            f" as gravely as expected: {result.grave_hit_rate:.1%}"
        )
        for line in (*result.missed, *result.understated):
            self.stdout.write(f"  {line}")
        for defect, (found, total) in result.defects.items():
            self.stdout.write(f"  {defect:28} {found:3} of {total}")
        self.stdout.write(f"median time of one evaluation: {result.milliseconds} ms")
