"""Which policy plays, and how often candidates were tried."""

from django.db.models import QuerySet

from rl.choices import PolicyStatus
from rl.models import PolicyVersion


def policy_list() -> QuerySet[PolicyVersion]:
    """Without the weights, which are the heavy part of a row."""
    return PolicyVersion.objects.defer("weights", "curve")


def policy_current() -> PolicyVersion | None:
    return PolicyVersion.objects.filter(status=PolicyStatus.CURRENT).first()


def tries_since_promotion() -> int:
    """Candidates that the gate saw since the last promotion: each was a chance for luck."""
    looked_at = PolicyVersion.objects.filter(compared_at__isnull=False)
    current = policy_current()
    if current is not None and current.promoted_at is not None:
        looked_at = looked_at.filter(created_at__gt=current.promoted_at)
    return looked_at.filter(status=PolicyStatus.CANDIDATE).count()
