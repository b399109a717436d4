"""`/api/v1/api-keys/`: a caller's own keys; the key itself is shown once."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import mixins, status, viewsets
from rest_framework.exceptions import PermissionDenied
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.api.conditional import TaggedByContent
from accounts.api.errors import Conflict
from accounts.api.idempotency import IdempotentPosts
from accounts.api.schema import problems
from accounts.api.serializers import ApiKeyCreateSerializer, ApiKeySerializer, IssuedKeySerializer
from accounts.errors import TooManyKeys
from accounts.models import ApiKey
from accounts.permissions import Scoped
from accounts.principals import owned, principal_of, user_of
from accounts.ratelimits import limited
from accounts.selectors import api_key_list
from accounts.services import api_key_create, api_key_revoke

UUID_PATTERN = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"


class StrictBooleanField(forms.NullBooleanField):
    """`true` or `false`; Django's own takes every other word for no answer."""

    widget = forms.TextInput
    default_error_messages = {"invalid": "Must be true or false."}

    def to_python(self, value: Any) -> Any:
        if value in (None, ""):
            return None
        try:
            return {"true": True, "false": False}[str(value).lower()]
        except KeyError:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from None


class StrictBooleanFilter(django_filters.BooleanFilter):
    field_class = StrictBooleanField


class ApiKeyFilter(django_filters.FilterSet):
    usable = StrictBooleanFilter(method="filter_usable", help_text="Neither revoked nor expired.")

    class Meta:
        model = ApiKey
        fields = ["name"]

    def filter_usable(self, queryset: Any, name: str, value: bool) -> Any:
        usable = ApiKey.objects.usable(timezone.now())
        return queryset.filter(pk__in=usable) if value else queryset.exclude(pk__in=usable)


@extend_schema_view(
    list=extend_schema(summary="List API keys", responses={200: ApiKeySerializer, **problems(401)}),
    retrieve=extend_schema(
        summary="Read an API key", responses={200: ApiKeySerializer, **problems(401, 404)}
    ),
)
@extend_schema(tags=["api-keys"])
@limited("api-keys", methods=("POST", "DELETE"))
@method_decorator(never_cache, name="dispatch")
class ApiKeyViewSet(
    IdempotentPosts,
    TaggedByContent,
    mixins.ListModelMixin,
    mixins.RetrieveModelMixin,
    viewsets.GenericViewSet[ApiKey],
):
    queryset = ApiKey.objects.none()
    serializer_class = ApiKeySerializer
    permission_classes = [Scoped]
    filterset_class = ApiKeyFilter
    shown_once = ("key",)
    lookup_value_regex = UUID_PATTERN

    def get_queryset(self) -> QuerySet[ApiKey]:
        return owned(api_key_list(), principal_of(self.request))

    @extend_schema(
        summary="Create an API key",
        request=ApiKeyCreateSerializer,
        responses={201: IssuedKeySerializer, **problems(400, 401, 403, 409, 415, 422, 429)},
    )
    def create(self, request: Request) -> Response:
        """A new key of the caller. The answer is the only place where the key can be read: one
        that is replayed for its `Idempotency-Key` has null there."""
        body = ApiKeyCreateSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        wanted = body.validated_data
        mine = principal_of(request).scopes
        scopes = frozenset(wanted.get("scopes") or mine)
        if not scopes <= mine:
            raise PermissionDenied("A key cannot have scopes that its maker has not.")
        expires_at = wanted.get("expires_at")
        if isinstance(request.auth, ApiKey) and request.auth.expires_at is not None:
            # A key that was lent for a time cannot make itself a longer one.
            expires_at = min(expires_at or request.auth.expires_at, request.auth.expires_at)
        try:
            api_key, key = api_key_create(
                user=user_of(request), name=wanted["name"], scopes=scopes, expires_at=expires_at
            )
        except TooManyKeys as problem:
            raise Conflict(str(problem)) from problem
        return Response(
            IssuedKeySerializer(api_key, context={"key": key}).data,
            status=status.HTTP_201_CREATED,
            headers={"Location": f"/api/v1/api-keys/{api_key.pk}/"},
        )

    @extend_schema(summary="Revoke an API key", responses={204: None, **problems(401, 403, 404)})
    def destroy(self, request: Request, pk: str) -> Response:
        """The key is refused from now on; the record of it stays."""
        api_key_revoke(api_key=self.get_object())
        return Response(status=status.HTTP_204_NO_CONTENT)
