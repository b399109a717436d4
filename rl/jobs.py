"""The long calls as jobs: the slow part here, its effect once."""

from collections.abc import Callable, Mapping
from typing import Any

from accounts.jobs import Effect, JobResult, Progress
from rl.models import IterationSession
from rl.services import coordination_prepare, session_prepare, training_prepare
from specs.models import Spec


def _effect(store: Callable[[], IterationSession]) -> Effect:
    """Storing is what must happen once: a prompt's spec is stored with its session, so a worker
    that is killed on the way there leaves nothing behind."""

    def run() -> JobResult:
        session = store()
        result = {"session_id": str(session.pk), "final_score": session.final_score}
        return JobResult(result_url=f"/iterations/{session.pk}", result=result)

    return run


def iterate(parameters: Mapping[str, Any], *, owner: Any, progress: Progress) -> Effect:
    spec_id = parameters.get("spec_id")
    spec = Spec.objects.select_related("latest").get(pk=spec_id) if spec_id else None
    return _effect(
        session_prepare(
            owner=owner,
            spec=spec,
            prompt=parameters.get("prompt"),
            n_iter=parameters["n_iter"],
            target_score=parameters.get("target_score"),
            locks=parameters.get("lock", ()),
            principal=parameters.get("principal", ""),
            progress=progress,
        )
    )


def advanced_rl(parameters: Mapping[str, Any], *, owner: Any, progress: Progress) -> Effect:
    return _effect(
        training_prepare(
            prompt=parameters["prompt"],
            owner=owner,
            episodes=parameters["n_iter"],
            progress=progress,
        )
    )


def coordinated(parameters: Mapping[str, Any], *, owner: Any, progress: Progress) -> Effect:
    return _effect(
        coordination_prepare(
            prompt=parameters["prompt"],
            owner=owner,
            target_score=parameters["target_score"],
            max_rounds=parameters["max_rounds"],
            principal=parameters.get("principal", ""),
            progress=progress,
        )
    )
