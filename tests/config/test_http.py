"""What holds for every request: ids, sizes, labels, and one shape of error."""

import json

import pytest
from django.test import Client

PROBLEM_KEYS = {"type", "title", "status", "detail", "instance", "request_id", "message", "error"}


def test_the_root_says_where_everything_is(client: Client) -> None:
    body = client.get("/").json()
    assert body["name"] == "Prompt-to-JSON"
    assert {"docs", "health", "schema"} <= set(body["links"])


def test_unknown_paths_are_a_problem_with_the_requests_own_id(client: Client) -> None:
    response = client.get("/nowhere", headers={"X-Request-ID": "abc-123"})
    assert response.status_code == 404
    assert response["Content-Type"] == "application/problem+json"
    assert response["X-Request-ID"] == "abc-123"
    body = response.json()
    assert set(body) >= PROBLEM_KEYS
    assert body["request_id"] == "abc-123"
    assert body["instance"] == "/nowhere"


@pytest.mark.parametrize("sent", ["", "a b", "x" * 129, "<script>", "é", "-dash-first"])
def test_unsafe_request_ids_are_replaced(client: Client, sent: str) -> None:
    made = client.get("/", headers={"X-Request-ID": sent})["X-Request-ID"]
    assert made != sent
    assert made.isalnum()


def test_bodies_over_a_megabyte_are_refused_by_their_length(client: Client) -> None:
    raw = json.dumps({"prompt": "a" * 1024 * 1024})
    response = client.post("/generate", raw, content_type="application/json")
    assert response.status_code == 413
    assert set(response.json()) >= PROBLEM_KEYS


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "gzip, identity"])
def test_compressed_bodies_are_not_read(client: Client, encoding: str) -> None:
    response = client.post(
        "/generate",
        b"\x1f\x8b",
        content_type="application/json",
        headers={"Content-Encoding": encoding},
    )
    assert response.status_code == 415


def test_a_body_without_a_length_is_refused(client: Client) -> None:
    response = client.generic(
        "POST", "/generate", b"", HTTP_TRANSFER_ENCODING="chunked", CONTENT_LENGTH=""
    )
    assert response.status_code == 411


@pytest.mark.django_db
def test_health_names_every_part(client: Client) -> None:
    response = client.get("/health")
    body = response.json()
    assert response.status_code == 200
    assert body["status"] == "healthy"
    assert set(body["checks"]) == {
        "database",
        "cache",
        "broker",
        "llm",
        "fallback_store",
        "migrations",
    }
    assert body["checks"]["database"]["status"] == "ok"
    assert body["system"]["memory_mb"] > 0
    assert client.get("/health/live").json() == {"status": "alive"}
    assert client.get("/health/ready").json()["status"] == "ready"


def test_pages_carry_a_policy_without_inline_code(client: Client) -> None:
    policy = client.get("/")["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe-inline" not in policy
