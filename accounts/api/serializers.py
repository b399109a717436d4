"""What comes in and what goes out."""

from typing import Any

from django.utils import timezone
from rest_framework import serializers

from accounts.choices import Scope
from accounts.models import ApiKey
from accounts.tokens import MAX_TOKEN_LENGTH

# Hashing is slow by intent: a megabyte of it would be slow for everybody else.
MAX_PASSWORD_BYTES = 1024


class LoginSerializer(serializers.Serializer[Any]):
    username = serializers.CharField(max_length=150, trim_whitespace=False)
    password = serializers.CharField(
        max_length=MAX_PASSWORD_BYTES, trim_whitespace=False, write_only=True
    )

    def validate_password(self, password: str) -> str:
        if len(password.encode()) > MAX_PASSWORD_BYTES:
            raise serializers.ValidationError(
                f"A password has no more than {MAX_PASSWORD_BYTES} bytes.", code="max_length"
            )
        return password


class RefreshSerializer(serializers.Serializer[Any]):
    refresh = serializers.CharField(max_length=MAX_TOKEN_LENGTH, trim_whitespace=False)


class TokenPairSerializer(serializers.Serializer[Any]):
    access = serializers.CharField()
    refresh = serializers.CharField()
    token_type = serializers.ChoiceField(choices=["bearer"])
    expires_in = serializers.IntegerField(help_text="Seconds until the access token expires.")


class LogoutAnswerSerializer(serializers.Serializer[Any]):
    success = serializers.BooleanField()
    message = serializers.CharField()


class ApiKeySerializer(serializers.ModelSerializer[ApiKey]):
    username = serializers.CharField(source="user.username", help_text="Whose key it is.")
    scopes = serializers.ListField(child=serializers.ChoiceField(choices=Scope.choices))

    class Meta:
        model = ApiKey
        fields = [
            "id",
            "username",
            "name",
            "prefix",
            "scopes",
            "created_at",
            "expires_at",
            "last_used_at",
            "revoked_at",
        ]
        read_only_fields = fields


class IssuedKeySerializer(ApiKeySerializer):
    key = serializers.SerializerMethodField(
        help_text="Shown here and never again; null in a replayed answer."
    )

    class Meta(ApiKeySerializer.Meta):
        fields = [*ApiKeySerializer.Meta.fields, "key"]
        read_only_fields = fields

    def get_key(self, api_key: ApiKey) -> str | None:
        return str(self.context["key"])


class ApiKeyCreateSerializer(serializers.Serializer[Any]):
    name = serializers.CharField(max_length=100, trim_whitespace=False, default="API key")
    scopes = serializers.ListField(
        child=serializers.ChoiceField(choices=Scope.choices),
        min_length=1,
        max_length=len(Scope),
        required=False,
        help_text="No more than the caller has; without it, all that the caller has.",
    )
    expires_at = serializers.DateTimeField(required=False, allow_null=True)

    def validate_name(self, name: str) -> str:
        if not name.strip():
            raise serializers.ValidationError("A name needs a visible character.", code="blank")
        return name

    def validate_expires_at(self, expires_at: Any) -> Any:
        if expires_at is not None and expires_at <= timezone.now():
            raise serializers.ValidationError("This time has passed.", code="past")
        return expires_at


class CredentialKeySerializer(serializers.ModelSerializer[ApiKey]):
    class Meta:
        model = ApiKey
        fields = ["id", "name", "prefix", "expires_at"]
        read_only_fields = fields


class MeSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    username = serializers.CharField()
    is_staff = serializers.BooleanField()
    date_joined = serializers.DateTimeField()
    scopes = serializers.ListField(child=serializers.ChoiceField(choices=Scope.choices))
    credential = serializers.ChoiceField(choices=["api_key", "token", "session"])
    api_key = CredentialKeySerializer(allow_null=True)
