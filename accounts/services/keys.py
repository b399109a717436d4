"""API keys: issued, revoked, and taken over from the API_KEY setting."""

import logging
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.utils import timezone

from accounts import keys, remembered
from accounts.choices import KeySource, Scope
from accounts.errors import TooManyKeys
from accounts.models import ApiKey, User
from accounts.services.users import user_get_or_create

logger = logging.getLogger(__name__)

MAX_USABLE_KEYS = 100
TOUCH_EVERY = timedelta(minutes=1)
ENVIRONMENT_USER = "api"
ENVIRONMENT_KEY_NAME = "API_KEY"


class IssuedKey(NamedTuple):
    """A new key. `key` exists only here: it cannot be shown a second time."""

    api_key: ApiKey
    key: str


def api_key_create(
    *,
    user: User,
    name: str = "API key",
    scopes: Iterable[str] | None = None,
    expires_at: datetime | None = None,
) -> IssuedKey:
    """Without `scopes` the key may do what its owner may."""
    if scopes is None:
        scopes = Scope.values if user.is_staff else [Scope.READ, Scope.WRITE]
    prefix, key = keys.new_key()
    with transaction.atomic():
        # The owner's row is the lock: two requests at once cannot both take the last place.
        User.objects.select_for_update().get(pk=user.pk)
        if ApiKey.objects.usable(timezone.now()).filter(user=user).count() >= MAX_USABLE_KEYS:
            raise TooManyKeys(MAX_USABLE_KEYS)
        api_key = ApiKey.objects.create(
            user=user,
            name=name,
            prefix=prefix,
            digest=keys.digest(key),
            scopes=[scope for scope in Scope.values if scope in set(scopes)],
            expires_at=expires_at,
        )
    logger.info("API key %s (%s) created for user %s", api_key.pk, prefix, user.pk)
    return IssuedKey(api_key, key)


def api_key_revoke(*, api_key: ApiKey) -> None:
    """From now on the key is refused. Revoking it again changes nothing."""
    revoked_at = timezone.now()
    if ApiKey.objects.filter(pk=api_key.pk, revoked_at=None).update(revoked_at=revoked_at):
        logger.info("API key %s (%s) revoked", api_key.pk, api_key.prefix)
    remembered.forget_digest(api_key.digest)
    api_key.refresh_from_db(fields=["revoked_at"])


def api_key_touch(*, api_key: ApiKey, at: datetime) -> None:
    """Note that the key was used, at most once a minute however often it is."""
    stale = at - TOUCH_EVERY
    if api_key.last_used_at is not None and api_key.last_used_at > stale:
        return
    # The condition again, in the database: of many requests at once, one writes.
    unnoted = models.Q(last_used_at=None) | models.Q(last_used_at__lte=stale)
    ApiKey.objects.filter(unnoted, pk=api_key.pk).update(last_used_at=at)
    api_key.last_used_at = at


def environment_key_store() -> ApiKey | None:
    """The key of the API_KEY setting as a stored key; None when the setting is empty.

    Safe to call at any time and from many processes: the unique digest makes it one row. A row
    that was revoked stays so.
    """
    key = str(settings.API_KEY).strip()
    if not keys.is_plausible(key):
        return None
    key_digest = keys.digest(key)
    if stored := ApiKey.objects.select_related("user").filter(digest=key_digest).first():
        return stored
    try:
        with transaction.atomic():
            return ApiKey.objects.create(
                user=user_get_or_create(username=ENVIRONMENT_USER),
                name=ENVIRONMENT_KEY_NAME,
                # Nothing of a key of unknown shape may be shown, so its handle is made up.
                prefix=keys.random_text(keys.PREFIX_LENGTH),
                digest=key_digest,
                source=KeySource.ENVIRONMENT,
            )
    except IntegrityError:
        return ApiKey.objects.select_related("user").get(digest=key_digest)
