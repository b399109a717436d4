"""While the database is away ratings and the daily log are kept, and stored on its return."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import OperationalError, connection
from django.utils import timezone
from rest_framework.response import Response
from rest_framework.test import APIClient

from accounts.ids import uuid7
from accounts.journal import Journal, record_rows, replay
from accounts.models import User
from accounts.services import api_key_create
from feedback.models import HidgLog, Rating
from feedback.services import (
    RatingValues,
    hidg_log_add,
    lease_next,
    lease_submit,
    rating_submit,
    review_add,
)
from feedback.values import Reflection
from specs.models import Spec
from specs.services import spec_generate
from tests.feedback.conftest import client_of

pytestmark = pytest.mark.django_db
ENTRY: dict[str, Any] = {
    "date": "2026-11-25",
    "task": "Journal",
    "values_reflection": {
        "honesty": "Said that it failed",
        "integrity": "Mended it",
        "discipline": "Tests first",
        "gratitude": "For the review",
    },
    "achievements": ["one"],
}
OTHER = {**ENTRY, "achievements": ["another"]}


class Outage:
    """`with outage:` no question to the database is answered."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.patch = monkeypatch

    def __enter__(self) -> None:
        def away(*args: Any, **kwargs: Any) -> Any:
            raise OperationalError("the server closed the connection")

        self.context = self.patch.context()
        broken = self.context.__enter__()
        broken.setattr("django.db.backends.utils.CursorWrapper.execute", away)
        broken.setattr("django.db.backends.utils.CursorDebugWrapper.execute", away)

    def __exit__(self, *problem: Any) -> None:
        self.context.__exit__(*problem)
        # Nothing reached the database, so the test's own transaction is whole.
        connection.needs_rollback = False


@pytest.fixture
def outage(monkeypatch: pytest.MonkeyPatch) -> Outage:
    return Outage(monkeypatch)


@pytest.fixture
def journal(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Journal:
    settings.FALLBACK_DIR = tmp_path
    # The tests replay by hand.
    monkeypatch.setattr("accounts.journal.recording.replay.start_thread", lambda: None)
    return Journal(tmp_path)


def rate(client: APIClient, spec: Spec, **values: Any) -> Response:
    return client.post(f"/api/v1/specs/{spec.pk}/ratings", {"stars": 4, **values})


def refused(journal: Journal) -> int:
    return len(list(journal.folder.glob("refused/*.json")))


def test_a_rating_is_accepted_under_its_final_id(
    journal: Journal, outage: Outage, spec: Spec, user: User
) -> None:
    client = client_of(user)
    with outage:
        answer = rate(client, spec, reason="Good roof", tags=["cost_off"])
    assert answer.status_code == 202, answer.content
    made = answer.json()
    assert (made["storage"], made["stars"], made["revision"]) == ("journal", 4, 1)
    assert not Rating.objects.exists()
    record = journal.files()[0]
    assert (record.parent.name, oct(record.stat().st_mode & 0o777)) == ("ratings", "0o600")
    kept = record.read_text(encoding="utf-8")
    assert replay(journal) == 1
    record.write_text(kept, encoding="utf-8")
    assert replay(journal) == 1  # twice makes one
    stored = Rating.objects.get()
    assert (str(stored.pk), stored.stars, stored.reason) == (made["id"], 4, "Good roof")
    assert client.get(answer["Location"]).json()["created_at"] == made["created_at"]


def test_a_second_rating_replaces_the_first(
    journal: Journal, outage: Outage, spec: Spec, user: User
) -> None:
    client = client_of(user)
    with outage:
        first, second = rate(client, spec, stars=2).json(), rate(client, spec, stars=5).json()
    assert first["id"] == second["id"]
    assert replay(journal) == 2
    assert [(str(r.pk), r.stars) for r in Rating.objects.all()] == [(second["id"], 5)]


def test_it_replaces_one_from_before_but_not_one_from_after(
    journal: Journal, outage: Outage, spec: Spec, user: User
) -> None:
    client = client_of(user)
    assert rate(client, spec, stars=1).status_code == 201
    with outage:
        made = rate(client, spec, stars=5).json()
    assert replay(journal) == 1
    assert [(str(r.pk), r.stars) for r in Rating.objects.all()] == [(made["id"], 5)]
    with outage:
        assert rate(client, spec, stars=2).status_code == 202
    assert rate(client, spec, stars=3).status_code == 200
    assert replay(journal) == 1
    assert Rating.objects.get().stars == 3


def test_a_spec_that_was_made_in_the_outage_can_be_rated(
    journal: Journal, outage: Outage, user: User
) -> None:
    with outage:
        made = spec_generate(prompt="A 3-storey brick house with a garden", owner=user)
        answer = rate(client_of(user), made)
    assert answer.status_code == 202, answer.content
    assert replay(journal) == 2
    assert refused(journal) == 0
    assert Rating.objects.get().revision_id == made.latest_id


def test_what_cannot_be_known_is_503(
    journal: Journal, outage: Outage, spec: Spec, user: User, other_user: User, staff: User
) -> None:
    with outage:
        answers = [
            rate(client_of(other_user), spec),  # somebody else's
            rate(client_of(staff), spec),  # depends on the queue
            rate(client_of(user), spec, revision=7),  # never seen
            client_of(user).post(f"/api/v1/specs/{spec.pk}/feedback", {"feedback": "thumbs_up"}),
            client_of(user).get(f"/api/v1/specs/{spec.pk}/ratings"),
        ]
        assert rate(client_of(user), spec, stars=9).status_code == 422
        cache.delete(f"seen-spec:{spec.pk}")
        answers.append(rate(client_of(user), spec))  # not seen lately
    for answer in answers:
        assert answer.status_code == 503, answer.content
        assert int(answer["Retry-After"]) > 0
    assert journal.files() == []


def test_a_full_disk_is_503(
    journal: Journal,
    outage: Outage,
    spec: Spec,
    user: User,
    settings: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*args: Any) -> Any:
        raise OSError(28, "No space left on device")

    settings.PUBLIC_ENDPOINTS = ["log-values"]
    monkeypatch.setattr("accounts.journal.files.os.fsync", full)
    with outage:
        for answer in (rate(client_of(user), spec), APIClient().post("/log-values", ENTRY)):
            assert answer.status_code == 503
            assert answer.json()["code"] == "journal_full"
            assert int(answer["Retry-After"]) > 0
    assert journal.files() == []


def test_a_rating_of_a_submitted_review_stays(
    journal: Journal, spec: Spec, reviewers: list[User]
) -> None:
    """Should one come to be kept all the same, it does not write over what the review holds."""
    anna, now = reviewers[0], timezone.now()
    review_add(revision=spec.latest)
    lease = lease_next(reviewer=anna, now=now)
    assert lease is not None
    lease_submit(lease_id=lease.pk, reviewer=anna, values=RatingValues(4), now=now)
    record_rows("ratings", uuid7(), [Rating(revision=spec.latest, person=anna, stars=1)])
    assert replay(journal) == 0
    assert Rating.objects.get().stars == 4
    assert refused(journal) == 1


def test_the_daily_log(journal: Journal, outage: Outage, user: User) -> None:
    client = client_of(user)
    with outage:
        made = client.post("/log-values", ENTRY)
        again = client.post("/log-values", ENTRY)
        other = client.post("/log-values", OTHER)
    assert (made.status_code, made.json()["storage"]) == (202, "journal")
    assert again.json() == made.json()
    assert other.status_code == 409
    assert replay(journal) == 2
    entry = HidgLog.objects.get()
    assert (str(entry.pk), entry.author, entry.achievements) == (
        made.json()["hidg_id"],
        user,
        ["one"],
    )
    # Back again: the same entry is the one that is there.
    stored = client.post("/log-values", ENTRY)
    assert stored.status_code == 200
    assert stored.json() == {**made.json(), "storage": "database"}


def test_an_entry_that_was_there_before(journal: Journal, outage: Outage, user: User) -> None:
    client = client_of(user)
    assert client.post("/log-values", ENTRY).status_code == 200
    with outage:
        assert client.post("/log-values", ENTRY).status_code == 202
    assert replay(journal) == 1
    assert refused(journal) == 0
    cache.clear()
    with outage:
        assert client.post("/log-values", OTHER).status_code == 202
    replay(journal)
    assert HidgLog.objects.get().achievements == ["one"]
    # A person has to look: the words are kept.
    assert refused(journal) == 1


def test_entries_of_nobody(journal: Journal, outage: Outage, settings: Any) -> None:
    settings.PUBLIC_ENDPOINTS = ["log-values"]
    client = APIClient()
    assert client.post("/log-values", ENTRY).status_code == 200
    with outage:
        same, other = client.post("/log-values", ENTRY), client.post("/log-values", OTHER)
    assert (same.status_code, other.status_code) == (202, 202)
    assert replay(journal) == 2
    assert HidgLog.objects.count() == 2
    assert str(HidgLog.objects.first().pk) == other.json()["hidg_id"]


def test_a_key_that_was_good_lately_is_believed(
    journal: Journal, outage: Outage, spec: Spec, user: User
) -> None:
    client = APIClient(HTTP_X_API_KEY=api_key_create(user=user).key)
    stranger = APIClient(HTTP_X_API_KEY="k" * 40)
    assert client.get(f"/api/v1/specs/{spec.pk}/").status_code == 200
    with outage:
        made = rate(client, spec)
        entry = client.post("/log-values", ENTRY)
        assert rate(stranger, spec).status_code == 503
        assert stranger.post("/log-values", ENTRY).status_code == 503
        keyed = client.post("/log-values", OTHER, HTTP_IDEMPOTENCY_KEY="once")
        assert keyed.status_code == 503
    assert (made.status_code, entry.status_code) == (202, 202)
    assert json.loads(journal.files()[0].read_text())["rows"]
    assert replay(journal) == 2
    assert Rating.objects.get().person == HidgLog.objects.get().author == user


def test_services_say_where_it_is(spec: Spec, user: User) -> None:
    rating, _ = rating_submit(revision=spec.latest, person=user, values=RatingValues(3))
    entry, _ = hidg_log_add(
        author=user,
        date=timezone.now().date(),
        task="x",
        reflection=Reflection("a", "b", "c", "d"),
    )
    assert rating.storage == entry.storage == "database"
