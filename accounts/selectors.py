"""Who a credential belongs to, and what may be seen of the app's tables."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count, F, QuerySet, Sum
from rest_framework_simplejwt.token_blacklist.models import BlacklistedToken

from accounts import keys
from accounts.agent_status import AgentStatus, Run, status_of
from accounts.models import AgentRun, ApiKey, Job, TokenFamily, Usage
from accounts.models.api_key import ApiKeyQuerySet
from accounts.tokens import Claims


def api_key_find(*, key: str) -> ApiKey | None:
    """The stored key with its owner, usable or not."""
    return ApiKey.objects.select_related("user").filter(digest=keys.digest(key)).first()


def api_key_list() -> ApiKeyQuerySet:
    return ApiKey.objects.select_related("user")


def token_family_of(*, claims: Claims) -> TokenFamily | None:
    """The sign-in that the claims name, with its user, while both are good for calls."""
    family = (
        TokenFamily.objects.select_related("user")
        .filter(pk=claims.family, user_id=claims.user_id, revoked_at=None)
        .first()
    )
    if family is None or not family.user.is_active:
        return None
    return family if family.user.token_version == claims.version else None


def token_spent_at(*, jti: str) -> datetime | None:
    return (
        BlacklistedToken.objects.filter(token__jti=jti)
        .values_list("blacklisted_at", flat=True)
        .first()
    )


def agent_statuses(agents: Iterable[str], *, newest: int = 200) -> dict[str, AgentStatus]:
    """The state of each agent from its newest runs: one indexed query each."""
    statuses = {}
    for agent in agents:
        rows = AgentRun.objects.filter(agent=agent).order_by("-id")
        runs = rows.values_list("duration_ms", "ok", "error", "version", "created_at")[:newest]
        statuses[agent] = status_of([Run(*row) for row in runs])
    return statuses


def job_list() -> QuerySet[Job]:
    return Job.objects.all()


def job_counts() -> dict[str, int]:
    counted = Job.objects.order_by().values_list("status").annotate(Count("id"))
    return dict(counted)


def tokens_used(*, principal: str, since: datetime) -> int:
    """Tokens at the language model that a credential is charged with."""
    spent = Usage.objects.filter(principal=principal, created_at__gte=since).aggregate(
        total=Sum(F("prompt_tokens") + F("completion_tokens"))
    )
    return spent["total"] or 0
