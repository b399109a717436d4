"""`rescore`: stored evaluations beside what another rubric would say. Nothing stored changes."""

import json
from argparse import ArgumentTypeError
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from evaluation.models import Evaluation
from evaluation.rubric import InvalidRubric, Rubric, rubric_from
from evaluation.rubric_text import rubric_document
from evaluation.selectors import UnknownRubric, rubric_named
from evaluation.selectors.evaluations import evaluations_to_rescore
from evaluation.wiring import evaluator_with


def positive(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError("a number from 1 on")
    return int(text)


class Command(BaseCommand):
    help = "Scores stored evaluations again under another rubric, side by side; stores nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--rubric",
            required=True,
            help="A stored rubric, such as building-2, or a YAML file that is none yet.",
        )
        parser.add_argument("--limit", type=positive, default=1000, help="Newest first.")
        parser.add_argument("--jsonl", action="store_true", help="One JSON object a line.")

    def handle(self, *args: Any, **options: Any) -> None:
        rubric = self.rubric(options["rubric"])
        changes = []
        for evaluation, after in rescored(rubric, options["limit"]):
            changes.append(after["score"] - evaluation.score)
            self.stdout.write(line(evaluation, after, as_json=options["jsonl"]))
        if options["jsonl"]:
            return
        if not changes:
            self.stdout.write(f"No evaluation of {rubric.design_type} specs.")
            return
        moved = [change for change in changes if change]
        self.stdout.write(
            f"{len(changes)} evaluations, {len(moved)} of them change;"
            f" mean change {sum(changes) / len(changes):+.2f}"
        )

    def rubric(self, name: str) -> Rubric:
        try:
            if Path(name).suffix in (".yaml", ".yml"):
                document = rubric_document(Path(name).read_text(encoding="utf-8"))
                return rubric_from({"version": 0, **document})
            return rubric_named(name)
        except (UnknownRubric, InvalidRubric, OSError, UnicodeDecodeError) as problem:
            raise CommandError(str(problem)) from problem


def rescored(rubric: Rubric, limit: int) -> Iterator[tuple[Evaluation, dict[str, Any]]]:
    agent = evaluator_with({rubric.design_type: rubric})
    for evaluation in evaluations_to_rescore(rubric.design_type)[:limit]:
        card = agent.evaluate(
            evaluation.judged_document,
            evaluation.judged_prompt or None,
            assumed=evaluation.judged_assumptions,
        )
        yield evaluation, card.as_json()


def line(evaluation: Evaluation, after: dict[str, Any], *, as_json: bool) -> str:
    if not as_json:
        return (
            f"{evaluation.pk}  {evaluation.rubric_id} {evaluation.score:6.2f} {evaluation.grade}"
            f"  {after['rubric_version']} {after['score']:6.2f} {after['grade']}"
            f"  {after['score'] - evaluation.score:+.2f}  {evaluation.spec.title[:60]}"
        )
    sides = {
        "id": str(evaluation.pk),
        "spec_id": str(evaluation.spec_id),
        "before": evaluation.scorecard,
        "after": after,
    }
    return json.dumps(sides, ensure_ascii=True)
