"""`fuzz_extraction`: mutated prompts, of which none may raise or be read with a wrong span."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from specs.errors import NotADesign
from specs.extraction import read
from specs.scoring.fuzzing import faults, mutations
from specs.scoring.predictions import read_lines


class Command(BaseCommand):
    help = "Reads mutations of the prompts of a corpus and stops at the first fault."
    requires_system_checks = ()
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("corpora", type=Path, nargs="+", help="prompts, JSON lines")
        parser.add_argument("--count", type=int, default=200_000)
        parser.add_argument("--seed", type=int, default=1)

    def handle(self, *args: Any, **options: Any) -> None:
        prompts = [
            row["prompt"]
            for path in options["corpora"]
            for row in read_lines(path.read_text("utf-8"))
        ]
        refused = 0
        for prompt in mutations(prompts, options["count"], options["seed"]):
            try:
                found = faults(prompt, read(prompt))
            except NotADesign:
                refused += 1
            except Exception as error:
                raise CommandError(f"{error!r} for {prompt!r}") from error
            else:
                if found:
                    raise CommandError(f"{found} for {prompt!r}")
        count = options["count"]
        self.stdout.write(f"{count} prompts read, {refused} of them refused, no fault")
