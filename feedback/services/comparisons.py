"""Two specs for one prompt are put before a person, sides drawn, and the choice is kept."""

import datetime as dt
import secrets
import uuid

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef

from accounts.models import User
from feedback.choices import Purpose, Side
from feedback.errors import NotComparable, WrongState
from feedback.models import Comparison
from feedback.selectors.comparisons import comparison_held, pair_to_compare, waiting_for
from feedback.services.ratings import refuse_own
from specs.models import SpecRevision


def comparison_open(
    *,
    first: SpecRevision,
    second: SpecRevision,
    person: User | None = None,
    purpose: str = Purpose.TASTE,
    subject: str = "",
    now: dt.datetime | None = None,
) -> Comparison:
    """A pair for one person, or for whoever comes. The same pair again is the same comparison,
    whichever way round. Raises NotComparable, OwnSpec."""
    if first.pk == second.pk:
        raise NotComparable("A spec cannot be compared with itself.")
    if first.spec.prompt != second.spec.prompt:
        raise NotComparable("Two specs are compared for one prompt; these have two.")
    if person is not None:
        for revision in (first, second):
            refuse_own(revision=revision, person=person)
    # One order for a pair, so that the constraint sees (a, b) and (b, a) as the same.
    low, high = sorted((first, second), key=lambda revision: revision.pk.int)
    values = {"prompt": first.spec.prompt, "first_side": drawn_side(), "served_at": now}
    key = {
        "first": low,
        "second": high,
        "person": person,
        "purpose": Purpose(purpose),
        "subject": subject,
    }
    if person is None:
        return Comparison.objects.create(**key, **values)
    comparison, _ = Comparison.objects.get_or_create(**key, defaults=values)
    return comparison


def drawn_side() -> Side:
    return secrets.choice(list(Side))


def comparison_next(*, person: User, now: dt.datetime) -> Comparison | None:
    """What the person is looking at already, else a vote that waits, else a pair to learn from."""
    held = comparison_held(person)
    if held is not None:
        return held
    claimed = _claim(person, now)
    if claimed is not None:
        return claimed
    pair = pair_to_compare(person)
    if pair is None:
        return None
    return comparison_open(first=pair[0], second=pair[1], person=person, now=now)


def _claim(person: User, now: dt.datetime) -> Comparison | None:
    try:
        with transaction.atomic():
            mine = Comparison.objects.filter(
                person=person,
                first=OuterRef("first"),
                second=OuterRef("second"),
                purpose=OuterRef("purpose"),
                subject=OuterRef("subject"),
            )
            waiting = (
                waiting_for(person)
                .filter(~Exists(mine))
                .select_for_update(skip_locked=True, of=("self",))
                .order_by("pk")
                .first()
            )
            if waiting is None:
                return None
            waiting.person, waiting.served_at = person, now
            waiting.save(update_fields=["person", "served_at"])
            return waiting
    except IntegrityError:
        return comparison_held(person)


def comparison_choose(
    *,
    comparison_id: uuid.UUID,
    person: User,
    choice: str,
    now: dt.datetime,
    reason: str = "",
    seconds: int | None = None,
) -> Comparison:
    """Once chosen it stays. Raises WrongState; sending the same choice again is no error."""
    with transaction.atomic():
        comparison = Comparison.objects.select_for_update(of=("self",)).get(
            pk=comparison_id, person=person
        )
        if comparison.choice:
            if comparison.choice == choice:
                return comparison
            raise WrongState("You have chosen already.")
        comparison.choice, comparison.decided_at = choice, now
        comparison.reason, comparison.seconds = reason, seconds
        comparison.save(update_fields=["choice", "decided_at", "reason", "seconds"])
    return comparison
