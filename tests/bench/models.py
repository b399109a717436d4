"""What an endpoint without any thought of its own would store of a design."""

from django.conf import settings
from django.db import models


class StoredDesign(models.Model):  # noqa: DJ008 - nobody prints one
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    prompt = models.TextField()
    spec = models.JSONField()
    provenance = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True)
