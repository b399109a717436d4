"""Tasks: one service call each, by id, safe to run twice."""

import uuid

from celery import shared_task
from django.utils import timezone

from accounts.services import expired_tokens_prune, job_run, jobs_due


@shared_task(name="accounts.run_job")
def run_job(job_id: str) -> None:
    job_run(uuid.UUID(job_id))


@shared_task(name="accounts.send_due_jobs")
def send_due_jobs() -> None:
    """Beat calls it: the table, not the broker, knows what is left to do."""
    for job_id in jobs_due():
        run_job.delay(str(job_id))


@shared_task(name="accounts.prune_expired_tokens")
def prune_expired_tokens() -> None:
    expired_tokens_prune(now=timezone.now())
