"""Evaluations to read, with their findings as a table; rubrics to edit into the next version."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse

from accounts.principals import principal_in_session
from evaluation.models import Evaluation, Rubric
from evaluation.page import report_page
from evaluation.rubric import InvalidRubric
from evaluation.rubric_text import rubric_document, rubric_text
from evaluation.selectors import evaluations_matching, evaluations_visible_to
from evaluation.selectors.evaluations import HEAVY
from evaluation.selectors.rubrics import rubric_highest
from evaluation.services import RubricConflict, rubric_add

SCORE_BANDS: dict[str, tuple[str, dict[str, Any]]] = {
    "high": ("80 and more", {"score__gte": 80}),
    "middle": ("50 to 80", {"score__gte": 50, "score__lt": 80}),
    "low": ("Below 50", {"score__lt": 50}),
}
CSS = {"all": ("evaluation/admin.css",)}


class ScoreFilter(admin.SimpleListFilter):
    title = "score"
    parameter_name = "band"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(name, label) for name, (label, _) in SCORE_BANDS.items()]

    def queryset(
        self, request: HttpRequest, queryset: QuerySet[Evaluation]
    ) -> QuerySet[Evaluation]:
        band = SCORE_BANDS.get(self.value() or "")
        return queryset.filter(**band[1]) if band else queryset


@admin.register(Evaluation)
class EvaluationAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Evidence: services write it, and nobody edits it."""

    list_display = ("spec", "score", "grade", "design_type", "judged_by", "owner", "created_at")
    list_filter = ("grade", ScoreFilter, "design_type", "rubric")
    list_select_related = ("spec", "owner")
    # Columns with an index: any other would sort the whole table.
    sortable_by = ("score", "grade", "design_type", "judged_by", "created_at")
    date_hierarchy = "created_at"
    ordering = ("-id",)
    list_per_page = 50
    show_full_result_count = False
    search_fields = ("spec__title",)
    search_help_text = "Words of the spec's title, an owner's name, or an id."
    fieldsets = (
        (None, {"fields": ("spec", "judged_prompt", "report")}),
        ("Findings", {"fields": ("findings",)}),
        ("About", {"fields": ("owner", "rubric", "judge_model", "judge_score", "created_at")}),
    )

    class Media:
        css = CSS

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Evaluation]:
        shown = evaluations_visible_to(principal_in_session(request))
        return shown.order_by(*self.get_ordering(request)).defer(*HEAVY, "spec__prompt")

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Evaluation], search_term: str
    ) -> tuple[QuerySet[Evaluation], bool]:
        found = evaluations_matching(queryset, search_term) if search_term.strip() else queryset
        return found, False

    @admin.display(description="Rubric", ordering="rubric")
    def judged_by(self, evaluation: Evaluation) -> str:
        # Its name is its key: a list needs no rubric's document.
        return str(evaluation.rubric_id)

    @admin.display(description="Findings")
    def findings(self, evaluation: Evaluation) -> str:
        return render_to_string("evaluation/admin_findings.html", report_page(evaluation))

    @admin.display(description="Prompt")
    def judged_prompt(self, evaluation: Evaluation) -> str:
        return evaluation.judged_prompt or "none"

    @admin.display(description="Report")
    def report(self, evaluation: Evaluation) -> str:
        return render_to_string("evaluation/admin_links.html", {"evaluation": evaluation})


class RubricForm(forms.ModelForm):  # type: ignore[type-arg]
    text = forms.CharField(
        label="Rubric",
        widget=forms.Textarea(attrs={"rows": 40, "spellcheck": "false", "class": "rubric-text"}),
        strip=False,
        help_text="YAML: weights, penalties, assumed_credit, error_cap, grades, wanted, "
        "categories.",
    )
    note = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        max_length=2000,
        help_text="What changes, and why.",
    )
    # The version that judged when the page was made: whoever saves knows no later one.
    after = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Rubric
        fields = ("note",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "text" in self.fields:
            self.initial.update(
                text=rubric_text(self.instance.document), note="", after=self._highest().version
            )

    def _highest(self) -> Rubric:
        return rubric_highest(self.instance.design_type)

    def clean_text(self) -> dict[str, Any]:
        try:
            document = rubric_document(self.cleaned_data["text"])
        except InvalidRubric as problem:
            raise ValidationError(str(problem), code="invalid") from problem
        if document["design_type"] != self.instance.design_type:
            raise ValidationError(
                f"This is the rubric of {self.instance.design_type}.", code="design_type"
            )
        if {**document, "version": self.instance.version} == self.instance.document:
            raise ValidationError("Nothing has changed.", code="unchanged")
        return document

    def clean_after(self) -> int | None:
        after: int | None = self.cleaned_data["after"]
        highest = self._highest()
        if after is not None and after != highest.version:
            # The page is shown again with the text as it was sent, and knows the version now.
            self.data = {name: self.data[name] for name in self.data} | {
                "after": str(highest.version)
            }
            self.add_error(
                None,
                f"{highest.author or 'Somebody'} has made {highest.name} meanwhile. Your text is "
                f"kept below. What it does not take over from {highest.name} is gone when you "
                "save it again.",
            )
        return after


@admin.register(Rubric)
class RubricAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """No version is ever edited: saving one makes the next, which judges from then on."""

    form = RubricForm
    list_display = ("name", "design_type", "version", "author", "created_at", "note")
    list_filter = ("design_type",)
    list_select_related = ("author",)
    ordering = ("design_type", "-version")

    class Media:
        css = CSS

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        if self.has_change_permission(request, obj):
            return [(None, {"fields": ("text", "note", "after")})]
        return [(None, {"fields": ("shown_text", "note", "author", "created_at")})]

    @admin.display(description="Rubric")
    def shown_text(self, rubric: Rubric) -> str:
        return render_to_string(
            "evaluation/admin_rubric.html", {"text": rubric_text(rubric.document)}
        )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        if self.has_change_permission(request, obj):
            return ()
        return ("shown_text", "note", "author", "created_at")

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return super().changeform_view(request, *args, **kwargs)
        except RubricConflict:
            # Between the form's look and the save: looked at again, the form says who was first.
            return super().changeform_view(request, *args, **kwargs)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        context = {
            **(extra_context or {}),
            "title": f"Edit {object_id} into the next version",
            "show_save_and_continue": False,
            "show_save_and_add_another": False,
        }
        return super().change_view(request, object_id, form_url, context)

    def save_model(self, request: HttpRequest, obj: Rubric, form: Any, change: bool) -> None:
        made = rubric_add(
            document=form.cleaned_data["text"],
            author=request.user,  # type: ignore[arg-type]
            note=form.cleaned_data["note"],
            after=form.cleaned_data["after"],
        )
        # What follows (the log entry, the message) speaks of the version that was made.
        obj.name, obj.version = made.name, made.version

    def response_change(self, request: HttpRequest, obj: Rubric) -> HttpResponse:
        self.message_user(
            request, f"Rubric {obj.name} is there, and judges from now on.", messages.SUCCESS
        )
        return HttpResponseRedirect(reverse("admin:evaluation_rubric_changelist"))
