"""The review queue: what might enter it, what is in it, and what a person holds."""

import uuid
from collections.abc import Iterable

from django.db.models import Avg, Count, QuerySet

from accounts.models import User
from accounts.principals import Principal
from feedback.choices import ACTIVE_LEASES, LeaseState
from feedback.models import Rating, ReviewItem, ReviewLease
from feedback.ranking import Candidate
from feedback.selectors.predictions import predictions_of
from specs.models import Spec, SpecRevision


def candidates(*, limit: int) -> list[Candidate]:
    """The newest specs whose latest revision is not in the queue."""
    rows = list(
        Spec.objects.filter(latest__review_item__isnull=True)
        .order_by("-pk")
        .values("latest_id", "latest_score", "category")[:limit]
    )
    categories = dict(
        Rating.objects.filter(revision__spec__category__in={row["category"] for row in rows})
        .order_by()
        .values_list("revision__spec__category")
        .annotate(Count("pk"))
    )
    people = dict(
        Rating.objects.filter(revision__in=[row["latest_id"] for row in rows])
        .order_by()
        .values_list("revision_id")
        .annotate(Avg("stars"))
    )
    predictions = predictions_of(row["latest_id"] for row in rows)
    return [
        Candidate(
            revision_id=row["latest_id"],
            score=row["latest_score"],
            category_ratings=categories.get(row["category"], 0),
            people=people.get(row["latest_id"]),
            prediction=predictions.get(row["latest_id"]),
        )
        for row in rows
    ]


def review_items(principal: Principal) -> QuerySet[ReviewItem]:
    """The queue is staff's; a client has no part in it."""
    if not principal.staff:
        return ReviewItem.objects.none()
    return ReviewItem.objects.select_related("revision__spec", "decided_by").defer(
        "revision__provenance", "revision__assumptions", "revision__unmet", "revision__warnings"
    )


def lease_held_by(user: User) -> ReviewLease | None:
    return (
        ReviewLease.objects.filter(reviewer=user, state=LeaseState.HELD)
        .select_related("item__revision__spec")
        .first()
    )


def lease_of(user: User, item: ReviewItem) -> ReviewLease | None:
    """The person's own part in a review, the latest one."""
    return item.leases.filter(reviewer=user).order_by("-pk").first()


def queue_counts() -> dict[str, int]:
    """By state, for the overview and the queue's page."""
    return dict(ReviewItem.objects.order_by().values_list("state").annotate(Count("pk")))


def reviewers_of(revision_ids: Iterable[uuid.UUID]) -> dict[uuid.UUID, list[str]]:
    """Who reviews or has reviewed each revision, for a page of a list."""
    leases = (
        ReviewLease.objects.filter(item__revision__in=list(revision_ids), state__in=ACTIVE_LEASES)
        .order_by("pk")
        .values_list("item__revision_id", "reviewer__username")
    )
    found: dict[uuid.UUID, list[str]] = {}
    for revision, name in leases:
        found.setdefault(revision, []).append(name or "somebody")
    return found


def review_of(revision: SpecRevision) -> ReviewItem | None:
    return ReviewItem.objects.filter(revision=revision).select_related("decided_by").first()
