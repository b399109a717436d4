"""Rows of several tables that are stored together."""

import pytest
from django.db import IntegrityError, transaction

from accounts.inserts import rows_insert
from accounts.models import AgentRun, ApiKey, User


def run(**values: object) -> AgentRun:
    return AgentRun(agent="MainAgent", duration_ms=0.5, ok=True, **values)


@pytest.mark.django_db(transaction=True)
def test_all_are_stored_and_read_back_as_they_were(user: User) -> None:
    key = ApiKey(user=user, name='50 % of "it"; --', prefix="p", digest="d", scopes=["read"])
    first, second = run(), run(error="Ärger%s")
    rows_insert([first, key, second])
    assert not key._state.adding
    for row in (first, key, second):
        stored = type(row).objects.get(pk=row.pk)
        for field in row._meta.concrete_fields:
            assert getattr(stored, field.attname) == getattr(row, field.attname), field.name


@pytest.mark.django_db(transaction=True)
def test_none_is_stored_where_one_cannot_be() -> None:
    first = run()
    with pytest.raises(IntegrityError):
        rows_insert([first, run(id=first.pk)])
    assert not AgentRun.objects.exists()
    assert first._state.adding


@pytest.mark.django_db(transaction=True)
def test_what_they_refer_to_is_checked_at_the_end(user: User) -> None:
    other = User(username="late")
    key = ApiKey(user=other, name="key", prefix="p", digest="d")
    rows_insert([key, other])
    assert ApiKey.objects.get().user == other
    with pytest.raises(IntegrityError):
        rows_insert([run(), ApiKey(user_id=run().pk, name="key", prefix="q", digest="e")])
    assert not AgentRun.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_transaction_around_them_ends_with_theirs() -> None:
    before = run()
    with pytest.raises(IntegrityError), transaction.atomic():
        rows_insert([before, run(id=before.pk)])
    with transaction.atomic():
        rows_insert([run()])
        transaction.set_rollback(True)
    assert not AgentRun.objects.exists()
