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
from rl.agent import LLM_REWRITE, Improvement, RLLoop, Step
from rl.choices import SessionKind
from rl.evaluator import EvaluatorJudge
from rl.judging import Case
from rl.models import IterationLog, IterationSession, PolicyVersion
from rl.operators import Design, Facts
from rl.playing import playing_policy, policy_of, taste_now
from rl.rewriting import FeedbackRewriter
from rl.services.starting import Start, bill_for, start_from_prompt
from rl.stored import assumptions_of, checked_locks, design_from, provenance_of
from rl.wiring import reading_of
from specs.choices import EngineChoice, Origin
from specs.models import Spec, SpecRevision
from specs.services import revision_add, spec_rewritten, spec_scored
from specs.services.rewriting import rewriter_for

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
    principal: str = "",
    progress: Progress | None = None,
) -> Callable[[], IterationSession]:
    """Play, and return what stores the session. Raises NotADesign, UnknownPointer.

    The current policy plays unless `policy` names another one; without any, the search does.
    `principal` is the credential that pays for a language model, else the owner does.
    """
    bill = bill_for(principal, owner, spec)
    if spec is None:
        begun = start_from_prompt(prompt or "", owner, bill, locks, engine)
    else:
        begun = Start(spec, bill)
    spec, revision = begun.spec, begun.spec.latest
    facts = Facts(reading_of(spec.prompt), checked_locks(revision.document, list(locks)))
    start = design_from(revision.document, revision.provenance, revision.assumptions)
    case = Case(str(revision.pk), spec.prompt or None, facts, start, "stored")
    playing = policy_of(policy) if policy is not None else playing_policy()
    taste, rewriter = taste_now(), rewriter_for(bill)
    with agent_run("RLLoop", version=playing.version if playing else "") as run:
        loop = RLLoop(
            EvaluatorJudge(),
            playing.policy if playing else None,
            taste=taste,
            rewrite=FeedbackRewriter(feedback_agent(rewriter)) if rewriter else None,
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
) -> IterationSession:
    """A new spec, the session, its iterations and the new revision, all or nothing. Raises
    RevisionConflict when somebody changed the spec meanwhile."""
    spent = start.bill.spent if start is not None else []
    rewrite = _rewrite_in(improved, spent)
    session = IterationSession(
        id=uuid7(),
        owner=owner,
        kind=kind,
        prompt=spec.prompt,
        spec=spec,
        start_revision=revision,
        policy_id=policy_id,
        settings=asked,
        result={
            **(result or {}),
            "engine": EngineChoice.LLM if rewrite else spec.engine or EngineChoice.RULES,
            "usage": spent,
        },
        initial_score=improved.initial_score,
        final_score=improved.final_score,
        total_reward=improved.total_reward,
        stopped_because=improved.stopped_because,
    )
    logs = [_log(session, step) for step in improved.steps]
    with transaction.atomic():
        if start is not None:
            start.store()
        run.save(force_insert=True)
        session.final_revision = _kept(revision, session, improved.best, rewrite)
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
    revision: SpecRevision,
    session: IterationSession,
    best: Design,
    rewrite: dict[str, Any] | None,
) -> SpecRevision:
    """The best state as a new revision; the old one where nothing was better. `rewrite` is what
    the model's part in it cost."""
    document = best.spec.as_json()
    if document == revision.document:
        return revision
    added = revision_add(
        spec=session.spec,
        document=document,
        author=session.owner,
        reason=f"{session.kind} session {session.pk}",
        origin=Origin.ITERATED,
        based_on=revision.number,
        provenance=provenance_of(best, str(session.pk)),
        assumptions=assumptions_of(best),
        unmet=revision.unmet,
        usage=rewrite,
    )
    if rewrite is not None:
        spec_rewritten(revision=added, model=rewrite["model"])
    return added


def _rewrite_in(improved: Improvement, spent: Sequence[dict[str, Any]]) -> dict[str, Any] | None:
    """What the model's rewrite cost, where the best state comes after it."""
    # Designs are compared by identity: two steps may lead to the same document.
    until = [step.after is improved.best for step in improved.steps]
    before = improved.steps[: until.index(True) + 1] if True in until else ()
    if not any(step.action == LLM_REWRITE for step in before):
        return None
    rewrites = [entry for entry in spent if entry["purpose"] == "rewrite"]
    return rewrites[-1] if rewrites else None


def _log(session: IterationSession, step: Step) -> IterationLog:
    items = feedback_agent().signal(findings=step.card.findings)[:FEEDBACK_SHOWN]
    return IterationLog(
        session=session,
        number=step.number,
        agent=step.agent,
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
