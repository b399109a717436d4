"""Roles come with the migration and hold what their work needs, and no more."""

import pytest
from django.contrib.auth.models import Group

from accounts.models import User

pytestmark = pytest.mark.django_db


def member(role: str) -> User:
    person = User.objects.create_user(role.replace(" ", "-"), is_staff=True)
    person.groups.add(Group.objects.get(name=role))
    return person


@pytest.mark.parametrize(
    ("role", "may", "may_not"),
    [
        ("reviewer", ["feedback.review"], ["feedback.decide_review", "feedback.see_agreement"]),
        ("lead", ["feedback.review", "feedback.decide_review", "feedback.export_feedback"], []),
        (
            "rubric editor",
            ["evaluation.change_rubric"],
            ["feedback.review", "accounts.view_apikey"],
        ),
        ("operator", ["accounts.view_job", "feedback.delete_hidglog"], ["feedback.review"]),
        (
            "auditor",
            ["feedback.view_rating", "feedback.see_agreement", "specs.view_spec"],
            ["feedback.review", "specs.change_spec", "feedback.delete_hidglog"],
        ),
    ],
)
def test_roles(role: str, may: list[str], may_not: list[str]) -> None:
    person = member(role)
    assert all(person.has_perm(right) for right in may)
    assert not any(person.has_perm(right) for right in may_not)


def test_an_auditor_changes_nothing() -> None:
    auditor = Group.objects.get(name="auditor")
    codenames = auditor.permissions.values_list("codename", flat=True)
    assert {name.partition("_")[0] for name in codenames} == {"view", "see"}
