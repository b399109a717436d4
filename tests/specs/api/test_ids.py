"""Ids that are none, and ids of others: JSON 404, the same body for both."""

import uuid
from typing import Any

import pytest
from rest_framework.test import APIClient

from specs.models import Spec

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small_engine")]

NIL = "00000000-0000-0000-0000-000000000000"
BAD = [
    "abc",
    "%00",
    "..%2f..%2fetc%2fpasswd",
    "%252e%252e",
    ";",
    "1%20OR%201=1",
    "{braces}",
    NIL,
    str(2**63),
    "-1",
    "𝟙",
    "%F0%9D%9F%99",
    "%ff%fe",
    "a" * 5_000,
    "%0a",
    "null",
    "00000000000070008000000000000000",
    "urn:uuid:00000000-0000-7000-8000-000000000000",
]


@pytest.mark.parametrize("bad", BAD)
@pytest.mark.parametrize(
    "rest", ["", "revisions/", "revisions/1/", "diff/", "export/", "preview.svg"]
)
def test_what_is_no_id_is_404(client_of_user: APIClient, bad: str, rest: str) -> None:
    is_problem(client_of_user.get(f"/api/v1/specs/{bad}/{rest}"))


@pytest.mark.parametrize("form", ["{{{}}}", "urn:uuid:{}", "{}%0a", "{}%00", " {}", "{} "])
def test_another_spelling_of_a_real_id_is_404(
    client_of_user: APIClient, spec: Spec, form: str
) -> None:
    is_problem(client_of_user.get(f"/api/v1/specs/{form.format(spec.pk)}/"))
    is_problem(client_of_user.get(f"/api/v1/specs/{spec.pk.hex}/"))


@pytest.mark.parametrize(
    "number", ["0", "2", "-1", "01", "1.0", "abc", "٢", "9" * 30, "%00", "1e0"]
)
def test_what_is_no_revision_is_404(client_of_user: APIClient, spec: Spec, number: str) -> None:
    is_problem(client_of_user.get(f"/api/v1/specs/{spec.pk}/revisions/{number}/"))


def is_problem(response: Any) -> None:
    assert response.status_code == 404, response.content[:200]
    assert response["Content-Type"].startswith("application/problem+json")


@pytest.mark.parametrize(
    ("method", "rest"),
    [
        ("get", ""),
        ("patch", ""),
        ("get", "revisions/"),
        ("get", "revisions/1/"),
        ("get", "diff/"),
        ("get", "export/"),
        ("get", "preview.svg"),
    ],
)
def test_somebody_elses_is_answered_like_a_missing_one(
    client_of_other: APIClient, client_of_staff: APIClient, spec: Spec, method: str, rest: str
) -> None:
    body = {"spec": {"stories": 9}}
    answers = []
    for key in (spec.pk, uuid.uuid4()):
        response = getattr(client_of_other, method)(
            f"/api/v1/specs/{key}/{rest}", *([body] if method == "patch" else [])
        )
        is_problem(response)
        problem = (
            response.json() if rest != "preview.svg" else __import__("json").loads(response.content)
        )
        problem.pop("instance")
        problem.pop("request_id")
        answers.append(problem)
    assert answers[0] == answers[1]
    spec.refresh_from_db()
    assert spec.latest.number == 1
    if method == "get":
        assert client_of_staff.get(f"/api/v1/specs/{spec.pk}/{rest}").status_code == 200


@pytest.mark.parametrize("rest", ["", "revisions/", "diff/", "export/", "preview.svg"])
def test_nobody_is_401(api_client: APIClient, spec: Spec, rest: str) -> None:
    response = api_client.get(f"/api/v1/specs/{spec.pk}/{rest}")
    assert response.status_code == 401
    assert response["WWW-Authenticate"]
