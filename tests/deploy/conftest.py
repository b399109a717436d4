"""The deployment of docker-compose.yml on this machine: start.sh, nginx and Prometheus."""

import contextlib
import http.client
import os
import re
import secrets
import shutil
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.service import ROOT, Service, database, environment, free_port
from tests.specs.llm.fake_server import FakeServer

URL = os.environ.get("DATABASE_URL", "")  # noqa: TID251 - which suite this is
REDIS_URL = os.environ.get("REDIS_URL", "")  # noqa: TID251


def needs(*programs: str) -> list[pytest.MarkDecorator]:
    """Marks of a module: long, and not where a program or a service is missing."""
    missing = [name for name in programs if shutil.which(name) is None]
    services = URL.startswith("postgres") and REDIS_URL
    return [
        pytest.mark.long,
        pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)}"),
        pytest.mark.skipif(not services, reason="needs DATABASE_URL and REDIS_URL"),
    ]


@dataclass
class Deployment:
    web: Service
    worker_port: int
    beat_port: int
    folder: Path

    def serve(self) -> None:
        self.web.script("web")
        self.web.wait_until_ready()


@pytest.fixture(scope="module")
def model() -> Iterator[FakeServer]:
    server = FakeServer()
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def deployment(tmp_path_factory: pytest.TempPathFactory, model: FakeServer) -> Iterator[Deployment]:
    folder = tmp_path_factory.mktemp("deployment")
    with database(URL) as name:
        port = free_port()
        settings = environment(
            folder / "web",
            port,
            PRODUCTION_MODE="true",
            SECRET_KEY=secrets.token_urlsafe(50),
            JWT_SECRET=secrets.token_urlsafe(50),
            ALLOWED_HOSTS="127.0.0.1",
            PUBLIC_ENDPOINTS="root,health,metrics",
            TRUSTED_PROXIES="127.0.0.1",
            WORKERS="2",
            DATABASE_URL=URL.rsplit("/", 1)[0] + f"/{name}",
            REDIS_URL=REDIS_URL,
            OPENAI_BASE_URL=model.url("slow"),
            OPENAI_API_KEY="none",
            LLM_ALLOW_PRIVATE="true",
        )
        made = Deployment(Service(port, settings), free_port(), free_port(), folder)
        try:
            made.serve()
            made.web.key = made.web.manage("create_api_key", "client").splitlines()[-1]
            for process, shown in (("worker", made.worker_port), ("beat", made.beat_port)):
                made.web.script(process, P2J_VAR_DIR=str(folder / process), METRICS_PORT=str(shown))
            yield made
        finally:
            made.web.stop()


def configuration(path: str, replaced: dict[str, str]) -> str:
    """A file of `deploy/` with the names of the compose network as they are here."""
    text = (ROOT / "deploy" / path).read_text(encoding="utf-8")
    for name, here in replaced.items():
        assert re.search(name, text), f"{path} has no {name}"
        text = re.sub(name, here, text)
    return text


@contextlib.contextmanager
def running(command: list[str], url: str) -> Iterator[None]:
    """A program until it is not needed any more; it is there when `url` answers anything."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        host, path = url.removeprefix("http://").split("/", 1)
        deadline = time.monotonic() + 30
        while True:
            assert process.poll() is None, f"{command[0]} ended with {process.returncode}"
            try:
                connection = http.client.HTTPConnection(host, timeout=5)
                connection.request("GET", f"/{path}")
                connection.getresponse()
                break
            except OSError:
                assert time.monotonic() < deadline, f"{command[0]} does not answer"
                time.sleep(0.1)
        yield
    finally:
        process.terminate()
        process.wait()
