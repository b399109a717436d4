"""Sessions as callers see them."""

import uuid

from django.db.models import QuerySet

from accounts.principals import Principal, owned
from feedback.selectors import hidden_specs
from rl.models import IterationSession
from specs.selectors.specs import parse_id


def sessions_visible_to(principal: Principal) -> QuerySet[IterationSession]:
    """A client's own, staff's all."""
    return owned(IterationSession.objects.all(), principal, owner="owner")


def sessions_told_to(principal: Principal) -> QuerySet[IterationSession]:
    """Those whose scores the caller may know: not of a spec that waits for the caller's review."""
    hidden = hidden_specs(principal, "spec")
    sessions = sessions_visible_to(principal)
    return sessions if hidden is None else sessions.filter(~hidden)


def session_get(session_id: str) -> IterationSession | None:
    """By id alone: ids cannot be guessed. Whether that is enough is the caller's to decide."""
    key: uuid.UUID | None = parse_id(session_id)
    if key is None:
        return None
    return (
        IterationSession.objects.filter(pk=key)
        .select_related("start_revision", "final_revision")
        .prefetch_related("iterations")
        .first()
    )
