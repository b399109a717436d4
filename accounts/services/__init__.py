"""The only writers of the app's tables."""

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
from accounts.services.users import user_get_or_create, user_tokens_revoke

__all__ = [
    "MAX_USABLE_KEYS",
    "IssuedKey",
    "TokenPair",
    "api_key_create",
    "api_key_revoke",
    "api_key_touch",
    "environment_key_store",
    "expired_tokens_prune",
    "token_family_revoke",
    "token_pair_issue",
    "token_pair_refresh",
    "token_pair_revoke",
    "user_get_or_create",
    "user_tokens_revoke",
]
