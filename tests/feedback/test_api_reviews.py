"""The queue over HTTP: blind until submitted, places that run out, a lead who decides."""

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone

from accounts.models import User
from feedback.choices import ItemState
from feedback.models import FeedbackLog, Rating, ReviewItem, ReviewLease
from feedback.services import RatingValues, rating_submit, review_add
from specs.choices import ReviewState
from specs.models import Spec
from specs.services import spec_scored
from tests.feedback.conftest import MakeSpec, client_of

NEXT = "/api/v1/reviews/next"


@pytest.fixture
def item(spec: Spec) -> ReviewItem:
    spec_scored(revision=spec.latest, score=42.0)
    return review_add(revision=spec.latest, reasons=["low_score", "random"])


def url(item: ReviewItem, action: str = "") -> str:
    return f"/api/v1/reviews/{item.pk}/{action}"


def test_the_whole_way_from_open_to_accepted(
    item: ReviewItem, reviewers: list[User], lead: User, spec: Spec
) -> None:
    anna, ben, chen = map(client_of, reviewers)
    assert anna.get(url(item)).json()["state"] == "open"
    assert anna.post(NEXT).json()["id"] == str(item.pk)
    assert ben.post(NEXT).json()["state"] == "leased"
    assert chen.post(NEXT).status_code == 204  # two places, two people
    assert anna.post(url(item, "submit"), {"stars": 4}).status_code == 200
    decision = client_of(lead)
    early = decision.post(url(item, "accept"), {"reason": "Fine"})
    assert early.status_code == 409
    assert early.json()["code"] == "wrong_state"
    assert ben.post(url(item, "submit"), {"stars": 5}).json()["state"] == "submitted"
    assert ben.post(url(item, "accept"), {"reason": "Fine"}).status_code == 403
    assert decision.post(url(item, "accept"), {"reason": "  "}).status_code == 422
    done = decision.post(url(item, "accept"), {"reason": "Both like it"})
    assert done.json()["state"] == "accepted"
    assert done.json()["decided_by"] == "lead"
    spec.refresh_from_db()
    assert spec.review_state == ReviewState.ACCEPTED
    assert spec.accepted_at is not None
    assert decision.post(url(item, "return"), {"reason": "No"}).status_code == 409


def test_a_returned_spec_gets_feedback_for_the_next_iteration(
    item: ReviewItem, reviewers: list[User], lead: User, spec: Spec
) -> None:
    for person in reviewers[:2]:
        client = client_of(person)
        client.post(NEXT)
        client.post(url(item, "submit"), {"stars": 1, "tags": ["cost_off"], "reason": "Too cheap"})
    response = client_of(lead).post(url(item, "return"), {"reason": "Mend the cost"})
    assert response.json()["state"] == "returned"
    spec.refresh_from_db()
    assert spec.review_state == ReviewState.REJECTED
    log = FeedbackLog.objects.get()
    assert log.opinions == 2
    assert log.items[0]["pointer"] == "/estimated_cost"
    assert log.items[0]["from"] == ["anna", "ben"]


def test_others_and_the_machine_are_hidden_until_submitted(
    item: ReviewItem, reviewers: list[User], spec: Spec, staff: User
) -> None:
    anna, ben = map(client_of, reviewers[:2])
    anna.post(NEXT)
    anna.post(url(item, "submit"), {"stars": 1, "reason": "SECRET"})
    ben.post(NEXT)
    for viewer in (ben, client_of(reviewers[2]), client_of(staff)):  # a superuser too
        shown = viewer.get(url(item)).json()
        assert shown["blind"] is True
        assert shown["score"] is None
        assert shown["ratings"] == []
        assert shown["reasons"] == ["random"]
        for place in (
            url(item),
            "/api/v1/reviews/",
            "/api/v1/ratings/",
            f"/api/v1/specs/{spec.pk}/ratings",
        ):
            text = viewer.get(place).content.decode()
            assert "SECRET" not in text
            assert "42.0" not in text
    seen = anna.get(url(item)).json()
    assert seen["blind"] is False
    assert seen["score"] == 42.0
    assert [r["stars"] for r in seen["ratings"]] == [1]
    ben.post(url(item, "submit"), {"stars": 5})
    assert len(ben.get(url(item)).json()["ratings"]) == 2
    assert len(client_of(staff).get(f"/api/v1/specs/{spec.pk}/ratings").json()) == 2


def test_a_submitted_rating_is_final(item: ReviewItem, reviewers: list[User], spec: Spec) -> None:
    anna = client_of(reviewers[0])
    anna.post(NEXT)
    anna.post(url(item, "submit"), {"stars": 2})
    again = anna.post(f"/api/v1/specs/{spec.pk}/ratings", {"stars": 5})
    assert again.status_code == 409
    assert again.json()["code"] == "rating_final"
    # The same submission sent twice is one, and says what was kept.
    assert anna.post(url(item, "submit"), {"stars": 5}).status_code == 200
    assert Rating.objects.get().stars == 2


def test_a_lease_lost_meanwhile_says_what_to_do(item: ReviewItem, reviewers: list[User]) -> None:
    anna, ben, chen = map(client_of, reviewers)
    anna.post(NEXT)
    ReviewLease.objects.update(expires_at=timezone.now() - dt.timedelta(seconds=1))
    late = anna.post(url(item, "submit"), {"stars": 4})
    assert late.status_code == 409
    assert late.json()["code"] == "lease_lost"
    assert "Ask for the next review" in late.json()["detail"]
    assert anna.post(url(item, "extend")).status_code == 409
    assert not Rating.objects.exists()
    assert ben.post(NEXT).status_code == 200
    assert chen.post(NEXT).status_code == 200  # the expired place was given back
    assert anna.post(url(item, "take")).status_code == 409
    assert anna.post(url(item, "submit"), {"stars": 4}).status_code == 409


def test_a_place_can_be_extended_and_given_back(item: ReviewItem, reviewers: list[User]) -> None:
    anna = client_of(reviewers[0])
    before = anna.post(NEXT).json()["lease"]["expires_at"]
    assert anna.post(url(item, "extend")).json()["expires_at"] > before
    assert anna.post(url(item, "release")).status_code == 204
    assert anna.post(url(item, "release")).status_code == 204
    item.refresh_from_db()
    assert (item.state, item.taken) == (ItemState.OPEN, 0)
    assert anna.post(url(item, "take")).json()["lease"]["state"] == "held"


def test_taking_another_review_gives_the_first_back(
    item: ReviewItem, make_spec: MakeSpec, user: User, reviewers: list[User]
) -> None:
    other = review_add(revision=make_spec(user, "Second").latest)
    anna = client_of(reviewers[0])
    anna.post(url(item, "take"))
    anna.post(url(other, "take"))
    assert list(ReviewItem.objects.filter(taken=1)) == [other]


def test_nobody_reviews_what_is_theirs(make_spec: MakeSpec, reviewers: list[User]) -> None:
    own = review_add(revision=make_spec(reviewers[0]).latest)
    anna = client_of(reviewers[0])
    assert anna.post(NEXT).status_code == 204
    refused = anna.post(url(own, "take"))
    assert refused.status_code == 403
    assert refused.json()["code"] == "own_spec"


def test_what_is_learnt_most_from_comes_first(
    make_spec: MakeSpec, user: User, reviewers: list[User]
) -> None:
    for priority in (1.0, 5.0, 3.0):
        review_add(revision=make_spec(user, f"P{priority}").latest, priority=priority)
    taken = []
    anna = client_of(reviewers[0])
    while (response := anna.post(NEXT)).status_code == 200:
        taken.append(response.json()["title"])
        anna.post(f"/api/v1/reviews/{response.json()['id']}/submit", {"stars": 3})
    assert taken == ["P5.0", "P3.0", "P1.0"]


@pytest.mark.parametrize("action", ["", "take", "submit", "accept", "return", "extend", "release"])
def test_the_queue_is_staffs(item: ReviewItem, user: User, action: str, api_client: Any) -> None:
    method = "post" if action else "get"
    assert getattr(client_of(user), method)(url(item, action)).status_code == 403
    assert getattr(api_client, method)(url(item, action)).status_code == 401
    plain_staff = User.objects.create_user("clerk", is_staff=True)
    assert getattr(client_of(plain_staff), method)(url(item, action)).status_code == 403


def test_unknown_reviews_are_not_there(reviewers: list[User]) -> None:
    anna = client_of(reviewers[0])
    nil = "00000000-0000-0000-0000-000000000000"
    assert anna.get(f"/api/v1/reviews/{nil}/").status_code == 404
    assert anna.get("/api/v1/reviews/abc/").status_code == 404
    assert anna.post(f"/api/v1/reviews/{nil}/submit", {"stars": 3}).status_code == 404


def test_the_list_asks_little(
    make_spec: MakeSpec, user: User, reviewers: list[User], django_assert_max_num_queries: Any
) -> None:
    for number in range(25):
        revision = make_spec(user, f"House {number}").latest
        review_add(revision=revision)
        rating_submit(revision=revision, person=reviewers[1], values=RatingValues(3))
    anna = client_of(reviewers[0])
    with django_assert_max_num_queries(6):
        assert len(anna.get("/api/v1/reviews/?state=open").json()["results"]) == 25
