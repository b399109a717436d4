"""What coordination adds: the agents in rounds beside the loop alone, with as many edits."""

import json
from typing import Any

import numpy as np
from django.core.management.base import BaseCommand, CommandParser

from feedback.agent import FeedbackAgent
from rl.agent import RLLoop
from rl.coordinator import EDITS_A_ROUND, AgentCoordinator
from rl.evaluator import EvaluatorJudge
from rl.operators import knowledge
from rl.playing import playing_policy
from rl.policy import LinearPolicy
from rl.prompts import Split, prompts
from rl.statistics import mean_interval
from rl.wiring import case_maker, draft_with

ROUNDS = 3
# Never reached, so that both spend all their edits.
TARGET = 100.0


class Command(BaseCommand):
    help = __doc__ or ""

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--prompts", type=int, default=120)
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        cases = case_maker().cases(
            prompts(Split.TEST, knowledge()), options["prompts"], kind="draft"
        )
        playing = playing_policy()
        learnt: LinearPolicy | None = playing.policy if playing else None
        judge = EvaluatorJudge()
        scores: dict[str, list[float]] = {"start": [], "alone": [], "together": [], "search": []}
        for case in cases:
            loop = RLLoop(judge, learnt)
            alone = loop.improve(case, steps=ROUNDS * EDITS_A_ROUND, target=TARGET)
            coordinator = AgentCoordinator(
                engines={"rules": draft_with("rules")}, loop=loop, feedback=FeedbackAgent()
            )
            together = coordinator.run(
                case.prompt or "", case.facts, target=TARGET, max_rounds=ROUNDS
            )
            search = RLLoop(judge).improve(case, steps=ROUNDS * EDITS_A_ROUND, target=TARGET)
            scores["start"].append(alone.initial_score)
            scores["alone"].append(alone.final_score)
            scores["together"].append(together.final_score)
            scores["search"].append(search.final_score)
        self._say(scores, options)

    def _say(self, scores: dict[str, list[float]], options: dict[str, Any]) -> None:
        table = {name: np.array(values) for name, values in scores.items()}
        found = {
            "prompts": len(scores["start"]),
            "edits": ROUNDS * EDITS_A_ROUND,
            "mean_score": {name: round(float(v.mean()), 2) for name, v in table.items()},
            "together_minus_alone": mean_interval(table["together"] - table["alone"]).as_json(),
            "search_minus_alone": mean_interval(table["search"] - table["alone"]).as_json(),
        }
        self.stdout.write(json.dumps(found, indent=None if options["json"] else 1))
