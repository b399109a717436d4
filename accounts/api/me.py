"""`/api/v1/me`: whom the service takes the caller for."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.api.schema import problems
from accounts.api.serializers import MeSerializer
from accounts.choices import Scope
from accounts.models import ApiKey
from accounts.permissions import Scoped
from accounts.principals import principal_of, user_of


class MeView(APIView):
    permission_classes = [Scoped]

    @extend_schema(
        operation_id="me",
        summary="Who am I",
        tags=["me"],
        responses={200: MeSerializer, **problems(401, 403)},
    )
    def get(self, request: Request) -> Response:
        """The user, the credential that the call came with, and what it may do."""
        scopes = principal_of(request).scopes
        api_key = request.auth if isinstance(request.auth, ApiKey) else None
        user = user_of(request)
        me = {
            "id": user.pk,
            "username": user.username,
            "is_staff": user.is_staff,
            "date_joined": user.date_joined,
            "scopes": [scope for scope in Scope.values if scope in scopes],
            "credential": "api_key" if api_key else "token" if request.auth else "session",
            "api_key": api_key,
        }
        return Response(MeSerializer(me).data)
