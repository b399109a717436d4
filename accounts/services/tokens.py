"""Pairs of tokens: issued at sign-in, exchanged once each, revoked as a family."""

import logging
from datetime import datetime, timedelta
from functools import partial
from typing import NamedTuple

from django.db import IntegrityError, transaction
from django.utils import timezone
from rest_framework_simplejwt.settings import api_settings
from rest_framework_simplejwt.token_blacklist.models import BlacklistedToken, OutstandingToken

from accounts import selectors, tokens
from accounts.errors import TokenRefused
from accounts.models import TokenFamily, User

logger = logging.getLogger(__name__)

# Rows outlive their tokens, which are accepted for some leeway after they expire.
KEPT_AFTER_EXPIRY = timedelta(hours=1)
PRUNE_BATCH = 500


class TokenPair(NamedTuple):
    access: str
    refresh: str
    expires_in: int


def token_pair_issue(*, user: User) -> TokenPair:
    """The first pair of a new family: somebody has signed in."""
    with transaction.atomic():
        family = TokenFamily.objects.create(user=user, expires_at=timezone.now())
        return _issue(user=user, family=family)


def token_pair_refresh(*, refresh: str, arrived_at: datetime) -> TokenPair:
    """A new pair for a refresh token, which is spent by it. Raises TokenRefused.

    A token that comes again is in two hands: its whole family is revoked. A twin that was already
    under way when the token was spent is refused and no more, for browsers do send such.
    """
    claims, family = _acceptable(refresh)
    spent = selectors.token_spent_at(jti=claims.jti)
    if spent is not None:
        if arrived_at >= spent:
            _reused(family)
        raise TokenRefused
    try:
        with transaction.atomic():
            _spend(jti=claims.jti, user=family.user)
            return _issue(user=family.user, family=family)
    except IntegrityError as problem:
        raise TokenRefused from problem


def token_pair_revoke(*, refresh: str) -> None:
    """Sign out: the refresh token is spent and its family ends. Raises TokenRefused."""
    claims, family = _acceptable(refresh)
    if selectors.token_spent_at(jti=claims.jti) is not None:
        _reused(family)
        raise TokenRefused
    try:
        with transaction.atomic():
            _spend(jti=claims.jti, user=family.user)
            token_family_revoke(family=family)
    except IntegrityError as problem:
        raise TokenRefused from problem


def token_family_revoke(*, family: TokenFamily) -> None:
    """Every token of that sign-in is refused from now on, access tokens too."""
    TokenFamily.objects.filter(pk=family.pk, revoked_at=None).update(revoked_at=timezone.now())


def expired_tokens_prune(*, now: datetime) -> int:
    """Delete the rows of tokens that nobody can use any more, and say how many tokens it were."""
    pruned = 0
    outstanding = OutstandingToken.objects.filter(expires_at__lt=now).order_by("pk")
    while batch := list(outstanding.values_list("pk", flat=True)[:PRUNE_BATCH]):
        OutstandingToken.objects.filter(pk__in=batch).delete()
        pruned += len(batch)
    TokenFamily.objects.filter(expires_at__lt=now).delete()
    return pruned


def _acceptable(refresh: str) -> tuple[tokens.Claims, TokenFamily]:
    _, claims = tokens.read(tokens.RefreshToken, refresh)
    family = selectors.token_family_of(claims=claims)
    if family is None:
        raise TokenRefused
    return claims, family


def _spend(*, jti: str, user: User) -> None:
    """Of any number of requests at once the unique row lets one through: IntegrityError else."""
    token = OutstandingToken.objects.filter(jti=jti, user=user).first()
    if token is None:
        raise TokenRefused
    BlacklistedToken.objects.create(token=token)


def _issue(*, user: User, family: TokenFamily) -> TokenPair:
    claims = partial(tokens.make, user_id=user.pk, version=user.token_version, family=family.pk)
    refresh, access = claims(tokens.RefreshToken), claims(tokens.AccessToken)
    expires_at = tokens.claims_of(refresh).expires_at + KEPT_AFTER_EXPIRY
    # The list of tokens knows their ids only: a copy of the database signs nobody in.
    OutstandingToken.objects.create(
        user=user,
        jti=refresh[api_settings.JTI_CLAIM],
        token="",
        created_at=timezone.now(),
        expires_at=expires_at,
    )
    TokenFamily.objects.filter(pk=family.pk).update(expires_at=expires_at)
    lifetime = int(api_settings.ACCESS_TOKEN_LIFETIME.total_seconds())
    return TokenPair(str(access), str(refresh), lifetime)


def _reused(family: TokenFamily) -> None:
    token_family_revoke(family=family)
    logger.warning(
        "a spent refresh token came again: sign-in %s of user %s revoked", family.pk, family.user_id
    )
