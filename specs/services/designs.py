"""A spec comes to be: from a prompt, or as a document that a client brings along."""

import datetime as dt
import uuid
from typing import Any

from django.db import transaction

from accounts.ids import uuid7
from accounts.journal import DATABASE_AWAY, record_rows
from accounts.models import AgentRun, User
from accounts.services import agent_run, usage_record
from specs import cache, metrics
from specs.changes import own_provenance
from specs.choices import MAX_MODEL, EngineChoice, Origin, ReviewState, Storage
from specs.draft import Draft
from specs.errors import InvalidSpec
from specs.models import Spec, SpecRevision
from specs.provenance import Source
from specs.services.documents import normal_form
from specs.services.drafts import draft_make, engine_choose, model_of, principal_or_owner

JSON = dict[str, Any]


def spec_generate(
    *,
    prompt: str,
    owner: User | None,
    engine: str = EngineChoice.AUTO,
    design_type: str | None = None,
    principal: str = "",
) -> Spec:
    """The spec of `prompt`, from the cache where the same was asked before.

    Raises NotADesign and BudgetSpent, and then nothing is stored. While the database is away the
    rows are journalled and `storage` says so.
    """
    charged = principal_or_owner(principal, owner)
    chosen = engine_choose(wanted=engine, principal=charged)
    key = cache.generation_key(
        prompt=prompt,
        engine=[str(chosen.name), model_of(chosen)],
        design_type=design_type,
        owner=None if owner is None else owner.pk,
    )
    with cache.first_of_equals(key):
        if spec := _cached(key):
            return spec
        # The agent may wait on a model, so it runs before the transaction opens.
        with agent_run("MainAgent", version=str(chosen.name)) as run:
            draft = draft_make(prompt=prompt, engine=chosen, design_type=design_type)
        spec = spec_from_draft(prompt=prompt, owner=owner, draft=draft, principal=charged, run=run)
        # What the rules answered in place of a model that was away is not the model's answer.
        if spec.storage == Storage.DATABASE and spec.engine == chosen.name:
            cache.keep(key, spec.pk)
    return spec


def _cached(key: str) -> Spec | None:
    try:
        spec = cache.find(key)
    except DATABASE_AWAY:
        return None
    cache.count(hit=spec is not None)
    if spec is not None:
        spec.cached = True
    return spec


def spec_from_draft(
    *, prompt: str, owner: User | None, draft: Draft, principal: str, run: AgentRun | None = None
) -> Spec:
    """Store what an engine made, what it cost, and how the agent's run went."""
    try:
        document = normal_form(draft.spec.as_json())
    except InvalidSpec as problem:
        # An engine's fault and not the client's: answered as an internal error, never stored.
        raise RuntimeError(f"The engine {draft.engine!r} broke the schema: {problem}") from problem
    spec = _spec_build(
        owner=owner,
        prompt=prompt,
        engine=draft.engine,
        model=(draft.model or "")[:MAX_MODEL],
        document=document,
        origin=Origin.GENERATED,
        provenance={pointer: origin.as_json() for pointer, origin in draft.provenance.items()},
        assumptions=[assumption.as_json() for assumption in draft.assumptions],
        unmet=[unmet.as_json() for unmet in draft.unmet],
        warnings=[notice.as_json() for notice in draft.warnings],
        usage=draft.usage,
    )
    try:
        with transaction.atomic():
            _spec_store(spec)
            usage_record(
                principal=principal,
                user_id=None if owner is None else owner.pk,
                purpose="generate",
                usage=draft.usage,
                subject=spec.pk,
            )
            if run is not None:
                run.save(force_insert=True)
    except DATABASE_AWAY:
        record_rows("spec_outputs", spec.pk, [spec, spec.latest])
        spec.storage = Storage.JOURNAL
        metrics.JOURNALLED.inc()
    metrics.GENERATIONS.labels(spec.design_type, draft.engine).inc()
    if run is not None:
        metrics.DESIGN_SECONDS.labels(draft.engine).observe(run.duration_ms / 1000)
    return spec


def spec_submit(*, document: Any, owner: User | None, prompt: str | None = None) -> Spec:
    """A client's own document, every value of it the client's word. Raises InvalidSpec."""
    document = normal_form(document)
    spec = _spec_build(
        owner=owner,
        prompt=prompt or "",
        engine="",
        model="",
        document=document,
        origin=Origin.SUBMITTED,
        provenance=own_provenance(document, Source.PERSON),
    )
    with transaction.atomic():
        _spec_store(spec)
    return spec


def spec_scored(*, revision: SpecRevision, score: float) -> bool:
    """Keep the score of a revision on its spec, for as long as no newer revision is there."""
    changed = Spec.objects.filter(pk=revision.spec_id, latest=revision).update(
        latest_score=score, updated_at=dt.datetime.now(dt.UTC)
    )
    return changed == 1


def spec_reviewed(*, revision: SpecRevision, state: str) -> bool:
    """Keep what people decided on a revision, for as long as no newer revision is there."""
    now = dt.datetime.now(dt.UTC)
    changed = Spec.objects.filter(pk=revision.spec_id, latest=revision).update(
        review_state=ReviewState(state),
        accepted_at=now if state == ReviewState.ACCEPTED else None,
        updated_at=now,
    )
    return changed == 1


def _spec_build(
    *,
    owner: User | None,
    prompt: str,
    engine: str,
    model: str,
    document: JSON,
    origin: Origin,
    **revision_values: Any,
) -> Spec:
    spec_id: uuid.UUID = uuid7()
    revision = SpecRevision(
        spec_id=spec_id,
        number=1,
        origin=origin,
        author=owner,
        document=document,
        **revision_values,
    )
    spec = Spec(
        id=spec_id,
        owner=owner,
        prompt=prompt,
        engine=engine,
        model=model,
        design_type=document["design_type"],
        category=document["category"],
        title=document["title"],
        latest_id=revision.pk,
    )
    spec.latest = revision
    revision.spec = spec
    return spec


def _spec_store(spec: Spec) -> None:
    # Each row names the other; the foreign keys are checked at commit.
    spec.save(force_insert=True)
    spec.latest.save(force_insert=True)
