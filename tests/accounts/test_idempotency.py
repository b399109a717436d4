"""A retried POST has one effect, also when it is sent eight times at once."""

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection
from rest_framework.test import APIClient

from accounts.models import IdempotencyRecord, User
from specs.design import DesignSpec
from specs.models import Spec

SPEC = DesignSpec("furniture", "table", "Oak table").as_json()


def send(client: APIClient, key: str, spec: dict[str, Any] = SPEC) -> Any:
    return client.post("/api/v1/specs/", {"spec": spec}, headers={"Idempotency-Key": key})


@pytest.fixture
def client_of(user: User) -> APIClient:
    client = APIClient()
    client.force_authenticate(user)
    return client


def test_the_first_answer_is_given_again(client_of: APIClient) -> None:
    first, second = send(client_of, "a"), send(client_of, "a")
    assert (first.status_code, second.status_code) == (201, 201)
    assert second.json() == first.json()
    assert second["Location"] == first["Location"]
    assert second["Idempotent-Replayed"] == "true"
    assert "Idempotent-Replayed" not in first
    assert Spec.objects.count() == 1


def test_the_same_key_with_another_body_is_refused(client_of: APIClient) -> None:
    send(client_of, "a")
    response = send(client_of, "a", {**SPEC, "title": "Another"})
    assert response.status_code == 422
    assert response.json()["code"] == "idempotency_key_reused"
    assert Spec.objects.count() == 1


def test_a_key_in_flight_is_a_conflict(client_of: APIClient) -> None:
    send(client_of, "a")
    IdempotencyRecord.objects.update(status_code=None)
    assert send(client_of, "a").status_code == 409


def test_a_refused_request_leaves_its_key_free(client_of: APIClient) -> None:
    assert send(client_of, "a", {"title": "no spec"}).status_code == 422
    assert send(client_of, "a").status_code == 201


def test_keys_belong_to_their_owner(client_of: APIClient, other_user: User) -> None:
    send(client_of, "a")
    client_of.force_authenticate(other_user)
    response = send(client_of, "a")
    assert response.status_code == 201
    assert "Idempotent-Replayed" not in response
    assert Spec.objects.count() == 2


@pytest.mark.parametrize("key", ["", " ", "x" * 256, "x" * 10_000, "ключ", "a b"])
def test_unusable_keys_are_refused(client_of: APIClient, key: str) -> None:
    assert send(client_of, key).status_code in {400, 422}
    assert Spec.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_eight_at_once_have_one_effect() -> None:
    owner = User.objects.create_user("client")
    start = threading.Barrier(8)

    def once(_: int) -> int:
        client = APIClient()
        client.force_authenticate(owner)
        start.wait()
        try:
            return int(send(client, "a").status_code)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        statuses = list(pool.map(once, range(8)))
    assert set(statuses) <= {201, 409}
    assert 201 in statuses
    assert Spec.objects.count() == 1
