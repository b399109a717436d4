from collections.abc import Iterable
from typing import Any, Self

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models.functions import Lower

from accounts.ids import uuid7


class User(AbstractUser):
    """A person or a program that calls the service. Staff review; clients see their own."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    # Every token carries the version it was made under: raising it refuses all of them at once.
    token_version = models.PositiveIntegerField(default=0, editable=False)

    class Meta(AbstractUser.Meta):
        constraints = [
            models.UniqueConstraint(
                Lower("username"),
                name="accounts_one_username_ignoring_case",
                violation_error_message="A user with that username already exists.",
            )
        ]

    @classmethod
    def from_db(cls, *args: Any, **kwargs: Any) -> Self:
        user = super().from_db(*args, **kwargs)
        user._remember_stored()
        return user

    def refresh_from_db(self, *args: Any, **kwargs: Any) -> None:
        super().refresh_from_db(*args, **kwargs)
        self._remember_stored()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A new password or a deactivation ends every token made before.

        The stored hash is compared, so it does not matter who set it: the admin, `changepassword`,
        `set_unusable_password` or a rehash at sign-in. Only `QuerySet.update` gets by.
        """
        fields = kwargs.get("update_fields")
        ends_tokens = not self._state.adding and (
            self._changes("password", fields) or self._deactivates(fields)
        )
        if ends_tokens:
            # Counted by the database: two changes at once raise it twice.
            self.token_version = models.F("token_version") + 1
            if fields is not None:
                kwargs["update_fields"] = {*fields, "token_version"}
        super().save(*args, **kwargs)
        if ends_tokens:
            super().refresh_from_db(fields=["token_version"])
        self._remember_stored()

    def _remember_stored(self) -> None:
        # Through __dict__, for a deferred field must stay deferred.
        self._stored = {name: self.__dict__.get(name) for name in ("password", "is_active")}

    def _changes(self, name: str, fields: Iterable[str] | None) -> bool:
        written = fields is None or name in fields
        return written and name in self.__dict__ and self.__dict__[name] != self._stored[name]

    def _deactivates(self, fields: Iterable[str] | None) -> bool:
        return self._changes("is_active", fields) and not self.is_active
