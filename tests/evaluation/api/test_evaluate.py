"""POST /evaluate and specs/{id}/evaluate: what is answered, and what is stored with it."""

from typing import Any

import pytest
from django.test import override_settings
from rest_framework.test import APIClient

from accounts.models import AgentRun, User
from evaluation.models import Evaluation
from evaluation.services import evaluations as service
from specs.models import Spec
from specs.services import revision_edit
from tests.evaluation import things

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small")]


def test_a_document_is_judged_and_kept(
    client_of_user: APIClient, user: User, document: dict[str, Any]
) -> None:
    response = client_of_user.post("/evaluate", {"spec": document, "prompt": "A 3-storey office"})
    assert response.status_code == 200, response.content
    body = response.json()
    assert set(body) == {"success", "report_id", "spec_id", "storage", "evaluation"}
    assert response["Location"] == f"/reports/{body['report_id']}"
    evaluation = Evaluation.objects.get()
    assert str(evaluation.pk) == body["report_id"]
    assert (evaluation.owner, evaluation.rubric_id) == (user, "building-1")
    assert evaluation.score == body["evaluation"]["score"]
    assert evaluation.submitted is None
    spec = Spec.objects.get()
    assert str(spec.pk) == body["spec_id"]
    assert (spec.owner, spec.prompt) == (user, "A 3-storey office")
    assert spec.latest.origin == "submitted"
    assert spec.latest.document == document
    assert spec.latest_score == evaluation.score
    run = AgentRun.objects.get(agent="EvaluatorAgent")
    assert run.ok
    assert run.duration_ms > 0


def test_points_of_the_findings_are_what_is_missing(
    client_of_user: APIClient, document: dict[str, Any]
) -> None:
    document["stories"] = 4
    body = {"spec": document, "prompt": "A 3-storey office"}
    card = client_of_user.post("/evaluate", body).json()["evaluation"]
    assert round(sum(f["points"] for f in card["findings"]), 2) == round(100 - card["score"], 2)
    contradicted = [f for f in card["findings"] if f["pointer"] == "/stories"]
    assert contradicted[0]["severity"] == "error"
    assert card["score"] == 49
    assert card["feedback"] == [f["message"] for f in card["findings"]]


def test_the_same_again_gives_the_same_evaluation(
    client_of_user: APIClient, document: dict[str, Any]
) -> None:
    body = {"spec": document, "prompt": "A 3-storey office"}
    first, second = (client_of_user.post("/evaluate", body).json() for _ in range(2))
    assert first["evaluation"] == second["evaluation"]
    assert first["report_id"] != second["report_id"]


def test_a_partial_document_is_read_and_noted(client_of_user: APIClient) -> None:
    sent = {"design_type": "furniture", "category": "table", "dimensions": {"height": "0.75"}}
    body = client_of_user.post("/evaluate", {"spec": sent}).json()
    assert body["evaluation"]["criteria"]["fidelity"]["score"] is None
    assert "S3" in {finding["rule"] for finding in body["evaluation"]["findings"]}
    spec = Spec.objects.get()
    assert spec.latest.document["dimensions"]["height"] == 0.75
    assert Evaluation.objects.get().submitted == sent


def test_the_classic_shape_is_mapped_and_noted(client_of_user: APIClient) -> None:
    sent = {
        "building_type": "office",
        "stories": 3,
        "materials": [{"type": "steel", "grade": "S355", "properties": {}}],
        "dimensions": {"length": 30, "width": 20, "height": 10.5, "area": 1800},
        "features": ["elevator"],
        "requirements": ["No basement"],
    }
    body = client_of_user.post("/evaluate", {"spec": sent}).json()
    assert "S9" in {finding["rule"] for finding in body["evaluation"]["findings"]}
    stored = Spec.objects.get().latest.document
    assert (stored["design_type"], stored["category"]) == ("building", "office")
    assert stored["dimensions"]["floor_area"] == 1800
    report = client_of_user.get(f"/reports/{body['report_id']}").json()
    assert report["submitted"] == sent


def test_a_stored_spec_is_judged_by_its_own_prompt(
    client_of_user: APIClient, spec: Spec, django_assert_max_num_queries: Any
) -> None:
    client_of_user.post("/evaluate", {"spec_id": str(spec.pk)})
    # Spec with owner and revision; savepoint; evaluation, run, score; savepoint.
    with django_assert_max_num_queries(6):
        response = client_of_user.post("/evaluate", {"spec_id": str(spec.pk)})
    body = response.json()
    assert body["spec_id"] == str(spec.pk)
    assert body["evaluation"]["criteria"]["fidelity"]["score"] == 100
    spec.refresh_from_db()
    assert spec.latest_score == body["evaluation"]["score"]


def test_what_was_assumed_earns_less(client_of_user: APIClient, spec: Spec) -> None:
    assumed = client_of_user.post("/evaluate", {"spec_id": str(spec.pk)}).json()
    stated = client_of_user.post("/evaluate", {"spec": spec.latest.document}).json()
    completeness = [e["evaluation"]["criteria"]["completeness"]["score"] for e in (assumed, stated)]
    assert completeness[0] < completeness[1]


def test_another_prompt_does_not_move_the_specs_score(
    client_of_user: APIClient, spec: Spec
) -> None:
    body = {"spec_id": str(spec.pk), "prompt": "A 9-storey office"}
    response = client_of_user.post("/evaluate", body).json()
    assert response["evaluation"]["score"] <= 49
    spec.refresh_from_db()
    assert spec.latest_score is None
    report = client_of_user.get(f"/reports/{response['report_id']}").json()
    assert report["prompt"] == "A 9-storey office"


def test_the_resource_makes_an_evaluation_of_the_latest_revision(
    client_of_user: APIClient, spec: Spec, user: User
) -> None:
    revision_edit(spec=spec, changes_made={"stories": 4}, author=user)
    response = client_of_user.post(f"/api/v1/specs/{spec.pk}/evaluate")
    assert response.status_code == 201, response.content
    body = response.json()
    assert body["revision"] == 2
    assert response["Location"] == f"/api/v1/evaluations/{body['id']}/"
    assert client_of_user.get(response["Location"]).json() == body


def test_somebody_elses_spec_is_not_there(client_of_other: APIClient, spec: Spec) -> None:
    for method, path, body in [
        ("post", "/evaluate", {"spec_id": str(spec.pk)}),
        ("post", f"/api/v1/specs/{spec.pk}/evaluate", {}),
        ("post", "/api/v1/specs/nonsense/evaluate", {}),
    ]:
        response = getattr(client_of_other, method)(path, body)
        assert response.status_code == 404, path
    assert not Evaluation.objects.exists()


def test_it_needs_credentials(api_client: APIClient, document: dict[str, Any]) -> None:
    assert api_client.post("/evaluate", {"spec": document}).status_code == 401
    with override_settings(PUBLIC_ENDPOINTS=["evaluate"]):
        assert api_client.post("/evaluate", {"spec": document}).status_code == 200
    assert Evaluation.objects.get().owner is None


def test_a_retried_request_has_one_effect(
    client_of_user: APIClient, document: dict[str, Any]
) -> None:
    key = {"Idempotency-Key": "once"}
    first, again = (
        client_of_user.post("/evaluate", {"spec": document}, headers=key) for _ in range(2)
    )
    assert first.json() == again.json()
    assert again["Idempotent-Replayed"] == "true"
    assert Evaluation.objects.count() == 1


def test_limits_are_told(
    client_of_user: APIClient, document: dict[str, Any], settings: Any
) -> None:
    settings.RATE_LIMIT_PROTECTED = "2/minute"
    answers = [client_of_user.post("/evaluate", {"spec": document}) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[0]["RateLimit-Policy"] == '"evaluate";q=2;w=60'
    assert int(answers[2]["Retry-After"]) > 0


def test_nothing_is_half_stored(
    client_of_user: APIClient, document: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("in the middle of the transaction")

    monkeypatch.setattr(service, "_evaluation_store", break_down)
    client_of_user.raise_request_exception = False
    assert client_of_user.post("/evaluate", {"spec": document}).status_code == 500
    assert not Spec.objects.exists()
    assert not AgentRun.objects.exists()


def test_every_known_thing_goes_through(client_of_user: APIClient) -> None:
    for name, document in things.known_things()[::9]:
        assert client_of_user.post("/evaluate", {"spec": document}).status_code == 200, name
