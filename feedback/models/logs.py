"""Two diaries: what was asked of the next iteration, and what people say of their own day."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.ids import uuid7
from feedback.choices import MAX_TASK
from feedback.values import Reflection, day_of
from specs.choices import Storage
from specs.models.fields import DocumentField


class FeedbackLog(models.Model):
    """What the FeedbackAgent made of findings and opinions for one revision."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    revision = models.ForeignKey(
        "specs.SpecRevision",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="feedback_logs",
    )
    session_id = models.UUIDField(
        null=True, blank=True, db_index=True, help_text="The learning session, where it was one."
    )
    items = DocumentField(default=list)
    opinions = models.PositiveIntegerField(default=0)
    findings = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        db_table = "feedback_logs"
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"feedback {str(self.pk)[-8:]}"


class HidgLog(models.Model):
    """One entry of the daily log: honesty, integrity, discipline, gratitude."""

    # Said by the service that gives the row, never stored.
    storage: str = Storage.DATABASE

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="hidg_logs",
        db_index=False,  # the unique constraint below begins with it
    )
    date = models.DateField()
    day_label = models.CharField(
        max_length=20, blank=True, help_text="The author's own count, such as Day 12."
    )
    task = models.CharField(max_length=MAX_TASK)
    honesty = models.TextField()
    integrity = models.TextField()
    discipline = models.TextField()
    gratitude = models.TextField()
    achievements = DocumentField(null=True, blank=True)
    technical_notes = DocumentField(null=True, blank=True)
    # Where the endpoint is open nobody's name tells two callers apart: the same entry sent twice
    # is one, other entries of the same day and task are other people's.
    anonymous_fingerprint = models.CharField(max_length=64, null=True, unique=True, editable=False)  # noqa: DJ001 - null: any number of signed entries
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "hidg_logs"
        ordering = ("-date", "-id")
        verbose_name = "HIDG log"
        verbose_name_plural = "HIDG logs"
        constraints = (
            models.UniqueConstraint(
                fields=("author", "date", "task"), name="hidg_logs_one_per_author_day_and_task"
            ),
            models.CheckConstraint(condition=~Q(task=""), name="hidg_logs_task_is_named"),
        )
        indexes = (
            models.Index(fields=("-date", "-id"), name="hidg_logs_by_date"),
            models.Index(fields=("created_at",), name="hidg_logs_by_created"),
        )

    def __str__(self) -> str:
        return f"{self.date}: {self.task}"

    @property
    def day(self) -> str:
        return day_of(self.date)

    @property
    def reflection(self) -> Reflection:
        return Reflection(self.honesty, self.integrity, self.discipline, self.gratitude)
