"""A person rates a revision, or says a quick word about it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import IntegrityError, transaction

from accounts.models import User
from feedback.choices import ASPECT_OF, Criterion, LeaseState, QuickKind
from feedback.errors import OwnSpec, RatingFinal
from feedback.models import QuickFeedback, Rating, ReviewLease
from specs.models import SpecRevision


@dataclass(frozen=True, slots=True)
class RatingValues:
    """What a rating form holds. Ranges are the form's to check and the database's to insist on."""

    stars: int
    criteria: Mapping[str, int | None] = field(default_factory=dict)
    reason: str = ""
    tags: Sequence[str] = ()
    seconds: int | None = None

    def columns(self) -> dict[str, Any]:
        return {
            "stars": self.stars,
            **{name: self.criteria.get(name) for name in Criterion.values},
            "reason": self.reason,
            "tags": list(dict.fromkeys(self.tags)),
            "seconds": self.seconds,
        }


def rating_submit(
    *, revision: SpecRevision, person: User, values: RatingValues
) -> tuple[Rating, bool]:
    """The rating, and whether it is new: a second one replaces what the person said before.

    Raises OwnSpec, and RatingFinal once a blind review holds it.
    """
    refuse_own(revision=revision, person=person)
    columns = values.columns()
    with transaction.atomic():
        try:
            # The constraint decides between two requests; asking first would let both through.
            with transaction.atomic():
                return Rating.objects.create(revision=revision, person=person, **columns), True
        except IntegrityError:
            rating = Rating.objects.select_for_update().get(revision=revision, person=person)
        if ReviewLease.objects.filter(rating=rating, state=LeaseState.SUBMITTED).exists():
            raise RatingFinal("This rating belongs to a review that you have submitted.")
        for name, value in columns.items():
            setattr(rating, name, value)
        rating.save()
    return rating, False


def refuse_own(*, revision: SpecRevision, person: User) -> None:
    """A client judges the design it asked for; staff judge other people's only."""
    own = person.pk in (revision.spec.owner_id, revision.author_id)
    if person.is_staff and own:
        raise OwnSpec("This spec is your own.")


def quick_feedback_give(
    *, revision: SpecRevision, person: User, kind: str, comment: str = ""
) -> tuple[QuickFeedback, bool]:
    """A thumb or a verdict; the last one of each counts."""
    kind = QuickKind(kind)
    key = {"revision": revision, "person": person, "aspect": ASPECT_OF[kind]}
    with transaction.atomic():
        try:
            with transaction.atomic():
                given = QuickFeedback.objects.create(**key, kind=kind, comment=comment)
                return given, True
        except IntegrityError:
            given = QuickFeedback.objects.select_for_update().get(**key)
        given.kind, given.comment = kind, comment
        given.save()
    return given, False
