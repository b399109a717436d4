"""/api/v1/evaluations/: whose, which, in what order; and the summary of many."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from evaluation.models import Evaluation
from tests.evaluation import things

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small")]
LIST = "/api/v1/evaluations/"


@pytest.fixture
def three(client_of_user: APIClient, document: dict[str, Any]) -> list[dict[str, Any]]:
    table = things.spec("furniture", "table", materials=["wood"])
    broken = {**document, "stories": 40}
    prompt = {"prompt": "A 3-storey office"}
    bodies = [{"spec": document, **prompt}, {"spec": table}, {"spec": broken, **prompt}]
    return [client_of_user.post("/evaluate", body).json() for body in bodies]


def ids(client: APIClient, query: str) -> list[str]:
    response = client.get(LIST + query)
    assert response.status_code == 200, response.content
    return [row["id"] for row in response.json()["results"]]


def test_the_list_is_ones_own_and_newest_first(
    client_of_user: APIClient,
    client_of_other: APIClient,
    client_of_staff: APIClient,
    three: list[dict[str, Any]],
) -> None:
    newest_first = [made["report_id"] for made in reversed(three)]
    assert ids(client_of_user, "") == ids(client_of_staff, "") == newest_first
    assert ids(client_of_other, "") == []
    detail = f"{LIST}{newest_first[0]}/"
    assert client_of_user.get(detail).status_code == 200
    assert client_of_staff.get(detail).status_code == 200
    assert client_of_other.get(detail).status_code == 404
    assert APIClient().get(LIST).status_code == 401
    assert APIClient().get(detail).status_code == 401


def test_filters(client_of_user: APIClient, three: list[dict[str, Any]]) -> None:
    sound, table, broken = (made["report_id"] for made in three)
    spec = three[1]["spec_id"]
    for query, expected in [
        ("?design_type=furniture", [table]),
        ("?grade=F", [broken]),
        ("?max_score=49", [broken]),
        (f"?min_score={three[0]['evaluation']['score']}&design_type=building", [sound]),
        ("?rubric=furniture-1", [table]),
        ("?rubric=nothing", []),
        (f"?spec={spec}", [table]),
        ("?created_after=2100-01-01T00:00:00Z", []),
        ("?created_before=2100-01-01T00:00:00Z", [broken, table, sound]),
        ("?page_size=1", [broken]),
        ("?page_size=1000000", [broken, table, sound]),
        ("?ordering=created_at", [sound, table, broken]),
        ("?nothing=known", [broken, table, sound]),
    ]:
        assert ids(client_of_user, query) == expected, query
    by_score = sorted(three, key=lambda made: made["evaluation"]["score"])
    assert ids(client_of_user, "?ordering=score") == [made["report_id"] for made in by_score]


def test_pages_by_cursor(client_of_user: APIClient, three: list[dict[str, Any]]) -> None:
    for ordering in ("created_at", "-score"):
        found, page = [], f"{LIST}?page_size=1&ordering={ordering}"
        while page:
            body = client_of_user.get(page).json()
            found += [row["id"] for row in body["results"]]
            page = body["next"]
        assert found == ids(client_of_user, f"?ordering={ordering}")


@pytest.mark.parametrize(
    "query",
    [
        "?design_type=boat",
        "?grade=Z",
        "?min_score=x",
        "?min_score=-1",
        "?max_score=101",
        "?min_score=1e999",
        "?min_score=NaN",
        "?spec=nonsense",
        "?spec=1%20OR%201=1",
        "?created_after=yesterday",
        "?ordering=password",
        "?ordering=-spec__owner",
        "?rubric=%00",
    ],
)
def test_a_wrong_query_is_422(client_of_user: APIClient, query: str) -> None:
    assert client_of_user.get(LIST + query).status_code == 422


def test_a_list_takes_few_queries_and_no_documents(
    client_of_user: APIClient, three: list[dict[str, Any]], django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(1):
        body = client_of_user.get(LIST).json()
    assert "evaluation" not in body["results"][0]


def test_an_evaluation_never_changes(
    client_of_user: APIClient, three: list[dict[str, Any]]
) -> None:
    path = f"{LIST}{three[0]['report_id']}/"
    first = client_of_user.get(path)
    assert first.json()["evaluation"] == three[0]["evaluation"]
    again = client_of_user.get(path, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    for method in ("put", "patch", "delete"):
        assert getattr(client_of_user, method)(path, {}).status_code == 405


@pytest.mark.parametrize("name", ["abc", "%00", "-1", "{x}", "9223372036854775808"])
def test_what_is_no_id_is_404(client_of_user: APIClient, name: str) -> None:
    assert client_of_user.get(f"{LIST}{name}/").status_code == 404


def test_the_summary_is_of_the_filtered_set(
    client_of_user: APIClient,
    client_of_other: APIClient,
    three: list[dict[str, Any]],
    django_assert_max_num_queries: Any,
) -> None:
    with django_assert_max_num_queries(4):
        body = client_of_user.get(f"{LIST}summary").json()
    scores = [made["evaluation"]["score"] for made in three]
    assert (body["count"], body["considered"]) == (3, 3)
    assert body["mean_score"] == round(sum(scores) / 3, 2)
    assert sum(body["grades"].values()) == 3
    assert body["grades"]["F"] == 1
    fidelity = [m["evaluation"]["criteria"]["fidelity"]["score"] for m in (three[0], three[2])]
    assert body["criteria"]["fidelity"] == round(sum(fidelity) / 2, 2)
    counted = {
        (finding["rule"], finding["severity"]): finding["evaluations"]
        for finding in body["findings"]
    }
    for key, number in counted.items():
        holders = [
            made
            for made in three
            if key in {(f["rule"], f["severity"]) for f in made["evaluation"]["findings"]}
        ]
        assert len(holders) >= number >= 1
    tables = client_of_user.get(f"{LIST}summary?design_type=furniture").json()
    assert tables["count"] == 1
    assert tables["criteria"]["fidelity"] is None
    nothing = client_of_other.get(f"{LIST}summary").json()
    assert (nothing["count"], nothing["mean_score"], nothing["findings"]) == (0, None, [])
    assert client_of_user.get(f"{LIST}summary?grade=Z").status_code == 422
    assert APIClient().get(f"{LIST}summary").status_code == 401


def test_the_commonest_findings_come_first(
    client_of_user: APIClient, three: list[dict[str, Any]]
) -> None:
    found = client_of_user.get(f"{LIST}summary").json()["findings"]
    numbers = [finding["evaluations"] for finding in found]
    assert numbers == sorted(numbers, reverse=True)
    lost = sum(100 - made["evaluation"]["score"] for made in three)
    assert round(sum(finding["points"] for finding in found), 2) <= round(lost, 2)
    assert Evaluation.objects.count() == 3
