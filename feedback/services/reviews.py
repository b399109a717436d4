"""What enters the review queue, and what a lead decides at its end."""

import datetime as dt
import uuid
from collections.abc import Iterable

from django.db import transaction

from accounts.models import User
from feedback.choices import BLIND_STATES, REQUIRED_REVIEWERS, ItemState
from feedback.errors import WrongState
from feedback.models import ReviewItem
from feedback.ranking import rank
from feedback.selectors.queue import candidates
from feedback.services.feedback import feedback_log_add
from feedback.services.ratings import refuse_own
from specs.choices import ReviewState
from specs.models import SpecRevision
from specs.services import spec_reviewed

BATCH = 500


def review_add(
    *,
    revision: SpecRevision,
    reasons: Iterable[str] = ("requested",),
    priority: float = 10.0,
    required: int = REQUIRED_REVIEWERS,
) -> ReviewItem:
    """Send a revision to review; where it is under review already, that item. What somebody asked
    for goes before everything that entered by rule."""
    item, _ = ReviewItem.objects.get_or_create(
        revision=revision,
        defaults={"reasons": list(reasons), "priority": priority, "required": required},
    )
    return item


def queue_fill(*, limit: int = BATCH) -> int:
    """Let in what the entry rules want, among the newest specs that are not in the queue."""
    ranked = [(candidate, rank(candidate)) for candidate in candidates(limit=limit)]
    entering = [
        ReviewItem(
            revision_id=candidate.revision_id,
            priority=position.priority,
            reasons=list(position.reasons),
        )
        for candidate, position in ranked
        if position.enters
    ]
    # Two workers may fill at once: the second finds the row there and leaves it.
    before = ReviewItem.objects.count()
    ReviewItem.objects.bulk_create(entering, ignore_conflicts=True)
    return ReviewItem.objects.count() - before


def review_accept(*, item_id: uuid.UUID, by: User, reason: str, now: dt.datetime) -> ReviewItem:
    """Raises WrongState before everybody has rated and after a decision; OwnSpec."""
    return _decide(item_id, by, reason, now, ItemState.ACCEPTED)


def review_return(*, item_id: uuid.UUID, by: User, reason: str, now: dt.datetime) -> ReviewItem:
    """Back to its author, with feedback for the next iteration. Raises as review_accept."""
    return _decide(item_id, by, reason, now, ItemState.RETURNED)


def spec_decide(
    *, revision: SpecRevision, by: User, accepted: bool, reason: str, now: dt.datetime
) -> None:
    """A lead's word on a spec that is in no review, or at the end of one. Raises WrongState while
    people are still reviewing it, and OwnSpec."""
    item = ReviewItem.objects.filter(revision=revision).first()
    if item is not None and item.state in BLIND_STATES:
        raise WrongState("People are still reviewing it.")
    if item is not None and item.state == ItemState.SUBMITTED:
        decide = review_accept if accepted else review_return
        decide(item_id=item.pk, by=by, reason=reason, now=now)
        return
    refuse_own(revision=revision, person=by)
    with transaction.atomic():
        state = ReviewState.ACCEPTED if accepted else ReviewState.REJECTED
        if not spec_reviewed(revision=revision, state=state):
            raise WrongState("A newer revision is there.")
        if not accepted:
            feedback_log_add(revision=revision, comments=[(by.get_username(), reason)])


def _decide(
    item_id: uuid.UUID, by: User, reason: str, now: dt.datetime, state: ItemState
) -> ReviewItem:
    with transaction.atomic():
        item = (
            ReviewItem.objects.select_related("revision__spec")
            .select_for_update(of=("self",))
            .get(pk=item_id)
        )
        refuse_own(revision=item.revision, person=by)
        if item.state != ItemState.SUBMITTED:
            raise WrongState(f"The review is {item.get_state_display().lower()}.")
        item.state, item.decided_by, item.decided_at = state, by, now
        item.decision_reason = reason
        item.save()
        accepted = state == ItemState.ACCEPTED
        spec_reviewed(
            revision=item.revision,
            state=ReviewState.ACCEPTED if accepted else ReviewState.REJECTED,
        )
        if not accepted:
            feedback_log_add(revision=item.revision, comments=[(by.get_username(), reason)])
    return item
