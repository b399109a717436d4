"""Versions: stored whole, loaded only where they fit, promoted by the gate, rolled back exactly."""

from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.models import User
from rl.choices import PolicyStatus
from rl.errors import NotPromotable
from rl.gate import Decision, Votes
from rl.models import PolicyVersion
from rl.playing import playing_policy
from rl.services import policy_promote, policy_rollback, policy_train

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("engines")]


@pytest.fixture(autouse=True)
def _empty_registry(db: None) -> None:
    PolicyVersion.objects.all().delete()


def candidate(seed: int = 0) -> PolicyVersion:
    return policy_train(episodes=32, seed=seed, training_prompts=12)


def decision(promote: bool) -> Decision:
    return Decision(promote, () if promote else ("no",), 120, 1.0, 0.5, 1.5, 0.5, 1.0, Votes())


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Says yes or no by fiat: what it looks at has tests of its own."""

    def says(promote: bool) -> None:
        monkeypatch.setattr("rl.services.policies.policy_compare", lambda c: decision(promote))

    return says


def test_a_version_says_what_it_is_made_of() -> None:
    policy = candidate()
    assert policy.status == PolicyStatus.CANDIDATE
    assert policy.settings["episodes"] == policy.episodes == 32
    assert set(policy.libraries) == {"numpy", "gymnasium"}
    for name in ("features_hash", "operators_hash", "rubric_hash", "data_hash", "weights_hash"):
        assert len(getattr(policy, name)) == 64
    assert policy.curve


def test_the_same_seed_makes_the_same_weights() -> None:
    assert candidate(3).weights_hash == candidate(3).weights_hash != candidate(4).weights_hash


def test_no_policy_plays_before_one_is_promoted(gate: Any) -> None:
    policy = candidate()
    assert playing_policy() is None
    gate(True)
    policy_promote(policy)
    playing = playing_policy()
    assert playing is not None
    assert playing.id == policy.pk


def test_the_gates_no_keeps_the_current_one(gate: Any) -> None:
    gate(True)
    first = policy_promote(candidate(0))
    gate(False)
    with pytest.raises(NotPromotable):
        policy_promote(candidate(1))
    playing = playing_policy()
    assert playing is not None
    assert playing.id == first.pk


def test_rolling_back_brings_the_same_bytes_back(gate: Any) -> None:
    gate(True)
    first = policy_promote(candidate(0))
    second = policy_promote(candidate(1))
    first.refresh_from_db()
    assert (first.status, second.status) == (PolicyStatus.RETIRED, PolicyStatus.CURRENT)
    weights, digest = first.weights, first.weights_hash
    back = policy_rollback()
    assert back.pk == first.pk
    assert (back.weights, back.weights_hash) == (weights, digest)
    playing = playing_policy()
    assert playing is not None
    assert playing.policy.digest == digest


def test_there_is_nothing_before_the_first() -> None:
    with pytest.raises(NotPromotable):
        policy_rollback()


@pytest.mark.parametrize("column", ["features_hash", "operators_hash", "weights_hash"])
def test_a_current_policy_that_does_not_fit_is_not_played(column: str, user: User) -> None:
    policy = candidate()
    PolicyVersion.objects.filter(pk=policy.pk).update(
        **{column: "0" * 64, "status": PolicyStatus.CURRENT}
    )
    assert playing_policy() is None
    client = APIClient()
    client.force_authenticate(user)
    answer = client.post("/iterate", {"prompt": "A house"}).json()
    assert answer["policy_version"] is None
    assert answer["final_score"] >= answer["initial_score"]


def test_one_policy_is_current_by_rule_of_the_database(gate: Any) -> None:
    from django.db import IntegrityError, transaction

    gate(True)
    policy_promote(candidate(0))
    other = candidate(1)
    with pytest.raises(IntegrityError), transaction.atomic():
        PolicyVersion.objects.filter(pk=other.pk).update(status=PolicyStatus.CURRENT)


def test_staff_promote_over_http_and_clients_do_not(
    gate: Any, client: APIClient, staff_client: APIClient
) -> None:
    policy = candidate()
    url = f"/api/v1/policies/{policy.pk}/promote/"
    assert client.post(url).status_code == 403
    gate(False)
    refused = staff_client.post(url)
    assert refused.status_code == 409
    gate(True)
    assert staff_client.post(url).json()["status"] == "current"
    listed = client.get("/api/v1/policies/").json()["results"]
    assert [row["status"] for row in listed] == ["current"]
    assert "weights" not in listed[0]
    assert client.get(f"/api/v1/policies/{policy.pk}/metrics/").json()
    assert staff_client.post("/api/v1/policies/rollback/").status_code == 409
