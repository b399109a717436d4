"""`score_evaluation`: the figures of the rules over real and corrupted things, and of fidelity."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from evaluation.agent import EvaluatorAgent
from evaluation.benchmark import figures, lines_of
from evaluation.fidelity_benchmark import fidelity_figures
from evaluation.wiring import read_prompt
from specs.design import JSON
from specs.scoring.comparison import compare
from specs.scoring.predictions import prediction
from specs.wiring import main_agent


class Command(BaseCommand):
    help = "Prints how many real things get an error and how many corrupted ones a finding."
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--reality", type=Path)
        parser.add_argument("--corrupt", type=Path)
        parser.add_argument("--prompts", type=Path, help="annotated prompts, for fidelity")

    def handle(self, *args: Any, **options: Any) -> None:
        rules = options["reality"] and options["corrupt"]
        if not rules and not options["prompts"]:
            raise CommandError("Name --reality and --corrupt, or --prompts, or all of them.")
        if rules:
            self.rules(lines_of(options["reality"]), lines_of(options["corrupt"]))
        if options["prompts"]:
            self.fidelity(lines_of(options["prompts"]))

    def rules(self, reality: list[JSON], corrupted: list[JSON]) -> None:
        result = figures(reality, corrupted, EvaluatorAgent().evaluate)
        self.stdout.write(
            f"real things with an error: {len(result.condemned)} of {result.real}"
            f" ({result.error_rate:.1%})"
        )
        self.listed(result.condemned)
        self.stdout.write(
            f"corrupted things pointed at: {result.hit_rate:.1%} of {result.corrupted},"
            f" as gravely as expected: {result.grave_hit_rate:.1%}"
        )
        self.listed((*result.missed, *result.understated))
        for defect, (found, total) in result.defects.items():
            self.stdout.write(f"  {defect:28} {found:3} of {total}")
        self.stdout.write(f"median time of one evaluation: {result.milliseconds} ms")

    def fidelity(self, lines: list[JSON]) -> None:
        result = fidelity_figures(lines, read_prompt, reads_exactly)
        self.stdout.write(
            f"prompts read exactly: {result.exact} of {result.prompts};"
            f" their gold specs below 98 on fidelity: {len(result.low)}"
        )
        self.listed(result.low)
        self.stdout.write(
            f"facts left out that cost nothing: {len(result.unseen_drops)} of {result.drops}"
        )
        self.listed(result.unseen_drops)
        self.stdout.write(
            f"contradictions without an error or warning: {len(result.unseen_changes)}"
            f" of {result.changes}"
        )
        self.listed(result.unseen_changes)

    def listed(self, lines: Any) -> None:
        for line in lines:
            self.stdout.write(f"  {line}")


def reads_exactly(line: JSON) -> bool:
    design = main_agent("rules").design
    return compare(line, prediction(line["id"], line["prompt"], design)).exact
