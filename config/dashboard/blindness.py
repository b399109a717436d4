"""A reviewer judges before seeing the machine's score: pages leave it out until then."""

import uuid
from collections.abc import Iterable

from accounts.principals import Principal
from feedback.selectors import hidden_specs
from specs.models import SpecRevision


def revisions_hidden_from(who: Principal, revisions: Iterable[uuid.UUID]) -> frozenset[uuid.UUID]:
    """Only staff review; a client's own scores are the client's to see."""
    hidden = hidden_specs(who, "spec")
    if hidden is None:
        return frozenset()
    waiting = SpecRevision.objects.filter(hidden, pk__in=list(revisions))
    return frozenset(waiting.values_list("pk", flat=True))
