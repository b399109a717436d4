"""Reviews as the API words them; what is hidden is left out here and was never read."""

from collections.abc import Iterable
from typing import Any

from accounts.models import User
from accounts.principals import Principal
from feedback.choices import BLIND_STATES
from feedback.models import ReviewItem
from feedback.selectors import items_hidden_from, lease_of, ratings_visible_to

JSON = dict[str, Any]


def review_rows(items: Iterable[ReviewItem], viewer: User) -> list[JSON]:
    items = list(items)
    hidden = set(
        items_hidden_from(viewer.pk)
        .filter(pk__in=[item.pk for item in items])
        .values_list("pk", flat=True)
    )
    return [_row(item, hidden=item.pk in hidden) for item in items]


def review(item: ReviewItem, viewer: User) -> JSON:
    hidden = item.state in BLIND_STATES and items_hidden_from(viewer.pk).filter(pk=item.pk).exists()
    staff = Principal(id="", user_id=viewer.pk, scopes=frozenset(), staff=True)
    ratings = ratings_visible_to(staff).filter(revision=item.revision_id)
    return {
        **_row(item, hidden=hidden),
        "prompt": item.revision.spec.prompt,
        "spec": item.revision.document,
        "lease": lease_of(viewer, item),
        "ratings": ratings.select_related("revision"),
    }


def _row(item: ReviewItem, *, hidden: bool) -> JSON:
    spec = item.revision.spec
    latest = spec.latest_id == item.revision_id
    return {
        "id": item.pk,
        "spec_id": spec.pk,
        "revision": item.revision.number,
        "title": item.revision.document["title"],
        "design_type": spec.design_type,
        "category": spec.category,
        "state": item.state,
        "reasons": visible_reasons(item, hidden=hidden),
        "reviewers": item.required,
        "taken": item.taken,
        "blind": hidden,
        "score": spec.latest_score if latest and not hidden else None,
        "decided_by": item.decided_by.get_username() if item.decided_by else None,
        "decided_at": item.decided_at,
        "decision_reason": item.decision_reason,
        "created_at": item.created_at,
    }


def visible_reasons(item: ReviewItem, *, hidden: bool) -> list[str]:
    """Why it is in the queue would give away what the machine thinks of it."""
    told = {"requested", "new_category", "random"}
    return [reason for reason in item.reasons if not hidden or reason in told]
