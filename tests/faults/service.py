"""The whole service as processes of its own over its own database, for tests that break it."""

import contextlib
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg2

ROOT = Path(__file__).resolve().parents[2]
START_SECONDS = 60
COVERAGE = ("COVERAGE_PROCESS_START", "COVERAGE_PROCESS_CONFIG")


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: Any


@dataclass
class Service:
    port: int
    environment: dict[str, str]
    key: str = ""
    processes: list["subprocess.Popen[bytes]"] = field(default_factory=list)

    def manage(self, *arguments: str) -> str:
        command = [sys.executable, "manage.py", *arguments]
        finished = subprocess.run(
            command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=True
        )
        return finished.stdout.strip()

    def start(self, *arguments: str) -> "subprocess.Popen[bytes]":
        """`arguments` after `python`, in a process group of its own: it can be killed whole."""
        process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self.processes.append(process)
        return process

    def script(self, *arguments: str, **extra: str) -> "subprocess.Popen[bytes]":
        """`./start.sh` with its arguments, with this interpreter's `python` and `celery`."""
        beside = f"{Path(sys.executable).parent}:{self.environment['PATH']}"
        process = subprocess.Popen(
            ["./start.sh", *arguments],
            cwd=ROOT,
            env={**self.environment, "PATH": beside, **extra},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self.processes.append(process)
        return process

    def stop(self) -> None:
        for process in self.processes:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()

    def call(
        self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None
    ) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        sent = {"X-API-Key": self.key, "Content-Type": "application/json", **(headers or {})}
        raw = None if body is None else json.dumps(body)
        connection.request(method, path, raw, sent)
        response = connection.getresponse()
        text = response.read()
        connection.close()
        parsed = json.loads(text) if "json" in response.headers.get("Content-Type", "") else text
        lowered = {name.lower(): value for name, value in response.headers.items()}
        return Answer(response.status, lowered, parsed)

    def wait_until_ready(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            with contextlib.suppress(OSError, http.client.HTTPException):
                if self.call("GET", "/health/ready").status == 200:
                    return
            time.sleep(0.2)
        raise TimeoutError("the service did not become ready")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def database(url: str) -> Iterator[str]:
    """A new PostgreSQL database beside the one of `url`; its name."""
    name = f"faults_{uuid.uuid4().hex[:12]}"
    with contextlib.closing(psycopg2.connect(url)) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {name}")
            try:
                yield name
            finally:
                cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


def target_of(url: str) -> tuple[str, int]:
    parts = urlsplit(url)
    return parts.hostname or "127.0.0.1", parts.port or 5432


def environment(var_dir: Path, port: int, **extra: str) -> dict[str, str]:
    # COVERAGE_*: what the processes run counts where the suite's own coverage is measured.
    inherited = ("PATH", "HOME", "LANG", "VIRTUAL_ENV", *COVERAGE)
    kept = {name: os.environ[name] for name in inherited if name in os.environ}  # noqa: TID251
    return {
        **kept,
        "P2J_VAR_DIR": str(var_dir),
        "PORT": str(port),
        "RATE_LIMIT_PROTECTED": "1000000/minute",
        "LOG_LEVEL": "WARNING",
        **extra,
    }
