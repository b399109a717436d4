"""The users that a fresh development checkout starts with."""

import secrets
from dataclasses import dataclass

from django.db import transaction

from accounts.models import User
from accounts.services import api_key_create

EXAMPLE_KEY_NAME = "example of make run"


@dataclass(frozen=True, slots=True)
class FirstUsers:
    """Secrets in the clear, to be shown once and kept nowhere."""

    api_key: str
    demo_password: str
    admin_password: str


def first_users_create() -> FirstUsers | None:
    """A client `demo` with an API key and a superuser `admin`; None where users exist already."""
    if User.objects.exists():
        return None
    demo_password, admin_password = secrets.token_urlsafe(12), secrets.token_urlsafe(12)
    with transaction.atomic():
        demo = User.objects.create_user("demo", password=demo_password)
        User.objects.create_superuser("admin", password=admin_password)
        _, api_key = api_key_create(user=demo, name="first key")
    return FirstUsers(api_key, demo_password, admin_password)


def example_key_create() -> str | None:
    """A key for the example of `make run`, in place of the last run's; None without a demo user."""
    demo = User.objects.filter(username="demo", is_active=True).first()
    if demo is None:
        return None
    with transaction.atomic():
        demo.api_keys.filter(name=EXAMPLE_KEY_NAME).delete()
        _, api_key = api_key_create(user=demo, name=EXAMPLE_KEY_NAME)
    return api_key
