"""deploy/nginx/nginx.conf in front of `./start.sh web`, in production mode."""

import http.client
import json
import os
import re
import subprocess
import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests.deploy.conftest import Deployment, configuration, needs, running
from tests.faults.service import free_port

pytestmark = needs("nginx")
ONCE = (
    *("content-security-policy", "strict-transport-security", "x-frame-options"),
    *("x-content-type-options", "referrer-policy", "x-request-id", "content-type"),
)
PROMPT = {"prompt": "An oak table, 200 x 90 cm", "engine": "rules"}


class Front:
    """Calls through nginx, from any address of this machine."""

    def __init__(self, port: int, key: str) -> None:
        self.port = port
        self.key = key

    def open(
        self, method: str, path: str, body: Any = None, *, source: str = "127.0.0.1", **headers: str
    ) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection(
            "127.0.0.1", self.port, timeout=30, source_address=(source, 0)
        )
        sent = {"X-API-Key": self.key, "X-Forwarded-Proto": "https"}
        sent |= {"Content-Type": "application/json", **headers}
        raw = body if body is None or isinstance(body, bytes | Iterator) else json.dumps(body)
        chunked = isinstance(body, Iterator)
        connection.request(method, path, raw, sent, encode_chunked=chunked)
        return connection.getresponse()


@pytest.fixture(scope="module")
def front(deployment: Deployment) -> Iterator[Front]:
    port = free_port()
    folder = deployment.folder
    own = "".join(
        f"\n  {name}_temp_path {folder}/{name};"
        for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    replaced = {
        "web:8000": f"127.0.0.1:{deployment.web.port}",
        "listen 8080": f"listen 127.0.0.1:{port}",
        "http {": "http {" + own + f"\n  access_log {folder}/access.log;",
    }
    path = folder / "nginx.conf"
    path.write_text(configuration("nginx/nginx.conf", replaced), encoding="utf-8")
    user = "user root; " if os.geteuid() == 0 else ""
    command = ["nginx", "-p", str(folder), "-c", str(path), "-e", str(folder / "error.log")]
    command += ["-g", f"{user}daemon off; pid {folder}/nginx.pid;"]
    checked = subprocess.run([*command, "-t"], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
    with running(command, f"http://127.0.0.1:{port}/health/live"):
        yield Front(port, deployment.web.key)


def test_calls_arrive_and_no_header_is_doubled(front: Front) -> None:
    response = front.open("POST", "/generate", PROMPT)
    assert response.status == 200
    assert json.load(response)["spec"]["design_type"] == "furniture"
    for name in ONCE:
        assert len(response.headers.get_all(name) or []) == 1, name
    assert response.headers["Server"] == "nginx"
    assert front.open("GET", "/", **{"X-Forwarded-Proto": "http"}).status == 301


def test_the_limit_is_the_clients_own_whatever_it_says_of_itself(front: Front) -> None:
    statuses = [
        front.open(
            "POST",
            "/auth/login",
            {"username": f"user-{n}", "password": "wrong"},
            source="127.0.0.2",
            **{"X-Forwarded-For": f"203.0.113.{n}"},
        ).status
        for n in range(12)
    ]
    assert statuses == [401] * 10 + [429] * 2
    other = front.open(
        "POST", "/auth/login", {"username": "one", "password": "x"}, source="127.0.0.3"
    )
    assert other.status == 401


def test_events_come_when_they_happen(front: Front) -> None:
    body = {"prompt": "A 4-storey office", "engine": "llm"}
    asked = time.monotonic()
    response = front.open("POST", "/generate", body, Accept="text/event-stream")
    assert response.status == 200
    assert response.readline().startswith(b"event:")
    first = time.monotonic() - asked
    rest = response.read()
    last = time.monotonic() - asked
    assert b"event: spec" in rest or b"event: done" in rest, rest
    # The model takes 1.5 s; what is settled without it does not wait for it.
    assert last - first > 1


def test_a_chunked_body_is_read(front: Front) -> None:
    raw = json.dumps(PROMPT).encode()
    chunks = iter([raw[:10], raw[10:]])
    response = front.open("POST", "/generate", chunks, **{"Transfer-Encoding": "chunked"})
    assert response.status == 200, response.read()


@pytest.mark.parametrize("size", [1_048_577, 3_000_000])
def test_a_body_that_is_too_large_is_a_problem(front: Front, size: int) -> None:
    assert_problem(front.open("POST", "/generate", b"x" * size), 413, "body_too_large")


@pytest.mark.parametrize(
    ("headers", "status"),
    [({"X-API-Key": "wrong"}, 401), ({"Content-Encoding": "gzip"}, 415), ({}, 400)],
)
def test_what_the_service_says_without_reading_the_body_arrives(
    front: Front, headers: dict[str, str], status: int
) -> None:
    for _ in range(10):
        assert front.open("POST", "/generate", b"x" * 1_000_000, **headers).status == status


def test_static_files_are_kept_and_compressed(front: Front) -> None:
    page = front.open("GET", "/dashboard/sign-in/", Accept="text/html").read().decode()
    found = re.search(r'href="(/static/theme/[^"]+\.css)"', page)
    assert found
    response = front.open("GET", found[1], **{"Accept-Encoding": "gzip"})
    assert response.status == 200
    assert response.headers["Content-Encoding"] == "gzip"
    assert "immutable" in response.headers["Cache-Control"]


def test_metrics_are_not_for_the_outside(front: Front) -> None:
    for path in ("/metrics", "/metrics/"):
        assert_problem(front.open("GET", path), 404, "not_found")


def test_a_service_that_is_away_is_a_problem_and_comes_back(
    front: Front, deployment: Deployment
) -> None:
    deployment.web.stop()
    try:
        response = front.open("POST", "/generate", PROMPT)
        assert response.headers["Retry-After"] == "5"
        assert_problem(response, 503, "service_unavailable")
    finally:
        deployment.web.processes.clear()
        deployment.serve()
    assert front.open("POST", "/generate", PROMPT).status == 200


def assert_problem(response: http.client.HTTPResponse, status: int, code: str) -> None:
    assert response.status == status
    assert response.headers["Content-Type"] == "application/problem+json"
    body = json.load(response)
    assert body["status"] == status
    assert body["code"] == code
    assert body["type"] == f"urn:prompt-to-json:problem:{code}"
    assert {"title", "detail", "request_id", "message", "error"} <= set(body)
