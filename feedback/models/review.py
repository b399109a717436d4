"""The review queue: what waits for people, and who holds which place of it until when."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from accounts.ids import uuid7
from feedback.choices import ACTIVE_LEASES, REQUIRED_REVIEWERS, ItemState, LeaseState


class ReviewItem(models.Model):
    """`taken` counts the places that are held or submitted; it changes under the row's lock."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    revision = models.OneToOneField(
        "specs.SpecRevision", on_delete=models.CASCADE, related_name="review_item"
    )
    state = models.CharField(max_length=10, choices=ItemState, default=ItemState.OPEN)
    priority = models.FloatField(default=0)
    reasons = models.JSONField(default=list, help_text="Why it is in the queue.")
    required = models.PositiveSmallIntegerField(
        default=REQUIRED_REVIEWERS, help_text="How many people have to rate it."
    )
    taken = models.PositiveSmallIntegerField(default=0, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    decision_reason = models.TextField(blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        db_table = "review_items"
        ordering = ("-priority", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(required__range=(1, 20)), name="review_items_1_to_20_reviewers"
            ),
            models.CheckConstraint(
                condition=Q(taken__lte=F("required")), name="review_items_no_more_than_required"
            ),
            models.CheckConstraint(
                condition=Q(state=ItemState.OPEN, taken__lt=F("required"))
                | (
                    Q(state__in=[s for s in ItemState.values if s != ItemState.OPEN])
                    & Q(taken=F("required"))
                ),
                name="review_items_open_while_a_place_is_free",
            ),
            models.CheckConstraint(
                condition=(
                    Q(state__in=[ItemState.RETURNED, ItemState.ACCEPTED], decided_at__isnull=False)
                    & ~Q(decision_reason="")
                )
                | (
                    ~Q(state__in=[ItemState.RETURNED, ItemState.ACCEPTED])
                    & Q(decided_at__isnull=True)
                ),
                name="review_items_decided_has_time_and_reason",
            ),
        )
        indexes = (
            models.Index(fields=("state", "-priority", "id"), name="review_items_next"),
            models.Index(fields=("-priority", "id"), name="review_items_by_priority"),
        )
        permissions = (
            ("review", "Can take reviews from the queue"),
            ("decide_review", "Can accept and return reviewed specs"),
            ("see_agreement", "Can see how far reviewers agree"),
            ("export_feedback", "Can export what people said"),
        )

    def __str__(self) -> str:
        return f"review {str(self.pk)[-8:]}"


class ReviewLease(models.Model):
    """One place of an item, held by one reviewer until `expires_at`."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    item = models.ForeignKey(
        ReviewItem,
        on_delete=models.CASCADE,
        related_name="leases",
    )
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="leases"
    )
    state = models.CharField(max_length=10, choices=LeaseState, default=LeaseState.HELD)
    rating = models.OneToOneField(
        "feedback.Rating", on_delete=models.CASCADE, null=True, blank=True, related_name="lease"
    )
    leased_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    submitted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "review_leases"
        ordering = ("-id",)
        constraints = (
            models.UniqueConstraint(
                fields=("item", "reviewer"),
                condition=Q(state__in=list(ACTIVE_LEASES)),
                name="review_leases_one_place_per_person",
            ),
            models.UniqueConstraint(
                fields=("reviewer",),
                condition=Q(state=LeaseState.HELD),
                name="review_leases_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(
                    state=LeaseState.SUBMITTED, rating__isnull=False, submitted_at__isnull=False
                )
                | (~Q(state=LeaseState.SUBMITTED) & Q(rating__isnull=True)),
                name="review_leases_submitted_has_a_rating",
            ),
        )
        indexes = (models.Index(fields=("state", "expires_at"), name="review_leases_to_expire"),)

    def __str__(self) -> str:
        return f"lease {str(self.pk)[-8:]}"
