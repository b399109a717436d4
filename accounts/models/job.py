from django.conf import settings
from django.db import models

from accounts.choices import JobStatus
from accounts.ids import uuid7


class Job(models.Model):
    """A long call that answers later: what was asked, how far it is, what came of it.

    The row is the truth; a message on the broker only wakes a worker. A running job holds a lease
    that its worker renews; one whose lease has run out is sent again.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="jobs"
    )
    kind = models.CharField(max_length=40)
    parameters = models.JSONField()
    status = models.CharField(max_length=10, choices=JobStatus.choices, default=JobStatus.QUEUED)
    progress_done = models.PositiveIntegerField(default=0)
    progress_total = models.PositiveIntegerField(default=0)
    progress_message = models.CharField(max_length=200, blank=True)
    result_url = models.CharField(max_length=200, blank=True)
    result = models.JSONField(null=True)
    error = models.JSONField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    # Which run holds the job: a worker that comes back after its lease cannot finish it.
    lease = models.UUIDField(null=True, editable=False)
    lease_until = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "jobs"
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["owner", "-id"], name="jobs_owner"),
            models.Index(fields=["status", "lease_until"], name="jobs_due"),
            models.Index(fields=["created_at"], name="jobs_created"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=JobStatus.values), name="jobs_status_known"
            ),
            models.CheckConstraint(
                condition=~models.Q(status=JobStatus.RUNNING) | models.Q(lease__isnull=False),
                name="jobs_running_has_a_lease",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"
