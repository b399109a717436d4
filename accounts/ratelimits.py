"""Rate limits of the API and of signing in: which bucket a call counts in, and what it is told."""

import hashlib
import logging
import unicodedata
from collections.abc import Callable
from typing import Any, TypeVar

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django_ratelimit.core import get_usage
from rest_framework.exceptions import Throttled
from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle
from rest_framework.views import APIView

from accounts.addresses import client_address
from accounts.counters import Verdict, counters
from accounts.principals import principal_of

logger = logging.getLogger(__name__)

SomeView = TypeVar("SomeView", bound=APIView)

# One guesser may not try many passwords of one account, nor many guessers together. The second
# limit does not count addresses from which the account has signed in before: its owner must not
# be locked out by others.
LOGIN_RATE = "20/5 minutes"
ACCOUNT_RATE = "25/5 minutes"
KNOWN_ADDRESS_SECONDS = 30 * 24 * 3600
FORM_RATE = "10/m"


class RateLimit(BaseThrottle):
    """One bucket per endpoint and credential, or client address where there is none."""

    endpoint = ""
    setting = "RATE_LIMIT_PROTECTED"
    methods: frozenset[str] | None = None
    verdict: Verdict | None = None

    def allow_request(self, request: Request, view: APIView) -> bool:
        if self.methods is not None and request.method not in self.methods:
            return True
        rate = getattr(settings, self.setting)
        self.verdict = counters().hit(rate, self.endpoint, caller(request))
        announce(view, self.endpoint, self.verdict)
        return self.verdict.allowed

    def wait(self) -> float | None:
        return self.verdict.reset if self.verdict else None


def limited(
    endpoint: str, *, setting: str = "RATE_LIMIT_PROTECTED", methods: tuple[str, ...] | None = None
) -> Callable[[type[SomeView]], type[SomeView]]:
    """`@limited("generate")` on a view class. `setting` names the rate, which tests may change."""

    def decorate(view: type[SomeView]) -> type[SomeView]:
        attributes = {
            "endpoint": endpoint,
            "setting": setting,
            "methods": frozenset(methods) if methods else None,
        }
        throttle = type("EndpointRateLimit", (RateLimit,), attributes)
        view.throttle_classes = [*view.throttle_classes, throttle]
        return view

    return decorate


def caller(request: Request) -> str:
    principal = principal_of(request)
    return principal.id if principal.user_id else f"address:{client_address(request._request)}"


def announce(view: APIView, endpoint: str, verdict: Verdict) -> None:
    """The headers of the IETF draft, on whatever the view will answer."""
    view.headers["RateLimit-Policy"] = f'"{endpoint}";q={verdict.quota};w={verdict.window}'
    view.headers["RateLimit"] = f'"{endpoint}";r={verdict.remaining};t={verdict.reset}'


class LoginGuard:
    """The limits of one attempt to sign in to one account from one address.

    The token endpoint and both forms count in the same buckets: three doors are not three times
    the guesses. A name that nobody has is counted as any other, so the limit tells no names; and
    only signing in is counted, so whoever is signed in stays so.
    """

    def __init__(self, request: HttpRequest, username: str) -> None:
        name = unicodedata.normalize("NFKC", username).strip().casefold()
        # Hashed: what people type as a username is sometimes a password.
        self.account = hashlib.sha256(name.encode()).hexdigest()[:32]
        self.address = client_address(request)

    @property
    def known_address(self) -> str:
        return f"login-known:{self.account}:{self.address}"

    def check(self, view: APIView) -> None:
        """Count the attempt before a password is looked at. Raises Throttled."""
        if refused := self.attempt():
            announce(view, *refused)
            raise Throttled(wait=refused[1].reset)

    def wait(self) -> int:
        """The same for a form: seconds until the next attempt; 0 when this one may go on."""
        refused = self.attempt()
        return refused[1].reset if refused else 0

    def attempt(self) -> tuple[str, Verdict] | None:
        """Count it; the limit that it is over, with its numbers."""
        name = "auth-login-account-address"
        verdict = counters().hit(LOGIN_RATE, name, self.account, self.address)
        if verdict.allowed and not cache.get(self.known_address):
            name = "auth-login-account"
            verdict = counters().hit(ACCOUNT_RATE, name, self.account)
        return None if verdict.allowed else (name, verdict)

    def ended(self, *, succeeded: bool) -> None:
        if not succeeded:
            logger.info("sign-in refused: account %s from %s", self.account, self.address)
            return
        counters().clear(LOGIN_RATE, "auth-login-account-address", self.account, self.address)
        cache.set(self.known_address, True, KNOWN_ADDRESS_SECONDS)


class FormGuard(LoginGuard):
    """The limits of a sign-in form: of the account, and of the address whatever it types."""

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request, request.POST.get("username", ""))
        self.request = request

    def wait(self) -> int:
        return address_wait(self.request) or super().wait()


def address_wait(request: HttpRequest) -> int:
    """Seconds until this address may try a sign-in form again; 0 when it may now."""
    usage: dict[str, Any] | None = get_usage(
        request,
        group="sign-in-form",
        key=lambda _group, request: client_address(request),
        rate=FORM_RATE,
        increment=True,
    )
    if usage is None:
        return 0
    if usage["limit"] == 0:
        # Its cache is away; without counting, the form would be shut for everybody.
        verdict = counters().hit("10/minute", "sign-in-form", client_address(request))
        return 0 if verdict.allowed else verdict.reset
    return max(1, usage["time_left"]) if usage["should_limit"] else 0
