"""HEAD and OPTIONS follow the same rules as the methods that they ask about."""

import uuid

import pytest
from rest_framework.test import APIClient

from specs.models import Spec

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small_engine")]

ADDRESSES = ["/generate", "/api/v1/specs/", "/api/v1/specs/{}/", "/api/v1/design-types/"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_options_answer_and_need_a_caller(
    client_of_user: APIClient, api_client: APIClient, spec: Spec, address: str
) -> None:
    assert client_of_user.options(address.format(spec.pk)).status_code == 200
    assert api_client.options(address.format(spec.pk)).status_code == 401


def test_head_is_get_without_a_body(
    client_of_user: APIClient, client_of_other: APIClient, api_client: APIClient, spec: Spec
) -> None:
    address = f"/api/v1/specs/{spec.pk}/"
    response = client_of_user.head(address)
    assert response.status_code == 200
    assert response["ETag"]
    assert client_of_other.head(address).status_code == 404
    assert client_of_user.head(f"/api/v1/specs/{uuid.uuid4()}/").status_code == 404
    assert api_client.head(address).status_code == 401
