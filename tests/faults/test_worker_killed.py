"""A worker that is killed in the middle of a job: the job ends, and its effect happens once."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.service import Service, database, environment, free_port

URL = os.environ.get("DATABASE_URL", "")  # noqa: TID251 - which suite this is
REDIS_URL = os.environ.get("REDIS_URL", "")  # noqa: TID251
pytestmark = [
    # A lease has to run out: the suite has that in a second, over rows (tests/accounts/test_jobs).
    pytest.mark.long,
    pytest.mark.skipif(
        not (URL.startswith("postgres") and REDIS_URL), reason="part of the suite with services"
    ),
]
END_SECONDS = 150


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    with database(URL) as name:
        port = free_port()
        own = URL.rsplit("/", 1)[0] + f"/{name}"
        # A Redis database of its own: jobs of this test must not meet another worker.
        redis = REDIS_URL.rsplit("/", 1)[0] + "/11"
        running = Service(port, environment(tmp_path, port, DATABASE_URL=own, REDIS_URL=redis))
        try:
            running.manage("migrate", "--verbosity", "0")
            running.key = running.manage("create_api_key", "client")
            running.start("manage.py", "serve")
            running.start(
                "-m", "celery", "--app", "config", "beat", "--schedule", str(tmp_path / "b")
            )
            running.wait_until_ready()
            yield running
        finally:
            running.stop()


def start_worker(service: Service) -> int:
    worker = ("worker", "--concurrency", "1", "--pool", "solo", "--loglevel", "WARNING")
    return service.start("-m", "celery", "--app", "config", *worker).pid


def test_a_killed_worker_costs_time_and_nothing_else(service: Service) -> None:
    worker = start_worker(service)
    body = {"prompt": "An oak table, 200 x 90 cm, seats 8", "n_iter": 2048}
    asked = service.call("POST", "/advanced-rl", body, {"Prefer": "respond-async"})
    assert asked.status == 202
    job = asked.headers["location"]
    wait_for(service, job, {"running"})
    os.killpg(worker, signal.SIGKILL)
    start_worker(service)
    ended = wait_for(service, job, {"succeeded", "failed"})
    assert ended["status"] == "succeeded", ended
    sessions = service.call("GET", "/api/v1/sessions/").body["results"]
    assert len(sessions) == 1
    assert service.call("GET", ended["result_url"]).status == 200


def wait_for(service: Service, job: str, states: set[str]) -> dict[str, str]:
    deadline = time.monotonic() + END_SECONDS
    while time.monotonic() < deadline:
        body = service.call("GET", job).body
        if body["status"] in states:
            return dict(body)
        time.sleep(0.3)
    raise TimeoutError(f"{job} did not reach {states}: {body}")
