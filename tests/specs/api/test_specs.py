"""/api/v1/specs/: create, read, conditional reads, export and the drawing."""

import json
from typing import Any
from xml.etree import ElementTree

import pytest
from rest_framework.test import APIClient

from accounts.models import User
from specs.models import Spec
from specs.pointers import leaves
from specs.services import spec_scored, spec_submit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small_engine")]


def address(spec: Spec, rest: str = "") -> str:
    return f"/api/v1/specs/{spec.pk}/{rest}"


def test_a_prompt_makes_a_spec(client_of_user: APIClient, user: User) -> None:
    response = client_of_user.post("/api/v1/specs/", {"prompt": "A 3-storey office"})
    assert response.status_code == 201
    body = response.json()
    assert response["Location"] == f"/api/v1/specs/{body['id']}/"
    assert response["ETag"]
    assert (body["engine"], body["revision"], body["owner"]) == ("rules", 1, "client")
    assert client_of_user.get(response["Location"]).json() == body


def test_an_own_document_makes_a_spec(client_of_user: APIClient, document: dict[str, Any]) -> None:
    document["stories"] = 7
    response = client_of_user.post("/api/v1/specs/", {"spec": document, "prompt": "Seven floors"})
    assert response.status_code == 201
    body = response.json()
    assert (body["spec"], body["prompt"], body["engine"]) == (document, "Seven floors", None)
    assert body["provenance"]["/stories"] == {"source": "person"}
    assert set(body["provenance"]) == {
        "/schema_version",
        "/design_type",
        "/category",
        "/title",
        "/stories",
        "/dimensions/height",
    }
    assert Spec.objects.get(pk=body["id"]).latest.origin == "submitted"


def test_a_wrong_document_is_422_with_its_places(
    client_of_user: APIClient, document: dict[str, Any]
) -> None:
    document["stories"] = 0
    document["dimensions"]["height"] = "tall"
    document["approved"] = True
    count = Spec.objects.count()
    response = client_of_user.post("/api/v1/specs/", {"spec": document})
    assert response.status_code == 422
    body = response.json()
    assert body["code"] == "invalid_spec"
    assert {error["pointer"] for error in body["errors"]} == {
        "/spec",
        "/spec/stories",
        "/spec/dimensions/height",
    }
    assert Spec.objects.count() == count


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"category": "x" * 101}, "/spec/category"),
        ({"title": "x" * 121}, "/spec/title"),
        ({"title": ""}, "/spec/title"),
        ({"requirements": ["x" * 300_000]}, "/spec"),
        ({"design_type": "boat"}, "/spec/design_type"),
        ({"design_type": True}, "/spec/design_type"),
    ],
)
def test_what_a_column_cannot_hold_is_422(
    client_of_user: APIClient, document: dict[str, Any], change: dict[str, Any], pointer: str
) -> None:
    response = client_of_user.post("/api/v1/specs/", {"spec": {**document, **change}})
    assert response.status_code == 422
    assert pointer in {error["pointer"] for error in response.json()["errors"]}


@pytest.mark.parametrize(
    "body", [{}, {"engine": "rules"}, {"spec": None}, {"spec": [1]}, {"spec": "x"}]
)
def test_neither_prompt_nor_document_is_422(client_of_user: APIClient, body: Any) -> None:
    assert client_of_user.post("/api/v1/specs/", body).status_code == 422
    assert not Spec.objects.exists()


NUMBERS = [1, 1.0, 0.1, 1e22, 1e-7, 123456789.123456789, 1e308, 5e-324, 9007199254740992]


@pytest.mark.parametrize("number", NUMBERS)
def test_numbers_come_back_as_they_were(
    client_of_user: APIClient, document: dict[str, Any], number: float
) -> None:
    document["dimensions"]["volume"] = number
    made = client_of_user.post("/api/v1/specs/", {"spec": document})
    assert made.status_code == 201, made.content
    read = client_of_user.get(made["Location"])
    assert json.loads(read.content)["spec"]["dimensions"]["volume"] == number
    assert read.content == made.content
    assert client_of_user.get(f"{made['Location']}preview.svg").status_code == 200


def test_keys_come_back_in_the_order_of_the_schema(
    client_of_user: APIClient, document: dict[str, Any]
) -> None:
    shuffled = dict(reversed(document.items()))
    made = client_of_user.post("/api/v1/specs/", {"spec": shuffled})
    read = client_of_user.get(made["Location"])
    assert list(json.loads(read.content)["spec"]) == list(document)


def test_reading_again_is_304_until_something_changes(
    client_of_user: APIClient, spec: Spec
) -> None:
    first = client_of_user.get(address(spec))
    assert first.status_code == 200
    etag = first["ETag"]
    for sent in (etag, f"W/{etag}", f'"other", {etag}', "*"):
        again = client_of_user.get(address(spec), headers={"If-None-Match": sent})
        assert (again.status_code, again.content) == (304, b""), sent
        assert again["ETag"] == etag
    assert client_of_user.get(address(spec), headers={"If-None-Match": '"x"'}).status_code == 200
    assert client_of_user.get(address(spec), headers={"If-None-Match": "x"}).status_code == 200

    assert spec_scored(revision=spec.latest, score=71.5)
    changed = client_of_user.get(address(spec), headers={"If-None-Match": etag})
    assert changed.status_code == 200
    assert changed.json()["latest_score"] == 71.5
    assert changed["ETag"] != etag


def test_both_spellings_of_an_address_are_served(client_of_user: APIClient, spec: Spec) -> None:
    assert client_of_user.get(f"/api/v1/specs/{spec.pk}").status_code == 200
    assert client_of_user.post("/api/v1/specs", {"prompt": "An office"}).status_code == 201
    assert client_of_user.get(f"/api/v1/specs/{str(spec.pk).upper()}/").status_code == 200


def test_export_is_a_download_with_provenance(client_of_user: APIClient, spec: Spec) -> None:
    response = client_of_user.get(address(spec, "export/"))
    assert response.status_code == 200
    assert response["Content-Disposition"] == f'attachment; filename="spec-{spec.pk}.json"'
    body = response.json()
    assert body["spec"] == spec.latest.document
    assert set(body["provenance"]) == {place for place, _ in leaves(body["spec"])}
    assert body["provenance"].items() >= spec.latest.provenance.items()
    assert body["prompt"] == spec.prompt


def test_the_drawing_is_svg_that_escapes(client_of_user: APIClient, document: Any) -> None:
    document["title"] = '</title><script>alert(1)</script>"&\u0001\ufffe'
    document["dimensions"].update(length=30, width=20, height=12)
    made = client_of_user.post("/api/v1/specs/", {"spec": document})
    response = client_of_user.get(
        f"{made['Location']}preview.svg", headers={"Accept": "image/avif,image/*,*/*;q=0.8"}
    )
    assert response.status_code == 200
    assert response["Content-Type"] == "image/svg+xml; charset=utf-8"
    assert "script-src" not in response["Content-Security-Policy"]
    assert response["Content-Security-Policy"].startswith("default-src 'none'")
    root = ElementTree.fromstring(response.content)  # noqa: S314 - our own
    assert not list(root.iter("{http://www.w3.org/2000/svg}script"))
    words = "".join(root.itertext())
    assert "length 30 m" in words
    assert "<script>alert(1)</script>" in words
    again = client_of_user.get(
        f"{made['Location']}preview.svg", headers={"If-None-Match": response["ETag"]}
    )
    assert again.status_code == 304


def test_no_drawing_is_a_problem_in_json(client_of_user: APIClient) -> None:
    missing = "/api/v1/specs/00000000-0000-7000-8000-000000000000/preview.svg"
    response = client_of_user.get(missing, headers={"Accept": "image/*"})
    assert response.status_code == 404
    assert response["Content-Type"].startswith("application/problem+json")
    assert json.loads(response.content)["status"] == 404


@pytest.mark.parametrize("method", ["put", "delete"])
def test_specs_are_not_replaced_or_deleted(
    client_of_user: APIClient, spec: Spec, method: str
) -> None:
    assert getattr(client_of_user, method)(address(spec)).status_code == 405
    assert Spec.objects.filter(pk=spec.pk).exists()


def test_a_submitted_spec_needs_no_engine(user: User, document: Any, settings: Any) -> None:
    settings.SPEC_GENERATORS = {}
    assert spec_submit(document=document, owner=user).engine == ""


def test_reading_takes_one_query(
    client_of_user: APIClient, spec: Spec, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(1):
        client_of_user.get(address(spec))
