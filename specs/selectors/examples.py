"""Accepted specs as examples for the language model, nearest to a draft first."""

from django.db import DatabaseError, InterfaceError

from specs.choices import ReviewState
from specs.design import JSON
from specs.draft import Draft
from specs.models import Spec
from specs.pointers import leaves

LOOKED_AT = 50
GIVEN = 2
# A long prompt costs more tokens than it teaches.
LONGEST_PROMPT = 600


class AcceptedSpecs:
    """Only specs of staff: a client's prompt is never sent along with another client's."""

    def nearest(self, draft: Draft) -> list[tuple[str, JSON]]:
        """Pairs of prompt and document; none while the database is away."""
        try:
            found = list(
                Spec.objects.filter(
                    review_state=ReviewState.ACCEPTED,
                    design_type=draft.spec.design_type,
                    owner__is_staff=True,
                )
                .exclude(prompt="")
                .select_related("latest")[:LOOKED_AT]
            )
        except (DatabaseError, InterfaceError):
            return []
        facts = _known(draft.spec.as_json())
        near = [spec for spec in found if len(spec.prompt) <= LONGEST_PROMPT]
        near.sort(
            key=lambda spec: (
                spec.category != draft.spec.category,
                -len(facts & _known(spec.latest.document)),
            )
        )
        return [(spec.prompt, spec.latest.document) for spec in near[:GIVEN]]


def _known(document: JSON) -> set[str]:
    """What kinds of things a document says: its leaves, with the names in its lists."""
    known = set()
    for place, value in leaves(document):
        parts = place.split("/")
        if len(parts) > 2 and parts[2].isdecimal():
            known.add(f"{parts[1]}:{value}" if isinstance(value, str) else parts[1])
        else:
            known.add(place)
    return known
