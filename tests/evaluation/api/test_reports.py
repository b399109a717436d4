"""GET /reports/{id}: who may read it, in which form, and that stored text stays text."""

import re
from typing import Any

import pytest
from rest_framework.test import APIClient

from evaluation.models import Evaluation
from tests.evaluation import things

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small")]

PAYLOADS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</title><script>alert(1)</script>",
    "{{7*7}}{% debug %}",
    "\u202eright to left",
]


@pytest.fixture
def report(client_of_user: APIClient, document: dict[str, Any]) -> str:
    document["stories"] = 40
    body = {"spec": document, "prompt": "A 3-storey office"}
    return str(client_of_user.post("/evaluate", body)["Location"])


def test_it_holds_all_that_the_score_rests_on(
    client_of_user: APIClient, report: str, document: dict[str, Any]
) -> None:
    body = client_of_user.get(report).json()
    assert body["report_id"] == report.rpartition("/")[2]
    assert body["prompt"] == "A 3-storey office"
    assert body["spec"] == document
    assert body["grade"] == body["evaluation"]["grade"] == "F"
    grouped = [f for found in body["findings_by_criterion"].values() for f in found]
    assert len(grouped) == len(body["evaluation"]["findings"])
    assert list(body["findings_by_criterion"])[-1] == "fidelity"
    for link in body["links"].values():
        assert client_of_user.get(link).status_code == 200, link


def test_reading_it_takes_one_query(
    api_client: APIClient, report: str, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(1):
        assert api_client.get(report).status_code == 200


def test_a_reader_who_has_it_is_told_so(api_client: APIClient, report: str) -> None:
    etag = api_client.get(report)["ETag"]
    response = api_client.get(report, headers={"If-None-Match": etag})
    assert (response.status_code, response.content) == (304, b"")
    assert api_client.get(report, headers={"If-None-Match": '"other"'}).status_code == 200


def test_it_can_be_kept_as_a_file(api_client: APIClient, report: str) -> None:
    response = api_client.get(f"{report}?format=json")
    assert response["Content-Type"].startswith("application/json")
    assert response["Content-Disposition"].startswith("attachment; filename=")
    assert response.json() == api_client.get(report).json()


def test_the_page_shows_it(api_client: APIClient, report: str) -> None:
    response = api_client.get(f"{report}?format=html")
    assert response["Content-Type"] == "text/html; charset=utf-8"
    page = response.content.decode()
    body = api_client.get(report).json()
    for finding in body["evaluation"]["findings"]:
        assert finding["rule"] in page or finding["rule"] == "CAP"
    assert f"{body['score']:g}</span>" in page
    assert 'title="/stories">storeys<' in page
    policy = response["Content-Security-Policy"]
    assert "unsafe-inline" not in policy
    assert not re.search(r"<script(?![^>]*src=)|<style|\sstyle=|\son[a-z]+=", page)


@pytest.mark.parametrize("form", ["xml", "pdf", "HTML", "../json", "%00"])
def test_another_form_is_422(api_client: APIClient, report: str, form: str) -> None:
    response = api_client.get(f"{report}?format={form}")
    assert response.status_code == 422
    assert response.json()["errors"][0]["pointer"] == "/format"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_stored_text_is_text_on_the_page(client_of_user: APIClient, payload: str) -> None:
    document = things.spec(
        "furniture",
        "table",
        title=payload,
        requirements=[payload],
        target_audience=payload,
        materials=[{"type": "wood", "grade": payload, "use": payload}],
    )
    response = client_of_user.post("/evaluate", {"spec": document, "prompt": f"abc {payload}"})
    page = client_of_user.get(f"{response['Location']}?format=html").content.decode()
    body = client_of_user.get(response["Location"]).json()
    assert body["title"] == body["spec"]["title"] == payload
    assert "alert(1)</script>" not in page
    assert "<img src=x" not in page
    if "7*7" in payload:
        assert payload in page


def test_without_the_setting_it_is_the_owners(
    api_client: APIClient,
    client_of_user: APIClient,
    client_of_other: APIClient,
    client_of_staff: APIClient,
    report: str,
    settings: Any,
) -> None:
    assert client_of_other.get(report).status_code == 404
    settings.PUBLIC_ENDPOINTS = []
    for query in ("", "?format=html", "?format=json"):
        assert api_client.get(report + query).status_code == 401
        assert client_of_other.get(report + query).status_code == 404
        assert client_of_user.get(report + query).status_code == 200
        assert client_of_staff.get(report + query).status_code == 200


@pytest.mark.parametrize(
    "name",
    [
        "abc",
        "%00",
        "..%2f..%2fetc%2fpasswd",
        "%252e%252e",
        "1%20OR%201=1",
        "00000000-0000-0000-0000-000000000000",
        "{00000000-0000-7000-8000-000000000000}",
        "9223372036854775808",
        "-1",
        "𝟙",
        "a" * 2_000,
    ],
)
def test_what_is_no_id_is_404(api_client: APIClient, report: str, name: str) -> None:
    response = api_client.get(f"/reports/{name}")
    assert response.status_code == 404
    assert response["Content-Type"].startswith("application/problem+json")


def test_an_id_in_capitals_is_the_same_id(api_client: APIClient, report: str) -> None:
    name = report.rpartition("/")[2].upper()
    assert api_client.get(f"/reports/{name}").status_code == 200
    assert Evaluation.objects.count() == 1
