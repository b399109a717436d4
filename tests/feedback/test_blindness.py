"""What waits for a person's review shows that person no score and no rating, wherever they look."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.models import User
from evaluation.models import Evaluation
from evaluation.services import spec_evaluate
from feedback.models import ReviewItem
from feedback.services import RatingValues, lease_next, lease_submit, rating_submit, review_add
from rl.models import IterationSession
from rl.services import session_run
from specs.models import Spec
from specs.services import revision_edit
from tests.feedback.conftest import MakeSpec, client_of, reviewer_named

pytestmark = pytest.mark.django_db
READ = ("review", "view_spec", "view_evaluation", "view_iterationsession", "view_reviewitem")


@pytest.fixture
def anna(db: None) -> User:
    return reviewer_named("anna", *READ)


@pytest.fixture
def evaluation(spec: Spec) -> Evaluation:
    return spec_evaluate(spec=spec)


@pytest.fixture
def item(evaluation: Evaluation) -> ReviewItem:
    return review_add(revision=evaluation.revision)


@pytest.fixture
def session(user: User, spec: Spec, evaluation: Evaluation) -> IterationSession:
    return session_run(owner=user, spec=spec)


def submit(person: User, now: Any) -> None:
    lease = lease_next(reviewer=person, now=now)
    assert lease is not None
    lease_submit(lease_id=lease.pk, reviewer=person, values=RatingValues(3), now=now)


def listed(client: APIClient, address: str) -> list[dict[str, Any]]:
    response = client.get(address)
    assert response.status_code == 200, response.content
    rows: list[dict[str, Any]] = response.json()["results"]
    return rows


def test_the_api_of_specs(item: ReviewItem, spec: Spec, anna: User, user: User) -> None:
    address = f"/api/v1/specs/{spec.pk}/"
    blind, owner = client_of(anna), client_of(user)
    assert blind.get(address).json()["latest_score"] is None
    assert [row["latest_score"] for row in listed(blind, "/api/v1/specs/")] == [None]
    # Neither a filter nor an order tells what the column hides.
    for query in ("?min_score=0", "?ordering=latest_score", "?ordering=-latest_score"):
        assert listed(blind, "/api/v1/specs/" + query) == []
        assert len(listed(owner, "/api/v1/specs/" + query)) == 1
    assert owner.get(address).json()["latest_score"] is not None


def test_an_etag_ends_with_the_blindness(item: ReviewItem, spec: Spec, anna: User) -> None:
    client, address = client_of(anna), f"/api/v1/specs/{spec.pk}/"
    tag = client.get(address)["ETag"]
    assert client.get(address, HTTP_IF_NONE_MATCH=tag).status_code == 304
    submit(anna, timezone.now())
    seen = client.get(address, HTTP_IF_NONE_MATCH=tag)
    assert seen.status_code == 200
    assert seen.json()["latest_score"] is not None
    # It still names the revision that an edit may be based on.
    edit = {"spec": {"title": "Another house"}}
    assert client.patch(address, edit, HTTP_IF_MATCH=tag).status_code == 200


def test_evaluations_and_reports(
    item: ReviewItem, evaluation: Evaluation, anna: User, user: User, settings: Any
) -> None:
    blind, owner = client_of(anna), client_of(user)
    places = (f"/api/v1/evaluations/{evaluation.pk}/", f"/reports/{evaluation.pk}")
    for public in ([], ["reports"]):
        settings.PUBLIC_ENDPOINTS = public
        for place in places:
            assert blind.get(place).status_code == 404
            assert blind.get(place + "?format=html").status_code == 404
            assert owner.get(place).status_code == 200
    assert listed(blind, "/api/v1/evaluations/") == []
    assert blind.get("/api/v1/evaluations/summary/").json()["count"] == 0
    assert len(listed(owner, "/api/v1/evaluations/")) == 1


def test_asking_the_machine_anew(item: ReviewItem, spec: Spec, anna: User, user: User) -> None:
    spec_id = str(spec.pk)
    calls: tuple[tuple[str, Any], ...] = (
        ("/evaluate", {"spec_id": spec_id}),
        (f"/api/v1/specs/{spec_id}/evaluate", {}),
        ("/iterate", {"spec_id": spec_id}),
        (f"/api/v1/specs/{spec_id}/iterate", {}),
    )
    for address, body in calls:
        refused = client_of(anna).post(address, body)
        assert refused.status_code == 403, address
        assert refused.json()["code"] == "score_hidden"
    assert Evaluation.objects.count() == 1
    assert client_of(user).post("/evaluate", {"spec_id": spec_id}).status_code == 200


def test_learning_sessions(session: IterationSession, spec: Spec, anna: User, user: User) -> None:
    spec.refresh_from_db()
    review_add(revision=spec.latest)
    blind, owner = client_of(anna), client_of(user)
    assert listed(blind, "/api/v1/sessions/") == []
    assert blind.get(f"/api/v1/sessions/{session.pk}/").status_code == 404
    assert blind.get(f"/api/v1/sessions/{session.pk}/steps/").status_code == 404
    assert blind.get(f"/iterations/{session.pk}").status_code == 403
    assert owner.get(f"/iterations/{session.pk}").status_code == 200


def test_admin_pages(
    item: ReviewItem, evaluation: Evaluation, spec: Spec, session: IterationSession, anna: User
) -> None:
    client = Client()
    client.force_login(anna)
    score = f"{evaluation.score:g}"
    for name in ("evaluation_evaluation", "rl_iterationsession"):
        page = client.get(reverse(f"admin:{name}_changelist"))
        assert page.status_code == 200
        assert "0 " in page.text
        assert score not in page.text
    report = reverse("admin:evaluation_evaluation_change", args=[evaluation.pk])
    assert client.get(report).status_code == 302  # as for one that is not there
    specs, items = (
        reverse(f"admin:{name}_changelist") for name in ("specs_spec", "feedback_reviewitem")
    )
    assert "hidden" in client.get(specs).text
    # Columns asked for in the address would tell as much.
    for address in (
        f"{specs}?latest_score__gte=0",
        f"{items}?priority__gte=0",
        f"{items}?reasons__contains=low",
    ):
        assert client.get(address).status_code == 400


def test_an_earlier_revision_is_as_hidden(
    evaluation: Evaluation, spec: Spec, anna: User, user: User, reviewers_word: str
) -> None:
    """What the machine and people said before an edit is much what they will say after it."""
    made = revision_edit(spec=spec, changes_made={"title": "A house, edited"}, author=user)
    review_add(revision=made)
    blind = client_of(anna)
    assert blind.get(f"/reports/{evaluation.pk}").status_code == 404
    assert reviewers_word not in blind.get(f"/api/v1/specs/{spec.pk}/ratings").text
    client = Client()
    client.force_login(anna)
    page = client.get(reverse("dashboard:revision", args=[spec.pk, 1])).text
    assert f"{evaluation.score:.1f}" not in page


@pytest.fixture
def reviewers_word(spec: Spec) -> str:
    person = reviewer_named("word")
    rating_submit(revision=spec.latest, person=person, values=RatingValues(2, reason="SECRET"))
    return "SECRET"


def test_what_is_ones_own_is_not_hidden(make_spec: MakeSpec, anna: User) -> None:
    """Nobody reviews what is theirs, so there is nothing to be blind for."""
    own = make_spec(anna)
    made = spec_evaluate(spec=own)
    review_add(revision=own.latest)
    client = client_of(anna)
    assert client.get(f"/api/v1/specs/{own.pk}/").json()["latest_score"] == made.score
    assert client.get(f"/reports/{made.pk}").status_code == 200
    assert client.post("/evaluate", {"spec_id": str(own.pk)}).status_code == 200


def test_without_the_setting_nothing_is_hidden(
    item: ReviewItem, spec: Spec, anna: User, settings: Any
) -> None:
    settings.SCORE_BLINDNESS = ""
    assert client_of(anna).get(f"/api/v1/specs/{spec.pk}/").json()["latest_score"] is not None
