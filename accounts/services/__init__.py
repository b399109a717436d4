"""The only writers of the app's tables."""

from accounts.services.agent_runs import agent_run, agent_run_prune
from accounts.services.idempotency import idempotency_prune
from accounts.services.jobs import job_cancel, job_create, job_prune, job_run, jobs_due
from accounts.services.keys import (
    MAX_USABLE_KEYS,
    IssuedKey,
    api_key_create,
    api_key_revoke,
    api_key_touch,
    environment_key_store,
)
from accounts.services.tokens import (
    TokenPair,
    expired_tokens_prune,
    token_family_revoke,
    token_pair_issue,
    token_pair_refresh,
    token_pair_revoke,
)
from accounts.services.usage import Bill, budget_check, usage_prune, usage_record, usage_row
from accounts.services.users import user_get_or_create, user_tokens_revoke

__all__ = [
    "MAX_USABLE_KEYS",
    "Bill",
    "IssuedKey",
    "TokenPair",
    "agent_run",
    "agent_run_prune",
    "api_key_create",
    "api_key_revoke",
    "api_key_touch",
    "budget_check",
    "environment_key_store",
    "expired_tokens_prune",
    "idempotency_prune",
    "job_cancel",
    "job_create",
    "job_prune",
    "job_run",
    "jobs_due",
    "token_family_revoke",
    "token_pair_issue",
    "token_pair_refresh",
    "token_pair_revoke",
    "usage_prune",
    "usage_record",
    "usage_row",
    "user_get_or_create",
    "user_tokens_revoke",
]
