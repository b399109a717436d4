"""Specs as rows that are not stored yet, for use cases that store more with them at once."""

import uuid
from collections.abc import Sequence
from typing import Any

from accounts.ids import uuid7
from accounts.models import AgentRun, User
from accounts.services import agent_run
from specs.changes import own_provenance
from specs.choices import MAX_MODEL, EngineChoice, Origin
from specs.draft import Draft
from specs.errors import InvalidSpec
from specs.models import Spec, SpecRevision
from specs.provenance import Source
from specs.services.documents import checked, normal_form
from specs.services.drafts import Engine, draft_make

JSON = dict[str, Any]
# SQLite takes a bounded number of parameters in one statement.
ROWS_AT_ONCE = 50


def draft_by_rules(*, prompt: str) -> tuple[Draft, AgentRun]:
    """A draft that costs nothing, with how the agent's run went. Raises NotADesign."""
    with agent_run("MainAgent", version=str(EngineChoice.RULES)) as run:
        draft = draft_make(prompt=prompt, engine=Engine(EngineChoice.RULES))
    return draft, run


def spec_drafted(
    *,
    prompt: str,
    owner: User | None,
    draft: Draft,
    score: float | None = None,
    spec_id: uuid.UUID | None = None,
) -> Spec:
    """What an engine made. `spec_id` where the spec had to be named before it was drafted."""
    try:
        document = checked(draft.spec.as_json())
    except InvalidSpec as problem:
        # An engine's fault and not the client's: answered as an internal error, never stored.
        raise RuntimeError(f"The engine {draft.engine!r} broke the schema: {problem}") from problem
    return _spec_build(
        spec_id=spec_id or uuid7(),
        owner=owner,
        prompt=prompt,
        engine=draft.engine,
        model=(draft.model or "")[:MAX_MODEL],
        score=score,
        document=document,
        origin=Origin.GENERATED,
        provenance={pointer: origin.as_json() for pointer, origin in draft.provenance.items()},
        assumptions=[assumption.as_json() for assumption in draft.assumptions],
        unmet=[unmet.as_json() for unmet in draft.unmet],
        warnings=[notice.as_json() for notice in draft.warnings],
        usage=draft.usage,
    )


def spec_submitted(
    *, document: Any, owner: User | None, prompt: str | None = None, score: float | None = None
) -> Spec:
    """A client's own document, every value of it the client's word. Raises InvalidSpec."""
    document = normal_form(document)
    return _spec_build(
        spec_id=uuid7(),
        owner=owner,
        prompt=prompt or "",
        engine="",
        model="",
        score=score,
        document=document,
        origin=Origin.SUBMITTED,
        provenance=own_provenance(document, Source.PERSON),
    )


def specs_store(specs: Sequence[Spec]) -> None:
    """Inside a transaction: each spec and its revision name the other, and foreign keys are
    checked at commit."""
    Spec.objects.bulk_create(specs, batch_size=ROWS_AT_ONCE)
    SpecRevision.objects.bulk_create([spec.latest for spec in specs], batch_size=ROWS_AT_ONCE)


def _spec_build(
    *,
    spec_id: uuid.UUID,
    owner: User | None,
    prompt: str,
    engine: str,
    model: str,
    score: float | None,
    document: JSON,
    origin: Origin,
    **revision_values: Any,
) -> Spec:
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
        latest_score=score,
    )
    spec.latest = revision
    revision.spec = spec
    return spec
