"""`manage.py serve`, as `make run` and `make dev` start it: server, worker and beat together."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tests.faults.service import Service, environment, free_port

END_SECONDS = 60


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    port = free_port()
    # No DATABASE_URL and no REDIS_URL: what a laptop has.
    running = Service(port, environment(tmp_path, port))
    try:
        running.manage("migrate", "--verbosity", "0")
        running.key = running.manage("create_api_key", "client")
        yield running
    finally:
        running.stop()


@pytest.mark.parametrize(
    "options",
    [
        pytest.param([], id="run"),
        # The same half minute again.
        pytest.param(["--reload"], id="dev", marks=pytest.mark.long),
    ],
)
def test_jobs_are_run_and_all_processes_end_together(service: Service, options: list[str]) -> None:
    serving = service.start("manage.py", "serve", *options)
    service.wait_until_ready()
    body = {"prompt": "An oak table, 200 x 90 cm", "n_iter": 1}
    asked = service.call("POST", "/iterate", body, {"Prefer": "respond-async"})
    assert asked.status == 202
    deadline = time.monotonic() + END_SECONDS
    while (job := service.call("GET", asked.headers["location"]).body)["status"] != "succeeded":
        assert time.monotonic() < deadline, job
        time.sleep(0.2)
    children = psutil.Process(serving.pid).children(recursive=True)
    assert len(children) >= 3
    os.kill(serving.pid, signal.SIGTERM)
    serving.wait(timeout=END_SECONDS)
    _, left = psutil.wait_procs(children, timeout=10)
    assert not left
