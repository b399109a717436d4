"""The closed lists that columns, forms and the API share."""

from django.db import models

from feedback import judgements

REQUIRED_REVIEWERS = 2
MAX_TEXT = 4000
MAX_TASK = 200
MAX_SECONDS = 24 * 3600
MAX_TAGS = 12


class Criterion(models.TextChoices):
    """The evaluator's criteria, which people rate too."""

    COMPLETENESS = "completeness"
    FORMAT_VALIDITY = "format_validity", "Format validity"
    FEASIBILITY = "feasibility"
    CONSISTENCY = "consistency"
    FIDELITY = "fidelity"


class QuickKind(models.TextChoices):
    THUMBS_UP = "thumbs_up", "Thumbs up"
    THUMBS_DOWN = "thumbs_down", "Thumbs down"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Aspect(models.TextChoices):
    """What a quick word is about: one of each per person and revision, the last one counts."""

    LIKING = "liking"
    USE = "use"


ASPECT_OF = {
    QuickKind.THUMBS_UP: Aspect.LIKING,
    QuickKind.THUMBS_DOWN: Aspect.LIKING,
    QuickKind.ACCEPTED: Aspect.USE,
    QuickKind.REJECTED: Aspect.USE,
}


class Choice(models.TextChoices):
    LEFT = judgements.Choice.LEFT.value
    RIGHT = judgements.Choice.RIGHT.value
    TIE = judgements.Choice.TIE.value
    BOTH_BAD = judgements.Choice.BOTH_BAD.value, "Both bad"


class Side(models.TextChoices):
    LEFT = "left"
    RIGHT = "right"


class Purpose(models.TextChoices):
    TASTE = "taste", "What people like"
    PROMOTION = "promotion", "A vote on a new policy"


class ItemState(models.TextChoices):
    """`leased`: every place is taken. `submitted`: everybody has rated, a lead decides."""

    OPEN = "open"
    LEASED = "leased"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    ACCEPTED = "accepted"


BLIND_STATES = (ItemState.OPEN, ItemState.LEASED)
DECIDED_STATES = (ItemState.RETURNED, ItemState.ACCEPTED)


class LeaseState(models.TextChoices):
    HELD = "held"
    SUBMITTED = "submitted"
    EXPIRED = "expired"
    RELEASED = "released"


ACTIVE_LEASES = (LeaseState.HELD, LeaseState.SUBMITTED)
