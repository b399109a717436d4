"""What the database itself refuses, and rows that are never edited."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.models import User
from specs.models import Spec, SpecRevision
from specs.models.revision import FrozenRow
from specs.services import revision_add, spec_reviewed, spec_scored

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "values",
    [
        {"latest_score": 100.1},
        {"latest_score": -0.1},
        {"design_type": "boat"},
        {"engine": "magic"},
        {"review_state": "maybe"},
        {"review_state": "accepted"},
        {"accepted_at": timezone.now()},
    ],
)
def test_a_spec_that_contradicts_itself_is_refused(spec: Spec, values: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Spec.objects.filter(pk=spec.pk).update(**values)


@pytest.mark.parametrize(
    "values",
    [
        {"number": 1, "parent": None},
        {"number": 2, "parent": None},
        {"number": 2, "origin": "magic"},
        {"number": -1},
    ],
)
def test_a_revision_out_of_its_chain_is_refused(spec: Spec, values: dict[str, Any]) -> None:
    revision = {
        "spec": spec,
        "parent": spec.latest,
        "origin": "edited",
        "document": spec.latest.document,
        "provenance": {},
        **values,
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        SpecRevision.objects.create(**revision)


def test_a_revision_is_never_edited(spec: Spec) -> None:
    spec.latest.reason = "better"
    with pytest.raises(FrozenRow):
        spec.latest.save()
    with pytest.raises(FrozenRow):
        SpecRevision.objects.filter(pk=spec.latest_id).update(reason="better")
    with pytest.raises(FrozenRow), transaction.atomic():
        SpecRevision.objects.bulk_update([spec.latest], ["reason"])
    assert SpecRevision.objects.get(pk=spec.latest_id).reason == ""


def test_specs_outlive_their_owner(spec: Spec, user: User) -> None:
    user.delete()
    spec.refresh_from_db()
    assert spec.owner is None
    assert spec.latest.author is None


def test_a_spec_goes_with_its_whole_chain(spec: Spec, document: dict[str, Any]) -> None:
    for stories in (4, 5):
        revision_add(
            spec=spec,
            document={**document, "stories": stories},
            author=None,
            reason="",
            origin="iterated",
        )
    Spec.objects.get(pk=spec.pk).delete()
    assert not SpecRevision.objects.exists()


def test_a_score_of_an_old_revision_is_not_the_specs(spec: Spec, document: Any) -> None:
    first = spec.latest
    assert spec_scored(revision=first, score=40)
    revision = revision_add(
        spec=spec, document={**document, "stories": 4}, author=None, reason="", origin="iterated"
    )
    assert not spec_scored(revision=first, score=99)
    assert not spec_reviewed(revision=first, state="accepted")
    assert spec_scored(revision=revision, score=55)
    assert spec_reviewed(revision=revision, state="accepted")
    spec.refresh_from_db()
    assert (spec.latest_score, spec.review_state) == (55, "accepted")
    assert spec.accepted_at is not None
    assert spec_reviewed(revision=revision, state="rejected")
    spec.refresh_from_db()
    assert spec.accepted_at is None


def test_an_iterated_revision_may_say_where_its_values_come_from(spec: Spec, document: Any) -> None:
    document = {**document, "features": ["parking"]}
    carried = revision_add(
        spec=spec, document=document, author=None, reason="greedy", origin="iterated"
    )
    assert carried.provenance["/features/0"] == {"source": "policy"}
    assert carried.provenance["/stories"]["source"] == "prompt"
    assert [each["pointer"] for each in carried.assumptions] == ["/dimensions/height"]
    provenance = {**carried.provenance, "/features/0": {"source": "policy", "session": "s1"}}
    given = revision_add(
        spec=spec,
        document={**document, "features": ["elevator"]},
        author=None,
        reason="",
        origin="iterated",
        provenance=provenance,
        assumptions=[],
    )
    assert given.provenance["/features/0"]["session"] == "s1"
    assert given.assumptions == []
    assert given.unmet == spec.latest.unmet
