"""`evaluate_specs`: specs as JSON lines in, evaluations as JSON lines out. Needs no database."""

import json
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from evaluation.batch import evaluated_lines
from evaluation.wiring import evaluator_agent


class Command(BaseCommand):
    help = 'Reads {"id", "prompt"?, "spec"} a line from stdin and writes an evaluation a line.'
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--jsonl", action="store_true", help="JSON lines, which is the only form there is"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        for answer in evaluated_lines(sys.stdin, evaluator_agent().evaluate):
            self.stdout.write(json.dumps(answer, ensure_ascii=True))
