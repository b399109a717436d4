"""What is learnt of simulated people, what a policy gains from it, what the gate lets through."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from rl.evaluator import EvaluatorJudge
from rl.judging import RememberingJudge
from rl.prompts import Split
from rl.tasting import TastingSettings, correlations, regret
from rl.wiring import suites


class Command(BaseCommand):
    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--seeds", type=int, default=5)
        parser.add_argument("--first-seed", type=int, default=0)
        parser.add_argument("--episodes", type=int, default=2048)
        parser.add_argument("--prompts", type=int, default=120)
        parser.add_argument("--training-prompts", type=int, default=300)
        parser.add_argument("--no-policies", action="store_true", help="correlations only")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        settings = TastingSettings(
            seeds=options["seeds"],
            first_seed=options["first_seed"],
            episodes=options["episodes"],
        )
        train = suites().world(Split.TRAIN, options["training_prompts"])
        test = suites().frozen(options["prompts"])
        found: dict[str, Any] = {"correlation": correlations(train, test, settings)}
        if not options["no_policies"]:
            judge = RememberingJudge(EvaluatorJudge())
            found["policies"] = regret(
                train.all_cases, test.all_cases, judge, settings, self.stderr.write
            )
        if options["json"]:
            self.stdout.write(json.dumps(found))
        else:
            self._say(found)

    def _say(self, found: dict[str, Any]) -> None:
        self.stdout.write("| orders held-out specs by | Spearman within type | least | most |")
        self.stdout.write("| --- | --- | --- | --- |")
        for name, row in found["correlation"].items():
            cells = " | ".join(f"{row[key]:.3f}" for key in ("mean", "least", "most"))
            self.stdout.write(f"| {name} | {cells} |")
        if "policies" in found:
            self.stdout.write(json.dumps(found["policies"], indent=1))
