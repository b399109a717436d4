"""What people said, to look at and to search. Services write it; the queue's pages call them."""

import uuid
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from import_export.admin import ImportMixin

from accounts.principals import Principal
from feedback.imports import FORMATS, HidgLogResource, RatingResource
from feedback.models import (
    Comparison,
    Correction,
    FeedbackLog,
    HidgLog,
    QuickFeedback,
    Rating,
    ReviewItem,
    RewardModel,
)
from feedback.selectors import (
    comparisons_visible_to,
    hidg_logs_matching,
    items_hidden_from,
    quick_feedback_visible_to,
    ratings_visible_to,
)
from feedback.services.exports import export_archive


def staff_of(request: HttpRequest) -> Principal:
    return Principal(id="", user_id=request.user.pk, scopes=frozenset(), staff=True)


def hidden_items(request: HttpRequest) -> QuerySet[ReviewItem]:
    """Nobody gets here without having signed in, which the admin has seen to."""
    return items_hidden_from(request.user.pk or uuid.UUID(int=0))


class LookedAt(admin.ModelAdmin):  # type: ignore[type-arg]
    """Nothing is added or changed by hand; deleting is a right of its own."""

    show_full_result_count = False
    list_per_page = 50

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class Imported(ImportMixin):
    """A file is tried first; with an error in any row nothing is stored."""

    import_formats = list(FORMATS)
    skip_import_confirm = False

    def has_import_permission(self, request: HttpRequest) -> bool:
        # In other people's names, so a lead's right.
        return bool(request.user.has_perm("feedback.decide_review"))


@admin.register(Rating)
class RatingAdmin(Imported, LookedAt):
    resource_classes = (RatingResource,)
    list_display = ("revision", "title", "person", "stars", "reason", "seconds", "created_at")
    list_filter = ("stars", "created_at")
    list_select_related = ("person", "revision__spec")
    sortable_by = ()
    search_fields = ("person__username", "reason")
    actions = ("export_for_training",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Rating]:
        return ratings_visible_to(staff_of(request))

    @admin.display(description="Spec")
    def title(self, rating: Rating) -> str:
        return rating.revision.spec.title

    def has_export_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("feedback.export_feedback"))

    @admin.action(description="Export all feedback for training (ZIP)", permissions=["export"])
    def export_for_training(self, request: HttpRequest, queryset: QuerySet[Rating]) -> HttpResponse:
        # Always all of it: a split that is stable by prompt has no use for a selection.
        response = HttpResponse(export_archive(), content_type="application/zip")
        response["Content-Disposition"] = 'attachment; filename="feedback.zip"'
        return response


@admin.register(QuickFeedback)
class QuickFeedbackAdmin(LookedAt):
    list_display = ("kind", "revision", "person", "comment", "created_at")
    list_filter = ("kind", "created_at")
    list_select_related = ("person", "revision__spec")
    sortable_by = ()
    search_fields = ("person__username", "comment")

    def get_queryset(self, request: HttpRequest) -> QuerySet[QuickFeedback]:
        return quick_feedback_visible_to(staff_of(request))


@admin.register(Comparison)
class ComparisonAdmin(LookedAt):
    list_display = ("id", "purpose", "choice", "first_side", "person", "seconds", "decided_at")
    list_filter = ("purpose", "choice", "decided_at")
    list_select_related = ("person",)
    sortable_by = ()
    search_fields = ("person__username", "subject")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Comparison]:
        return comparisons_visible_to(staff_of(request))


@admin.register(Correction)
class CorrectionAdmin(LookedAt):
    list_display = ("id", "before", "after", "person", "reason", "created_at")
    list_filter = ("created_at",)
    list_select_related = ("before__spec", "after__spec", "person")
    sortable_by = ()
    search_fields = ("person__username", "reason")


@admin.register(ReviewItem)
class ReviewItemAdmin(LookedAt):
    """A row for the record; the work is done on the queue's own pages."""

    list_display = ("title", "state", "taken", "required", "decided_by", "decided_at", "created_at")
    list_filter = ("state", "created_at")
    list_select_related = ("revision__spec", "decided_by")
    sortable_by = ()
    search_fields = ("revision__spec__title",)
    fields = readonly_fields = (
        "revision",
        "state",
        "taken",
        "required",
        "decided_by",
        "decided_at",
        "decision_reason",
        "created_at",
    )

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest) -> bool:
        # Asked for in the address, they would tell what `get_fields` hides.
        told = lookup.partition("__")[0] in ("reasons", "priority")
        return not told and super().lookup_allowed(lookup, value, request)

    @admin.display(description="Spec")
    def title(self, item: ReviewItem) -> str:
        return item.revision.spec.title

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Why it entered tells what the machine thinks: shown once the review is over."""
        hidden = obj is None or hidden_items(request).filter(pk=obj.pk).exists()
        return self.fields if hidden else (*self.fields, "reasons", "priority")


@admin.register(FeedbackLog)
class FeedbackLogAdmin(LookedAt):
    list_display = ("id", "revision", "session_id", "opinions", "findings", "created_at")
    list_filter = ("created_at",)
    list_select_related = ("revision__spec",)
    sortable_by = ()
    date_hierarchy = "created_at"

    def get_queryset(self, request: HttpRequest) -> QuerySet[FeedbackLog]:
        hidden = hidden_items(request).values("revision")
        return super().get_queryset(request).exclude(revision__in=hidden)


@admin.register(HidgLog)
class HidgLogAdmin(Imported, LookedAt):
    resource_classes = (HidgLogResource,)
    list_display = ("date", "day", "author", "task", "honesty", "gratitude", "created_at")
    list_filter = ("date",)
    list_select_related = ("author",)
    sortable_by = ("date",)
    date_hierarchy = "date"
    search_fields = ("task",)
    search_help_text = "Words of the task, of the reflection or of the author's name."

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[HidgLog], search_term: str
    ) -> tuple[QuerySet[HidgLog], bool]:
        return hidg_logs_matching(queryset, search_term), False


@admin.register(RewardModel)
class RewardModelAdmin(LookedAt):
    list_display = ("version", "ratings", "comparisons", "features", "created_at")
    sortable_by = ()
    fields = readonly_fields = ("version", "ratings", "comparisons", "features", "created_at")
