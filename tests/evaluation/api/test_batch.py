"""POST /batch-evaluate: every item its own outcome, all of it in one go, or as a job."""

import json
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import AgentRun, Job, User
from evaluation.models import Evaluation
from specs.models import Spec
from tests.evaluation import things

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small")]


def test_each_item_has_its_outcome_in_its_place(
    client_of_user: APIClient, document: dict[str, Any], user: User
) -> None:
    items = [
        "A 3-storey office",
        {"spec": document, "prompt": "A 3-storey office"},
        {"spec": document},
        {"prompt": "A 2-storey office"},
        "a poem about the sea",
        "ab",
        7,
        {"spec": [1, 2]},
        {"spec": {"x": [1] * 2_001}},
        {"prompt": ["no text"]},
        {},
        None,
        {"spec": {**document, "requirements": ["x" * 2_000] * 200}},
    ]
    response = client_of_user.post("/batch-evaluate", items)
    assert response.status_code == 200, response.content
    body = response.json()
    assert (body["count"], body["succeeded"], body["failed"]) == (13, 4, 9)
    assert [result["index"] for result in body["results"]] == list(range(13))
    failures = [(r["error"]["code"], r["error"]["pointer"]) for r in body["results"][4:]]
    assert failures == [
        ("not_a_design", "/prompt"),
        ("length", ""),
        ("not_an_item", ""),
        ("unreadable_spec", "/spec"),
        ("unreadable_spec", "/spec"),
        ("not_text", "/prompt"),
        ("required", "/prompt"),
        ("not_an_item", ""),
        ("invalid_spec", "/spec"),
    ]
    assert Evaluation.objects.filter(owner=user).count() == Spec.objects.count() == 4
    for result in body["results"][:4]:
        stored = Evaluation.objects.get(pk=result["report_id"])
        assert str(stored.spec_id) == result["spec_id"]
        assert stored.score == result["score"] == stored.spec.latest_score
        assert stored.scorecard == result["evaluation"]
    assert Spec.objects.filter(latest__origin="generated", engine="rules").count() == 2
    assert AgentRun.objects.filter(agent="MainAgent").count() == 2
    assert AgentRun.objects.filter(agent="EvaluatorAgent").count() == 4


def test_one_evaluation_is_the_same_alone_and_in_a_batch(
    client_of_user: APIClient, document: dict[str, Any]
) -> None:
    item = {"spec": document, "prompt": "A 5-storey office"}
    alone = client_of_user.post("/evaluate", item).json()
    batch = client_of_user.post("/batch-evaluate", {"items": [item]}).json()
    assert batch["results"][0]["evaluation"] == alone["evaluation"]


def test_it_is_open_where_the_setting_says_so(api_client: APIClient, settings: Any) -> None:
    assert api_client.post("/batch-evaluate", ["A 3-storey office"]).status_code == 200
    assert Evaluation.objects.get().owner is None
    settings.PUBLIC_ENDPOINTS = []
    assert api_client.post("/batch-evaluate", ["A 3-storey office"]).status_code == 401


@pytest.mark.parametrize(
    "body", [[], ["An office"] * 501, {"items": "An office"}, {"items": {}}, {}, {"items": []}]
)
def test_a_list_of_1_to_500(client_of_user: APIClient, body: Any) -> None:
    response = client_of_user.post("/batch-evaluate", body)
    assert response.status_code == 422, response.content
    assert response.json()["errors"][0]["pointer"] == "/items"


def test_500_specs_fit_into_one_body(
    client_of_user: APIClient, django_assert_max_num_queries: Any
) -> None:
    documents = [document for _, document in things.known_things()]
    items = [{"spec": documents[n % len(documents)]} for n in range(500)]
    body = json.dumps(items, separators=(",", ":"))
    assert len(body) < 1024 * 1024
    # Rubrics, two savepoints, and the rows some fifty at a time.
    with django_assert_max_num_queries(40):
        response = client_of_user.post("/batch-evaluate", body, content_type="application/json")
    assert response.status_code == 200, response.content
    assert response.json()["succeeded"] == 500
    assert Evaluation.objects.count() == 500


def test_a_job_has_one_effect(
    client_of_user: APIClient, django_capture_on_commit_callbacks: Any
) -> None:
    items = ["A 3-storey office", "ab", "A 4-storey office"]
    with django_capture_on_commit_callbacks(execute=True):
        response = client_of_user.post(
            "/batch-evaluate", {"items": items}, headers={"Prefer": "respond-async"}
        )
    assert response.status_code == 202, response.content
    job = client_of_user.get(response["Location"]).json()
    assert job["status"] == "succeeded", job
    assert (job["result"]["succeeded"], job["result"]["failed"]) == (2, 1)
    report = job["result"]["results"][0]["report_id"]
    assert client_of_user.get(f"/reports/{report}").status_code == 200
    assert Evaluation.objects.count() == 2
    assert Job.objects.get().kind == "batch-evaluate"


def test_a_wish_for_a_job_without_an_owner_is_answered_at_once(api_client: APIClient) -> None:
    response = api_client.post(
        "/batch-evaluate", ["A 3-storey office"], headers={"Prefer": "respond-async"}
    )
    assert response.status_code == 200
    assert not Job.objects.exists()
