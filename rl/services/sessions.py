"""A session improves one spec: played first, then stored in one short transaction."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from django.db import transaction

from accounts.ids import uuid7
from accounts.models import AgentRun, User
from accounts.pruning import delete_in_batches
from accounts.services.agent_runs import agent_run
from feedback.wiring import feedback_agent
from rl import metrics
from rl.agent import Improvement, RLLoop, Step
from rl.choices import SessionKind
from rl.evaluator import EvaluatorJudge
from rl.judging import Case
from rl.models import IterationLog, IterationSession, PolicyVersion
from rl.operators import Design, Facts
from rl.playing import playing_policy, policy_of, taste_now
from rl.services.rewriting import rewriter_for
from rl.services.starting import Start, start_from_prompt
from rl.stored import assumptions_of, checked_locks, design_from, provenance_of
from rl.wiring import reading_of
from specs.choices import EngineChoice, Origin
from specs.models import Spec, SpecRevision
from specs.services import revision_add, spec_scored
from specs.services.drafts import principal_or_owner

Progress = Callable[[int, int], None]
# Of the feedback on a step, what a reader can take in.
FEEDBACK_SHOWN = 5


def session_run(**asked: Any) -> IterationSession:
    """Improve a spec, or what a prompt becomes, and store the session. As session_prepare."""
    return session_prepare(**asked)()


def session_prepare(
    *,
    owner: User | None,
    prompt: str | None = None,
    spec: Spec | None = None,
    n_iter: int = 3,
    target_score: float | None = None,
    locks: Sequence[str] = (),
    policy: PolicyVersion | None = None,
    engine: str = EngineChoice.AUTO,
    progress: Progress | None = None,
) -> Callable[[], IterationSession]:
    """Play, and return what stores the session. Raises NotADesign, UnknownPointer.

    The current policy plays unless `policy` names another one; without any, the search does.
    """
    if spec is None:
        begun = start_from_prompt(prompt or "", owner, locks, engine)
    else:
        begun = Start(spec, principal_or_owner("", owner), owner.pk if owner else None)
    spec, revision = begun.spec, begun.spec.latest
    facts = Facts(reading_of(spec.prompt), checked_locks(revision.document, list(locks)))
    start = design_from(revision.document, revision.provenance, revision.assumptions)
    case = Case(str(revision.pk), spec.prompt or None, facts, start, "stored")
    playing = policy_of(policy) if policy is not None else playing_policy()
    taste, rewriter = taste_now(), rewriter_for(begun.principal)
    with agent_run("RLLoop", version=playing.version if playing else "") as run:
        loop = RLLoop(
            EvaluatorJudge(),
            playing.policy if playing else None,
            taste=taste,
            rewrite=rewriter,
        )
        improved = loop.improve(case, steps=n_iter, target=target_score, progress=progress)
    return partial(
        session_store,
        kind=SessionKind.ITERATE,
        start=begun,
        spec=spec,
        revision=revision,
        owner=owner,
        policy_id=playing.id if playing else None,
        improved=improved,
        asked={"n_iter": n_iter, "target_score": target_score, "lock": list(locks)},
        result={"reward_model": taste.version} if taste else None,
        run=run,
        spent=rewriter.usages if rewriter else (),
    )


def session_store(
    *,
    kind: str,
    spec: Spec,
    revision: SpecRevision,
    owner: User | None,
    policy_id: Any,
    improved: Improvement,
    asked: dict[str, Any],
    run: AgentRun,
    result: dict[str, Any] | None = None,
    start: Start | None = None,
    spent: Sequence[dict[str, Any]] = (),
) -> IterationSession:
    """A new spec, the session, its iterations and the new revision, all or nothing. Raises
    RevisionConflict when somebody changed the spec meanwhile."""
    session = IterationSession(
        id=uuid7(),
        owner=owner,
        kind=kind,
        prompt=spec.prompt,
        spec=spec,
        start_revision=revision,
        policy_id=policy_id,
        settings=asked,
        result=result or {},
        initial_score=improved.initial_score,
        final_score=improved.final_score,
        total_reward=improved.total_reward,
        stopped_because=improved.stopped_because,
    )
    logs = [_log(session, step) for step in improved.steps]
    with transaction.atomic():
        if start is not None:
            start.store(spent)
        run.save(force_insert=True)
        session.final_revision = _kept(spec, revision, owner, session, improved.best)
        spec_scored(revision=session.final_revision, score=improved.final_score)
        session.save(force_insert=True)
        IterationLog.objects.bulk_create(logs)
    _count(session, logs)
    return session


def _count(session: IterationSession, logs: Sequence[IterationLog]) -> None:
    kind = str(session.kind)
    metrics.SESSIONS.labels(kind, str(session.stopped_because)).inc()
    metrics.GAINS.labels(kind).observe(session.final_score - session.initial_score)
    for log in logs:
        metrics.REWARDS.labels(log.agent, kind).observe(log.reward)


def _kept(
    spec: Spec,
    revision: SpecRevision,
    owner: User | None,
    session: IterationSession,
    best: Design,
) -> SpecRevision:
    """The best state as a new revision; the old one where nothing was better."""
    document = best.spec.as_json()
    if document == revision.document:
        return revision
    return revision_add(
        spec=spec,
        document=document,
        author=owner,
        reason=f"{session.kind} session {session.pk}",
        origin=Origin.ITERATED,
        based_on=revision.number,
        provenance=provenance_of(best, str(session.pk)),
        assumptions=assumptions_of(best),
        unmet=revision.unmet,
    )


def _log(session: IterationSession, step: Step) -> IterationLog:
    items = feedback_agent().signal(findings=step.card.findings)[:FEEDBACK_SHOWN]
    return IterationLog(
        session=session,
        number=step.number,
        agent="RLLoop",
        action=step.action,
        state_hash=step.state_hash,
        mask=list(step.legal),
        probability=step.probability,
        patch=step.patch,
        document=step.after.spec.as_json(),
        score_before=step.score_before,
        score_after=step.score_after,
        reward=step.reward,
        reward_parts=step.parts,
        cost=step.cost,
        evaluation=step.card.as_json(),
        feedback=[item.what for item in items],
    )


def session_prune(*, before: dt.datetime, dry_run: bool = False) -> int:
    """Old sessions with their iterations; the revisions that they made stay."""
    stale = IterationSession.objects.filter(created_at__lt=before)
    return delete_in_batches(stale, dry_run=dry_run)
