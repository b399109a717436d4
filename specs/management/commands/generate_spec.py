"""`generate_spec`: one prompt read in the terminal, with the origin of every value."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from specs.agent import MainAgent
from specs.design import DESIGN_TYPES
from specs.errors import NotADesign
from specs.generation.report import report
from specs.generation.rules import RulesGenerator
from specs.scoring.predictions import prediction


class Command(BaseCommand):
    help = "Reads one prompt and prints the spec: what was asked for, assumed and left over."
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("prompt")
        parser.add_argument("--json", action="store_true", help="the whole answer as JSON")
        parser.add_argument("--design-type", choices=DESIGN_TYPES)

    def handle(self, *args: Any, **options: Any) -> None:
        agent, prompt = MainAgent(RulesGenerator()), options["prompt"]

        def design(text: str) -> Any:
            return agent.design(text, options["design_type"])

        if options["json"]:
            self.stdout.write(
                json.dumps(prediction(None, prompt, design), ensure_ascii=False, indent=2)
            )
            return
        try:
            draft = design(prompt)
        except NotADesign as refused:
            raise CommandError(f"not a design: {refused.reason}") from refused
        self.stdout.write("\n".join(report(prompt, draft)))
