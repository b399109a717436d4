"""Many people at once, by real threads on a real database: nothing twice and nothing lost."""

import datetime as dt
from collections import Counter, defaultdict
from functools import partial

import pytest
from django.utils import timezone

from accounts.models import User
from feedback.choices import ItemState, LeaseState
from feedback.models import Rating, ReviewItem, ReviewLease
from feedback.services import (
    RatingValues,
    lease_next,
    lease_submit,
    leases_expire,
    rating_submit,
    review_add,
)
from tests.feedback.conftest import MakeSpec, at_once, reviewer_named

REVIEWERS, ITEMS, PLACES = 8, 50, 2
pytestmark = pytest.mark.usefixtures("own_connections")


def queue_of(make_spec: MakeSpec, count: int) -> list[User]:
    client = User.objects.create_user("client")
    for number in range(count):
        review_add(revision=make_spec(client, f"House {number}").latest, priority=number)
    return [reviewer_named(f"reviewer-{number}") for number in range(REVIEWERS)]


def work(reviewer: User) -> int:
    """Review until nothing is left."""
    done = 0
    while (lease := lease_next(reviewer=reviewer, now=timezone.now())) is not None:
        values = RatingValues(1 + done % 5)
        lease_submit(lease_id=lease.pk, reviewer=reviewer, values=values, now=timezone.now())
        done += 1
    return done


def test_eight_reviewers_share_fifty_items_of_two_places(make_spec: MakeSpec) -> None:
    reviewers = queue_of(make_spec, ITEMS)
    yesterday = timezone.now() - dt.timedelta(days=1)
    # All of them took a review yesterday and went home.
    forgotten = [lease_next(reviewer=reviewer, now=yesterday) for reviewer in reviewers]
    assert None not in forgotten
    done = at_once([partial(work, reviewer) for reviewer in reviewers])
    # Who found nothing free may have come while the last places were held.
    done += [work(reviewer) for reviewer in reviewers]
    assert sum(done) == ITEMS * PLACES
    people: dict[object, list[object]] = defaultdict(list)
    for revision, person in Rating.objects.values_list("revision_id", "person_id"):
        people[revision].append(person)
    assert len(people) == ITEMS
    assert all(len(raters) == len(set(raters)) == PLACES for raters in people.values())
    states = Counter(ReviewItem.objects.values_list("state", "taken"))
    assert states == {(ItemState.SUBMITTED, PLACES): ITEMS}
    leases = Counter(ReviewLease.objects.values_list("state", flat=True))
    assert leases == {LeaseState.SUBMITTED: ITEMS * PLACES, LeaseState.EXPIRED: REVIEWERS}
    assert leases_expire(now=timezone.now()) == 0


def test_one_place_is_given_to_one_of_eight(make_spec: MakeSpec) -> None:
    reviewers = queue_of(make_spec, 1)
    now = timezone.now()
    leases = at_once([partial(lease_next, reviewer=r, now=now) for r in reviewers])
    assert sum(lease is not None for lease in leases) == PLACES
    assert ReviewItem.objects.get().taken == PLACES


def test_one_reviewer_in_eight_tabs_holds_one_place(make_spec: MakeSpec) -> None:
    reviewer = queue_of(make_spec, 10)[0]
    now = timezone.now()
    leases = at_once([partial(lease_next, reviewer=reviewer, now=now)] * 8)
    assert len({lease.pk for lease in leases if lease}) == 1
    assert None not in leases
    assert ReviewLease.objects.filter(state=LeaseState.HELD).count() == 1


def test_a_submission_that_is_sent_eight_times_is_one(make_spec: MakeSpec) -> None:
    reviewer = queue_of(make_spec, 1)[0]
    now = timezone.now()
    lease = lease_next(reviewer=reviewer, now=now)
    assert lease is not None
    send = partial(
        lease_submit, lease_id=lease.pk, reviewer=reviewer, values=RatingValues(4), now=now
    )
    assert {sent.pk for sent in at_once([send] * 8)} == {lease.pk}
    assert Rating.objects.count() == 1


def test_fifty_ratings_of_one_person_and_revision_are_one_row(make_spec: MakeSpec) -> None:
    client = User.objects.create_user("client")
    revision = make_spec(client).latest
    calls = [
        partial(
            rating_submit, revision=revision, person=client, values=RatingValues(1 + number % 5)
        )
        for number in range(50)
    ]
    results = at_once(calls)
    assert sum(created for _, created in results) == 1
    assert {rating.pk for rating, _ in results} == {Rating.objects.get().pk}
