"""Jobs: one worker at a time, one effect, and an end that their owner can bring about."""

import threading
import uuid
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.choices import JobStatus
from accounts.jobs import Effect, JobResult, Progress
from accounts.models import Job, User
from accounts.services import job_cancel, job_create, job_prune, job_run, jobs_due
from accounts.services.jobs import MAX_ATTEMPTS, job_claim


class Refused(Exception):
    code = "refused"


def rename_owner(parameters: Mapping[str, Any], *, owner: User, progress: Progress) -> Effect:
    """A handler whose effect can be counted: it writes to its owner's row."""
    for step in range(1, 4):
        progress(step, 3, f"step {step}")

    def effect() -> JobResult:
        User.objects.filter(pk=owner.pk).update(first_name=parameters["name"])
        return JobResult(result_url="/api/v1/me", result={"name": parameters["name"]})

    return effect


def cancel_itself(parameters: Mapping[str, Any], *, owner: User, progress: Progress) -> Effect:
    job_cancel(Job.objects.get())
    progress(1, 2)
    raise AssertionError("a cancelled job goes no further than its next step")


def fail(parameters: Mapping[str, Any], *, owner: User, progress: Progress) -> Effect:
    raise ZeroDivisionError("secret detail")


def refuse(parameters: Mapping[str, Any], *, owner: User, progress: Progress) -> Effect:
    raise Refused("not today")


@pytest.fixture(autouse=True)
def _handlers(settings: Any) -> None:
    settings.JOB_HANDLERS = {
        name: f"{__name__}.{name}" for name in ("rename_owner", "cancel_itself", "fail", "refuse")
    }


def test_a_job_runs_once_and_says_what_came_of_it(user: User) -> None:
    job = job_create(owner=user, kind="rename_owner", parameters={"name": "Ada"})
    job_run(job.pk)
    job_run(job.pk)
    job.refresh_from_db()
    user.refresh_from_db()
    assert (job.status, job.attempts) == (JobStatus.SUCCEEDED, 1)
    assert (job.progress_done, job.progress_total) == (3, 3)
    assert job.result_url == "/api/v1/me"
    assert user.first_name == "Ada"


def test_a_failure_says_nothing_about_the_inside(user: User) -> None:
    job = job_create(owner=user, kind="fail", parameters={})
    job_run(job.pk)
    job.refresh_from_db()
    assert job.status == JobStatus.FAILED
    assert job.error["code"] == "internal_error"
    assert "secret" not in str(job.error)


def test_an_expected_refusal_keeps_its_code(user: User) -> None:
    job = job_create(owner=user, kind="refuse", parameters={})
    job_run(job.pk)
    job.refresh_from_db()
    assert job.error == {"code": "refused", "detail": "not today"}


def test_a_running_job_ends_at_its_next_step_when_cancelled(user: User) -> None:
    job = job_create(owner=user, kind="cancel_itself", parameters={})
    job_run(job.pk)
    job.refresh_from_db()
    assert job.status == JobStatus.CANCELLED


def test_a_lost_worker_is_found_by_its_lease_and_its_late_return_changes_nothing(
    user: User,
) -> None:
    job = job_create(owner=user, kind="rename_owner", parameters={"name": "Ada"})
    lost = job_claim(job.pk)
    assert lost is not None
    assert jobs_due() == []
    Job.objects.filter(pk=job.pk).update(lease_until=timezone.now() - timedelta(seconds=1))
    assert jobs_due() == [job.pk]
    job_run(job.pk)
    job.refresh_from_db()
    assert (job.status, job.attempts) == (JobStatus.SUCCEEDED, 2)
    assert job.lease != lost.lease


def test_a_job_that_kills_its_workers_is_given_up(user: User) -> None:
    job = job_create(owner=user, kind="rename_owner", parameters={"name": "Ada"})
    for _ in range(MAX_ATTEMPTS):
        assert job_claim(job.pk) is not None
        Job.objects.filter(pk=job.pk).update(lease_until=timezone.now() - timedelta(seconds=1))
    job_run(job.pk)
    job.refresh_from_db()
    assert job.status == JobStatus.FAILED
    assert job.error["code"] == "worker_lost"


def test_queued_jobs_whose_message_was_lost_are_due(user: User) -> None:
    job = job_create(owner=user, kind="rename_owner", parameters={"name": "Ada"})
    assert jobs_due() == []
    Job.objects.filter(pk=job.pk).update(created_at=timezone.now() - timedelta(minutes=2))
    assert jobs_due() == [job.pk]


@pytest.mark.django_db(transaction=True)
def test_of_eight_workers_one_gets_the_job() -> None:
    owner = User.objects.create_user("client")
    job = job_create(owner=owner, kind="rename_owner", parameters={"name": "Ada"})
    claimed: list[uuid.UUID] = []
    start = threading.Barrier(8)

    def claim() -> None:
        start.wait()
        if got := job_claim(job.pk):
            claimed.append(got.pk)
        connection.close()

    threads = [threading.Thread(target=claim) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert claimed == [job.pk]


def test_owners_see_and_cancel_their_own_jobs_only(
    api_client: APIClient, user: User, other_user: User
) -> None:
    job = job_create(owner=user, kind="rename_owner", parameters={"name": "Ada"})
    api_client.force_authenticate(other_user)
    assert api_client.get(f"/api/v1/jobs/{job.pk}/").status_code == 404
    assert api_client.delete(f"/api/v1/jobs/{job.pk}/").status_code == 404
    assert api_client.get("/api/v1/jobs/").json()["results"] == []
    api_client.force_authenticate(user)
    assert api_client.get(f"/api/v1/jobs/{job.pk}/").json()["status"] == "queued"
    assert api_client.delete(f"/api/v1/jobs/{job.pk}/").json()["status"] == "cancelled"
    job_run(job.pk)
    user.refresh_from_db()
    assert user.first_name == ""


def test_a_result_is_its_owners_alone(user: User) -> None:
    """It names scores, which staff who are to review the spec may not know yet."""
    staff = User.objects.create_user("reviewer", is_staff=True)
    job = Job.objects.create(
        owner=user,
        kind="iterate",
        parameters={},
        status=JobStatus.SUCCEEDED,
        result={"final_score": 87.25},
    )
    shown = {}
    for caller in (user, staff):
        client = APIClient()
        client.force_authenticate(caller)
        one = client.get(f"/api/v1/jobs/{job.pk}/").json()
        assert client.get("/api/v1/jobs/").json()["results"] == [one]
        shown[caller.username] = one["result"]
    assert shown == {user.username: {"final_score": 87.25}, "reviewer": None}


def test_pruning_leaves_what_is_still_to_be_done(user: User) -> None:
    waiting = job_create(owner=user, kind="rename_owner", parameters={"name": "A"})
    ended = job_create(owner=user, kind="rename_owner", parameters={"name": "B"})
    job_run(ended.pk)
    later = timezone.now() + timedelta(days=1)
    assert job_prune(before=later, dry_run=True) == 1
    assert job_prune(before=later) == 1
    assert list(Job.objects.values_list("pk", flat=True)) == [waiting.pk]
