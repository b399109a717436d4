"""The calls that clients of the classic service make, in the form in which they make them."""

import http.client
import json
from typing import Any
from urllib.parse import urlsplit

import pytest

from accounts.models import User
from accounts.services import api_key_create

PASSWORD = "a long enough password"
LABEL = {"Content-Type": "application/json"}
SPEC = {
    "design_type": "building",
    "building_type": "office",
    "stories": 5,
    "materials": [{"type": "steel", "grade": "A36"}],
    "dimensions": {"length": 30, "width": 25, "height": 17.5, "area": 750},
    "features": ["elevator", "parking"],
    "requirements": ["Modern office building"],
}
REFLECTION = {"honesty": "a", "integrity": "b", "discipline": "c", "gratitude": "d"}
LOG = {"date": "2026-11-20", "day": "Friday", "task": "Review", "values_reflection": REFLECTION}


@pytest.fixture(autouse=True)
def _small_engine() -> None:
    """The service as it is deployed: these clients are promised its own engine."""


class Classic:
    """Sends what it is told and no header more; `form` is the label that curl puts on `-d`."""

    def __init__(self, base_url: str) -> None:
        self.address = urlsplit(base_url).netloc

    def __call__(
        self, wanted: int, call: str, body: Any = None, headers: dict[str, str] | None = None
    ) -> Any:
        method, _, path = call.partition(" ")
        connection = http.client.HTTPConnection(self.address, timeout=60)
        try:
            raw = None if body is None else json.dumps(body).encode()
            connection.request(method, path, raw, headers or {})
            response = connection.getresponse()
            text = response.read()
        finally:
            connection.close()
        assert response.status == wanted, (call, response.status, text[:300])
        kind = response.headers["Content-Type"]
        return json.loads(text) if "json" in kind else text.decode()


@pytest.mark.django_db(transaction=True)
def test_classic_clients_are_answered_as_they_expect(live_server: Any) -> None:
    call = Classic(live_server.url)
    user = User.objects.create_user("demo", password=PASSWORD)
    key = {"X-API-Key": api_key_create(user=user, name="classic").key}
    labelled = {**LABEL, **key}

    for path in ("/", "/health", "/agent-status", "/cache-stats", "/docs"):
        assert call(200, f"GET {path}")
    assert "django_http_requests_total" in call(200, "GET /metrics")
    assert call(200, "GET /system-test")["success"]

    form = {"Content-Type": "application/x-www-form-urlencoded"}
    tokens = call(200, "POST /auth/login", {"username": "demo", "password": PASSWORD}, form)
    assert tokens["token_type"] == "bearer"
    again = call(200, "POST /auth/refresh", {"refresh": tokens["refresh"]}, LABEL)
    bearer = {"Authorization": f"Bearer {again['access']}"}

    office = {"prompt": "Modern office building"}
    for headers in (labelled, {**LABEL, **bearer}, {**form, **key}):
        made = call(200, "POST /generate", office, headers)
        assert made["success"]
        assert made["spec"]["design_type"] == "building"
    call(401, "POST /generate", office, LABEL)
    call(401, "POST /generate", office, {**LABEL, "X-API-Key": "wrong"})
    call(422, "POST /generate", {}, labelled)

    judged = call(200, "POST /evaluate", {"spec": SPEC, "prompt": office["prompt"]}, labelled)
    assert 0 <= judged["evaluation"]["score"] <= 100
    assert isinstance(judged["evaluation"]["feedback"], list)
    # By their ids alone, as those clients read them.
    assert call(200, f"GET /reports/{judged['report_id']}")["grade"]
    smart = {"prompt": "Smart building"}
    improved = call(200, "POST /iterate", {**smart, "n_iter": 2}, labelled)
    assert improved["final_score"] >= improved["initial_score"]
    assert call(200, f"GET /iterations/{improved['session_id']}") == improved
    assert call(200, "POST /advanced-rl", {**smart, "n_iter": 2}, labelled)["success"]
    assert call(200, "POST /coordinated-improvement", smart, labelled)["result"]["agents_used"]
    prompts = ["Office building", "Warehouse facility", "Residential complex"]
    for headers in (labelled, LABEL):
        assert call(200, "POST /batch-evaluate", prompts, headers)["succeeded"] == 3
    assert call(200, "POST /log-values", LOG, labelled)["hidg_id"]

    call(401, "POST /admin/prune-logs?retention_days=30")
    call(403, "POST /admin/prune-logs?retention_days=30", headers=key)
    staff = User.objects.create_superuser("admin", password=PASSWORD)
    full = {"X-API-Key": api_key_create(user=staff, name="classic").key}
    assert call(200, "POST /admin/prune-logs?retention_days=30", headers=full)["success"]
