"""`/auth/*`: a password for tokens, a refresh token for the next pair, and signing out."""

from typing import Any

from django.contrib.auth import authenticate
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.api.schema import problems
from accounts.api.serializers import (
    LoginSerializer,
    LogoutAnswerSerializer,
    RefreshSerializer,
    TokenPairSerializer,
)
from accounts.authentication import CHALLENGE
from accounts.errors import TokenRefused
from accounts.models import User
from accounts.ratelimits import LoginGuard, limited
from accounts.services import TokenPair, token_pair_issue, token_pair_refresh, token_pair_revoke

REFUSED = "The refresh token is not valid."


@method_decorator(never_cache, name="dispatch")
class SignInView(APIView):
    """The body is the credential here: whatever the headers carry is not looked at."""

    authentication_classes = []
    permission_classes = [AllowAny]

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        self.arrived_at = timezone.now()
        super().initial(request, *args, **kwargs)

    def get_authenticate_header(self, request: Request) -> str:
        # Without authenticators DRF would turn each 401 into a 403.
        return CHALLENGE


def answer(pair: TokenPair) -> Response:
    return Response(TokenPairSerializer({**pair._asdict(), "token_type": "bearer"}).data)


@limited("auth-login", setting="RATE_LIMIT_AUTH")
class LoginView(SignInView):
    @extend_schema(
        operation_id="auth_login",
        summary="Sign in",
        tags=["auth"],
        auth=[],
        request=LoginSerializer,
        responses={200: TokenPairSerializer, **problems(400, 401, 415, 422, 429)},
    )
    def post(self, request: Request) -> Response:
        """A pair of tokens for a username and a password."""
        body = LoginSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        username = User.normalize_username(body.validated_data["username"])
        guard = LoginGuard(request._request, username)
        guard.check(self)
        # An unknown name, a wrong password and a user who is locked out all cost one hash.
        user = authenticate(
            request._request, username=username, password=body.validated_data["password"]
        )
        if not isinstance(user, User):
            guard.ended(succeeded=False)
            raise AuthenticationFailed("The username or the password is wrong.")
        guard.ended(succeeded=True)
        return answer(token_pair_issue(user=user))


@limited("auth-refresh", setting="RATE_LIMIT_AUTH")
class RefreshView(SignInView):
    @extend_schema(
        operation_id="auth_refresh",
        summary="Exchange a refresh token",
        tags=["auth"],
        auth=[],
        request=RefreshSerializer,
        responses={200: TokenPairSerializer, **problems(400, 401, 415, 422, 429)},
    )
    def post(self, request: Request) -> Response:
        """A new pair; the refresh token that was sent is spent.

        Sending a spent one again ends the whole sign-in.
        """
        body = RefreshSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        try:
            pair = token_pair_refresh(
                refresh=body.validated_data["refresh"], arrived_at=self.arrived_at
            )
        except TokenRefused as problem:
            raise AuthenticationFailed(REFUSED) from problem
        return answer(pair)


@limited("auth-logout", setting="RATE_LIMIT_AUTH")
class LogoutView(SignInView):
    @extend_schema(
        operation_id="auth_logout",
        summary="Sign out",
        tags=["auth"],
        auth=[],
        request=RefreshSerializer,
        responses={200: LogoutAnswerSerializer, **problems(400, 401, 415, 422, 429)},
    )
    def post(self, request: Request) -> Response:
        """The refresh token is spent and every token of its sign-in is refused from now on."""
        body = RefreshSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        try:
            token_pair_revoke(refresh=body.validated_data["refresh"])
        except TokenRefused as problem:
            raise AuthenticationFailed(REFUSED) from problem
        return Response({"success": True, "message": "Signed out."})
