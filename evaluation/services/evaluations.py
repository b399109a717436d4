"""A spec is judged: the agent first, then one short transaction with all that came of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from accounts.journal import DATABASE_AWAY, record_rows
from accounts.models import AgentRun, User
from accounts.pruning import delete_in_batches
from accounts.services import agent_run, usage_record
from evaluation import metrics
from evaluation.agent import EvaluatorAgent
from evaluation.judge import Verdict
from evaluation.models import Evaluation
from evaluation.scoring import Scorecard
from evaluation.selectors.rubrics import rubrics_current
from evaluation.services.judging import spec_judge
from evaluation.wiring import evaluator_with, predict_rating
from specs.choices import Storage
from specs.models import Spec
from specs.services import bounded, spec_scored, spec_submitted, specs_store

AGENT = "EvaluatorAgent"
JSON = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """What the agent said, and how its run went; nothing of it is stored yet."""

    card: Scorecard
    run: AgentRun


def spec_evaluate(*, spec: Spec, prompt: str | None = None, principal: str = "") -> Evaluation:
    """Judge the latest revision by the spec's own prompt, or by another.

    The score is kept on the spec only where its own prompt was the measure.
    """
    revision = spec.latest
    own_prompt = prompt is None or prompt == spec.prompt
    measure = (spec.prompt if own_prompt else prompt) or None
    judged = document_judge(
        revision.document,
        prompt=measure,
        assumed=[assumption["pointer"] for assumption in revision.assumptions],
    )
    verdict = spec_judge(card=judged.card, prompt=measure, spec=spec, principal=principal)
    evaluation = evaluation_of(judged, spec=spec, verdict=verdict)
    if not own_prompt:
        evaluation.prompt = prompt or ""
    with transaction.atomic():
        _evaluation_store(evaluation, judged, verdict, principal)
        if own_prompt:
            spec_scored(revision=revision, score=evaluation.score)
    evaluation_count(evaluation, judged, "spec")
    return evaluation


def document_evaluate(
    *, document: Any, owner: User | None, prompt: str | None = None, principal: str = ""
) -> Evaluation:
    """Judge a client's own document, and keep it as a submitted spec in the normal form.

    Raises UnreadableSpec, and InvalidSpec for what is too large to keep. While the database is
    away all rows are journalled under their final ids, and `storage` says so.
    """
    judged = document_judge(document, prompt=prompt)
    spec = spec_submitted(
        document=judged.card.document.spec.as_json(),
        owner=owner,
        prompt=prompt,
        score=judged.card.score,
    )
    verdict = spec_judge(card=judged.card, prompt=prompt, spec=spec, principal=principal)
    evaluation = evaluation_of(judged, spec=spec, submitted=document, verdict=verdict)
    try:
        with transaction.atomic():
            specs_store([spec])
            _evaluation_store(evaluation, judged, verdict, principal)
    except DATABASE_AWAY:
        record_rows("reports", evaluation.pk, [spec, spec.latest, evaluation, judged.run])
        spec.storage = evaluation.storage = Storage.JOURNAL
    evaluation_count(evaluation, judged, "document")
    return evaluation


def document_judge(
    document: Any,
    *,
    prompt: str | None,
    assumed: Iterable[str] = (),
    agent: EvaluatorAgent | None = None,
) -> Judged:
    agent = agent or evaluator_with(rubrics_current())
    with agent_run(AGENT) as run:
        card = agent.evaluate(document, prompt, assumed=assumed)
        run.version = card.rubric_version
    return Judged(card, run)


def evaluation_of(
    judged: Judged, *, spec: Spec, submitted: Any = None, verdict: Verdict | None = None
) -> Evaluation:
    """The row, unsaved. `submitted` is kept only where it is not the spec as it stands.

    Raises InvalidSpec where it is too large to keep.
    """
    card = judged.card
    kept = None if card.document.exact else bounded(submitted)
    predicted = predict_rating(card)
    evaluation = Evaluation(
        owner_id=spec.owner_id,
        spec=spec,
        revision=spec.latest,
        rubric_id=card.rubric_version,
        submitted=kept,
        scorecard=card.as_json(),
        score=card.score,
        grade=card.grade,
        design_type=card.document.spec.design_type,
        predicted_rating=predicted and predicted.as_json(),
    )
    if verdict is not None:
        evaluation.judge_score = verdict.score
        evaluation.judge_model = verdict.model
        evaluation.judge_prompt_version = verdict.prompt_version
        evaluation.judge = verdict.as_json()
    return evaluation


def evaluation_prune(*, before: datetime, dry_run: bool = False) -> int:
    """Only where somebody names the table: evaluations are evidence, and stay for good."""
    return delete_in_batches(Evaluation.objects.filter(created_at__lt=before), dry_run=dry_run)


def _evaluation_store(
    evaluation: Evaluation, judged: Judged, verdict: Verdict | None, principal: str
) -> None:
    evaluation.save(force_insert=True)
    judged.run.save(force_insert=True)
    if verdict is not None:
        usage_record(
            principal=principal or "nobody",
            user_id=evaluation.owner_id,
            purpose="judge",
            usage=verdict.usage,
            subject=evaluation.pk,
        )


def evaluation_count(evaluation: Evaluation, judged: Judged, source: str) -> None:
    metrics.EVALUATIONS.labels(evaluation.design_type, evaluation.grade, source).inc()
    metrics.SCORES.labels(evaluation.design_type).observe(evaluation.score)
    metrics.EVALUATOR_SECONDS.observe(judged.run.duration_ms / 1000)
