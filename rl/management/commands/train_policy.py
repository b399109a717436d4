"""Train a candidate policy on the suite's training prompts; with --first, the one that ships."""

import json
import time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from rl.choices import Algorithm
from rl.models import PolicyVersion
from rl.selectors import policy_current
from rl.services import policy_compare, policy_promote, policy_train
from rl.services.shipping import SHIPPED, policy_shipped_load, policy_shipped_write


class Command(BaseCommand):
    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--algorithm", choices=Algorithm.values, default=Algorithm.CLIPPED)
        parser.add_argument("--episodes", type=int, default=4096)
        parser.add_argument("--seed", type=int, default=0)
        parser.add_argument("--prompts", type=int, default=600, help="training prompts")
        parser.add_argument("--from-current", action="store_true", help="go on from the current")
        parser.add_argument("--promote", action="store_true", help="promote it if the gate lets it")
        parser.add_argument(
            "--first",
            nargs="?",
            const=str(SHIPPED),
            metavar="FILE",
            help="train without a database and write the policy that ships",
        )
        parser.add_argument(
            "--install",
            action="store_true",
            help="put the shipped policy into the registry where none fits",
        )
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        began = time.perf_counter()
        if options["install"]:
            installed = policy_shipped_load()
            self._say(options, _row(installed) if installed else {"installed": False})
            return
        if options["first"]:
            written = policy_shipped_write(
                Path(options["first"]),
                algorithm=options["algorithm"],
                episodes=options["episodes"],
                seed=options["seed"],
                training_prompts=options["prompts"],
            )
            self._say(options, {**written, "seconds": _since(began)})
            return
        policy = policy_train(
            algorithm=options["algorithm"],
            episodes=options["episodes"],
            seed=options["seed"],
            training_prompts=options["prompts"],
            parent=policy_current() if options["from_current"] else None,
        )
        seconds = _since(began)
        decision = policy_compare(policy)
        if options["promote"] and decision.promote:
            policy = policy_promote(policy)
        self._say(options, {**_row(policy), "seconds": seconds, "gate": decision.as_json()})

    def _say(self, options: dict[str, Any], result: dict[str, Any]) -> None:
        if options["json"]:
            self.stdout.write(json.dumps(result))
            return
        for name, value in result.items():
            self.stdout.write(f"{name}: {value}")


def _since(began: float) -> float:
    return round(time.perf_counter() - began, 1)


def _row(policy: PolicyVersion) -> dict[str, Any]:
    return {
        "id": str(policy.pk),
        "algorithm": policy.algorithm,
        "status": policy.status,
        "episodes": policy.episodes,
        "seed": policy.seed,
        "weights_hash": policy.weights_hash,
        "last_gain": policy.curve[-1]["gain"] if policy.curve else None,
    }
