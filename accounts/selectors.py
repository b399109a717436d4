"""Who a credential belongs to, and what may be seen of the app's tables."""

from datetime import datetime

from rest_framework_simplejwt.token_blacklist.models import BlacklistedToken

from accounts import keys
from accounts.models import ApiKey, TokenFamily
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
