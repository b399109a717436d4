"""A version of the policy: weights as plain data, and everything that has to fit for using them."""

from django.db import models
from django.db.models import Q

from accounts.ids import uuid7
from rl.choices import Algorithm, PolicyStatus
from specs.models.fields import DocumentField


class PolicyVersion(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    # A version may be what another one was trained from: it stays while that one is there.
    parent = models.ForeignKey(
        "self", on_delete=models.RESTRICT, null=True, blank=True, related_name="children"
    )
    algorithm = models.CharField(max_length=20, choices=Algorithm)
    status = models.CharField(max_length=20, choices=PolicyStatus, default=PolicyStatus.CANDIDATE)
    settings = DocumentField(help_text="Every setting of the training run, seed included.")
    seed = models.BigIntegerField()
    episodes = models.PositiveIntegerField()
    data_hash = models.CharField(max_length=64, help_text="Of the prompts it was trained on.")
    libraries = DocumentField(help_text="Versions of what did the arithmetic.")
    features_hash = models.CharField(max_length=64)
    operators_hash = models.CharField(max_length=64)
    rubric_hash = models.CharField(max_length=64)
    reward_model = models.CharField(
        max_length=64, blank=True, help_text="Version of the learnt taste; empty without one."
    )
    weights = DocumentField(help_text="One row for each feature, one column for each operator.")
    weights_hash = models.CharField(max_length=64)
    curve = DocumentField(default=list)
    report = DocumentField(default=dict, help_text="What the gate found.")
    created_at = models.DateTimeField(auto_now_add=True)
    compared_at = models.DateTimeField(null=True, blank=True, help_text="When the gate looked.")
    promoted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "policy_versions"
        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(
                fields=("status",),
                condition=Q(status=PolicyStatus.CURRENT),
                name="policy_versions_one_is_current",
            ),
            models.CheckConstraint(
                condition=Q(status__in=PolicyStatus.values), name="policy_versions_known_status"
            ),
            models.CheckConstraint(
                condition=Q(algorithm__in=Algorithm.values), name="policy_versions_known_algorithm"
            ),
        )

    def __str__(self) -> str:
        return f"{self.algorithm} {str(self.pk)[:13]}"
