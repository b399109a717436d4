"""A spec comes to be: from a prompt, or as a document that a client brings along."""

import datetime as dt
from typing import Any

from accounts.cache_writes import CacheWrites
from accounts.inserts import rows_insert
from accounts.journal import DATABASE_AWAY, record_rows
from accounts.models import AgentRun, User
from accounts.services import agent_run, usage_row
from specs import cache, metrics, remembered
from specs.choices import MAX_MODEL, EngineChoice, ReviewState, Storage
from specs.draft import Draft
from specs.models import Spec, SpecRevision
from specs.services.drafts import draft_make, engine_choose, model_of, principal_or_owner
from specs.services.unsaved import spec_drafted, spec_submitted

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
    with cache.Slot(key) as slot:
        if spec := _cached(slot):
            return spec
        # The agent may wait on a model, so it runs before the transaction opens.
        with agent_run("MainAgent", version=str(chosen.name)) as run:
            draft = draft_make(prompt=prompt, engine=chosen, design_type=design_type)
        spec = spec_from_draft(
            prompt=prompt,
            owner=owner,
            draft=draft,
            principal=charged,
            run=run,
            writes=slot.writes,
        )
        # What the rules answered in place of a model that was away is not the model's answer.
        if spec.storage == Storage.DATABASE and spec.engine == chosen.name:
            slot.keep(spec.pk)
    return spec


def _cached(slot: cache.Slot) -> Spec | None:
    try:
        spec = slot.find()
    except DATABASE_AWAY:
        return None
    slot.count(hit=spec is not None)
    if spec is not None:
        spec.cached = True
    return spec


def spec_from_draft(
    *,
    prompt: str,
    owner: User | None,
    draft: Draft,
    principal: str,
    run: AgentRun | None = None,
    writes: CacheWrites | None = None,
) -> Spec:
    """Store what an engine made, what it cost, and how the agent's run went.

    What the cache is to know of it goes with `writes` where the caller has more to write.
    """
    spec = spec_drafted(prompt=prompt, owner=owner, draft=draft)
    usage = usage_row(
        principal=principal,
        user_id=None if owner is None else owner.pk,
        purpose="generate",
        usage=draft.usage,
        subject=spec.pk,
    )
    try:
        rows_insert([row for row in (spec, spec.latest, usage, run) if row is not None])
    except DATABASE_AWAY:
        record_rows("spec_outputs", spec.pk, [spec, spec.latest])
        spec.storage = Storage.JOURNAL
        metrics.JOURNALLED.inc()
    remembered.remember(spec, writes)
    metrics.GENERATIONS.labels(spec.design_type, draft.engine).inc()
    if run is not None:
        metrics.DESIGN_SECONDS.labels(draft.engine).observe(run.duration_ms / 1000)
    return spec


def spec_submit(*, document: Any, owner: User | None, prompt: str | None = None) -> Spec:
    """A client's own document, every value of it the client's word. Raises InvalidSpec."""
    spec = spec_submitted(document=document, owner=owner, prompt=prompt)
    rows_insert([spec, spec.latest])
    remembered.remember(spec)
    return spec


def spec_scored(*, revision: SpecRevision, score: float) -> bool:
    """Keep the score of a revision on its spec, for as long as no newer revision is there."""
    changed = Spec.objects.filter(pk=revision.spec_id, latest=revision).update(
        latest_score=score, updated_at=dt.datetime.now(dt.UTC)
    )
    return changed == 1


def spec_rewritten(*, revision: SpecRevision, model: str) -> bool:
    """Say on the spec that a language model had a hand in its latest revision."""
    changed = Spec.objects.filter(pk=revision.spec_id, latest=revision).update(
        engine=EngineChoice.LLM, model=model[:MAX_MODEL], updated_at=dt.datetime.now(dt.UTC)
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
