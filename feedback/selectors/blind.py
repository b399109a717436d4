"""Blind review: what a reviewer may not see before having said what they think themselves.

Every reader of ratings starts here: lists, pages, the API and exports. Readers of the machine's
scores further down ask `hidden_specs` through the setting SCORE_BLINDNESS.
"""

import uuid

from django.db.models import Exists, OuterRef, Q, QuerySet

from accounts.models import User
from accounts.principals import Principal
from feedback.choices import BLIND_STATES, LeaseState
from feedback.models import Comparison, QuickFeedback, Rating, ReviewItem, ReviewLease
from specs.models import SpecRevision


def items_hidden_from(user_id: uuid.UUID) -> QuerySet[ReviewItem]:
    """Reviews that still run and in which this person has not submitted. For staff of every rank:
    a lead who looks first rates no more independently than anybody else. What is one's own one
    never reviews, so there is nothing to hide of it."""
    submitted = ReviewLease.objects.filter(
        item=OuterRef("pk"), reviewer=user_id, state=LeaseState.SUBMITTED
    )
    own = Q(revision__author=user_id) | Q(revision__spec__owner=user_id)
    return ReviewItem.objects.filter(~Exists(submitted), state__in=BLIND_STATES).exclude(own)


def hidden_specs(principal: Principal, spec: str) -> Exists | None:
    """Whether the spec at `spec` is under such a review in any of its revisions: the one before an
    edit is judged much as the one after it. None where nothing is hidden: only staff review."""
    if not principal.staff or principal.user_id is None:
        return None
    return Exists(items_hidden_from(principal.user_id).filter(revision__spec=OuterRef(spec)))


def reviews_wait_for(principal: Principal) -> bool:
    """Whether anything at all is hidden from the caller."""
    who = principal.user_id
    return principal.staff and who is not None and items_hidden_from(who).exists()


def hidden_from(user: User, revision: SpecRevision) -> bool:
    """Whether others' ratings and the machine's scores of this revision's spec are hidden."""
    return items_hidden_from(user.pk).filter(revision__spec=revision.spec_id).exists()


def _visible(queryset: QuerySet, principal: Principal) -> QuerySet:  # type: ignore[type-arg]
    if principal.user_id is None:
        return queryset.none()
    own = Q(person=principal.user_id)
    if not principal.staff:
        return queryset.filter(own)
    hidden = items_hidden_from(principal.user_id).filter(revision__spec=OuterRef("revision__spec"))
    return queryset.filter(own | ~Exists(hidden))


def ratings_visible_to(principal: Principal) -> QuerySet[Rating]:
    """A client's own; staff's all but those under a review that is blind for them."""
    visible: QuerySet[Rating] = _visible(Rating.objects.select_related("person"), principal)
    return visible


def quick_feedback_visible_to(principal: Principal) -> QuerySet[QuickFeedback]:
    visible: QuerySet[QuickFeedback] = _visible(QuickFeedback.objects.all(), principal)
    return visible


def ratings_open() -> QuerySet[Rating]:
    """For agreement, training and exports: nothing from a review that still runs."""
    running = ReviewItem.objects.filter(revision=OuterRef("revision"), state__in=BLIND_STATES)
    return Rating.objects.filter(~Exists(running))


def comparisons_visible_to(principal: Principal) -> QuerySet[Comparison]:
    """Own ones; for staff others' too once chosen, unless the same pair waits for them."""
    if principal.user_id is None:
        return Comparison.objects.none()
    own = Q(person=principal.user_id)
    if not principal.staff:
        return Comparison.objects.filter(own)
    mine = Comparison.objects.filter(
        first=OuterRef("first"), second=OuterRef("second"), person=principal.user_id, choice=""
    )
    return Comparison.objects.filter(own | (~Q(choice="") & ~Exists(mine)))
