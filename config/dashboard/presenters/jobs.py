"""Jobs: how far each is, and what came of it."""

import datetime as dt
import uuid
from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from accounts.choices import JobStatus
from accounts.models import Job
from specs import words

MOVING = frozenset({JobStatus.QUEUED, JobStatus.RUNNING})


@dataclass(frozen=True, slots=True)
class JobRow:
    id: uuid.UUID
    kind: str
    owner: str
    status: str
    moving: bool
    done: int
    total: int
    message: str
    attempts: int
    error: str
    session_url: str
    created_at: dt.datetime
    started_at: dt.datetime | None
    finished_at: dt.datetime | None


def job_rows(jobs: Iterable[Job]) -> list[JobRow]:
    return [job_row(job) for job in jobs]


def job_row(job: Job) -> JobRow:
    return JobRow(
        id=job.pk,
        kind=words.sentence(job.kind.replace("-", "_")),
        owner=job.owner.get_username(),
        status=words.sentence(job.get_status_display()),
        moving=job.status in MOVING,
        done=job.progress_done,
        total=job.progress_total,
        message=job.progress_message,
        attempts=job.attempts,
        error=(job.error or {}).get("detail", ""),
        session_url=session_url(job),
        created_at=job.created_at,
        started_at=job.started_at,
        finished_at=job.finished_at,
    )


def session_url(job: Job) -> str:
    """The page of the learning session that the job made, if it made one."""
    made = job.result.get("session_id") if isinstance(job.result, dict) else None
    return reverse("dashboard:session", args=[made]) if made else ""
