"""A design: its prompt, its owner, and where its latest revision stands."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.ids import uuid7
from specs.choices import (
    MAX_CATEGORY,
    MAX_MODEL,
    MAX_TITLE,
    DesignType,
    Engine,
    ReviewState,
    Storage,
)


class Spec(models.Model):
    """Design type, category and title repeat the latest revision's, for lists and filters.

    `latest_score`, `review_state` and `accepted_at` speak of the latest revision too and are
    written by `spec_scored` and `spec_reviewed` only.
    """

    # How this answer came to be; said by the service that gives the row, never stored.
    cached = False
    # Annotated by the selectors for a reader who must not know the score yet.
    score_hidden = False
    storage: str = Storage.DATABASE

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="specs",
        db_index=False,  # the index below begins with it
    )
    prompt = models.TextField(blank=True, help_text="As the client sent it; empty without one.")
    design_type = models.CharField(max_length=20, choices=DesignType)
    category = models.CharField(max_length=MAX_CATEGORY)
    title = models.CharField(max_length=MAX_TITLE)
    engine = models.CharField(max_length=20, choices=Engine, blank=True)
    model = models.CharField(
        max_length=MAX_MODEL, blank=True, help_text="The language model, if any."
    )
    # Both rows are written in one transaction, so the pointer is never empty.
    latest = models.OneToOneField(
        "specs.SpecRevision", on_delete=models.RESTRICT, related_name="latest_of"
    )
    latest_score = models.FloatField(null=True, blank=True)
    review_state = models.CharField(max_length=20, choices=ReviewState, default=ReviewState.PENDING)
    accepted_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        db_table = "specs"
        # Ids are UUIDs of version 7: newest first, without an index of its own.
        ordering = ("-id",)
        constraints = (
            models.CheckConstraint(
                condition=Q(design_type__in=DesignType.values), name="specs_known_design_type"
            ),
            models.CheckConstraint(
                condition=Q(engine__in=["", *Engine.values]), name="specs_known_engine"
            ),
            models.CheckConstraint(
                condition=Q(review_state__in=ReviewState.values), name="specs_known_review_state"
            ),
            models.CheckConstraint(
                condition=Q(latest_score__isnull=True) | Q(latest_score__range=(0, 100)),
                name="specs_score_0_to_100",
            ),
            models.CheckConstraint(
                condition=Q(review_state=ReviewState.ACCEPTED, accepted_at__isnull=False)
                | (~Q(review_state=ReviewState.ACCEPTED) & Q(accepted_at__isnull=True)),
                name="specs_accepted_has_a_time",
            ),
        )
        indexes = (
            models.Index(fields=("owner", "id"), name="specs_by_owner"),
            models.Index(fields=("design_type", "id"), name="specs_by_design_type"),
            models.Index(fields=("category", "id"), name="specs_by_category"),
            models.Index(fields=("engine", "id"), name="specs_by_engine"),
            models.Index(fields=("review_state", "id"), name="specs_by_review_state"),
            models.Index(fields=("latest_score", "id"), name="specs_by_score"),
            models.Index(fields=("created_at", "id"), name="specs_by_created"),
            models.Index(fields=("updated_at", "id"), name="specs_by_updated"),
        )

    def __str__(self) -> str:
        return self.title
