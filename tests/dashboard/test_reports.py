"""Scoring and improving from the spec's page, and the list of what was scored."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import User
from evaluation.models import Evaluation
from evaluation.services import spec_evaluate
from feedback.models import ReviewItem
from rl.models import IterationSession
from specs.models import Spec
from specs.services import RevisionConflict, revision_edit
from specs.words import points

REPORTS = reverse("dashboard:reports")


def page_of(spec: Spec) -> str:
    return reverse("dashboard:spec", args=[spec.pk])


def url_of(action: str, spec: Spec) -> str:
    return reverse(f"dashboard:{action}", args=[spec.pk])


def test_a_spec_is_scored_from_its_page(browser_of_user: Client, spec: Spec) -> None:
    assert "Score it" in browser_of_user.get(page_of(spec)).content.decode()
    response = browser_of_user.post(url_of("score", spec))
    assert response["Location"] == page_of(spec)
    evaluation = Evaluation.objects.get()
    shown = browser_of_user.get(page_of(spec))
    assert shown.context["board"].score == points(evaluation.score)
    assert len(shown.context["board"].findings) == len(evaluation.scorecard["findings"])
    page = shown.content.decode()
    assert "Score it" not in page
    assert f"/reports/{evaluation.pk}?format=html" in page


def test_a_new_revision_has_no_score_yet(browser_of_user: Client, user: User, spec: Spec) -> None:
    spec_evaluate(spec=spec)
    revision_edit(spec=spec, changes_made={"stories": 4}, author=user)
    assert browser_of_user.get(page_of(spec)).context["board"] is None
    first = browser_of_user.get(reverse("dashboard:revision", args=[spec.pk, 1]))
    assert first.context["board"] is not None


def test_a_spec_is_improved_from_its_page(browser_of_user: Client, spec: Spec) -> None:
    response = browser_of_user.post(url_of("improve", spec))
    session = IterationSession.objects.get()
    assert response["Location"] == reverse("dashboard:session", args=[session.pk])
    assert browser_of_user.get(response["Location"]).status_code == 200
    assert session.final_score >= session.initial_score


def test_a_conflict_while_improving_is_said(
    browser_of_user: Client, spec: Spec, monkeypatch: pytest.MonkeyPatch
) -> None:
    def conflict(**asked: Any) -> None:
        raise RevisionConflict(based_on=1, latest=2)

    monkeypatch.setattr("config.dashboard.views.actions.session_run", conflict)
    response = browser_of_user.post(url_of("improve", spec), follow=True)
    assert "Somebody changed the spec meanwhile" in response.content.decode()


@pytest.mark.parametrize("action", ["score", "improve"])
def test_actions_are_the_owners_and_by_post_only(
    browser_of_user: Client, browser_of_other: Client, spec: Spec, action: str
) -> None:
    assert browser_of_user.get(url_of(action, spec)).status_code == 405
    assert browser_of_other.post(url_of(action, spec)).status_code == 404
    assert Client().post(url_of(action, spec)).status_code == 302
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(spec.owner)  # type: ignore[arg-type]
    assert strict.post(url_of(action, spec)).status_code == 403
    assert not Evaluation.objects.exists()
    assert not IterationSession.objects.exists()


@pytest.mark.parametrize("action", ["score", "improve"])
def test_actions_count_in_the_buckets_of_their_endpoints(
    browser_of_user: Client, spec: Spec, settings: Any, action: str
) -> None:
    settings.RATE_LIMIT_PROTECTED = "1/minute"
    browser_of_user.post(url_of(action, spec))
    response = browser_of_user.post(url_of(action, spec), follow=True)
    assert "Too much in a short time." in response.content.decode()


def test_reports_are_listed_for_their_owner(
    browser_of_user: Client,
    browser_of_other: Client,
    browser_of_staff: Client,
    spec: Spec,
    django_assert_max_num_queries: Any,
) -> None:
    assert "No reports yet" in browser_of_user.get(REPORTS).content.decode()
    for _ in range(3):
        evaluation = spec_evaluate(spec=spec)
    with django_assert_max_num_queries(3):
        rows = browser_of_user.get(REPORTS).context["rows"]
    assert rows[0].id == evaluation.pk
    assert len(rows) == len(browser_of_staff.get(REPORTS).context["rows"]) == 3
    assert browser_of_other.get(REPORTS).context["rows"] == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=steel", 1),
        ("q=zebra", 0),
        ("design_type=building", 1),
        ("design_type=vehicle", 0),
        ("grade=Z", 1),
    ],
)
def test_reports_are_filtered(browser_of_user: Client, spec: Spec, query: str, found: int) -> None:
    spec_evaluate(spec=spec)
    response = browser_of_user.get(f"{REPORTS}?{query}")
    assert len(response.context["rows"]) == found
    if not found:
        assert "No report fits" in response.content.decode()


def test_a_reviewer_sees_no_score_of_what_waits_for_review(
    browser_of_staff: Client, browser_of_user: Client, spec: Spec
) -> None:
    evaluation = spec_evaluate(spec=spec)
    ReviewItem.objects.create(revision=spec.latest)
    score = points(evaluation.score)
    assert score in browser_of_user.get(page_of(spec)).content.decode()
    for url in (page_of(spec), REPORTS, reverse("dashboard:specs"), reverse("dashboard:home")):
        page = browser_of_staff.get(url).content.decode()
        assert score not in page
        assert "review" in page
