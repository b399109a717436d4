from django.db import models

from accounts.ids import uuid7
from accounts.models.user import User


class Usage(models.Model):
    """What one request cost at the language model, its failed attempts included."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="usage")
    # The credential that is charged: see Principal.id.
    principal = models.CharField(max_length=60)
    purpose = models.CharField(max_length=40, help_text="Which use case asked the model.")
    subject = models.UUIDField(null=True, help_text="What was made of the answer, such as a spec.")
    model = models.CharField(max_length=200)
    rung = models.CharField(max_length=20, blank=True, help_text="How the model was asked.")
    prompt_version = models.CharField(max_length=40, blank=True)
    outcome = models.CharField(max_length=20)
    attempts = models.PositiveSmallIntegerField()
    prompt_tokens = models.PositiveIntegerField()
    completion_tokens = models.PositiveIntegerField()
    latency_ms = models.PositiveIntegerField()
    cost = models.DecimalField(
        null=True, max_digits=14, decimal_places=8, help_text="US dollars; empty when unknown."
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "usage"
        ordering = ["-id"]
        verbose_name_plural = "usage"
        indexes = [
            models.Index(fields=["principal", "created_at"], name="usage_principal_created"),
            models.Index(fields=["created_at"], name="usage_created"),
            models.Index(fields=["model", "-id"], name="usage_model"),
            models.Index(fields=["outcome", "-id"], name="usage_outcome"),
            models.Index(fields=["subject"], name="usage_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.purpose} {self.model} {self.outcome}"
