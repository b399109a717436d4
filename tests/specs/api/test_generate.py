"""POST /generate: the answer that existing clients read."""

import json
from typing import Any

import pytest
from django.db import connection
from rest_framework.test import APIClient

from accounts.models import User
from specs.api import presenters
from specs.api.outputs import GeneratedSerializer
from specs.models import Spec, SpecRevision
from specs.schema import is_valid
from specs.services import spec_generate

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small_engine")]

KEYS = {
    "success",
    "spec_id",
    "spec",
    "provenance",
    "assumptions",
    "unmet",
    "engine",
    "model",
    "cached",
    "storage",
    "warnings",
    "usage",
    "message",
}


def test_answers_and_stores_the_spec(client_of_user: APIClient, user: User) -> None:
    response = client_of_user.post("/generate", {"prompt": "A 3-storey office, purple"})
    assert response.status_code == 200
    body = response.json()
    assert set(body) == KEYS
    assert (body["success"], body["engine"], body["model"]) == (True, "rules", None)
    assert (body["cached"], body["storage"], body["usage"]) == (False, "database", {"attempts": 1})
    assert is_valid(body["spec"])
    assert body["provenance"]["/stories"] == {
        "source": "prompt",
        "text": "3-storey",
        "start": 2,
        "end": 10,
    }
    assert body["assumptions"][0]["pointer"] == "/dimensions/height"
    assert body["unmet"][0]["text"] == "purple"
    assert "1 value read from the prompt, 1 assumed, 1 wish without" in body["message"]

    stored = Spec.objects.get(pk=body["spec_id"])
    assert response["Location"] == f"/api/v1/specs/{stored.pk}/"
    assert (stored.owner, stored.prompt) == (user, "A 3-storey office, purple")
    assert stored.latest.number == 1
    assert stored.latest.document == body["spec"]
    assert stored.latest.origin == "generated"


def test_the_answer_is_what_its_serializer_would_make_of_it(
    client_of_user: APIClient, settings: Any
) -> None:
    settings.SPEC_GENERATORS = {"rules": "specs.generation.rules.RulesGenerator"}
    prompt = "A two-storey house with 3 bedrooms, powered by moonbeams"
    body = client_of_user.post("/generate", {"prompt": prompt, "engine": "llm"}).json()
    assert all(body[name] for name in ("provenance", "assumptions", "unmet", "warnings"))
    spec = Spec.objects.select_related("latest").get()
    assert body == json.loads(json.dumps(GeneratedSerializer(presenters.generated(spec)).data))


def test_the_location_can_be_read(client_of_user: APIClient) -> None:
    made = client_of_user.post("/generate", {"prompt": "A 3-storey office"})
    read = client_of_user.get(made["Location"])
    assert read.status_code == 200
    assert read.json()["spec"] == made.json()["spec"]


def test_no_design_is_422_and_stores_nothing(client_of_user: APIClient) -> None:
    response = client_of_user.post("/generate", {"prompt": "Write me a poem"})
    assert response.status_code == 422
    body = response.json()
    assert body["code"] == "not_a_design"
    assert body["errors"][0]["pointer"] == "/prompt"
    assert body["understood"] == "a poem"
    assert not Spec.objects.exists()


def test_without_a_model_the_rules_answer_and_say_so(client_of_user: APIClient) -> None:
    body = client_of_user.post("/generate", {"prompt": "An office", "engine": "llm"}).json()
    assert body["engine"] == "rules"
    assert [warning["code"] for warning in body["warnings"]] == ["llm_not_configured"]


def test_the_design_type_is_passed_on(client_of_user: APIClient) -> None:
    body = client_of_user.post(
        "/generate", {"prompt": "A thing", "design_type": "furniture"}
    ).json()
    assert body["spec"]["design_type"] == "furniture"


def test_an_engine_that_breaks_the_schema_stores_nothing(settings: Any, user: User) -> None:
    settings.SPEC_GENERATORS = {"rules": "tests.specs.small.BrokenGenerator"}
    with pytest.raises(RuntimeError, match="broke the schema"):
        spec_generate(prompt="An office", owner=user)
    assert not SpecRevision.objects.exists()


def test_an_engine_that_breaks_the_schema_is_an_internal_error(
    settings: Any, client_of_user: APIClient
) -> None:
    settings.SPEC_GENERATORS = {"rules": "tests.specs.small.BrokenGenerator"}
    client_of_user.raise_request_exception = False
    response = client_of_user.post("/generate", {"prompt": "An office"})
    assert response.status_code == 500
    assert "spaceship" not in response.content.decode()


def test_storing_takes_one_trip_to_the_server(
    client_of_user: APIClient, django_assert_num_queries: Any
) -> None:
    client_of_user.post("/generate", {"prompt": "An office"})
    # Spec, revision and run. SQLite, to which no way is long, gets them one by one.
    with django_assert_num_queries(1 if connection.vendor == "postgresql" else 3):
        response = client_of_user.post("/generate", {"prompt": "Another office"})
    assert response.json()["cached"] is False


def test_needs_a_caller(api_client: APIClient) -> None:
    response = api_client.post("/generate", {"prompt": "An office"})
    assert response.status_code == 401
    assert response["WWW-Authenticate"]
    assert not Spec.objects.exists()
