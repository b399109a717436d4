"""What one person thinks of one revision."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.ids import uuid7
from feedback.choices import MAX_SECONDS, Aspect, Criterion, QuickKind
from specs.choices import Storage


class Rating(models.Model):
    """1 to 5 overall, and per criterion where the person said so. One per person and revision."""

    # Said by the service that gives the row, never stored.
    storage: str = Storage.DATABASE

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    revision = models.ForeignKey(
        "specs.SpecRevision",
        on_delete=models.CASCADE,
        related_name="ratings",
        db_index=False,  # the unique constraint below begins with it
    )
    # What was said stays when the person goes.
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="ratings"
    )
    stars = models.PositiveSmallIntegerField()
    completeness = models.PositiveSmallIntegerField(null=True, blank=True)
    format_validity = models.PositiveSmallIntegerField(null=True, blank=True)
    feasibility = models.PositiveSmallIntegerField(null=True, blank=True)
    consistency = models.PositiveSmallIntegerField(null=True, blank=True)
    fidelity = models.PositiveSmallIntegerField(null=True, blank=True)
    reason = models.TextField(blank=True)
    tags = models.JSONField(default=list, blank=True)
    seconds = models.PositiveIntegerField(
        null=True, blank=True, help_text="How long the person took."
    )
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        db_table = "ratings"
        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(
                fields=("revision", "person"), name="ratings_one_per_person_and_revision"
            ),
            models.CheckConstraint(condition=Q(stars__range=(1, 5)), name="ratings_stars_1_to_5"),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__range": (1, 5)}),
                    name=f"ratings_{name}_1_to_5",
                )
                for name in Criterion.values
            ),
            models.CheckConstraint(
                condition=Q(seconds__isnull=True) | Q(seconds__range=(0, MAX_SECONDS)),
                name="ratings_seconds_within_a_day",
            ),
        )

    def __str__(self) -> str:
        return f"{self.stars} of 5"

    @property
    def criteria(self) -> dict[str, int | None]:
        return {name: getattr(self, name) for name in Criterion.values}


class QuickFeedback(models.Model):
    """A thumb, or that a client took the spec or not. The last word of each aspect counts."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    revision = models.ForeignKey(
        "specs.SpecRevision",
        on_delete=models.CASCADE,
        related_name="quick_feedback",
        db_index=False,  # the unique constraint below begins with it
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    aspect = models.CharField(max_length=10, choices=Aspect)
    kind = models.CharField(max_length=20, choices=QuickKind)
    comment = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        db_table = "quick_feedback"
        ordering = ("-id",)
        verbose_name_plural = "quick feedback"
        constraints = (
            models.UniqueConstraint(
                fields=("revision", "person", "aspect"), name="quick_feedback_one_per_aspect"
            ),
            models.CheckConstraint(
                condition=Q(
                    aspect=Aspect.LIKING, kind__in=[QuickKind.THUMBS_UP, QuickKind.THUMBS_DOWN]
                )
                | Q(aspect=Aspect.USE, kind__in=[QuickKind.ACCEPTED, QuickKind.REJECTED]),
                name="quick_feedback_kind_is_of_its_aspect",
            ),
        )

    def __str__(self) -> str:
        return self.get_kind_display()
