from django.contrib.auth.models import AbstractUser
from django.db import models

from accounts.ids import uuid7


class User(AbstractUser):
    """A person or a program that calls the service. Staff review; clients see their own."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    # Every token carries the version it was made under: raising it refuses all of them at once.
    token_version = models.PositiveIntegerField(default=0, editable=False)
