"""Many items at once: each judged by itself, all stored in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from accounts.jobs import Progress
from accounts.models import AgentRun, User
from evaluation.agent import EvaluatorAgent
from evaluation.models import Evaluation
from evaluation.selectors.rubrics import rubrics_current
from evaluation.services.evaluations import Judged, document_judge, evaluation_count, evaluation_of
from evaluation.wiring import evaluator_with
from specs.errors import SpecError
from specs.services import draft_by_rules, spec_drafted, spec_submitted, specs_store

JSON = dict[str, Any]
MAX_ITEMS = 500
# Often enough to keep a job's lease, rarely enough to cost nothing.
ITEMS_BETWEEN_SIGNS = 20


@dataclass(frozen=True, slots=True)
class BatchItem:
    """A prompt, a document, or both; or `problem`, where the item was not even that."""

    prompt: str | None = None
    document: Any = None
    problem: "ItemFailure | None" = None


@dataclass(frozen=True, slots=True)
class ItemFailure:
    """`pointer` is a place in the item."""

    code: str
    detail: str
    pointer: str


@dataclass(slots=True)
class Batch:
    """The outcomes in the order of the items. Nothing is stored before `batch_store`."""

    outcomes: list[Evaluation | ItemFailure] = field(default_factory=list)
    judged: list[Judged] = field(default_factory=list)
    designed: list[AgentRun] = field(default_factory=list)

    @property
    def evaluations(self) -> list[Evaluation]:
        return [outcome for outcome in self.outcomes if isinstance(outcome, Evaluation)]


def batch_evaluate(*, items: Sequence[BatchItem], owner: User | None) -> Batch:
    batch = batch_judge(items=items, owner=owner)
    batch_store(batch)
    return batch


def batch_judge(
    *, items: Sequence[BatchItem], owner: User | None, progress: Progress | None = None
) -> Batch:
    """The slow part: no row is written. A prompt alone is first designed for by the rules."""
    batch = Batch()
    agent = evaluator_with(rubrics_current())
    for done, item in enumerate(items):
        if progress is not None and done % ITEMS_BETWEEN_SIGNS == 0:
            progress(done, len(items), "evaluating")
        batch.outcomes.append(item.problem or _outcome(batch, item, owner, agent))
    return batch


def batch_store(batch: Batch) -> None:
    """All of it or nothing, in a handful of statements."""
    evaluations = batch.evaluations
    with transaction.atomic():
        specs_store([evaluation.spec for evaluation in evaluations])
        Evaluation.objects.bulk_create(evaluations, batch_size=100)
        runs = [*batch.designed, *(judged.run for judged in batch.judged)]
        AgentRun.objects.bulk_create(runs, batch_size=100)
    for evaluation, judged in zip(evaluations, batch.judged, strict=True):
        evaluation_count(evaluation, judged, "batch")


def _outcome(
    batch: Batch, item: BatchItem, owner: User | None, agent: EvaluatorAgent
) -> Evaluation | ItemFailure:
    try:
        if item.document is None:
            return _designed(batch, item.prompt or "", owner, agent)
        return _submitted(batch, item, owner, agent)
    except SpecError as problem:
        place = "/prompt" if item.document is None else "/spec"
        violations = getattr(problem, "violations", ())
        pointer = place + (violations[0].pointer if violations else "")
        return ItemFailure(problem.code, str(problem), pointer)


def _designed(batch: Batch, prompt: str, owner: User | None, agent: EvaluatorAgent) -> Evaluation:
    draft, run = draft_by_rules(prompt=prompt)
    assumed = [assumption.pointer for assumption in draft.assumptions]
    judged = document_judge(draft.spec.as_json(), prompt=prompt, assumed=assumed, agent=agent)
    spec = spec_drafted(prompt=prompt, owner=owner, draft=draft, score=judged.card.score)
    batch.designed.append(run)
    batch.judged.append(judged)
    return evaluation_of(judged, spec=spec)


def _submitted(
    batch: Batch, item: BatchItem, owner: User | None, agent: EvaluatorAgent
) -> Evaluation:
    judged = document_judge(item.document, prompt=item.prompt, agent=agent)
    spec = spec_submitted(
        document=judged.card.document.spec.as_json(),
        owner=owner,
        prompt=item.prompt,
        score=judged.card.score,
    )
    batch.judged.append(judged)
    return evaluation_of(judged, spec=spec, submitted=item.document)
