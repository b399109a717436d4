"""What calls of the language model cost, and whether a caller may spend more today."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.utils import timezone
from prometheus_client import Counter

from accounts.errors import BudgetSpent
from accounts.models import Usage
from accounts.pruning import delete_in_batches
from accounts.selectors import tokens_used

REQUESTS = Counter(
    "p2j_llm_requests", "Requests that asked the language model, by how they ended.", ["outcome"]
)
TOKENS = Counter("p2j_llm_tokens", "Tokens used at the language model.", ["kind"])


def usage_record(
    *,
    principal: str,
    user_id: uuid.UUID | None,
    purpose: str,
    usage: Mapping[str, Any],
    subject: uuid.UUID | None = None,
) -> Usage | None:
    """Store what a request cost. Nothing is stored where the model was not called."""
    row = usage_row(
        principal=principal, user_id=user_id, purpose=purpose, usage=usage, subject=subject
    )
    if row is not None:
        row.save(force_insert=True)
    return row


def usage_row(
    *,
    principal: str,
    user_id: uuid.UUID | None,
    purpose: str,
    usage: Mapping[str, Any],
    subject: uuid.UUID | None = None,
) -> Usage | None:
    """What `usage_record` stores, counted in the metrics and left to be stored with other rows."""
    if not usage.get("attempts") or "outcome" not in usage:
        return None
    REQUESTS.labels(usage["outcome"]).inc()
    TOKENS.labels("prompt").inc(usage["prompt_tokens"])
    TOKENS.labels("completion").inc(usage["completion_tokens"])
    cost = usage.get("cost")
    return Usage(
        principal=principal,
        user_id=user_id,
        purpose=purpose,
        subject=subject,
        model=str(usage["model"])[:200],
        rung=usage.get("rung") or "",
        prompt_version=usage.get("prompt_version", ""),
        outcome=usage["outcome"],
        attempts=usage["attempts"],
        prompt_tokens=usage["prompt_tokens"],
        completion_tokens=usage["completion_tokens"],
        latency_ms=usage["latency_ms"],
        cost=None if cost is None else Decimal(str(cost)),
    )


@dataclass(slots=True)
class Bill:
    """Who pays for a use case that asks the model several times, and what it came to.

    Every call is stored as it is made: what was spent stays spent when the use case then fails.
    """

    principal: str
    user_id: uuid.UUID | None
    subject: uuid.UUID | None = None
    spent: list[dict[str, Any]] = field(default_factory=list)

    def charge(self, purpose: str, usage: Mapping[str, Any]) -> None:
        """Nothing is charged where the model was not called."""
        stored = usage_record(
            principal=self.principal,
            user_id=self.user_id,
            purpose=purpose,
            usage=usage,
            subject=self.subject,
        )
        if stored is not None:
            self.spent.append({"purpose": purpose, **usage})


def budget_check(*, principal: str) -> None:
    """Raise BudgetSpent when the caller has used up its tokens of today (UTC).

    Checked before the call, so requests that are under way together may overdraw it by what each
    of them may use at most.
    """
    allowed = settings.LLM_DAILY_TOKENS
    if not allowed:
        return
    now = timezone.now()
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if tokens_used(principal=principal, since=midnight) >= allowed:
        raise BudgetSpent(allowed=allowed, resets_at=midnight + timedelta(days=1), now=now)


def usage_prune(*, before: datetime, dry_run: bool = False) -> int:
    return delete_in_batches(Usage.objects.filter(created_at__lt=before), dry_run=dry_run)
