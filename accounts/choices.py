"""What a credential may do, and where a key comes from."""

from django.db import models


class Scope(models.TextChoices):
    READ = "read", "read"
    WRITE = "write", "create, change and delete"
    ADMIN = "admin", "act as staff, when its owner is"


class KeySource(models.TextChoices):
    ISSUED = "issued", "issued here"
    ENVIRONMENT = "environment", "the API_KEY setting"


class JobStatus(models.TextChoices):
    QUEUED = "queued", "waiting for a worker"
    RUNNING = "running", "running"
    SUCCEEDED = "succeeded", "succeeded"
    FAILED = "failed", "failed"
    CANCELLED = "cancelled", "cancelled"
