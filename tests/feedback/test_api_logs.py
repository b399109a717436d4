"""The daily log: the short endpoint as existing clients call it, and the list behind it."""

import datetime as dt
from typing import Any

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from accounts.models import User
from feedback.models import FeedbackLog, HidgLog
from feedback.services import feedback_log_prune, hidg_log_prune
from tests.feedback.conftest import client_of

URL = "/log-values"
ENTRY: dict[str, Any] = {
    "date": "2026-11-25",
    "day": "Wednesday",
    "task": "Review queue",
    "values_reflection": {
        "honesty": "Said that the lease test failed",
        "integrity": "Fixed it before going on",
        "discipline": "Small commits",
        "gratitude": "Thanks to the spec owner",
    },
    "achievements": ["leases", "blind review"],
    "technical_notes": "Row locks: item before lease",
}


@pytest.mark.django_db
def test_an_entry_without_credentials_where_it_is_open(api_client: APIClient) -> None:
    response = api_client.post(URL, ENTRY)
    assert response.status_code == 200
    entry = HidgLog.objects.get()
    assert response.json() == {
        "success": True,
        "hidg_id": str(entry.pk),
        "storage": "database",
    }
    assert entry.author is None
    assert entry.achievements == ENTRY["achievements"]
    # Sent again, as clients do when an answer is lost: still one entry.
    assert api_client.post(URL, ENTRY).json()["hidg_id"] == str(entry.pk)
    # Nobody knows whose the other one is, so it is another one.
    other = {**ENTRY, "technical_notes": "Something else"}
    assert api_client.post(URL, other).json()["hidg_id"] != str(entry.pk)


@pytest.mark.django_db
def test_closed_where_the_setting_does_not_list_it(api_client: APIClient, settings: Any) -> None:
    settings.PUBLIC_ENDPOINTS = ["root", "health"]
    assert api_client.post(URL, ENTRY).status_code == 401
    assert not HidgLog.objects.exists()


def test_one_entry_per_author_day_and_task(user: User, other_user: User) -> None:
    client = client_of(user)
    first = client.post(URL, ENTRY).json()["hidg_id"]
    assert client.post(URL, ENTRY).json()["hidg_id"] == first
    changed = client.post(URL, {**ENTRY, "technical_notes": "Other"})
    assert changed.status_code == 409
    assert changed.json()["hidg_id"] == first
    assert client.post(URL, {**ENTRY, "task": "Another task"}).status_code == 200
    assert client_of(other_user).post(URL, ENTRY).status_code == 200
    assert HidgLog.objects.count() == 3


@pytest.mark.parametrize("day", ["Wednesday", "wed", "25", "Day 12"])
def test_days_that_agree(user: User, day: str) -> None:
    assert client_of(user).post(URL, {**ENTRY, "day": day}).status_code == 200
    assert client_of(user).get("/api/v1/hidg-logs/").json()["results"][0]["day"] == "Wednesday"


def test_the_day_may_be_left_out(user: User) -> None:
    entry = {key: value for key, value in ENTRY.items() if key != "day"}
    assert client_of(user).post(URL, entry).status_code == 200


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"day": "Thursday"}, "/day"),
        ({"day": "26"}, "/day"),
        ({"day": "Blursday"}, "/day"),
        ({"day": 25}, "/day"),
        ({"date": "25.11.2026"}, "/date"),
        ({"date": "2026-02-30"}, "/date"),
        ({"date": None}, "/date"),
        ({"task": " "}, "/task"),
        ({"task": "x" * 201}, "/task"),
        ({"task": 5}, "/task"),
        ({"values_reflection": {"honesty": "a"}}, "/values_reflection/integrity"),
        (
            {"values_reflection": {**ENTRY["values_reflection"], "honesty": "  "}},
            "/values_reflection/honesty",
        ),
        (
            {"values_reflection": {**ENTRY["values_reflection"], "gratitude": 5}},
            "/values_reflection/gratitude",
        ),
        ({"values_reflection": "all good"}, "/values_reflection"),
        ({"technical_notes": "x" * 4001}, "/technical_notes"),
    ],
)
def test_bad_entries_are_refused_with_their_place(
    user: User, change: dict[str, Any], pointer: str
) -> None:
    response = client_of(user).post(URL, {**ENTRY, **change})
    assert response.status_code == 422
    assert response.json()["errors"][0]["pointer"] == pointer
    assert not HidgLog.objects.exists()


def test_lists_and_reading_are_ones_own(user: User, other_user: User, staff: User) -> None:
    entry_id = client_of(user).post(URL, ENTRY).json()["hidg_id"]
    mine = client_of(user).get("/api/v1/hidg-logs/").json()["results"]
    assert mine[0]["values_reflection"] == ENTRY["values_reflection"]
    assert mine[0]["author"] == "client"
    assert client_of(other_user).get("/api/v1/hidg-logs/").json()["results"] == []
    assert client_of(other_user).get(f"/api/v1/hidg-logs/{entry_id}/").status_code == 404
    assert client_of(staff).get(f"/api/v1/hidg-logs/{entry_id}/").json()["id"] == entry_id


def test_lists_are_filtered_and_searched(user: User) -> None:
    client = client_of(user)
    client.post(URL, ENTRY)
    for query, count in (
        ("date=2026-11-25", 1),
        ("date_from=2026-11-26", 0),
        ("search=LEASE+test", 1),
        ("search=nothing", 0),
        ("author=client", 1),
        ("search=%25", 0),
    ):
        found = client.get(f"/api/v1/hidg-logs/?{query}").json()["results"]
        assert len(found) == count, query


def test_old_rows_go_and_a_dry_run_only_counts(user: User) -> None:
    client_of(user).post(URL, ENTRY)
    FeedbackLog.objects.create()
    tomorrow = timezone.now() + dt.timedelta(days=1)
    yesterday = timezone.now() - dt.timedelta(days=1)
    for prune, model in ((hidg_log_prune, HidgLog), (feedback_log_prune, FeedbackLog)):
        assert prune(before=yesterday) == 0
        assert prune(before=tomorrow, dry_run=True) == 1
        assert model.objects.count() == 1
        assert prune(before=tomorrow) == 1
        assert prune(before=tomorrow) == 0
        assert model.objects.count() == 0
