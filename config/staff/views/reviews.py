"""The queue, one review, and a lead's decision on it."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from accounts.models import User
from config.dashboard.access import viewer
from config.dashboard.presenters.lists import kind_of
from config.dashboard.presenters.sheet import spec_sheet
from config.staff.forms import RatingForm, ReasonForm
from config.staff.pages import Link, page, person, staff_page
from feedback.api.presenters import visible_reasons
from feedback.choices import MAX_SECONDS, ItemState, LeaseState
from feedback.errors import FeedbackError, LeaseLost
from feedback.models import ReviewItem, ReviewLease
from feedback.ranking import REASONS
from feedback.selectors import (
    items_hidden_from,
    lease_held_by,
    lease_of,
    queue_counts,
    ratings_visible_to,
    review_items,
)
from feedback.services import (
    lease_next,
    lease_release,
    lease_submit,
    lease_take,
    review_accept,
    review_return,
)

SHOWN = 25
RIGHT = "feedback.review"


@staff_page(RIGHT)
@require_http_methods(["GET", "HEAD"])
def queue(request: HttpRequest) -> HttpResponse:
    me = person(request)
    items = review_items(viewer(request))
    return page(
        request,
        "staff/reviews.html",
        "Review queue",
        counts=[(state.label, queue_counts().get(state, 0)) for state in ItemState],
        held=lease_held_by(me),
        waiting=rows(items.filter(state=ItemState.OPEN).order_by("-priority", "pk"), me),
        to_decide=rows(items.filter(state=ItemState.SUBMITTED).order_by("pk"), me),
        may_decide=me.has_perm("feedback.decide_review"),
    )


def rows(items: Any, me: User) -> list[dict[str, Any]]:
    shown = list(items[:SHOWN])
    hidden = set(
        items_hidden_from(me.pk)
        .filter(pk__in=[item.pk for item in shown])
        .values_list("pk", flat=True)
    )
    return [
        {
            "item": item,
            "title": item.revision.document["title"],
            "kind": kind_of(item.revision.spec),
            "reasons": reasons(item, hidden=item.pk in hidden),
            "free": item.required - item.taken,
        }
        for item in shown
    ]


def reasons(item: ReviewItem, *, hidden: bool) -> list[str]:
    return [REASONS.get(name, name) for name in visible_reasons(item, hidden=hidden)]


@staff_page(RIGHT)
@require_POST
def take_next(request: HttpRequest) -> HttpResponse:
    return to_next(person(request), request)


def to_next(me: User, request: HttpRequest) -> HttpResponse:
    lease = lease_next(reviewer=me, now=timezone.now())
    if lease is None:
        messages.info(request, "Nothing is free for you now.")
        return redirect("admin:reviews")
    return redirect("admin:review", lease.item_id)


@staff_page(RIGHT)
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, item_id: uuid.UUID) -> HttpResponse:
    item = item_or_404(request, item_id)
    if request.method == "POST":
        return submitted(request, item)
    return show(request, item, RatingForm())


def submitted(request: HttpRequest, item: ReviewItem) -> HttpResponse:
    """Store the rating and go on to the next review. A place that was lost meanwhile is said so
    with everything that was typed still in the form."""
    me, now = person(request), timezone.now()
    if "release" in request.POST:
        lease = lease_of(me, item)
        if lease is not None:
            lease_release(lease_id=lease.pk, reviewer=me)
        return redirect("admin:reviews")
    form = RatingForm(request.POST)
    if not form.is_valid():
        return show(request, item, form, status=422)
    try:
        lease = (
            lease_take(item_id=item.pk, reviewer=me, now=now)
            if "retake" in request.POST
            else lease_of(me, item)
        )
        if lease is None:
            raise LeaseLost("You hold no place of this review.")
        seconds = min(MAX_SECONDS, int((now - lease.leased_at).total_seconds()))
        lease_submit(lease_id=lease.pk, reviewer=me, values=form.values(seconds), now=now)
    except FeedbackError as problem:
        return show(request, item, form, problem=problem, status=409)
    messages.success(request, "Stored.")
    return to_next(me, request)


@staff_page("feedback.decide_review")
@require_POST
def decide(request: HttpRequest, item_id: uuid.UUID) -> HttpResponse:
    item = item_or_404(request, item_id)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return show(request, item, RatingForm(), decision=form, status=422)
    service = review_accept if "accept" in request.POST else review_return
    try:
        service(
            item_id=item.pk,
            by=person(request),
            reason=form.cleaned_data["reason"],
            now=timezone.now(),
        )
    except FeedbackError as problem:
        return show(request, item, RatingForm(), problem=problem, status=409)
    messages.success(request, "Accepted." if "accept" in request.POST else "Returned.")
    return redirect("admin:reviews")


def item_or_404(request: HttpRequest, item_id: uuid.UUID) -> ReviewItem:
    # The page shows the whole revision, so here its documents are wanted.
    item = review_items(viewer(request)).defer(None).filter(pk=item_id).first()
    if item is None:
        raise Http404
    return item


def show(
    request: HttpRequest,
    item: ReviewItem,
    form: RatingForm,
    *,
    decision: ReasonForm | None = None,
    problem: FeedbackError | None = None,
    status: int = 200,
) -> HttpResponse:
    me = person(request)
    hidden = items_hidden_from(me.pk).filter(pk=item.pk).exists()
    spec = item.revision.spec
    lease = lease_of(me, item)
    return page(
        request,
        "staff/review.html",
        f"Review: {item.revision.document['title']}",
        crumbs=(Link("Review queue", reverse("admin:reviews")),),
        status=status,
        item=item,
        sheet=spec_sheet(spec, item.revision),
        kind=kind_of(spec),
        reasons=reasons(item, hidden=hidden),
        form=form if rating_wanted(lease, problem) else None,
        lost=isinstance(problem, LeaseLost),
        problem=problem,
        lease=lease,
        hidden=hidden,
        ratings=ratings_visible_to(viewer(request)).filter(revision=item.revision),
        score=None if hidden or spec.latest_id != item.revision_id else spec.latest_score,
        decision=decision or ReasonForm(),
        may_decide=item.state == ItemState.SUBMITTED and me.has_perm("feedback.decide_review"),
        may_take=item.state == ItemState.OPEN and (lease is None or lease.state != LeaseState.HELD),
    )


def rating_wanted(lease: ReviewLease | None, problem: FeedbackError | None) -> bool:
    held = lease is not None and lease.state == LeaseState.HELD
    return held or isinstance(problem, LeaseLost)


@staff_page(RIGHT)
@require_POST
def take(request: HttpRequest, item_id: uuid.UUID) -> HttpResponse:
    item = item_or_404(request, item_id)
    try:
        lease_take(item_id=item.pk, reviewer=person(request), now=timezone.now())
    except FeedbackError as problem:
        messages.error(request, str(problem))
    return redirect("admin:review", item.pk)
