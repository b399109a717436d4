"""Who is calling: an API key, an access token, or a signed-in session."""

import hmac
import logging
from datetime import datetime

from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from accounts import keys, remembered, selectors
from accounts.choices import KeySource
from accounts.errors import TokenRefused
from accounts.journal import DATABASE_AWAY
from accounts.models import ApiKey, User
from accounts.services import api_key_touch, environment_key_store
from accounts.tokens import AccessToken, read

logger = logging.getLogger(__name__)

CHALLENGE = 'Bearer realm="api", ApiKey realm="api"'
# One sentence whatever is wrong: revoked, expired, unknown and mistyped look the same.
REFUSED = "The API key or token is not valid."


class ChallengingAuthentication(BaseAuthentication):
    def authenticate_header(self, request: Request) -> str:
        return CHALLENGE


class ApiKeyAuthentication(ChallengingAuthentication):
    """`X-API-Key: <key>`. `request.auth` is the ApiKey.

    A request that sends a token as well must be right in both, and both must be one user's.
    """

    def authenticate(self, request: Request) -> tuple[User, ApiKey] | None:
        key = request.META.get("HTTP_X_API_KEY")
        if key is None:
            return None
        api_key = verified_key(key)
        bearer = request.META.get("HTTP_AUTHORIZATION")
        if bearer is not None and verified_token(bearer)[0].pk != api_key.user_id:
            raise AuthenticationFailed("The API key and the token belong to different users.")
        return api_key.user, api_key


class AccessTokenAuthentication(ChallengingAuthentication):
    """`Authorization: Bearer <access token>`. `request.auth` is the token."""

    def authenticate(self, request: Request) -> tuple[User, AccessToken] | None:
        bearer = request.META.get("HTTP_AUTHORIZATION")
        return None if bearer is None else verified_token(bearer)


def verified_key(key: str) -> ApiKey:
    """The usable key. Raises AuthenticationFailed."""
    if not keys.is_plausible(key):
        raise AuthenticationFailed(REFUSED)
    now = timezone.now()
    try:
        api_key = selectors.api_key_find(key=key) or environment_key(key)
    except DATABASE_AWAY:
        caller = remembered.recall(key)
        if caller is None or caller[1] is None:
            raise
        return caller[1]
    if api_key is None or not is_good(api_key, key, now):
        remembered.forget(key)
        raise AuthenticationFailed(REFUSED)
    touch(api_key, now)
    remembered.remember(key, api_key.user, api_key)
    return api_key


def is_good(api_key: ApiKey, key: str, now: datetime) -> bool:
    if not api_key.user.is_active or not api_key.is_usable(now):
        return False
    # The setting was changed or emptied: what it held before is no key any more.
    return api_key.source != KeySource.ENVIRONMENT or is_environment_key(key)


def environment_key(key: str) -> ApiKey | None:
    """The API_KEY setting, stored at its first use where `migrate` has not done so yet."""
    return environment_key_store() if is_environment_key(key) else None


def is_environment_key(key: str) -> bool:
    setting = str(settings.API_KEY).strip()
    return bool(setting) and hmac.compare_digest(keys.digest(setting), keys.digest(key))


def touch(api_key: ApiKey, now: datetime) -> None:
    try:
        api_key_touch(api_key=api_key, at=now)
    except DatabaseError:
        # A busy database may forget when a key was used; it may not refuse the call for it.
        logger.warning("the use of API key %s was not noted", api_key.pk)


def verified_token(header: str) -> tuple[User, AccessToken]:
    """The user and the token of an Authorization header. Raises AuthenticationFailed."""
    scheme, _, raw = header.strip().partition(" ")
    if scheme.lower() != "bearer":
        raise AuthenticationFailed(REFUSED)
    try:
        token, claims = read(AccessToken, raw.strip())
    except TokenRefused as problem:
        raise AuthenticationFailed(REFUSED) from problem
    try:
        family = selectors.token_family_of(claims=claims)
    except DATABASE_AWAY:
        caller = remembered.recall(raw)
        if caller is None:
            raise
        return caller[0], token
    if family is None:
        remembered.forget(raw)
        raise AuthenticationFailed(REFUSED)
    remembered.remember(raw, family.user)
    return family.user, token
