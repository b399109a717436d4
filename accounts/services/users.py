"""Users, made and locked out."""

import logging

from django.db import IntegrityError, models, transaction

from accounts.models import User

logger = logging.getLogger(__name__)


def user_get_or_create(*, username: str) -> User:
    """The user of that name, whatever its case; a new one has no password and signs in nowhere.

    Raises Django's ValidationError for a name that no user may have.
    """
    user = User(username=User.normalize_username(username))
    user.set_unusable_password()
    # Before the look-up: PostgreSQL cannot even be asked for a name with a NUL in it.
    user.clean_fields()
    if known := User.objects.filter(username__iexact=user.username).first():
        return known
    try:
        with transaction.atomic():
            user.save(force_insert=True)
    except IntegrityError:
        # Somebody else made it in between.
        return User.objects.get(username__iexact=user.username)
    return user


def user_tokens_revoke(*, user: User) -> None:
    """Every token of the user, on every device, is refused from now on."""
    User.objects.filter(pk=user.pk).update(token_version=models.F("token_version") + 1)
    user.refresh_from_db(fields=["token_version"])
    logger.info("tokens of user %s revoked", user.pk)
