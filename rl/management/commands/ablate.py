"""What each part of the learning adds: the tables of the ablations in docs/LEARNING.md."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from rl import ablation
from rl.evaluator import EvaluatorJudge
from rl.judging import RememberingJudge
from rl.management.pages import put_into
from rl.operators import knowledge
from rl.playing import playing_policy
from rl.policy import LinearPolicy
from rl.prompts import Split, prompts
from rl.tasting import TastingSettings, regret
from rl.wiring import case_maker, draft_with, suites


class Command(BaseCommand):
    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS))
        parser.add_argument("--prompts", type=int, default=120, help="to measure on")
        parser.add_argument("--training-prompts", type=int, default=200)
        parser.add_argument("--episodes", type=int, default=1024, help="of the people's part")
        parser.add_argument("--seeds", type=int, default=3, help="of the people's part")
        parser.add_argument(
            "--write", type=Path, metavar="PAGE", help="put the tables between the page's markers"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        playing = playing_policy()
        if playing is None:
            raise CommandError("No policy is current: there is nothing to take away.")
        tables = {
            name: "\n".join(PARTS[name](options, playing.policy, self.stderr.write))
            for name in options["only"]
        }
        for table in tables.values():
            self.stdout.write(table + "\n")
        if options["write"]:
            for name, table in tables.items():
                put_into(options["write"], f"ablation {name}", table)


def _agents(
    options: dict[str, Any], policy: LinearPolicy, say: Callable[[str], None]
) -> Iterator[str]:
    cases = case_maker().cases(prompts(Split.TEST, knowledge()), options["prompts"], kind="draft")
    found = ablation.agents(cases, policy, draft_with("rules"))
    return ablation.as_table("final score", found)


def _learning(
    options: dict[str, Any], policy: LinearPolicy, say: Callable[[str], None]
) -> Iterator[str]:
    world = suites().world(Split.TEST, options["prompts"])
    return ablation.as_table("points gained", ablation.learning(world, policy))


def _shortlist(
    options: dict[str, Any], policy: LinearPolicy, say: Callable[[str], None]
) -> Iterator[str]:
    # Settings are chosen on validation prompts.
    return ablation.masses(suites().world(Split.VALIDATION, options["prompts"]), policy)


def _people(
    options: dict[str, Any], policy: LinearPolicy, say: Callable[[str], None]
) -> Iterator[str]:
    settings = TastingSettings(seeds=options["seeds"], episodes=options["episodes"])
    train = suites().world(Split.TRAIN, options["training_prompts"])
    test = suites().world(Split.TEST, options["prompts"])
    judge = RememberingJudge(EvaluatorJudge())
    found = regret(train.all_cases, test.all_cases, judge, settings, say)
    return ablation.people_table(found, settings.regret_ratings)


PARTS: dict[str, Callable[..., Iterator[str]]] = {
    "agents": _agents,
    "learning": _learning,
    "shortlist": _shortlist,
    "people": _people,
}
