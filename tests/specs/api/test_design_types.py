"""/api/v1/design-types/: the vocabulary, as data."""

import pytest
from rest_framework.test import APIClient

from specs.design import DESIGN_TYPES

pytestmark = pytest.mark.django_db


def test_each_design_type_has_its_vocabulary(client_of_user: APIClient) -> None:
    body = client_of_user.get("/api/v1/design-types/").json()
    assert (body["next"], body["previous"]) == (None, None)
    assert tuple(each["name"] for each in body["results"]) == DESIGN_TYPES
    building = body["results"][0]
    assert {"name": "house"}.items() <= building["categories"][0].items()
    assert "villa" in building["categories"][0]["aliases"]
    assert {each["name"] for each in building["spaces"]} >= {"bedroom", "bathroom"}
    assert {"top_speed": "km/h"}.items() <= {
        each["name"]: each["unit"] for each in building["metrics"]
    }.items()


def test_one_design_type(client_of_user: APIClient) -> None:
    body = client_of_user.get("/api/v1/design-types/furniture/").json()
    assert body["name"] == "furniture"
    assert body["spaces"] == []
    assert "chair" in {each["name"] for each in body["categories"]}


@pytest.mark.parametrize("name", ["boat", "Building", "%00", "..%2fx", "{x}"])
def test_another_is_404(client_of_user: APIClient, name: str) -> None:
    response = client_of_user.get(f"/api/v1/design-types/{name}/")
    assert response.status_code == 404
    assert response["Content-Type"].startswith("application/problem+json")


def test_nobody_is_401(api_client: APIClient) -> None:
    assert api_client.get("/api/v1/design-types/").status_code == 401
