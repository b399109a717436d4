"""Sessions as the short endpoints word them."""

from typing import Any

from rl.choices import PolicyStatus
from rl.models import IterationLog, IterationSession

JSON = dict[str, Any]


def iterated(session: IterationSession) -> JSON:
    logs = list(session.iterations.all())
    before = session.start_revision.document
    steps = []
    for log in logs:
        steps.append(_iteration(log, before))
        before = log.document
    return {
        "success": True,
        "session_id": session.pk,
        "spec_id": session.spec_id,
        "prompt": session.prompt or None,
        "total_iterations": len(logs),
        "iterations": steps,
        "initial_score": session.initial_score,
        "final_score": session.final_score,
        "final_spec": session.final_revision.document,
        "policy_version": session.policy_id,
        "stopped_because": session.stopped_because,
        **asked_of_models(session),
    }


def asked_of_models(session: IterationSession) -> JSON:
    """Who had a hand in the final spec, and what each call of a language model cost."""
    return {
        "engine": session.result.get("engine"),
        "usage": session.result.get("usage", []),
    }


def _iteration(log: IterationLog, before: JSON) -> JSON:
    return {
        "iteration": log.number,
        "action": log.action,
        "agent": log.agent,
        "spec_before": before,
        "spec_after": log.document,
        "diff": log.patch,
        "score_before": log.score_before,
        "score_after": log.score_after,
        "improvement": round(log.score_after - log.score_before, 2),
        "reward": log.reward,
        "evaluation": log.evaluation,
        "feedback": log.feedback,
    }


def trained(session: IterationSession) -> JSON:
    policy = session.policy
    promoted = policy is not None and policy.status == PolicyStatus.CURRENT
    return {
        "success": True,
        "session_id": session.pk,
        "policy_version": session.policy_id,
        "steps": session.result["steps"],
        "episodes": session.result["episodes"],
        "initial_score": session.initial_score,
        "final_score": session.final_score,
        "total_reward": session.total_reward,
        "learning_curve": session.result["learning_curve"],
        "promoted": promoted,
        "message": "A candidate was stored. It plays only after the gate has found it better.",
    }


def coordinated(session: IterationSession) -> JSON:
    return {
        "success": True,
        "session_id": session.pk,
        "spec_id": session.spec_id,
        "result": {
            "final_spec": session.final_revision.document,
            "initial_score": session.initial_score,
            "final_score": session.final_score,
            "rounds": session.result["rounds"],
            "agents_used": session.result["agents_used"],
            "contributions": session.result["contributions"],
        },
        **asked_of_models(session),
    }
