"""How long `/iterate` takes in process: reading the prompt, playing, storing; nothing is kept."""

import json
import time
from itertools import islice
from typing import Any

import numpy as np
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from rl.operators import knowledge
from rl.prompts import Split, prompts
from rl.services import session_run
from specs.choices import EngineChoice
from specs.errors import NotADesign


class Command(BaseCommand):
    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--prompts", type=int, default=100)
        parser.add_argument("--n-iter", type=int, default=3)
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        wall, processor = [], []
        texts = list(islice(prompts(Split.VALIDATION, knowledge()), options["prompts"] + 1))
        for text in texts:
            began, used = time.perf_counter(), time.process_time()
            if self._played(text, options["n_iter"]):
                wall.append(1000 * (time.perf_counter() - began))
                processor.append(1000 * (time.process_time() - used))
        # The first call loads what is loaded at first use.
        wall, processor = wall[1:], processor[1:]
        if not wall:
            raise CommandError("No prompt was played.")
        found = {
            "sessions": len(wall),
            "n_iter": options["n_iter"],
            "wall_ms": _spread(wall),
            "processor_ms": _spread(processor),
        }
        self.stdout.write(json.dumps(found) if options["json"] else json.dumps(found, indent=1))

    def _played(self, prompt: str, n_iter: int) -> bool:
        try:
            with transaction.atomic():
                session_run(owner=None, prompt=prompt, n_iter=n_iter, engine=EngineChoice.RULES)
                transaction.set_rollback(True)
        except NotADesign:
            return False
        return True


def _spread(values: list[float]) -> dict[str, float]:
    return {
        name: round(float(np.quantile(values, share)), 1)
        for name, share in (("median", 0.5), ("p95", 0.95))
    }
