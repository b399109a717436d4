"""The staff pages: from the queue to the decision, without scripts; blind as the API is."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from feedback.models import Comparison, Correction, HidgLog, Rating, ReviewItem, ReviewLease
from feedback.services import RatingValues, comparison_open, rating_submit, review_add
from specs.models import Spec
from specs.services import spec_scored
from tests.feedback.conftest import MakeSpec

EVIL = '<script>alert("x")</script>"><img src=x onerror=alert(1)>{{7*7}}{% debug %}'


def signed_in(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def item(spec: Spec) -> ReviewItem:
    spec_scored(revision=spec.latest, score=42.0)
    return review_add(revision=spec.latest, reasons=["low_score"])


def test_a_reviewer_goes_from_one_review_to_the_next(
    make_spec: MakeSpec, user: User, reviewers: list[User]
) -> None:
    for number in range(2):
        review_add(revision=make_spec(user, f"House {number}").latest)
    anna = signed_in(reviewers[0])
    page = anna.post(reverse("admin:review-next"), follow=True)
    assert "Your rating" in page.text
    for left in (1, 0):
        url = page.redirect_chain[-1][0]
        answer = {"stars": "4", "feasibility": "3", "tags": ["well_done"], "reason": " ok "}
        page = anna.post(url, answer, follow=True)
        assert "Stored." in page.text
        assert ("Your rating" in page.text) is bool(left)
    assert "Nothing is free for you now" in page.text
    rating = Rating.objects.first()
    assert rating is not None
    assert (rating.stars, rating.feasibility, rating.completeness) == (4, 3, None)
    assert rating.tags == ["well_done"]
    assert rating.seconds is not None


@pytest.mark.parametrize("bad", [{}, {"stars": "6"}, {"stars": "4", "feasibility": "0"}])
def test_a_bad_form_stores_nothing(
    item: ReviewItem, reviewers: list[User], bad: dict[str, str]
) -> None:
    anna = signed_in(reviewers[0])
    anna.post(reverse("admin:review-next"))
    page = anna.post(reverse("admin:review", args=[item.pk]), bad)
    assert page.status_code == 422
    assert not Rating.objects.exists()


def test_pages_are_blind_until_submitted(
    item: ReviewItem, spec: Spec, reviewers: list[User], staff: User, lead: User
) -> None:
    rating_submit(
        revision=spec.latest, person=reviewers[2], values=RatingValues(1, reason="SECRET")
    )
    places = [
        reverse("admin:reviews"),
        reverse("admin:review", args=[item.pk]),
        reverse("admin:specs_spec_changelist"),
        reverse("admin:specs_spec_change", args=[spec.pk]),
        reverse("admin:specs_spec_changelist") + "?score=low",
        reverse("admin:feedback_rating_changelist"),
        reverse("admin:feedback_reviewitem_change", args=[item.pk]),
    ]
    ben = signed_in(reviewers[0])
    ben.post(reverse("admin:review-next"))
    for viewer in (signed_in(staff), ben):
        for place in places:
            text = viewer.get(place).content.decode()
            assert "SECRET" not in text, place
            assert "low score" not in text, place
            assert ">42<" not in text, place
    assert "House" not in signed_in(staff).get(places[4]).text
    ben.post(places[1], {"stars": "3"})
    seen = ben.get(places[1]).text
    assert "SECRET" in seen
    assert "42.0 of 100" in seen


def test_a_lost_place_keeps_what_was_typed(item: ReviewItem, reviewers: list[User]) -> None:
    anna = signed_in(reviewers[0])
    anna.post(reverse("admin:review-next"))
    ReviewLease.objects.update(expires_at=timezone.now() - dt.timedelta(minutes=1))
    url = reverse("admin:review", args=[item.pk])
    late = anna.post(url, {"stars": "2", "reason": "Long thought about"})
    assert late.status_code == 409
    assert "Long thought about" in late.text
    assert "Take it again and submit" in late.text
    assert not Rating.objects.exists()
    again = anna.post(url, {"stars": "2", "reason": "Long thought about", "retake": "1"})
    assert again.status_code == 302
    assert Rating.objects.get().reason == "Long thought about"


def test_a_lead_decides_with_a_reason(item: ReviewItem, reviewers: list[User], lead: User) -> None:
    for person in reviewers[:2]:
        client = signed_in(person)
        client.post(reverse("admin:review-next"))
        client.post(reverse("admin:review", args=[item.pk]), {"stars": "4"})
    decide = reverse("admin:review-decide", args=[item.pk])
    boss = signed_in(lead)
    assert boss.post(decide, {"accept": "1", "reason": " "}).status_code == 422
    assert signed_in(reviewers[0]).post(decide, {"accept": "1", "reason": "x"}).status_code == 403
    assert boss.post(decide, {"accept": "1", "reason": "Good"}).status_code == 302
    item.refresh_from_db()
    assert (item.state, item.decision_reason) == ("accepted", "Good")
    assert boss.post(decide, {"return": "1", "reason": "No"}).status_code == 409


def test_a_comparison_page_tells_nothing_of_the_makers(
    make_spec: MakeSpec, user: User, reviewers: list[User]
) -> None:
    first, second = make_spec(user, "One"), make_spec(user, "Two", stories=3)
    comparison = comparison_open(
        first=first.latest, second=second.latest, subject="policy-9", purpose="promotion"
    )
    anna = signed_in(reviewers[0])
    page = anna.post(reverse("admin:comparison-next"), follow=True)
    assert "policy-9" not in page.text
    assert "client" not in page.text
    assert str(first.pk) not in page.text
    url = reverse("admin:comparison", args=[comparison.pk])
    assert anna.post(url, {"choice": "best"}).status_code == 422
    assert signed_in(reviewers[1]).get(url).status_code == 404
    done = anna.post(url, {"choice": "both_bad", "reason": EVIL}, follow=True)
    assert "No pair waits for you now" in done.text
    assert Comparison.objects.get().choice == "both_bad"


def correction_of(spec: Spec, client: Client, **changes: str) -> Any:
    url = reverse("admin:spec-correct", args=[spec.pk])
    form = client.get(url).context["form"]
    data = {
        name: "" if form[name].value() is None else str(form[name].value()) for name in form.fields
    }
    return client.post(url, {**data, "revision": "1", **changes})


def test_a_correction_from_the_form(spec: Spec, staff: User) -> None:
    client = signed_in(staff)
    same = correction_of(spec, client)
    assert same.status_code == 409
    assert "the same as before" in same.text
    changes = {
        "stories": "3",
        "dimensions.height": "9.5",
        "materials": "brick\nglass | | windows",
        "reason": "Three storeys",
    }
    assert correction_of(spec, client, **changes).status_code == 302
    spec.refresh_from_db()
    document = spec.latest.document
    assert document["stories"] == 3
    assert document["dimensions"]["height"] == 9.5
    assert document["materials"] == [
        {"type": "brick", "grade": None, "use": None},
        {"type": "glass", "grade": None, "use": "windows"},
    ]
    assert Correction.objects.get().reason == "Three storeys"
    stale = correction_of(spec, client, stories="4")
    assert stale.status_code == 409


@pytest.mark.parametrize(
    "change",
    [
        {"stories": "0"},
        {"stories": "x"},
        {"dimensions.height": "-1"},
        {"category": "A B"},
        {"category": ""},
        {"materials": "Bad Name"},
        {"spaces": "bedroom | many"},
        {"estimated_cost.amount": "5"},
        {"timeline": "soon"},
        {"design_type": "spaceship"},
        {"title": "x" * 121},
    ],
)
def test_what_the_schema_refuses_is_said_and_not_stored(
    spec: Spec, staff: User, change: dict[str, str]
) -> None:
    page = correction_of(spec, signed_in(staff), **change)
    assert page.status_code == 422
    assert "errorlist" in page.text
    assert not Correction.objects.exists()


def test_pages_need_their_right(spec: Spec, item: ReviewItem, user: User) -> None:
    clerk = signed_in(User.objects.create_user("clerk", is_staff=True))
    names = ("reviews", "comparisons", "agreement", "hidg-week")
    places = [reverse(f"admin:{name}") for name in names]
    places += [
        reverse("admin:review", args=[item.pk]),
        reverse("admin:spec-correct", args=[spec.pk]),
        reverse("admin:specs_spec_change", args=[spec.pk]),
    ]
    for place in places:
        assert clerk.get(place).status_code == 403, place
        assert signed_in(user).get(place).status_code == 302, place  # to the sign-in form


def test_hostile_text_stays_text(make_spec: MakeSpec, user: User, staff: User) -> None:
    spec = make_spec(user, EVIL[:100], prompt=EVIL, requirements=(EVIL,))
    rating_submit(revision=spec.latest, person=user, values=RatingValues(2, reason=EVIL))
    HidgLog.objects.create(
        author=user,
        date=dt.date(2026, 11, 25),
        task=EVIL,
        honesty=EVIL,
        integrity=EVIL,
        discipline=EVIL,
        gratitude=EVIL,
    )
    client = signed_in(staff)
    places = [
        reverse("admin:specs_spec_changelist"),
        reverse("admin:specs_spec_change", args=[spec.pk]),
        reverse("admin:spec-correct", args=[spec.pk]),
        reverse("admin:feedback_rating_changelist"),
        reverse("admin:feedback_hidglog_changelist"),
        reverse("admin:hidg-week") + "?day=2026-11-25",
    ]
    for place in places:
        text = client.get(place).text
        assert "&lt;script&gt;" in text, place
        assert '<script>alert("x")' not in text, place
        assert "<img src=x" not in text, place


@pytest.mark.parametrize("day", ["", "abc", "0001-01-01", "9999-12-31", "2026-02-30"])
def test_any_day_of_the_week_page_is_answered(staff: User, day: str) -> None:
    assert signed_in(staff).get(reverse("admin:hidg-week"), {"day": day}).status_code == 200


def test_the_index_links_to_the_work(reviewers: list[User], staff: User) -> None:
    assert "Review queue" in signed_in(reviewers[0]).get("/admin/").text
    assert "Agreement" not in signed_in(reviewers[0]).get("/admin/").text
    assert "Agreement" in signed_in(staff).get("/admin/").text
    assert signed_in(staff).get(reverse("admin:agreement")).status_code == 200
