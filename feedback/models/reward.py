"""Fitted reward models: plain data that a person can open. The newest one speaks."""

from django.db import models

from accounts.ids import uuid7
from specs.models.fields import DocumentField


class RewardModel(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    version = models.CharField(max_length=12)
    features = models.CharField(max_length=16, help_text="Hash of the features it was fitted on.")
    document = DocumentField()
    ratings = models.PositiveIntegerField()
    comparisons = models.PositiveIntegerField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "reward_models"
        ordering = ("-id",)

    def __str__(self) -> str:
        return self.version
