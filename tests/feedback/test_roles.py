"""Roles come with the migration and hold what their work needs, and no more."""

from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db import connection

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
        (
            "lead",
            ["feedback.review", "feedback.decide_review", "feedback.export_feedback"],
            ["specs.change_spec", "rl.change_policyversion"],
        ),
        (
            "rubric editor",
            ["evaluation.change_rubric"],
            ["feedback.review", "accounts.view_apikey"],
        ),
        (
            "operator",
            [
                "accounts.view_job",
                "accounts.change_tokenfamily",
                "feedback.delete_hidglog",
                "rl.change_policyversion",
            ],
            ["feedback.review", "accounts.change_user"],
        ),
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


def rights() -> set[tuple[str, str, str]]:
    found = Permission.objects.filter(group__isnull=False).distinct()
    return {(p.content_type.app_label, p.codename, p.name) for p in found}


def test_every_right_is_one_of_a_model_in_djangos_words() -> None:
    known: set[tuple[str, str, str]] = set()
    for model in apps.get_models():
        options = model._meta
        known |= {
            (
                options.app_label,
                f"{action}_{options.model_name}",
                f"Can {action} {options.verbose_name_raw}",
            )
            for action in options.default_permissions
        }
        known |= {(options.app_label, name, label) for name, label in options.permissions}
    assert rights() <= known


def test_whoever_makes_the_rights_first_makes_them_once() -> None:
    """Django makes them at the end of `migrate`, the migrations where they come before that."""
    before = Permission.objects.count()
    for config in apps.get_app_configs():
        create_permissions(config, verbosity=0)
    assert Permission.objects.count() == before


def test_the_correction_may_run_before_and_after_the_rights_are_made() -> None:
    correction: Any = import_module("feedback.migrations.0003_roles_of_final_models")
    editor = SimpleNamespace(connection=connection)
    wanted = rights()
    Permission.objects.filter(codename__in=["view_tokenfamily", "change_tokenfamily"]).delete()
    Group.objects.get(name="auditor").delete()
    correction.correct(apps, editor)
    operator = Group.objects.get(name="operator").permissions
    assert operator.filter(codename="change_tokenfamily").exists()
    # A role that somebody did away with stays away.
    assert not Group.objects.filter(name="auditor").exists()
    correction.correct(apps, editor)
    assert rights() <= wanted
    correction.go_back(apps, editor)
    assert not operator.filter(codename="change_tokenfamily").exists()
