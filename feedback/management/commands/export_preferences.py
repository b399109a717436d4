"""`manage.py export_preferences FOLDER`: what people said, as files for trainers."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from feedback.services.exports import FORMS, export_files


class Command(BaseCommand):
    help = (
        "Writes preference pairs (TRL and OpenAI), SFT examples and reward rows as JSON lines, "
        "train and validation apart. Reviews that still run are left out."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path)
        parser.add_argument(
            "--form", choices=sorted(FORMS), action="append", help="Only this form; repeatable."
        )
        parser.add_argument("--json", action="store_true", help="Say what was written as JSON.")

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        folder.mkdir(parents=True, exist_ok=True)
        counts = {}
        for name, lines in export_files(forms=options["form"] or sorted(FORMS)).items():
            # Written beside and renamed: a reader never sees half a file.
            draft = folder / f".{name}.part"
            draft.write_text("".join(lines), encoding="utf-8")
            draft.replace(folder / name)
            counts[name] = len(lines)
        if options["json"]:
            self.stdout.write(json.dumps(counts))
            return
        for name, count in counts.items():
            self.stdout.write(f"{count:>7}  {name}")
