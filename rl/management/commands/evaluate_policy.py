"""Measure everything that plays on the frozen suite: the table of docs/LEARNING.md."""

import json
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError

from rl.baselines import OrderSettings
from rl.comparison import ComparisonSettings, as_text, compare
from rl.errors import PolicyMismatch
from rl.management.pages import put_into
from rl.models import PolicyVersion
from rl.playing import playing_policy, policy_of
from rl.policy import LinearPolicy
from rl.prompts import Split
from rl.suites import FROZEN_PROMPTS, TRAINING_PROMPTS
from rl.wiring import suites


class Command(BaseCommand):
    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--policy", help="id of a stored version; the current one by default")
        parser.add_argument("--horizon", type=int, default=5)
        parser.add_argument("--seeds", type=int, default=5)
        parser.add_argument("--episodes", type=int, default=4096)
        parser.add_argument("--prompts", type=int, default=FROZEN_PROMPTS)
        parser.add_argument("--training-prompts", type=int, default=TRAINING_PROMPTS)
        parser.add_argument("--beam", type=int, default=64)
        parser.add_argument(
            "--brief", action="store_true", help="the main learner, plain orders and searches only"
        )
        parser.add_argument("--kind", choices=("draft", "bare", "careless"))
        parser.add_argument("--json", action="store_true")
        parser.add_argument(
            "--write", type=Path, metavar="PAGE", help="put the table between the page's markers"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        train = suites().world(Split.TRAIN, options["training_prompts"], horizon=options["horizon"])
        test = suites().frozen(options["prompts"], horizon=options["horizon"], kind=options["kind"])
        settings = ComparisonSettings(
            seeds=options["seeds"],
            episodes=options["episodes"],
            beam=options["beam"],
            brief=options["brief"],
            order=OrderSettings(),
        )
        found = compare(
            train, test, settings, stored=self._stored(options["policy"]), say=self.stderr.write
        )
        text = json.dumps(found.as_json()) if options["json"] else as_text(found)
        self.stdout.write(text)
        if options["write"]:
            put_into(options["write"], f"{options['horizon']} edits", as_text(found))

    def _stored(self, policy_id: str | None) -> LinearPolicy | None:
        """The table needs no database, so one that is away leaves out a row only."""
        try:
            if policy_id is None:
                playing = playing_policy()
                return playing.policy if playing else None
            return policy_of(PolicyVersion.objects.get(pk=policy_id)).policy
        except DatabaseError:
            return None
        except (PolicyVersion.DoesNotExist, ValidationError) as problem:
            raise CommandError(f"There is no policy {policy_id!r}.") from problem
        except PolicyMismatch as problem:
            raise CommandError(str(problem)) from problem
