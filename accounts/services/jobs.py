"""Jobs: made by a request, claimed by one worker at a time, finished once."""

import logging
import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.module_loading import import_string

from accounts.choices import JobStatus
from accounts.jobs import JobCancelled, JobHandler, JobResult
from accounts.models import Job, User
from accounts.pruning import delete_in_batches

logger = logging.getLogger(__name__)

LEASE = timedelta(seconds=30)
MAX_ATTEMPTS = 3
# A queued job that no worker has taken after this long is sent again: its message may be lost.
RESEND_AFTER = timedelta(seconds=60)
FINISHED = (JobStatus.SUCCEEDED, JobStatus.FAILED, JobStatus.CANCELLED)


def job_create(*, owner: User, kind: str, parameters: Mapping[str, Any]) -> Job:
    """A queued job; its message is sent when the transaction is through (`accounts.tasks`)."""
    return Job.objects.create(owner=owner, kind=kind, parameters=dict(parameters))


def job_cancel(job: Job) -> Job:
    """Queued jobs end at once; a running one ends at its next step. Finished ones stay."""
    Job.objects.filter(pk=job.pk).exclude(status__in=FINISHED).update(
        status=JobStatus.CANCELLED, finished_at=timezone.now(), lease=None, lease_until=None
    )
    job.refresh_from_db()
    return job


def jobs_due() -> list[uuid.UUID]:
    """Jobs that no live worker holds: queued for long, or running with a lease that ran out."""
    now = timezone.now()
    due = Q(status=JobStatus.RUNNING, lease_until__lt=now) | Q(
        status=JobStatus.QUEUED, created_at__lt=now - RESEND_AFTER
    )
    return list(Job.objects.filter(due).order_by("id").values_list("pk", flat=True)[:100])


def job_claim(job_id: uuid.UUID) -> Job | None:
    """Take the job for one run, or None where another worker holds it or it has ended."""
    now = timezone.now()
    free = Q(status=JobStatus.QUEUED) | Q(status=JobStatus.RUNNING, lease_until__lt=now)
    with transaction.atomic():
        job = Job.objects.select_for_update().filter(free, pk=job_id).first()
        if job is None:
            return None
        if job.attempts >= MAX_ATTEMPTS:
            # A job that kills its worker each time must not take all of them down in turn.
            job_fail(job, "worker_lost", "The job was lost with its worker three times.")
            return None
        job.status, job.lease, job.lease_until = JobStatus.RUNNING, uuid.uuid4(), now + LEASE
        job.attempts += 1
        job.started_at = job.started_at or now
        job.save(update_fields=["status", "lease", "lease_until", "attempts", "started_at"])
    return job


def job_run(job_id: uuid.UUID) -> None:
    """Run the job if it is free: the slow part first, then its effect in one transaction."""
    job = job_claim(job_id)
    if job is None:
        return
    handler: JobHandler = import_string(settings.JOB_HANDLERS[job.kind])
    try:
        effect = handler(job.parameters, owner=job.owner, progress=JobProgress(job))
        with transaction.atomic():
            held = Job.objects.select_for_update().filter(pk=job.pk, lease=job.lease).first()
            if held is None:
                return
            _succeed(held, effect())
    except JobCancelled:
        logger.info("job %s ended early", job.pk)
    except Exception as problem:
        # Anything may go wrong in the work of another app; the job says so, the log says what.
        code = getattr(problem, "code", "internal_error")
        detail = str(problem) if hasattr(problem, "code") else "The job failed; it is logged."
        if not hasattr(problem, "code"):
            logger.exception("job %s (%s) failed", job.pk, job.kind)
        job_fail(job, str(code), detail)


def job_fail(job: Job, code: str, detail: str) -> None:
    Job.objects.filter(pk=job.pk, lease=job.lease).exclude(status__in=FINISHED).update(
        status=JobStatus.FAILED,
        error={"code": code, "detail": detail},
        finished_at=timezone.now(),
        lease_until=None,
    )


def _succeed(job: Job, outcome: JobResult) -> None:
    job.status = JobStatus.SUCCEEDED
    job.result_url, job.result = outcome.result_url, outcome.result
    job.progress_done = job.progress_total
    job.finished_at, job.lease_until = timezone.now(), None
    job.save()


def job_prune(*, before: datetime, dry_run: bool = False) -> int:
    """Ended jobs only: what is still to be done is never pruned."""
    stale = Job.objects.filter(status__in=FINISHED, finished_at__lt=before)
    return delete_in_batches(stale, dry_run=dry_run)


class JobProgress:
    """Writes how far a job is, and renews its lease in the same statement."""

    def __init__(self, job: Job) -> None:
        self.job = job

    def __call__(self, done: int, total: int, message: str = "") -> None:
        held = Job.objects.filter(
            pk=self.job.pk, lease=self.job.lease, status=JobStatus.RUNNING
        ).update(
            progress_done=done,
            progress_total=total,
            progress_message=message[:200],
            lease_until=timezone.now() + LEASE,
        )
        if not held:
            raise JobCancelled
