"""Who reviews what: a place of an item is held under the lock of the item's row.

Locks are always taken item first, lease second, so that two of these never wait for each other.
SQLite has no row locks and needs none: a transaction holds its one write lock from the start.
"""

import datetime as dt
import uuid

from django.db import IntegrityError, transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from accounts.models import User
from feedback.choices import ACTIVE_LEASES, ItemState, LeaseState
from feedback.errors import LeaseLost, OwnSpec, WrongState
from feedback.models import ReviewItem, ReviewLease
from feedback.services.ratings import RatingValues, rating_submit, refuse_own
from feedback.wiring import lease_time


def lease_next(*, reviewer: User, now: dt.datetime) -> ReviewLease | None:
    """The place the reviewer holds already, else the best free one; None when nothing is free."""
    leases_expire(now=now)
    _expire_own(reviewer, now)
    for skip in (True, False):
        # Busy rows are passed over first. Only when no other is left is one waited for.
        lease = _lease_best(reviewer, now, skip_locked=skip)
        if lease is not None:
            return lease
    return None


def lease_take(*, item_id: uuid.UUID, reviewer: User, now: dt.datetime) -> ReviewLease:
    """A place of one item, by choice. What the reviewer held elsewhere is given back.

    Raises OwnSpec, WrongState when no place is free or the reviewer has rated it already.
    """
    leases_expire(now=now)
    _expire_own(reviewer, now)
    held = _held_by(reviewer)
    if held is not None and held.item_id != item_id:
        lease_release(lease_id=held.pk, reviewer=reviewer)
    with transaction.atomic():
        item = _lock(item_id)
        if item.revision.spec.owner_id == reviewer.pk or item.revision.author_id == reviewer.pk:
            raise OwnSpec("This spec is your own.")
        mine = item.leases.filter(reviewer=reviewer, state__in=ACTIVE_LEASES).first()
        if mine is not None and mine.state == LeaseState.HELD:
            return mine
        if mine is not None:
            raise WrongState("You have reviewed this already.")
        if item.state != ItemState.OPEN:
            raise WrongState("No place of this review is free.")
        return _occupy(item, reviewer, now)


def lease_extend(*, lease_id: uuid.UUID, reviewer: User, now: dt.datetime) -> ReviewLease:
    with transaction.atomic():
        lease = _lock_held(lease_id, reviewer, now)
        lease.expires_at = now + lease_time()
        lease.save(update_fields=["expires_at"])
    return lease


def lease_release(*, lease_id: uuid.UUID, reviewer: User) -> None:
    """Give the place back; giving back what is not held any more is no error."""
    with transaction.atomic():
        lease = ReviewLease.objects.filter(pk=lease_id, reviewer=reviewer).first()
        if lease is None:
            return
        item = _lock(lease.item_id)
        released = item.leases.filter(pk=lease_id, state=LeaseState.HELD).update(
            state=LeaseState.RELEASED
        )
        _give_back(item, released)


def lease_submit(
    *, lease_id: uuid.UUID, reviewer: User, values: RatingValues, now: dt.datetime
) -> ReviewLease:
    """Store the rating and close the place; sent twice, it is stored once. Raises LeaseLost."""
    with transaction.atomic():
        lease = ReviewLease.objects.filter(pk=lease_id, reviewer=reviewer).first()
        if lease is not None and lease.state == LeaseState.SUBMITTED:
            return lease
        lease = _lock_held(lease_id, reviewer, now)
        if lease.state == LeaseState.SUBMITTED:
            return lease
        refuse_own(revision=lease.item.revision, person=reviewer)
        rating, _ = rating_submit(revision=lease.item.revision, person=reviewer, values=values)
        lease.rating, lease.state, lease.submitted_at = rating, LeaseState.SUBMITTED, now
        lease.save(update_fields=["rating", "state", "submitted_at"])
        item = lease.item
        submitted = item.leases.filter(state=LeaseState.SUBMITTED).count()
        if submitted >= item.required:
            item.state = ItemState.SUBMITTED
            item.save(update_fields=["state", "updated_at"])
    return lease


def leases_expire(*, now: dt.datetime) -> int:
    """Give back every place whose time is over; safe to run at any time, by anybody."""
    overdue = Q(state=LeaseState.HELD, expires_at__lte=now)
    # Most of the time there is none, and then no transaction is needed.
    if not ReviewLease.objects.filter(overdue).exists():
        return 0
    with transaction.atomic():
        late = ReviewLease.objects.filter(overdue, item=OuterRef("pk"))
        items = ReviewItem.objects.select_for_update(skip_locked=True).filter(Exists(late))
        count = 0
        for item in items.order_by("pk"):
            expired = item.leases.filter(overdue).update(state=LeaseState.EXPIRED)
            _give_back(item, expired)
            count += expired
    return count


def _expire_own(reviewer: User, now: dt.datetime) -> None:
    """The sweep passes over rows that are busy; the reviewer's own overdue place is waited for,
    since it stands in the way of the next one."""
    held = _held_by(reviewer)
    if held is None or held.expires_at > now:
        return
    with transaction.atomic():
        item = _lock(held.item_id)
        expired = item.leases.filter(pk=held.pk, state=LeaseState.HELD, expires_at__lte=now).update(
            state=LeaseState.EXPIRED
        )
        _give_back(item, expired)


def _lease_best(reviewer: User, now: dt.datetime, *, skip_locked: bool) -> ReviewLease | None:
    try:
        with transaction.atomic():
            held = _held_by(reviewer)
            if held is not None:
                return held
            free = items_free_for(reviewer).select_for_update(skip_locked=skip_locked, of=("self",))
            item = free.order_by("-priority", "pk").first()
            return None if item is None else _occupy(item, reviewer, now)
    except IntegrityError:
        # The same reviewer asked twice at once: the other request's place is the answer.
        return _held_by(reviewer)


def items_free_for(reviewer: User) -> QuerySet[ReviewItem]:
    """Open items that the reviewer has no place in and no part of."""
    mine = ReviewLease.objects.filter(
        item=OuterRef("pk"), reviewer=reviewer, state__in=ACTIVE_LEASES
    )
    own = Q(revision__spec__owner=reviewer) | Q(revision__author=reviewer)
    return ReviewItem.objects.filter(~Exists(mine), state=ItemState.OPEN).exclude(own)


def _held_by(reviewer: User) -> ReviewLease | None:
    return (
        ReviewLease.objects.filter(reviewer=reviewer, state=LeaseState.HELD)
        .select_related("item")
        .first()
    )


def _lock(item_id: uuid.UUID) -> ReviewItem:
    return (
        ReviewItem.objects.select_related("revision__spec")
        .select_for_update(of=("self",))
        .get(pk=item_id)
    )


def _lock_held(lease_id: uuid.UUID, reviewer: User, now: dt.datetime) -> ReviewLease:
    """The reviewer's own place with its item's row locked. Raises LeaseLost."""
    found = ReviewLease.objects.filter(pk=lease_id, reviewer=reviewer).only("item_id").first()
    if found is None:
        raise LeaseLost("This review is not yours.")
    item = _lock(found.item_id)
    lease: ReviewLease = item.leases.get(pk=lease_id)
    lease.item = item
    if lease.state == LeaseState.SUBMITTED:
        return lease
    if lease.state != LeaseState.HELD or lease.expires_at <= now:
        raise LeaseLost("Your time for this review was over and the place was given back.")
    return lease


def _occupy(item: ReviewItem, reviewer: User, now: dt.datetime) -> ReviewLease:
    lease = ReviewLease.objects.create(
        item=item, reviewer=reviewer, leased_at=now, expires_at=now + lease_time()
    )
    item.taken += 1
    item.state = ItemState.LEASED if item.taken == item.required else ItemState.OPEN
    item.save(update_fields=["taken", "state", "updated_at"])
    return lease


def _give_back(item: ReviewItem, places: int) -> None:
    if places:
        ReviewItem.objects.filter(pk=item.pk).update(
            taken=F("taken") - places, state=ItemState.OPEN
        )
