"""What API.md promises of every endpoint at once: paging, tags, jobs, repeated requests, limits."""

import re
import uuid
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import IdempotencyRecord, User
from specs.models import Spec
from specs.services import spec_submit
from tests.contract.conftest import PROMPT, Things
from tests.contract.test_bad_bodies import GOOD
from tests.contract.urls import ROWS, Rule

pytestmark = pytest.mark.django_db
LISTS = [row.path for row in ROWS if row.name.endswith("-list") and row.method == "get"]
PAGED = [path for path in LISTS if path not in ("/api/v1/design-types",)]
OBJECTS = [
    row.path
    for row in ROWS
    if row.method == "get"
    and (row.name.endswith("-detail") or row.name in ("report", "spec-preview"))
    and row.name != "review-detail"
]


@pytest.fixture
def client(user: User) -> APIClient:
    client = APIClient(raise_request_exception=False)
    client.force_authenticate(user)
    return client


def filled(path: str, things: Things) -> str:
    return re.sub(r"\{(\w+)\}", lambda match: things[match[1]], path)


@pytest.mark.parametrize("path", PAGED)
def test_lists_have_pages(path: str, staff: User, things: Things) -> None:
    client = APIClient()
    client.force_authenticate(staff)
    for spelling in (filled(path, things), filled(path, things) + "/"):
        body = client.get(spelling).json()
        assert set(body) == {"next", "previous", "results"}
    for query in ("page_size=0", "page_size=-1", "page_size=abc", "page_size=1000000", "page=9"):
        assert client.get(f"{filled(path, things)}?{query}").status_code == 200
    for cursor in ("xyz", "cD0xJw%3D%3D", "%00", "bz0xMDA%3D"):
        assert client.get(f"{filled(path, things)}?cursor={cursor}").status_code in (200, 404)
    for query in ("ordering=password", "ordering=-spec__x", "filter__password__startswith=a"):
        assert client.get(f"{filled(path, things)}?{query}").status_code in (200, 422)


def test_a_page_has_a_hundred_rows_at_most_and_leads_to_the_next(
    client: APIClient, user: User, things: Things
) -> None:
    document = things.spec.latest.document
    for _ in range(104):
        spec_submit(document=document, owner=user, prompt=PROMPT)
    first = client.get("/api/v1/specs?page_size=1000000").json()
    assert len(first["results"]) == 100
    second = client.get(first["next"]).json()
    ids = [row["id"] for row in (*first["results"], *second["results"])]
    assert len(ids) == len(set(ids)) == Spec.objects.count() == 105
    assert second["next"] is None
    assert client.get(second["previous"]).json()["results"] == first["results"]


@pytest.mark.parametrize("path", OBJECTS)
def test_what_a_reader_has_is_not_sent_again(path: str, client: APIClient, things: Things) -> None:
    address = filled(path, things)
    first = client.get(address)
    assert first.status_code == 200
    tag = first["ETag"]
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = client.get(address, headers={"If-None-Match": known})
        assert (again.status_code, again.content) == (304, b""), known
        assert again["ETag"] == tag
    assert client.get(address, headers={"If-None-Match": '"other"'}).status_code == 200


CREATING = {
    **GOOD,
    "coordinated-improvement": {"prompt": "An oak desk", "max_rounds": 1},
    "advanced-rl": {"prompt": "An oak desk", "n_iter": 1},
    "batch-evaluate": {"items": ["An oak desk"]},
}


@pytest.mark.parametrize("name", CREATING)
def test_a_repeated_request_is_done_once(name: str, client: APIClient, things: Things) -> None:
    row = next(each for each in ROWS if each.name == name and each.method == "post")
    path, key = filled(row.path, things), {"Idempotency-Key": uuid.uuid4().hex}
    first = client.post(path, CREATING[name], headers=key)
    assert first.status_code in (200, 201), first.content
    second = client.post(path, CREATING[name], headers=key)
    assert second["Idempotent-Replayed"] == "true"
    assert second.status_code == first.status_code
    assert second.get("Location") == first.get("Location")
    wanted = first.json()
    if name == "api-key-list":
        # Shown once: what is kept for the replay has no secret in it.
        secret, wanted["key"] = wanted["key"], None
        assert secret not in IdempotencyRecord.objects.get().body
    assert second.json() == wanted
    other = client.post(path, {**CREATING[name], "another": 1}, headers=key)
    assert other.status_code == 422
    assert other.json()["code"] == "idempotency_key_reused"


def test_an_unusable_key_is_told_even_with_an_unreadable_body(client: APIClient) -> None:
    for key in ("x" * 256, "with space", "é"):
        for body in (b'{"prompt": "An oak desk"}', b'{"prompt": 99999999999999999999}', b"["):
            headers = {"Idempotency-Key": key}
            response = client.generic(
                "POST", "/generate", body, "application/json", headers=headers
            )
            assert response.status_code == 422
            assert response.json()["errors"][0]["pointer"] == "/Idempotency-Key"


LONG = {
    "/iterate": {"prompt": "An oak desk", "n_iter": 1},
    "/api/v1/specs/{spec}/iterate": {"n_iter": 1},
    "/advanced-rl": {"prompt": "An oak desk", "n_iter": 1},
    "/coordinated-improvement": {"prompt": "An oak desk", "max_rounds": 1},
    "/batch-evaluate": ["An oak desk"],
}


@pytest.mark.parametrize("path", LONG)
def test_long_calls_become_jobs_where_that_is_preferred(
    path: str,
    client: APIClient,
    things: Things,
    django_capture_on_commit_callbacks: Any,
) -> None:
    headers = {"Prefer": "respond-async, wait=1"}
    with django_capture_on_commit_callbacks(execute=True):
        accepted = client.post(filled(path, things), LONG[path], headers=headers)
    assert accepted.status_code == 202
    assert accepted["Preference-Applied"] == "respond-async"
    assert accepted["Location"] == f"/api/v1/jobs/{accepted.json()['id']}"
    job = client.get(accepted["Location"]).json()
    assert job["status"] == "succeeded", job
    assert set(job["progress"]) == {"done", "total", "message"}
    assert client.get(job["result_url"]).status_code == 200
    # What has ended stays as it is.
    assert client.delete(accepted["Location"]).json()["status"] == "succeeded"


def test_a_queued_job_is_cancelled(client: APIClient, things: Things) -> None:
    job = client.delete(f"/api/v1/jobs/{things['job']}").json()
    assert (job["status"], job["result_url"]) == ("cancelled", "")


LIMITED = [row for row in ROWS if row.method == "post" and row.rule in (Rule.LISTED, Rule.EACH)]


@pytest.mark.parametrize("row", LIMITED, ids=str)
def test_the_limit_is_told_before_it_is_reached(
    row: Any, client: APIClient, settings: Any, things: Things
) -> None:
    settings.RATE_LIMIT_PROTECTED = "2/minute"
    answers = [client.post(filled(row.path, things), {"prompt": 5}) for _ in range(3)]
    assert [answer.status_code == 429 for answer in answers] == [False, False, True]
    for left, answer in zip((1, 0, 0), answers, strict=True):
        assert re.fullmatch(r'"[a-z-]+";q=2;w=60', answer["RateLimit-Policy"])
        assert re.fullmatch(rf'"[a-z-]+";r={left};t=\d+', answer["RateLimit"])
    assert 1 <= int(answers[2]["Retry-After"]) <= 60
    assert answers[2]["Content-Type"] == "application/problem+json"


@pytest.mark.parametrize("row", [row for row in ROWS if row.rule is not Rule.PAGE], ids=str)
def test_another_method_is_405_and_says_which_there_are(
    row: Any, things: Things, staff: User
) -> None:
    if row.path.startswith("/dashboard/"):
        pytest.skip("a page")
    client = APIClient(raise_request_exception=False)
    client.force_authenticate(staff)
    response = client.generic("TRACE", filled(row.path, things), headers={"X-Request-ID": "abc-1"})
    assert response.status_code == 405
    assert row.method.upper() in response["Allow"]
    assert response["Content-Type"] == "application/problem+json"
    assert response.json()["request_id"] == response["X-Request-ID"] == "abc-1"


@pytest.mark.parametrize("path", ["/metrics", "/schema", "/docs", "/api/v1/agreement"])
def test_problems_are_json_whatever_the_view_renders(path: str, client: APIClient) -> None:
    for accept in ("*/*", "text/csv", "text/plain"):
        response = client.delete(path, headers={"Accept": accept})
        assert response.json()["status"] == response.status_code
        assert response["Content-Type"] == "application/problem+json"
