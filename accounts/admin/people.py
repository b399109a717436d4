"""Users, their keys and their sign-ins."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.contrib.auth.forms import UserChangeForm as DjangoUserChangeForm
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from accounts.choices import Scope
from accounts.models import ApiKey, TokenFamily, User
from accounts.services import (
    MAX_USABLE_KEYS,
    api_key_create,
    api_key_revoke,
    token_family_revoke,
    user_tokens_revoke,
)


class UserCreationForm(AdminUserCreationForm):  # type: ignore[type-arg]
    class Meta(AdminUserCreationForm.Meta):
        model = User


class UserChangeForm(DjangoUserChangeForm):  # type: ignore[type-arg]
    class Meta(DjangoUserChangeForm.Meta):
        model = User


@admin.register(User)
class UserAdmin(DjangoUserAdmin):  # type: ignore[type-arg]
    form = UserChangeForm
    add_form = UserCreationForm
    readonly_fields = ["last_login", "date_joined", "token_version"]
    actions = ["revoke_tokens"]

    @admin.action(description="Refuse all tokens of the selected users", permissions=["change"])
    def revoke_tokens(self, request: HttpRequest, queryset: QuerySet[User]) -> None:
        for user in queryset:
            user_tokens_revoke(user=user)
        self.message_user(request, "Their tokens are refused from now on; API keys are not.")


class ApiKeyForm(forms.ModelForm):  # type: ignore[type-arg]
    scopes = forms.MultipleChoiceField(
        choices=Scope.choices,
        widget=forms.CheckboxSelectMultiple,
        initial=[Scope.READ, Scope.WRITE],
    )

    class Meta:
        model = ApiKey
        fields = ["user", "name", "scopes", "expires_at"]

    def clean_user(self) -> User:
        user: User = self.cleaned_data["user"]
        if user.api_keys.usable(timezone.now()).count() >= MAX_USABLE_KEYS:
            raise ValidationError(f"This user has {MAX_USABLE_KEYS} usable keys; revoke one first.")
        return user


@admin.register(ApiKey)
class ApiKeyAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """A key is shown once, in the message after it was made. The digest is shown nowhere."""

    list_display = [
        "prefix",
        "name",
        "user",
        "source",
        "scopes",
        "created_at",
        "last_used_at",
        "expires_at",
        "revoked_at",
    ]
    list_filter = ["source", "revoked_at", "created_at"]
    list_select_related = ["user"]
    search_fields = ["prefix", "name", "user__username"]
    autocomplete_fields = ["user"]
    date_hierarchy = "created_at"
    actions = ["revoke"]

    def get_form(self, request: HttpRequest, obj: Any = None, *args: Any, **kwargs: Any) -> Any:
        if obj is None:
            kwargs["form"] = ApiKeyForm
        return super().get_form(request, obj, *args, **kwargs)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        made_by_person = ["user", "name", "scopes", "expires_at"]
        if obj is None:
            return made_by_person
        return [*made_by_person, "prefix", "source", "created_at", "last_used_at", "revoked_at"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        # What a key may do is what its holder was told: another key is another key.
        return [] if obj is None else [f for f in self.get_fields(request, obj) if f != "name"]

    def save_model(self, request: HttpRequest, obj: ApiKey, form: Any, change: bool) -> None:
        if change:
            super().save_model(request, obj, form, change)
            return
        made, key = api_key_create(
            user=obj.user,
            name=obj.name,
            scopes=form.cleaned_data["scopes"],
            expires_at=obj.expires_at,
        )
        obj.pk = made.pk
        obj.refresh_from_db()
        self.message_user(request, f"The key, shown only this once: {key}", level=messages.WARNING)

    @admin.action(description="Revoke the selected keys", permissions=["change"])
    def revoke(self, request: HttpRequest, queryset: QuerySet[ApiKey]) -> None:
        for api_key in queryset:
            api_key_revoke(api_key=api_key)
        self.message_user(request, "They are refused from now on.")


@admin.register(TokenFamily)
class TokenFamilyAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Made by signing in, ended here or by signing out; nothing to edit."""

    list_display = ["id", "user", "created_at", "expires_at", "revoked_at"]
    list_filter = ["revoked_at", "created_at"]
    list_select_related = ["user"]
    search_fields = ["user__username"]
    readonly_fields = ["user", "created_at", "expires_at", "revoked_at"]
    actions = ["revoke"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    @admin.action(description="End the selected sign-ins", permissions=["change"])
    def revoke(self, request: HttpRequest, queryset: QuerySet[TokenFamily]) -> None:
        for family in queryset:
            token_family_revoke(family=family)
        self.message_user(request, "Their tokens are refused from now on.")
