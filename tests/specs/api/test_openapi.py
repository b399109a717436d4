"""The OpenAPI document says what the API does."""

from typing import Any

import jsonschema
import pytest
from django.core.management import call_command
from drf_spectacular.generators import SchemaGenerator
from rest_framework.test import APIClient

from specs.models import Spec
from specs.schema import is_valid, spec_schema


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    generated: dict[str, Any] = SchemaGenerator().get_schema(public=True)
    return generated


def test_the_document_is_valid_and_without_warnings() -> None:
    call_command("spectacular", "--validate", "--fail-on-warn", "--file", "/dev/null")


def test_the_schema_of_a_spec_is_the_projects_own(document: dict[str, Any]) -> None:
    own = {key: value for key, value in spec_schema().items() if not key.startswith("$")}
    assert document["components"]["schemas"]["DesignSpec"] == own


def test_every_operation_has_answers_and_problems(document: dict[str, Any]) -> None:
    for path, operations in document["paths"].items():
        for method, operation in operations.items():
            where = f"{method} {path}"
            responses = operation["responses"]
            assert any(status.startswith("2") for status in responses), where
            assert operation["summary"] if path.startswith(("/api/v1/specs", "/generate")) else True
            if operation.get("requestBody"):
                assert {"400", "415", "422", "429"} <= set(responses), where
            if operation.get("security") and {} not in operation["security"]:
                assert "401" in responses, where
            if "{" in path:
                assert "404" in responses, where
            for status, response in responses.items():
                # A health report is no problem: it says what is away, and what is not.
                reports = path.startswith("/health") or path == "/system-test"
                if status.startswith(("4", "5")) and response.get("content") and not reports:
                    assert list(response["content"]) == ["application/problem+json"], where


def test_bodies_are_json(document: dict[str, Any]) -> None:
    for operations in document["paths"].values():
        for operation in operations.values():
            types = operation.get("requestBody", {}).get("content", {})
            assert set(types) <= {"application/json", "application/merge-patch+json"}


@pytest.mark.django_db
@pytest.mark.usefixtures("small_engine")
def test_the_examples_work(document: dict[str, Any], client_of_user: APIClient) -> None:
    for path, expected in (("/generate", 200), ("/api/v1/specs/", 201)):
        body = document["paths"][path]["post"]["requestBody"]["content"]["application/json"]
        for example in body["examples"].values():
            assert client_of_user.post(path, example["value"]).status_code == expected, example
            if "spec" in example["value"]:
                assert is_valid(example["value"]["spec"])
    # Two examples send the same prompt: the second answer comes from the cache.
    assert Spec.objects.count() == 3


@pytest.mark.django_db
@pytest.mark.parametrize("rest", ["", "revisions/", "revisions/1/", "diff/?from=1&to=1", "export/"])
def test_answers_are_as_described(
    document: dict[str, Any], client_of_user: APIClient, spec: Spec, rest: str
) -> None:
    path = "/api/v1/specs/{spec_id}/" + rest.partition("?")[0].replace("1", "{number}")
    described(document, path, "get", client_of_user.get(f"/api/v1/specs/{spec.pk}/{rest}"))


@pytest.mark.django_db
@pytest.mark.usefixtures("small_engine")
def test_generated_and_listed_are_as_described(
    document: dict[str, Any], client_of_user: APIClient
) -> None:
    prompt = {"prompt": "A 3-storey office, purple warn"}
    described(document, "/generate", "post", client_of_user.post("/generate", prompt))
    described(document, "/api/v1/specs/", "get", client_of_user.get("/api/v1/specs/"))
    described(document, "/api/v1/specs/", "post", client_of_user.post("/api/v1/specs/", prompt))
    described(document, "/generate", "post", client_of_user.post("/generate", {}))
    types = client_of_user.get("/api/v1/design-types/")
    described(document, "/api/v1/design-types/", "get", types)


def described(document: dict[str, Any], path: str, method: str, response: Any) -> None:
    """The answer validates against what the document says of its status and type."""
    answer = document["paths"][path][method]["responses"][str(response.status_code)]
    media_type = response["Content-Type"].partition(";")[0]
    schema = {**answer["content"][media_type]["schema"], "components": document["components"]}
    validator = jsonschema.Draft202012Validator(schema)
    errors = [
        f"{error.json_path}: {error.message}" for error in validator.iter_errors(response.json())
    ]
    assert not errors
