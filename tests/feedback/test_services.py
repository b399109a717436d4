"""What beat and the commands do: fill the queue, fit the model, write files for trainers."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import User
from feedback import tasks
from feedback.errors import OwnSpec
from feedback.models import Rating, ReviewItem, RewardModel
from feedback.preferences import PreferenceModel
from feedback.services import (
    RatingValues,
    lease_next,
    lease_submit,
    queue_fill,
    rating_submit,
    review_add,
)
from feedback.services.exports import export_archive
from specs.services import spec_scored
from tests.feedback.conftest import MakeSpec, reviewer_named


def test_the_queue_lets_in_by_rule_and_once(make_spec: MakeSpec, user: User) -> None:
    poor = make_spec(user, "Poor")
    spec_scored(revision=poor.latest, score=20.0)
    assert queue_fill() == 1
    assert queue_fill() == 0
    item = ReviewItem.objects.get()
    assert item.revision == poor.latest
    assert "low_score" in item.reasons
    assert "new_category" in item.reasons
    assert tasks.fill_review_queue() == 0
    assert tasks.expire_leases() == 0


def test_disagreement_of_people_and_machine_comes_first(
    make_spec: MakeSpec, user: User, reviewers: list[User]
) -> None:
    for number in range(6):  # enough that the category is not new
        spec = make_spec(user, f"House {number}")
        spec_scored(revision=spec.latest, score=90.0)
        for person in reviewers:
            rating_submit(
                revision=spec.latest, person=person, values=RatingValues(1 if number == 3 else 5)
            )
    queue_fill()
    first = ReviewItem.objects.first()
    assert first is not None
    assert first.revision.spec.title == "House 3"
    assert first.reasons[0] == "disagreement"


def test_the_reward_model_waits_for_enough_and_is_stored_once(
    make_spec: MakeSpec, user: User
) -> None:
    assert tasks.fit_reward_model() == ""
    people = [reviewer_named(f"r{i}") for i in range(5)]
    for number in range(12):
        features = ("garden", "sauna") if number % 2 else ("parking",)
        revision = make_spec(user, f"House {number}", features=features).latest
        for person in people:
            rating_submit(
                revision=revision, person=person, values=RatingValues(4 if number % 2 else 2)
            )
    version = tasks.fit_reward_model()
    assert version == tasks.fit_reward_model()
    stored = RewardModel.objects.get()
    assert (stored.version, stored.ratings) == (version, 60)
    assert PreferenceModel.from_json(stored.document).version == version
    assert "r0" not in json.dumps(stored.document)


def test_files_for_trainers(tmp_path: Path, make_spec: MakeSpec, user: User) -> None:
    people = [reviewer_named(f"r{i}") for i in range(2)]
    for number, stars in enumerate((5, 2, 1)):
        revision = make_spec(user, f"House {number}").latest
        for person in people:
            rating_submit(revision=revision, person=person, values=RatingValues(stars))
    # Under a review that still runs: not one word of it leaves.
    hidden = make_spec(user, "HIDDEN")
    review_add(revision=hidden.latest)
    lease = lease_next(reviewer=people[0], now=timezone.now())
    assert lease is not None
    lease_submit(lease_id=lease.pk, reviewer=people[0], values=RatingValues(5), now=timezone.now())
    said = StringIO()
    call_command("export_preferences", tmp_path, "--json", stdout=said)
    counts = json.loads(said.getvalue())
    by_form = {name.partition(".")[0]: 0 for name in counts}
    for name, count in counts.items():
        lines = (tmp_path / name).read_text(encoding="utf-8").splitlines()
        assert len(lines) == count
        assert not any("HIDDEN" in line for line in lines)
        by_form[name.partition(".")[0]] += count
        for line in lines:
            json.loads(line)
    assert by_form == {"preferences": 2, "preferences_openai": 2, "sft": 1, "rewards": 3}
    # One prompt stands on one side only.
    assert sorted(counts[f"rewards.{s}.jsonl"] for s in ("train", "validation")) == [0, 3]
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    call_command("export_preferences", tmp_path, stdout=StringIO())
    assert before == {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert export_archive()[:2] == b"PK"


@pytest.mark.parametrize("values", [{"stars": 0}, {"stars": 6}, {"stars": 3, "fidelity": 9}])
def test_the_database_insists_on_one_to_five(
    make_spec: MakeSpec, user: User, values: dict[str, Any]
) -> None:
    revision = make_spec(user).latest
    with pytest.raises(IntegrityError), transaction.atomic():
        Rating.objects.create(revision=revision, person=user, **values)


def test_an_editor_does_not_judge_the_own_revision(make_spec: MakeSpec, staff: User) -> None:
    spec = make_spec(User.objects.create_user("someone"))
    revision = spec.latest
    revision.author = staff
    with pytest.raises(OwnSpec):
        rating_submit(revision=revision, person=staff, values=RatingValues(5))
