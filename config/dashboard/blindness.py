"""A reviewer judges before seeing the machine's score: pages leave it out until then."""

import uuid
from collections.abc import Iterable

from accounts.principals import Principal
from feedback.selectors import items_hidden_from


def revisions_hidden_from(who: Principal, revisions: Iterable[uuid.UUID]) -> frozenset[uuid.UUID]:
    """Only staff review; a client's own scores are the client's to see."""
    if not who.staff or who.user_id is None:
        return frozenset()
    waiting = items_hidden_from(who.user_id).filter(revision__in=list(revisions))
    return frozenset(waiting.values_list("revision_id", flat=True))
