"""A spec in the admin: decided, evaluated and improved from its list and its page."""

import pytest
from django.urls import reverse

from accounts.models import User
from feedback.models import ReviewItem
from feedback.services import review_add
from rl.models import IterationSession
from specs.models import Spec
from tests.feedback.conftest import MakeSpec
from tests.feedback.test_staff_pages import signed_in


def test_specs_are_decided_from_list_and_page(spec: Spec, staff: User) -> None:
    client = signed_in(staff)
    changelist = reverse("admin:specs_spec_changelist")
    chosen = {"action": "accept", "_selected_action": [str(spec.pk)]}
    assert "a reason is needed" in client.post(changelist, chosen, follow=True).text
    client.post(changelist, {**chosen, "reason": "Sound"})
    spec.refresh_from_db()
    assert spec.review_state == "accepted"
    page = reverse("admin:specs_spec_change", args=[spec.pk])
    client.post(page, {"reject": "1", "reason": "On second thought"})
    spec.refresh_from_db()
    assert spec.review_state == "rejected"
    history = client.get(reverse("admin:specs_spec_history", args=[spec.pk])).text
    assert "Accepted: Sound" in history
    assert "Rejected: On second thought" in history
    client.post(page, {"send": "1"})
    assert ReviewItem.objects.filter(revision=spec.latest).exists()
    assert client.post(page, {"accept": "1", "reason": "x"}).status_code == 409


def test_many_specs_are_evaluated_from_the_list(
    spec: Spec, staff: User, reviewers: list[User], monkeypatch: pytest.MonkeyPatch
) -> None:
    changelist = reverse("admin:specs_spec_changelist")
    chosen = {"action": "evaluate", "_selected_action": [str(spec.pk)]}
    signed_in(reviewers[0]).post(changelist, chosen)
    assert not spec.evaluations.exists()
    assert "are evaluated" in signed_in(staff).post(changelist, chosen, follow=True).text
    spec.refresh_from_db()
    assert spec.latest_score == spec.evaluations.get().score
    monkeypatch.setattr("config.staff.specs.MOST_EVALUATED", 0)
    assert "choose fewer" in signed_in(staff).post(changelist, chosen, follow=True).text
    assert spec.evaluations.count() == 1


@pytest.mark.parametrize(("column", "expected"), [("3", "ab"), ("-3", "ba")])
def test_a_sorted_column_breaks_ties_as_its_index_does(
    make_spec: MakeSpec, user: User, staff: User, column: str, expected: str
) -> None:
    for title in "ab":
        make_spec(user, title)
    page = signed_in(staff).get(reverse("admin:specs_spec_changelist"), {"o": column})
    rows = page.context["cl"].result_list
    assert "".join(row.title for row in rows) == expected


def test_the_page_of_a_spec_evaluates_and_shows_what_was_found(spec: Spec, staff: User) -> None:
    client = signed_in(staff)
    page = reverse("admin:specs_spec_change", args=[spec.pk])
    for _ in range(2):
        assert client.post(page, {"evaluate": "1"}).status_code == 302
    assert "Findings" in client.get(page).text
    assert 'class="spark"' in client.get(reverse("admin:specs_spec_changelist")).text
    review_add(revision=spec.latest)
    assert "Findings" not in client.get(page).text
    assert 'class="spark"' not in client.get(reverse("admin:specs_spec_changelist")).text


def test_the_page_of_a_spec_iterates(spec: Spec, staff: User) -> None:
    page = reverse("admin:specs_spec_change", args=[spec.pk])
    assert signed_in(staff).post(page, {"iterate": "1"}).status_code == 302
    assert IterationSession.objects.count() == 1
