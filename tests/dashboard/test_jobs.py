"""Jobs on pages: who sees them, how far they are, how they end."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from accounts.choices import JobStatus
from accounts.models import Job, User

JOBS = reverse("dashboard:jobs")


@pytest.fixture
def job(user: User) -> Job:
    return Job.objects.create(
        owner=user,
        kind="advanced-rl",
        parameters={},
        status=JobStatus.RUNNING,
        lease=uuid.uuid4(),
        progress_done=128,
        progress_total=256,
    )


def page_of(job: Job) -> str:
    return reverse("dashboard:job", args=[job.pk])


def test_a_client_sees_its_own_jobs_and_staff_all(
    browser_of_user: Client, browser_of_other: Client, browser_of_staff: Client, job: Job
) -> None:
    assert len(browser_of_user.get(JOBS).context["rows"]) == 1
    assert len(browser_of_staff.get(JOBS).context["rows"]) == 1
    assert browser_of_other.get(JOBS).context["rows"] == []
    assert browser_of_other.get(page_of(job)).status_code == 404
    assert browser_of_other.post(page_of(job) + "cancel/").status_code == 404
    assert Client().get(page_of(job)).status_code == 302


def test_jobs_are_filtered(browser_of_user: Client, job: Job) -> None:
    assert browser_of_user.get(JOBS, {"kind": "iterate"}).context["rows"] == []
    assert len(browser_of_user.get(JOBS, {"status": "running"}).context["rows"]) == 1


def test_a_page_follows_its_job_until_it_ends(browser_of_user: Client, job: Job) -> None:
    running = browser_of_user.get(page_of(job))
    assert running["Refresh"] == "2"
    assert "128 of 256 done" in running.content.decode()
    session = uuid.uuid4()
    Job.objects.update(status=JobStatus.SUCCEEDED, result={"session_id": str(session)})
    ended = browser_of_user.get(page_of(job))
    assert "Refresh" not in ended
    assert reverse("dashboard:session", args=[session]) in ended.content.decode()


def test_a_job_is_cancelled_from_its_page(browser_of_user: Client, job: Job) -> None:
    assert browser_of_user.post(page_of(job) + "cancel/").status_code == 302
    job.refresh_from_db()
    assert job.status == JobStatus.CANCELLED
    assert "Refresh" not in browser_of_user.get(page_of(job))
