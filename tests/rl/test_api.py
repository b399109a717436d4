"""Improving over HTTP: every step shown, the best state stored, bad input refused whole."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import Job, User
from rl.api.inputs import EditsSerializer
from rl.models import IterationLog, IterationSession, PolicyVersion
from specs.models import Spec, SpecRevision
from specs.patches import apply

PROMPT = "A house"
URL = "/iterate"


def test_iterating_a_prompt_shows_every_step_and_stores_the_best(client: APIClient) -> None:
    answer = client.post(URL, {"prompt": PROMPT, "n_iter": 4}).json()
    assert answer["success"] is True
    assert answer["total_iterations"] == len(answer["iterations"]) == 4
    assert answer["final_score"] >= answer["initial_score"]
    for step in answer["iterations"]:
        assert apply(step["spec_before"], step["diff"]) == step["spec_after"]
        assert step["improvement"] == round(step["score_after"] - step["score_before"], 2)
        assert step["evaluation"]["score"] == step["score_after"]
        assert step["feedback"]
    session = IterationSession.objects.get(pk=answer["session_id"])
    assert session.final_revision.document == answer["final_spec"]
    assert session.spec.latest_id == session.final_revision_id
    assert session.spec.latest_score == answer["final_score"]
    assert session.iterations.count() == 4


def test_what_a_session_made_up_names_the_session(client: APIClient) -> None:
    answer = client.post(URL, {"prompt": PROMPT}).json()
    revision = SpecRevision.objects.get(latest_of=answer["spec_id"])
    made_up = {p for p, entry in revision.provenance.items() if entry["source"] == "policy"}
    assert made_up
    assert all(revision.provenance[p]["session"] == answer["session_id"] for p in made_up)
    assert made_up <= {entry["pointer"] for entry in revision.assumptions}


def test_a_stored_spec_goes_on_where_it_stands(client: APIClient) -> None:
    first = client.post(URL, {"prompt": PROMPT, "n_iter": 2}).json()
    second = client.post(URL, {"spec_id": first["spec_id"], "n_iter": 2}).json()
    assert second["initial_score"] == first["final_score"]
    assert second["spec_id"] == first["spec_id"]
    third = client.post(f"/api/v1/specs/{first['spec_id']}/iterate", {"n_iter": 1})
    assert third.status_code == 200


def test_the_address_alone_says_which_spec_is_improved(client: APIClient) -> None:
    own = client.post(URL, {"prompt": PROMPT, "n_iter": 1}).json()["spec_id"]
    url = f"/api/v1/specs/{own}/iterate/"
    answer = client.post(url, {"n_iter": 1})
    assert (answer.status_code, answer.json()["spec_id"]) == (200, own)
    assert client.post(url, {"n_iter": "1"}).status_code == 422
    schema = client.get("/schema").content.decode()
    body = schema[schema.index("operationId: spec_iterate") :].split("requestBody:")[1][:200]
    assert "/EditsRequest'" in body
    # A field that the document names is looked at: this body has none for another spec.
    assert set(EditsSerializer().fields) == {"n_iter", "target_score", "lock"}


def test_locked_places_stay(client: APIClient) -> None:
    made = client.post("/generate", {"prompt": PROMPT}).json()
    body = {"spec_id": made["spec_id"], "n_iter": 8, "lock": ["/title", "/category", "/stories"]}
    answer = client.post(URL, body).json()
    for name in ("title", "category", "stories"):
        assert answer["final_spec"][name] == made["spec"][name]


def test_the_target_ends_the_session(client: APIClient) -> None:
    answer = client.post(URL, {"prompt": PROMPT, "n_iter": 50, "target_score": 1}).json()
    assert answer["stopped_because"] == "target_reached"
    assert answer["iterations"] == []


BAD = [
    {"prompt": PROMPT, "n_iter": 0},
    {"prompt": PROMPT, "n_iter": 51},
    {"prompt": PROMPT, "n_iter": "5"},
    {"prompt": PROMPT, "n_iter": 5.5},
    {"prompt": PROMPT, "n_iter": True},
    {"prompt": PROMPT, "target_score": 101},
    {"prompt": PROMPT, "target_score": "90"},
    {"prompt": PROMPT, "lock": "/title"},
    {"prompt": PROMPT, "lock": [7]},
    {"prompt": "no"},
    {"prompt": "write me a poem"},
    {"prompt": PROMPT, "spec_id": "0197c5a8-8f2c-7000-8000-000000000000"},
    {"spec_id": "not-an-id"},
    {},
]


@pytest.mark.parametrize("body", BAD)
def test_bad_input_is_refused_and_nothing_is_stored(client: APIClient, body: Any) -> None:
    answer = client.post(URL, body)
    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"
    assert not Spec.objects.exists()
    assert not IterationSession.objects.exists()


def test_an_unknown_or_foreign_spec_is_not_found(client: APIClient, other_user: User) -> None:
    made = client.post(URL, {"prompt": PROMPT}).json()
    unknown = {"spec_id": "0197c5a8-8f2c-7000-8000-000000000000"}
    assert client.post(URL, unknown).status_code == 404
    client.force_authenticate(other_user)
    assert client.post(URL, {"spec_id": made["spec_id"]}).status_code == 404


def test_a_lock_on_nothing_is_refused(client: APIClient) -> None:
    made = client.post("/generate", {"prompt": PROMPT}).json()
    answer = client.post(URL, {"spec_id": made["spec_id"], "lock": ["/nowhere"]})
    assert answer.status_code == 422
    assert (
        answer.json()["type"].endswith("unknown_pointer") or "/nowhere" in answer.json()["detail"]
    )
    assert not IterationSession.objects.exists()


def test_a_prompt_with_a_lock_on_nothing_stores_nothing(client: APIClient) -> None:
    answer = client.post(URL, {"prompt": PROMPT, "lock": ["/nowhere"]})
    assert answer.status_code == 422
    assert not Spec.objects.exists()


@pytest.mark.django_db
def test_improving_needs_a_credential(engines: None) -> None:
    for url in (URL, "/advanced-rl", "/coordinated-improvement"):
        assert APIClient().post(url, {"prompt": PROMPT}).status_code == 401


def test_iterations_are_public_by_id_where_listed(client: APIClient, settings: Any) -> None:
    url = f"/iterations/{client.post(URL, {'prompt': PROMPT}).json()['session_id']}"
    assert APIClient().get(url).json()["total_iterations"] == 3
    settings.PUBLIC_ENDPOINTS = ["root"]
    assert APIClient().get(url).status_code == 401
    assert client.get(url).status_code == 200
    assert client.get("/iterations/nothing").status_code == 404


def test_sessions_belong_to_their_owner(client: APIClient, other_user: User) -> None:
    session = client.post(URL, {"prompt": PROMPT}).json()["session_id"]
    listed = client.get("/api/v1/sessions/").json()["results"]
    assert [row["id"] for row in listed] == [session]
    steps = client.get(f"/api/v1/sessions/{session}/steps/").json()
    assert [step["number"] for step in steps] == [1, 2, 3]
    assert all(step["action"] in step["mask"] for step in steps)
    assert all(0 <= step["probability"] <= 1 for step in steps)
    client.force_authenticate(other_user)
    assert client.get("/api/v1/sessions/").json()["results"] == []
    assert client.get(f"/api/v1/sessions/{session}/").status_code == 404
    assert client.get(f"/iterations/{session}").status_code == 404


def test_training_stores_a_candidate_and_never_promotes_it(client: APIClient) -> None:
    before = PolicyVersion.objects.filter(status="current").count()
    answer = client.post("/advanced-rl", {"prompt": PROMPT, "n_iter": 32}).json()
    assert answer["promoted"] is False
    assert answer["episodes"] == 32
    assert [point["episodes"] for point in answer["learning_curve"]] == [16, 32]
    policy = PolicyVersion.objects.get(pk=answer["policy_version"])
    assert (policy.status, policy.algorithm) == ("candidate", "reinforce")
    assert PolicyVersion.objects.filter(status="current").count() == before
    assert answer["final_score"] >= answer["initial_score"]


@pytest.mark.parametrize("n_iter", [0, 4097, "64", 1.5])
def test_training_for_an_odd_number_is_refused(client: APIClient, n_iter: Any) -> None:
    answer = client.post("/advanced-rl", {"prompt": PROMPT, "n_iter": n_iter})
    assert answer.status_code == 422
    assert not IterationSession.objects.exists()


def test_agents_improve_together(client: APIClient) -> None:
    body = {"prompt": PROMPT, "target_score": 99, "max_rounds": 2}
    result = client.post("/coordinated-improvement", body).json()["result"]
    assert result["final_score"] >= result["initial_score"]
    assert result["rounds"] <= 2
    assert {"MainAgent", "EvaluatorAgent", "FeedbackAgent", "RLLoop"} == set(result["agents_used"])
    assert all(c["duration_ms"] >= 0 for c in result["contributions"])


@pytest.mark.parametrize("url", [URL, "/advanced-rl", "/coordinated-improvement"])
def test_a_client_may_ask_for_a_job(client: APIClient, url: str) -> None:
    answer = client.post(url, {"prompt": PROMPT}, headers={"Prefer": "respond-async"})
    assert answer.status_code == 202
    assert answer["Location"].startswith("/api/v1/jobs/")


@pytest.mark.parametrize("kind", ["iterate", "advanced-rl", "coordinated-improvement"])
def test_a_job_leads_to_its_session(client: APIClient, user: User, kind: str) -> None:
    from accounts.services import job_create, job_run

    parameters = {"prompt": PROMPT, "n_iter": 16, "target_score": 90.0, "max_rounds": 1}
    job = job_create(owner=user, kind=kind, parameters=parameters)
    job_run(job.pk)
    job = Job.objects.get(pk=job.pk)
    assert (job.status, job.error) == ("succeeded", job.error)
    session = IterationSession.objects.get()
    assert job.result_url == f"/iterations/{session.pk}"


def test_logs_can_be_replayed(client: APIClient) -> None:
    answer = client.post(URL, {"prompt": PROMPT, "n_iter": 6}).json()
    session = IterationSession.objects.get(pk=answer["session_id"])
    document = session.start_revision.document
    for log in IterationLog.objects.filter(session=session).order_by("number"):
        document = apply(document, log.patch)
        assert document == log.document


def test_reading_one_session_again_is_not_modified(client: APIClient) -> None:
    session = client.post(URL, {"prompt": PROMPT}).json()["session_id"]
    first = client.get(f"/api/v1/sessions/{session}/")
    again = client.get(f"/api/v1/sessions/{session}/", headers={"If-None-Match": first["ETag"]})
    assert (first.status_code, again.status_code) == (200, 304)


def test_a_job_whose_worker_was_killed_leaves_no_second_spec(
    client: APIClient, user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rl.jobs import iterate

    asked = {"prompt": "A house for a job", "n_iter": 2}
    # Killed between the slow part and its effect: what it had prepared is gone with it.
    iterate(asked, owner=user, progress=lambda done, total: None)
    assert not Spec.objects.exists()
    iterate(asked, owner=user, progress=lambda done, total: None)()
    assert Spec.objects.count() == IterationSession.objects.count() == 1
    # Killed inside the effect: the transaction takes the spec back with the session.
    effect = iterate(asked, owner=user, progress=lambda done, total: None)
    with monkeypatch.context() as broken:
        broken.setattr(IterationLog.objects, "bulk_create", lambda logs: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            effect()
    assert Spec.objects.count() == SpecRevision.objects.filter(number=1).count() == 1
