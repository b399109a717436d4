from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


def store_environment_key(**kwargs: Any) -> None:
    """After `migrate`, so that the key is in the admin before anybody has called with it."""
    from accounts.services import environment_key_store

    environment_key_store()


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self) -> None:
        from accounts import checks  # noqa: F401 - registers itself
        from accounts.api import schema  # noqa: F401 - names the credentials to drf-spectacular

        post_migrate.connect(store_environment_key, sender=self)
