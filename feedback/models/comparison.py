"""Two specs for one prompt, and which of them a person prefers without knowing whose they are."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from accounts.ids import uuid7
from feedback.choices import MAX_SECONDS, Choice, Purpose, Side

if TYPE_CHECKING:
    from specs.models import SpecRevision


class Comparison(models.Model):
    """`first_side` is where the first revision was shown, drawn when the pair was served.

    A row without a person waits for one; a row without a choice is being looked at.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    first = models.ForeignKey(
        "specs.SpecRevision", on_delete=models.CASCADE, related_name="compared_as_first"
    )
    second = models.ForeignKey(
        "specs.SpecRevision", on_delete=models.CASCADE, related_name="compared_as_second"
    )
    prompt = models.TextField(blank=True, help_text="The prompt that both answer.")
    purpose = models.CharField(max_length=20, choices=Purpose, default=Purpose.TASTE)
    subject = models.CharField(
        max_length=100, blank=True, help_text="What a promotion votes on, such as a policy's id."
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="comparisons",
    )
    first_side = models.CharField(max_length=5, choices=Side)
    choice = models.CharField(max_length=10, choices=Choice, blank=True)
    reason = models.TextField(blank=True)
    seconds = models.PositiveIntegerField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    served_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "comparisons"
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(
                condition=~Q(first=F("second")), name="comparisons_two_different_revisions"
            ),
            models.CheckConstraint(
                condition=Q(choice="", decided_at__isnull=True)
                | Q(choice__in=Choice.values, decided_at__isnull=False),
                name="comparisons_decided_has_a_time",
            ),
            models.CheckConstraint(
                condition=Q(first_side__in=Side.values), name="comparisons_known_side"
            ),
            models.CheckConstraint(
                condition=Q(seconds__isnull=True) | Q(seconds__range=(0, MAX_SECONDS)),
                name="comparisons_seconds_within_a_day",
            ),
            models.UniqueConstraint(
                fields=("person", "first", "second", "purpose", "subject"),
                name="comparisons_one_per_person_and_pair",
            ),
        )
        indexes = (
            models.Index(fields=("choice", "person", "id"), name="comparisons_waiting"),
            models.Index(fields=("purpose", "subject"), name="comparisons_by_subject"),
        )

    def __str__(self) -> str:
        return f"comparison {str(self.pk)[-8:]}"

    @property
    def left(self) -> "SpecRevision":
        return self.first if self.first_side == Side.LEFT else self.second

    @property
    def right(self) -> "SpecRevision":
        return self.second if self.first_side == Side.LEFT else self.first

    @property
    def preferred(self) -> "SpecRevision | None":
        """None for a tie, for two bad ones and before the choice."""
        if self.choice == Choice.LEFT:
            return self.left
        return self.right if self.choice == Choice.RIGHT else None
