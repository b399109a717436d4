"""Specs and their revisions, to look at: services write them, and a revision is never edited."""

import json
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.loader import render_to_string

from accounts.admin.looking import ReadOnly
from specs.models import Spec, SpecRevision
from specs.models.revision import DOCUMENTS
from specs.readable import readable
from specs.selectors import specs_matching

SCORE_BANDS: dict[str, tuple[str, dict[str, Any]]] = {
    "high": ("80 and more", {"latest_score__gte": 80}),
    "middle": ("50 to 80", {"latest_score__gte": 50, "latest_score__lt": 80}),
    "low": ("Below 50", {"latest_score__lt": 50}),
    "none": ("Not scored", {"latest_score__isnull": True}),
}


class ScoreFilter(admin.SimpleListFilter):
    title = "score"
    parameter_name = "score"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(name, label) for name, (label, _) in SCORE_BANDS.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Spec]) -> QuerySet[Spec]:
        band = SCORE_BANDS.get(self.value() or "")
        return queryset.filter(**band[1]) if band else queryset


class RevisionInline(ReadOnly, admin.TabularInline):  # type: ignore[type-arg]
    model = SpecRevision
    fk_name = "spec"
    fields = readonly_fields = ("number", "origin", "author", "reason", "created_at")
    ordering = ("-number",)
    show_change_link = True
    verbose_name_plural = "revisions, latest first"

    def get_queryset(self, request: HttpRequest) -> QuerySet[SpecRevision]:
        revisions = super().get_queryset(request)
        return revisions.select_related("author").defer(*DOCUMENTS)


@admin.register(Spec)
class SpecAdmin(ReadOnly, admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = (
        "title",
        "design_type",
        "category",
        "latest_score",
        "review_state",
        "owner",
        "created_at",
    )
    list_filter = ("review_state", ScoreFilter, "design_type", "engine")
    list_select_related = ("owner",)
    # Columns with an index: any other would sort the whole table.
    sortable_by = ("design_type", "category", "latest_score", "review_state", "created_at")
    date_hierarchy = "created_at"
    ordering = ("-id",)
    list_per_page = 50
    show_full_result_count = False
    search_fields = ("title",)
    search_help_text = "Words of the title, a category, an owner's name, or an id."
    inlines = (RevisionInline,)
    fieldsets = (
        (None, {"fields": ("title", "prompt", "spec")}),
        (
            "State",
            {"fields": ("owner", "engine", "model", "latest_score", "review_state", "accepted_at")},
        ),
        ("Times", {"fields": ("id", "created_at", "updated_at")}),
    )

    class Media:
        css = {"all": ("specs/admin.css",)}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Spec]:
        return super().get_queryset(request).defer("prompt")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Spec], search_term: str
    ) -> tuple[QuerySet[Spec], bool]:
        found = specs_matching(queryset, search_term) if search_term.strip() else queryset
        return found, False

    @admin.display(description="Spec")
    def spec(self, spec: Spec) -> str:
        return shown_revision(spec.latest)


@admin.register(SpecRevision)
class SpecRevisionAdmin(ReadOnly, admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("spec", "number", "origin", "author", "created_at")
    list_select_related = ("spec", "author")
    sortable_by = ()
    ordering = ("-id",)
    show_full_result_count = False
    fieldsets = (
        (None, {"fields": ("spec", "number", "origin", "author", "reason", "created_at")}),
        ("What it says", {"fields": ("what_it_says",)}),
    )

    class Media:
        css = {"all": ("specs/admin.css",)}

    def get_queryset(self, request: HttpRequest) -> QuerySet[SpecRevision]:
        return super().get_queryset(request).select_related("spec", "author", "parent")

    def has_module_permission(self, request: HttpRequest) -> bool:
        # Reached from its spec; the index lists what people begin with.
        return False

    @admin.display(description="Document")
    def what_it_says(self, revision: SpecRevision) -> str:
        return shown_revision(revision)


def shown_revision(revision: SpecRevision) -> str:
    context = {
        "revision": revision,
        "rows": readable(revision.document, revision.provenance),
        "json": json.dumps(revision.document, indent=2, ensure_ascii=False),
    }
    return render_to_string("admin/specs/revision.html", context)
