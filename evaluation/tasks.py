"""What a worker runs: see `accounts.jobs.JobHandler`."""

from collections.abc import Mapping
from typing import Any

from accounts.jobs import Effect, JobResult, Progress
from evaluation.api.inputs import batch_items
from evaluation.api.presenters import batch as presented
from evaluation.services import batch_judge, batch_store


def batch_job(parameters: Mapping[str, Any], *, owner: Any, progress: Progress) -> Effect:
    """Judges first; storing is the effect, which happens once however often the job is run."""
    judged = batch_judge(items=batch_items(parameters["items"]), owner=owner, progress=progress)

    def effect() -> JobResult:
        batch_store(judged)
        return JobResult(result_url="/api/v1/evaluations/", result=presented(judged, whole=False))

    return effect
