"""While the database is away an inline spec is judged all the same, and stored on its return."""

from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as configured
from django.db import OperationalError, connection
from rest_framework.test import APIClient

from accounts.journal import Journal, replay
from accounts.models import AgentRun
from evaluation.models import Evaluation
from specs.models import Spec

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small")]


def away(*args: Any) -> Any:
    """Instead of any statement at all."""
    raise OperationalError("the server closed the connection")


@pytest.fixture
def journal(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Journal:
    settings.FALLBACK_DIR = tmp_path
    # The tests replay by hand.
    monkeypatch.setattr("accounts.journal.recording.replay.start_thread", lambda: None)
    return Journal(tmp_path)


def test_it_is_accepted_with_final_ids_and_replayed_once(
    client_of_user: APIClient,
    document: dict[str, Any],
    journal: Journal,
) -> None:
    body = {"spec": {**document, "stories": "3"}, "prompt": "A 3-storey office"}
    with connection.execute_wrapper(away):
        response = client_of_user.post("/evaluate", body)
    assert response.status_code == 202, response.content
    made = response.json()
    assert (made["success"], made["storage"]) == (True, "journal")
    assert not Evaluation.objects.exists()
    files = journal.files()
    assert [path.relative_to(configured.FALLBACK_DIR).as_posix() for path in files] == [
        f"reports/{made['report_id']}.json"
    ]
    record = files[0].read_text(encoding="utf-8")
    assert replay(journal) == 1
    assert journal.files() == []
    files[0].write_text(record, encoding="utf-8")
    assert replay(journal) == 1
    evaluation = Evaluation.objects.get()
    assert str(evaluation.pk) == made["report_id"]
    assert str(evaluation.spec_id) == made["spec_id"]
    assert evaluation.scorecard == made["evaluation"]
    assert evaluation.submitted == body["spec"]
    spec = Spec.objects.get()
    assert spec.latest_score == evaluation.score
    assert AgentRun.objects.filter(agent="EvaluatorAgent").count() == 1
    report = client_of_user.get(response["Location"]).json()
    assert report["evaluation"] == made["evaluation"]


def test_what_cannot_be_written_down_is_503(
    client_of_user: APIClient, spec: Spec, document: dict[str, Any], journal: Journal
) -> None:
    key = {"Idempotency-Key": "once"}
    with connection.execute_wrapper(away):
        for path, body, headers in [
            ("/evaluate", {"spec_id": str(spec.pk)}, {}),
            ("/evaluate", {"spec": document}, key),
            ("/batch-evaluate", [{"spec": document}], {}),
        ]:
            response = client_of_user.post(path, body, headers=headers)
            assert response.status_code == 503, path
            assert response["Retry-After"]
    assert journal.files() == []
