"""What people who run the service ask it."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.models import AgentRun, Job, User
from accounts.services import agent_run


def run_agent(error: type[Exception] | None = None) -> None:
    try:
        with agent_run("MainAgent", version="1") as run:
            if error:
                raise error
        run.save()
    except ZeroDivisionError:
        pass


@pytest.mark.django_db
def test_agent_status_is_made_of_real_runs(api_client: APIClient) -> None:
    idle = api_client.get("/agent-status").json()["agents"]["MainAgent"]
    assert (idle["state"], idle["runs"], idle["success_rate"]) == ("idle", 0, None)
    run_agent()
    run_agent(ZeroDivisionError)
    failing = api_client.get("/agent-status").json()["agents"]["MainAgent"]
    assert (failing["state"], failing["runs"], failing["success_rate"]) == ("failing", 2, 0.5)
    assert failing["last_error"] == "ZeroDivisionError"
    run_agent()
    assert api_client.get("/agent-status").json()["agents"]["MainAgent"]["state"] == "ok"


@pytest.mark.django_db
def test_endpoints_that_the_setting_does_not_list_need_a_credential(
    api_client: APIClient, settings: Any, user: User
) -> None:
    settings.PUBLIC_ENDPOINTS = ["root", "health"]
    for path in ("/agent-status", "/metrics"):
        response = api_client.get(path)
        assert response.status_code == 401
        assert "WWW-Authenticate" in response
    api_client.force_authenticate(user)
    assert api_client.get("/agent-status").status_code == 200


@pytest.mark.django_db
def test_metrics_count_requests(client: Client) -> None:
    client.get("/health/live")
    text = client.get("/metrics", headers={"Accept": "text/plain"}).content.decode()
    assert "django_http_requests_total_by_method_total" in text
    assert "p2j_process_resident_memory_bytes" in text


@pytest.mark.django_db
def test_metrics_tell_of_jobs_the_journal_and_the_time_of_agents(
    client: Client, user: User
) -> None:
    Job.objects.create(owner=user, kind="iterate", parameters={})
    run_agent()
    text = client.get("/metrics").content.decode()
    assert 'p2j_jobs{status="queued"} 1.0' in text
    assert 'p2j_jobs{status="running"} 0.0' in text
    assert "p2j_journal_pending 0.0" in text
    assert 'p2j_agent_seconds_count{agent="MainAgent",ok="true"}' in text


@pytest.mark.django_db
def test_metrics_that_are_switched_off_are_no_page(client: Client, settings: Any) -> None:
    settings.ENABLE_METRICS = False
    assert client.get("/metrics").status_code == 404


@pytest.mark.django_db
def test_pruning_needs_staff(api_client: APIClient, user: User) -> None:
    assert api_client.post("/admin/prune-logs?retention_days=30").status_code == 401
    api_client.force_authenticate(user)
    assert api_client.post("/admin/prune-logs", {}).status_code == 403


def test_pruning_deletes_what_is_old_and_says_how_much(api_client: APIClient, staff: User) -> None:
    run_agent()
    AgentRun.objects.update(created_at=timezone.now() - timedelta(days=40))
    run_agent()
    api_client.force_authenticate(staff)
    tried = api_client.post("/admin/prune-logs?retention_days=30&dry_run=true").json()
    assert tried["dry_run"] is True
    assert tried["pruned"]["agent_runs"] == 1
    assert AgentRun.objects.count() == 2
    done = api_client.post("/admin/prune-logs", {"retention_days": 30}).json()
    assert done["pruned"]["agent_runs"] == 1
    assert AgentRun.objects.count() == 1


@pytest.mark.parametrize(
    "body",
    [
        {"retention_days": 0},
        {"retention_days": "x"},
        {"retention_days": "30"},
        {"tables": ["users"]},
        {"dry_run": 0},
        {"dry_run": "no"},
    ],
)
def test_pruning_refuses_what_it_does_not_know(
    api_client: APIClient, staff: User, body: dict[str, Any]
) -> None:
    api_client.force_authenticate(staff)
    assert api_client.post("/admin/prune-logs", body).status_code == 422


def test_pruning_refuses_a_query_that_the_body_would_overrule(
    api_client: APIClient, staff: User
) -> None:
    api_client.force_authenticate(staff)
    answer = api_client.post("/admin/prune-logs?dry_run=1", {"dry_run": False})
    assert answer.status_code == 422


@pytest.mark.django_db(transaction=True)
def test_the_system_test_runs_the_chain_and_leaves_nothing_behind(api_client: APIClient) -> None:
    before = rows()
    body = api_client.get("/system-test").json()
    assert [step["step"] for step in body["steps"]] == ["generate", "evaluate", "iterate"]
    assert all(step["passed"] for step in body["steps"]), body
    assert rows() == before


def rows() -> dict[str, int]:
    return {model._meta.db_table: model._default_manager.count() for model in apps.get_models()}


@pytest.mark.django_db
def test_a_broken_chain_is_said_so(api_client: APIClient, monkeypatch: Any) -> None:
    def broken(**_: Any) -> None:
        raise ZeroDivisionError("inside")

    monkeypatch.setattr("config.operations.system_test.spec_evaluate", broken)
    response = api_client.get("/system-test")
    assert response.status_code == 503
    steps = {step["step"]: step for step in response.json()["steps"]}
    assert steps["generate"]["passed"]
    assert not steps["evaluate"]["passed"]
    assert "inside" not in response.content.decode()


def test_cache_figures_count_hits_and_misses(api_client: APIClient, user: User) -> None:
    before = api_client.get("/cache-stats").json()
    api_client.force_authenticate(user)
    for _ in range(3):
        api_client.post("/generate", {"prompt": "An oak desk, 160 x 80 cm"})
    after = api_client.get("/cache-stats").json()
    assert after["hits"] - before["hits"] == 2
    assert after["misses"] - before["misses"] == 1
    assert 0 < after["hit_rate"] < 1


@pytest.mark.django_db
def test_cache_figures_are_those_of_all_processes(
    client: Client, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Two processes that share the folder, one of which has ended: its counts stay."""
    monkeypatch.setenv("PROMETHEUS_MULTIPROC_DIR", str(tmp_path))
    monkeypatch.delenv("REDIS_URL", raising=False)
    count = (
        "import django; django.setup()\n"
        "from specs.cache import Slot\n"
        "from config.operations.metrics import process_figures\n"
        "with Slot('one') as slot: slot.count(hit=False); slot.count(hit=True)\n"
        "process_figures()\n"
        "print('counted', flush=True); input()"
    )
    first, second = (python(count) for _ in range(2))
    try:
        for process in (first, second):
            assert process.stdout is not None
            assert process.stdout.readline() == b"counted\n"
        monkeypatch.setattr("config.operations.cache_stats.settings.CACHES", MEMORY)
        figures = client.get("/cache-stats").json()
        assert (figures["hits"], figures["misses"], figures["entries"]) == (2, 2, 6)
        assert figures["since"] == client.get("/cache-stats").json()["since"]
        second.communicate(b"\n")
        ended = client.get("/cache-stats").json()
        assert (ended["hits"], ended["misses"], ended["entries"]) == (2, 2, 3)
    finally:
        for process in (first, second):
            process.kill()
            process.wait()


MEMORY = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}


def python(code: str) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
