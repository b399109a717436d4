"""A learning session on one spec, and its iterations, each with what was possible and why."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.ids import uuid7
from rl.choices import SessionKind, StopReason
from specs.models.fields import DocumentField


class IterationSession(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="iteration_sessions",
    )
    kind = models.CharField(max_length=20, choices=SessionKind)
    prompt = models.TextField(blank=True)
    spec = models.ForeignKey(
        "specs.Spec", on_delete=models.CASCADE, related_name="iteration_sessions"
    )
    start_revision = models.ForeignKey(
        "specs.SpecRevision", on_delete=models.CASCADE, related_name="+"
    )
    final_revision = models.ForeignKey(
        "specs.SpecRevision", on_delete=models.CASCADE, related_name="+"
    )
    policy = models.ForeignKey(
        "rl.PolicyVersion",
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="sessions",
        help_text="What played, or what was trained; empty where the search played alone.",
    )
    settings = DocumentField(default=dict, help_text="What was asked for.")
    result = DocumentField(default=dict, help_text="Learning curve or contributions.")
    initial_score = models.FloatField()
    final_score = models.FloatField()
    total_reward = models.FloatField(default=0.0)
    stopped_because = models.CharField(max_length=20, choices=StopReason, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "iteration_sessions"
        ordering = ("-id",)
        constraints = (
            # Ship if better: the best state is kept, the start at worst.
            models.CheckConstraint(
                condition=Q(final_score__gte=models.F("initial_score")),
                name="iteration_sessions_never_worse",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=SessionKind.values), name="iteration_sessions_known_kind"
            ),
        )
        indexes = (models.Index(fields=("owner", "id"), name="iteration_sessions_by_owner"),)

    def __str__(self) -> str:
        return f"{self.kind} {str(self.pk)[:13]}"


class IterationLog(models.Model):
    """One step. `patch` turns the document before it into `document` exactly."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    session = models.ForeignKey(
        IterationSession, on_delete=models.CASCADE, related_name="iterations", db_index=False
    )
    number = models.PositiveIntegerField()
    agent = models.CharField(max_length=40)
    action = models.CharField(max_length=40)
    state_hash = models.CharField(max_length=64, help_text="Of the design before the step.")
    mask = DocumentField(help_text="The operators that were legal.")
    probability = models.FloatField(help_text="What the policy gave to the action.")
    patch = DocumentField()
    document = DocumentField(help_text="The spec after the step.")
    score_before = models.FloatField()
    score_after = models.FloatField()
    reward = models.FloatField()
    reward_parts = DocumentField()
    cost = models.FloatField()
    evaluation = DocumentField()
    feedback = DocumentField(default=list)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "iteration_logs"
        ordering = ("session", "number")
        constraints = (
            models.UniqueConstraint(
                fields=("session", "number"), name="iteration_logs_one_row_per_number"
            ),
        )

    def __str__(self) -> str:
        return f"{self.number}. {self.action}"
