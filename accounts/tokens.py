"""Signed tokens: what ours carry, and the one door through which one is believed."""

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeVar

from rest_framework_simplejwt import tokens as simplejwt
from rest_framework_simplejwt.exceptions import TokenError
from rest_framework_simplejwt.settings import api_settings

from accounts.errors import TokenRefused

VERSION_CLAIM = "version"
FAMILY_CLAIM = "family"
MAX_TOKEN_LENGTH = 4096
# What claims of the wrong type can raise on their way to a Claims.
BAD_CLAIMS = (ValueError, TypeError, KeyError, AttributeError, OverflowError, OSError)
SomeToken = TypeVar("SomeToken", bound=simplejwt.Token)


class AccessToken(simplejwt.AccessToken):
    """Sent with each call; short-lived."""


class RefreshToken(simplejwt.Token):
    """Good for one new pair.

    Not simplejwt's own: that one keeps the whole token in the database, reads the list of spent
    ones before it has checked the claims, and lets two users of one token through at once.
    """

    token_type = "refresh"  # noqa: S105 - a claim's value
    lifetime = api_settings.REFRESH_TOKEN_LIFETIME


@dataclass(frozen=True, slots=True)
class Claims:
    user_id: uuid.UUID
    version: int
    family: uuid.UUID
    jti: str
    expires_at: datetime


def make(
    kind: type[SomeToken], *, user_id: uuid.UUID, version: int, family: uuid.UUID
) -> SomeToken:
    token = kind()
    token[api_settings.USER_ID_CLAIM] = str(user_id)
    token[VERSION_CLAIM] = version
    token[FAMILY_CLAIM] = str(family)
    return token


def read(kind: type[SomeToken], raw: str) -> tuple[SomeToken, Claims]:
    """The token and its claims, signature and times checked. Raises TokenRefused otherwise."""
    if len(raw) > MAX_TOKEN_LENGTH or not raw.isascii():
        raise TokenRefused
    try:
        token = kind(raw)  # type: ignore[arg-type]
        return token, claims_of(token)
    except (TokenError, *BAD_CLAIMS) as problem:
        # A signed token can still hold claims of any type: a leaked key must not mean a 500.
        raise TokenRefused from problem


def claims_of(token: simplejwt.Token) -> Claims:
    version, jti = token[VERSION_CLAIM], token[api_settings.JTI_CLAIM]
    if type(version) is not int or not isinstance(jti, str):
        raise TypeError
    return Claims(
        user_id=uuid.UUID(token[api_settings.USER_ID_CLAIM]),
        version=version,
        family=uuid.UUID(token[FAMILY_CLAIM]),
        jti=jti,
        expires_at=datetime.fromtimestamp(token["exp"], tz=UTC),
    )
