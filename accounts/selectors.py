"""Who a credential belongs to, and what may be seen of the app's tables."""

import uuid
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import Count, F, Q, QuerySet, Sum
from rest_framework_simplejwt.token_blacklist.models import BlacklistedToken

from accounts import keys
from accounts.agent_status import AgentStatus, Run, status_of
from accounts.lookups import api_key_by_digest
from accounts.models import AgentRun, ApiKey, Job, TokenFamily, Usage, User
from accounts.models.api_key import ApiKeyQuerySet
from accounts.tokens import Claims


def api_key_find(*, key: str) -> ApiKey | None:
    """The stored key with its owner, usable or not."""
    return api_key_by_digest(keys.digest(key))


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


@dataclass(frozen=True, slots=True)
class UsageTotals:
    """`cost` in US dollars is of the requests whose price is known; `unpriced` counts the rest."""

    requests: int
    answered: int
    calls: int
    prompt_tokens: int
    completion_tokens: int
    cost: Decimal
    unpriced: int


def usage_totals(usage: QuerySet[Usage]) -> UsageTotals:
    totals = usage.order_by().aggregate(
        requests=Count("pk"),
        answered=Count("pk", filter=Q(outcome="ok")),
        calls=Sum("attempts", default=0),
        prompt_tokens=Sum("prompt_tokens", default=0),
        completion_tokens=Sum("completion_tokens", default=0),
        # Before the sum, which hides the column of its name.
        unpriced=Count("pk", filter=Q(cost=None)),
        cost=Sum("cost", default=Decimal(0)),
    )
    return UsageTotals(**totals)


def usage_of_owner(usage: QuerySet[Usage], text: str) -> QuerySet[Usage]:
    """By a user's name, the beginning of one of its keys, or the id of what was made. The names
    are looked up first, so that the rest is answered by the index of who is charged."""
    text = text.strip()
    if not text:
        return usage
    users = User.objects.filter(username=text).values_list("pk", flat=True)
    prefix = text.removeprefix("p2j_")[:8]
    keys = ApiKey.objects.filter(Q(prefix=prefix) | Q(user__username=text)).values_list("pk")
    charged = [f"user:{key}" for key in users] + [f"key:{key}" for (key,) in keys]
    found = Q(principal__in=charged)
    with suppress(ValueError):
        found |= Q(subject=uuid.UUID(text))
    return usage.filter(found)


def principal_names(principals: Iterable[str]) -> dict[str, str]:
    """Who is behind each credential (Principal.id), for people: two queries at most."""
    wanted = set(principals)
    ids = {name: name.partition(":")[2] for name in wanted if ":" in name}
    names = {name: name for name in wanted}
    if keys := [key for name, key in ids.items() if name.startswith("key:")]:
        for key in ApiKey.objects.filter(pk__in=keys).select_related("user"):
            names[f"key:{key.pk}"] = f"{key.user.get_username()}: key {key}"
    if users := [key for name, key in ids.items() if name.startswith("user:")]:
        for user in User.objects.filter(pk__in=users):
            names[f"user:{user.pk}"] = user.get_username()
    return names
