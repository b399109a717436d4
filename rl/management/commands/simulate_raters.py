"""What is learnt of simulated people, what a policy gains from it, what the gate lets through."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from rl.evaluator import EvaluatorJudge
from rl.judging import RememberingJudge
from rl.management.pages import put_into
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
        parser.add_argument(
            "--write", type=Path, metavar="PAGE", help="put the tables between the page's markers"
        )

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
        text = "\n".join(_lines(found))
        self.stdout.write(json.dumps(found) if options["json"] else text)
        if options["write"]:
            put_into(options["write"], "simulated raters", text)


def _lines(found: dict[str, Any]) -> Iterator[str]:
    yield "| orders held-out specs by | Spearman within type | least | most |"
    yield "| --- | --- | --- | --- |"
    for name, row in found["correlation"].items():
        cells = " | ".join(f"{row[key]:.3f}" for key in ("mean", "least", "most"))
        yield f"| {name} | {cells} |"
    if "policies" in found:
        yield ""
        yield from _gained(found["policies"])


def _gained(policies: dict[str, Any]) -> Iterator[str]:
    yield "| a policy that learnt from | gains by the true objective | by seed |"
    yield "| --- | --- | --- |"
    for name in ("evaluator", "model", "truth"):
        by_seed = ", ".join(f"{result[name]:.1f}" for result in policies["by_seed"])
        yield f"| the {name} | {policies['gain'][name]:.1f} | {by_seed} |"
    by_seed = ", ".join(f"{result['recovered']:.0%}" for result in policies["by_seed"])
    yield f"| regret recovered by the model | {policies['gain']['recovered']:.0%} | {by_seed} |"
    yield ""
    yield "| the gate lets through | of | pairs |"
    yield "| --- | --- | --- |"
    for name, row in policies["gate"].items():
        yield f"| {row['let_through']} | {row['pairs']} | {name} |"
