"""`extract`: prompts as JSON lines in, specs as JSON lines out. Needs no database."""

import json
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from specs.agent import MainAgent
from specs.generation.rules import RulesGenerator
from specs.scoring.predictions import predicted_lines


class Command(BaseCommand):
    help = 'Reads {"id", "prompt"} a line from stdin and writes a spec with its origins a line.'
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--jsonl", action="store_true", help="JSON lines, which is the only form there is"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        agent = MainAgent(RulesGenerator())
        for answer in predicted_lines(sys.stdin, agent.design):
            self.stdout.write(json.dumps(answer, ensure_ascii=True))
