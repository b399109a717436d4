"""A client that hangs up in the middle of a stream, at the server as it is deployed."""

import http.client
import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.service import Service, environment, free_port
from tests.specs.llm.fake_server import FakeServer

# The suite has it in a second, over the response object (tests/specs/llm/test_streams_again).
pytestmark = pytest.mark.long
BODY = {"prompt": "A 4-storey office", "engine": "llm"}
HEADERS = {"Accept": "text/event-stream", "Idempotency-Key": "left"}
END_SECONDS = 20


@pytest.fixture
def model() -> Iterator[FakeServer]:
    running = FakeServer()
    running.start()
    yield running
    running.stop()


@pytest.fixture
def service(tmp_path: Path, model: FakeServer) -> Iterator[Service]:
    port = free_port()
    with_model = {"OPENAI_BASE_URL": model.url("slow"), "OPENAI_API_KEY": "k", "WORKERS": "1"}
    running = Service(port, environment(tmp_path, port, **with_model))
    try:
        running.manage("migrate", "--verbosity", "0")
        running.key = running.manage("create_api_key", "client")
        running.start("manage.py", "serve")
        running.wait_until_ready()
        yield running
    finally:
        running.stop()


def test_the_answer_is_kept_for_a_client_that_hung_up(service: Service, model: FakeServer) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=10)
    sent = {"X-API-Key": service.key, "Content-Type": "application/json", **HEADERS}
    connection.request("POST", "/generate", json.dumps(BODY), sent)
    response = connection.getresponse()
    assert response.status == 200
    assert response.readline() == b"event: snapshot\n"
    response.close()
    connection.close()

    deadline, seen = time.monotonic() + END_SECONDS, set()
    while time.monotonic() < deadline:
        again = service.call("POST", "/generate", BODY, {"Idempotency-Key": "left"})
        seen.add(again.status)
        if again.status != 409:
            break
        time.sleep(0.2)
    assert seen <= {409, 200}
    assert again.headers["idempotent-replayed"] == "true"
    assert again.body["engine"] == "llm"
    listed = service.call("GET", "/api/v1/specs/").body["results"]
    assert [spec["id"] for spec in listed] == [again.body["spec_id"]]
    assert model.ledger.calls["slow"] == 1
