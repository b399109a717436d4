"""Callers that were verified lately: consulted only after the database has failed.

While the database answers, a revoked key is refused at once; without it, a key that was good
within the last ten minutes still is. Kept under the credential's digest, never the credential.
"""

import time

from django.core.cache import cache

from accounts import keys
from accounts.models import ApiKey, User

REMEMBERED_SECONDS = 600
# Writing to the cache on every call would cost a round trip; once a minute is as good.
WRITTEN_AGAIN_AFTER = 60.0
_written: dict[str, float] = {}
_WRITTEN_LIMIT = 10_000


def remember(credential: str, user: User, api_key: ApiKey | None = None) -> None:
    digest = keys.digest(credential)
    now = time.monotonic()
    if now - _written.get(digest, -WRITTEN_AGAIN_AFTER) < WRITTEN_AGAIN_AFTER:
        return
    if len(_written) >= _WRITTEN_LIMIT:
        _written.clear()
    _written[digest] = now
    caller = {"user": str(user.pk), "username": user.username, "staff": user.is_staff}
    if api_key is not None:
        caller |= {"key": str(api_key.pk), "scopes": list(api_key.scopes)}
    cache.set(_name(digest), caller, REMEMBERED_SECONDS)


def recall(credential: str) -> tuple[User, ApiKey | None] | None:
    """The caller as it was verified; rows that are not to be saved."""
    caller = cache.get(_name(keys.digest(credential)))
    if caller is None:
        return None
    user = User(pk=caller["user"], username=caller["username"], is_staff=caller["staff"])
    if "key" not in caller:
        return user, None
    return user, ApiKey(pk=caller["key"], user=user, scopes=caller["scopes"])


def forget(credential: str) -> None:
    forget_digest(keys.digest(credential))


def forget_digest(digest: str) -> None:
    """A revoked key is forgotten here and in a shared cache at once."""
    _written.pop(digest, None)
    cache.delete(_name(digest))


def _name(digest: str) -> str:
    return f"verified:{digest}"
