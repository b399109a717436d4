"""Which pairs wait for whom."""

import uuid

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from accounts.models import User
from feedback.models import Comparison
from specs.choices import Origin
from specs.models import SpecRevision

# How far back a pair is looked for: older ones teach about generators that nobody uses any more.
LOOK_BACK = 200


def comparison_held(person: User) -> Comparison | None:
    """What this person has been shown and has not chosen yet."""
    return _whole().filter(person=person, choice="").first()


def waiting_for(person: User) -> QuerySet[Comparison]:
    """Pairs without a person, in which this one has no part."""
    own = (
        Q(first__spec__owner=person)
        | Q(second__spec__owner=person)
        | Q(first__author=person)
        | Q(second__author=person)
    )
    return Comparison.objects.filter(person=None, choice="").exclude(own)


def pair_to_compare(person: User) -> tuple[SpecRevision, SpecRevision] | None:
    """A spec that a learning session changed, before and after; newest first."""
    seen = Comparison.objects.filter(
        Q(first=OuterRef("parent"), second=OuterRef("pk"))
        | Q(second=OuterRef("parent"), first=OuterRef("pk")),
        person=person,
    )
    after = (
        SpecRevision.objects.filter(~Exists(seen), origin=Origin.ITERATED, parent__isnull=False)
        .exclude(Q(author=person) | Q(spec__owner=person) | Q(parent__author=person))
        .select_related("spec", "parent__spec")
        .order_by("-pk")
        .first()
    )
    return None if after is None or after.parent is None else (after.parent, after)


def comparison_of(person: User, comparison_id: uuid.UUID) -> Comparison | None:
    return _whole().filter(pk=comparison_id, person=person).first()


def votes_on(subject: str) -> dict[str, int]:
    """A promotion's votes, as wins of the second revision's maker are counted by the caller: how
    often the earlier and the later revision won, and how often neither did."""
    decided = Comparison.objects.filter(subject=subject).exclude(choice="")
    first_wins = decided.filter(choice=F("first_side")).count()
    neither = decided.filter(choice__in=("tie", "both_bad")).count()
    total = decided.count()
    return {"first": first_wins, "second": total - first_wins - neither, "neither": neither}


def _whole() -> QuerySet[Comparison]:
    return Comparison.objects.select_related("first__spec", "second__spec")
