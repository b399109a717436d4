"""The credentials and the error shape, as the OpenAPI document names them."""

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiResponse
from rest_framework import serializers

PROBLEM_TYPE = "application/problem+json"
DESCRIPTIONS = {
    400: "The body cannot be read.",
    401: "No credential where one is needed, or a wrong one.",
    403: "The credential may not do this.",
    404: "It does not exist, or it is somebody else's.",
    409: "It would break a rule of what is there already.",
    415: "The body is not JSON.",
    422: "The body was read and is wrong.",
    429: "Too many calls; `Retry-After` says when to come back.",
}


class ApiKeyScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    target_class = "accounts.authentication.ApiKeyAuthentication"
    name = "ApiKey"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, Any]:
        return {"type": "apiKey", "in": "header", "name": "X-API-Key"}


class AccessTokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    target_class = "accounts.authentication.AccessTokenAuthentication"
    name = "AccessToken"

    def get_security_definition(self, auto_schema: AutoSchema) -> dict[str, Any]:
        return {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"}


class ProblemErrorSerializer(serializers.Serializer[Any]):
    pointer = serializers.CharField()
    detail = serializers.CharField()
    code = serializers.CharField()


class ProblemSerializer(serializers.Serializer[Any]):
    """RFC 9457 problem details."""

    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField()
    instance = serializers.CharField()
    request_id = serializers.CharField()
    code = serializers.CharField()
    message = serializers.CharField()
    error = serializers.CharField()
    errors = ProblemErrorSerializer(many=True, required=False)  # type: ignore[assignment]


def problems(*statuses: int) -> dict[tuple[int, str], OpenApiResponse]:
    """The error answers of an operation: `extend_schema(responses={200: …, **problems(401)})`."""
    return {
        (status, PROBLEM_TYPE): OpenApiResponse(ProblemSerializer, DESCRIPTIONS[status])
        for status in statuses
    }
