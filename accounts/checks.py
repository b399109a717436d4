"""Settings that would only fail once somebody calls, told at start instead."""

from typing import Any

import limits
from django.apps import apps
from django.conf import settings
from django.core.checks import Error, register

from accounts.addresses import networks

RATES = ("RATE_LIMIT_PROTECTED", "RATE_LIMIT_AUTH")
SPENT_TOKENS = "rest_framework_simplejwt.token_blacklist"


@register()
def check_settings(**kwargs: Any) -> list[Error]:
    errors = []
    if not apps.is_installed(SPENT_TOKENS):
        errors.append(Error(f"INSTALLED_APPS lacks {SPENT_TOKENS}.", id="accounts.E001"))
    for name in RATES:
        try:
            limits.parse(getattr(settings, name))
        except ValueError:
            errors.append(Error(f"{name} is no rate such as 20/minute.", id="accounts.E002"))
    try:
        networks(tuple(settings.TRUSTED_PROXIES))
    except ValueError as problem:
        errors.append(Error(f"TRUSTED_PROXIES: {problem}", id="accounts.E003"))
    return errors
