"""The admin's pages of specs: parts of several apps, composed over `specs.admin`."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ActionForm
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from config.dashboard.access import viewer
from config.dashboard.blindness import revisions_hidden_from
from config.dashboard.presenters.lists import kind_of
from config.dashboard.presenters.sheet import spec_sheet
from config.staff.forms import ReasonForm
from config.staff.history import board, revision_rows, trends_of
from config.staff.pages import Link, page, person
from evaluation.services import spec_evaluate
from feedback.errors import FeedbackError
from feedback.selectors import (
    hidden_from,
    hidden_specs,
    ratings_visible_to,
    review_of,
    reviewers_of,
)
from feedback.services import review_add, spec_decide
from rl.services import session_run
from specs import words
from specs.admin import ScoreFilter, SpecAdmin
from specs.models import Spec
from specs.selectors import spec_get

# What a person waits for while the page loads.
MOST_EVALUATED = 100


class VisibleScoreFilter(ScoreFilter):
    """A filter by score would tell what a blind reviewer must not know: those are left out."""

    def queryset(self, request: HttpRequest, queryset: QuerySet[Spec]) -> QuerySet[Spec]:
        found = super().queryset(request, queryset)
        if not self.value():
            return found
        hidden = hidden_specs(viewer(request), "pk")
        return found if hidden is None else found.filter(~hidden)


class ReasonActionForm(ActionForm):
    reason = forms.CharField(required=False, max_length=500, label="Reason")


class SpecChangeList(ChangeList):
    """Adds to the rows of one page what other apps know of them, in one query each."""

    def get_ordering(self, request: HttpRequest, queryset: QuerySet[Spec]) -> list[Any]:
        """Ties in the direction of the column, as the indexes have them: Django's own would have
        the whole table sorted for each page."""
        first = next(iter(super().get_ordering(request, queryset)), "-pk")
        if not isinstance(first, str) or first.lstrip("-") in ("pk", "id"):
            return [first]
        return [first, "-pk" if first.startswith("-") else "pk"]

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        rows = list(self.result_list)
        ids = [row.latest_id for row in rows]
        reviewers = reviewers_of(ids)
        hidden = revisions_hidden_from(viewer(request), ids)
        trends = trends_of(viewer(request), [row.pk for row in rows])
        for row in rows:
            row.trend = "" if row.latest_id in hidden else trends.get(row.pk, "")
            row.shown_reviewers = ", ".join(reviewers.get(row.latest_id, ()))
            row.score_hidden = row.latest_id in hidden
        self.result_list = rows


class StaffSpecAdmin(SpecAdmin):
    list_display = (  # type: ignore[assignment]
        "title",
        "design_type",
        "category",
        "score",
        "trend",
        "review_state",
        "reviewers",
        "owner",
        "created_at",
    )
    list_filter = (  # type: ignore[assignment]
        "review_state",
        VisibleScoreFilter,
        "design_type",
        "engine",
        ("created_at", admin.DateFieldListFilter),
    )
    # A hierarchy of dates reads the whole table for each page; the filter above reads an index.
    date_hierarchy = None  # type: ignore[assignment]
    list_per_page = 25
    # By score would tell what is hidden from a blind reviewer.
    sortable_by = (  # type: ignore[assignment]
        "design_type",
        "category",
        "review_state",
        "created_at",
    )
    action_form = ReasonActionForm
    actions = ("send_to_review", "evaluate", "accept", "reject")

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest) -> bool:
        # Any column may be asked for in the address: the score only through its filter.
        return not lookup.startswith("latest_score") and super().lookup_allowed(
            lookup, value, request
        )

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return SpecChangeList

    @admin.display(description="Score")
    def score(self, spec: Spec) -> str:
        if getattr(spec, "score_hidden", True):
            return "hidden"
        return "–" if spec.latest_score is None else words.points(spec.latest_score)

    @admin.display(description="Trend")
    def trend(self, spec: Spec) -> str:
        path = getattr(spec, "trend", "")
        return render_to_string("staff/spark.html", {"path": path}) if path else "–"

    @admin.display(description="Reviewers")
    def reviewers(self, spec: Spec) -> str:
        return getattr(spec, "shown_reviewers", "") or "–"

    def has_decide_permission(self, request: HttpRequest) -> bool:
        return person(request).has_perm("feedback.decide_review")

    @admin.action(description="Send to review", permissions=["decide"])
    def send_to_review(self, request: HttpRequest, queryset: QuerySet[Spec]) -> None:
        for spec in queryset.select_related("latest"):
            review_add(revision=spec.latest)
        self.message_user(request, "They are in the review queue.")

    @admin.action(description="Evaluate again", permissions=["decide"])
    def evaluate(self, request: HttpRequest, queryset: QuerySet[Spec]) -> None:
        # "Select all" chooses the whole list.
        if queryset.count() > MOST_EVALUATED:
            detail = f"At most {MOST_EVALUATED} at once: choose fewer."
            self.message_user(request, detail, messages.ERROR)
            return
        for spec in queryset.select_related("latest"):
            spec_evaluate(spec=spec)
        self.message_user(request, "They are evaluated.")

    @admin.action(description="Accept (give a reason)", permissions=["decide"])
    def accept(self, request: HttpRequest, queryset: QuerySet[Spec]) -> None:
        self.decide(request, queryset, accepted=True)

    @admin.action(description="Reject (give a reason)", permissions=["decide"])
    def reject(self, request: HttpRequest, queryset: QuerySet[Spec]) -> None:
        self.decide(request, queryset, accepted=False)

    def decide(self, request: HttpRequest, queryset: QuerySet[Spec], *, accepted: bool) -> None:
        reason = request.POST.get("reason", "").strip()
        if not reason:
            self.message_user(request, "Say why: a reason is needed.", messages.ERROR)
            return
        for spec in queryset.select_related("latest"):
            problem = self.decided(request, spec, accepted=accepted, reason=reason)
            if problem:
                self.message_user(request, f"{spec.title}: {problem}", messages.ERROR)
            else:
                self.message_user(request, f"{spec.title}: stored.")

    def decided(self, request: HttpRequest, spec: Spec, *, accepted: bool, reason: str) -> str:
        """Empty, or why it could not be done. What was done stands in the spec's history."""
        revision = spec.latest
        revision.spec = spec
        try:
            spec_decide(
                revision=revision,
                by=person(request),
                accepted=accepted,
                reason=reason,
                now=timezone.now(),
            )
        except FeedbackError as refused:
            return str(refused)
        self.log_change(request, spec, f"{'Accepted' if accepted else 'Rejected'}: {reason}")
        return ""

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        spec = spec_get(principal=viewer(request), spec_id=object_id)
        if spec is None:
            raise Http404
        if not self.has_view_permission(request, spec):
            raise PermissionDenied
        if request.method == "POST":
            return self.acted(request, spec)
        return self.shown(request, spec, ReasonForm())

    def acted(self, request: HttpRequest, spec: Spec) -> HttpResponse:
        if not self.has_decide_permission(request):
            raise PermissionDenied
        if "evaluate" in request.POST:
            spec_evaluate(spec=spec)
            self.message_user(request, "Evaluated.")
            return redirect("admin:specs_spec_change", spec.pk)
        if "iterate" in request.POST:
            session_run(owner=spec.owner, spec=spec)
            self.message_user(request, "Iterated; a better state is a new revision.")
            return redirect("admin:specs_spec_change", spec.pk)
        if "send" in request.POST:
            review_add(revision=spec.latest)
            self.message_user(request, "It is in the review queue.")
            return redirect("admin:specs_spec_change", spec.pk)
        form = ReasonForm(request.POST)
        if not form.is_valid():
            return self.shown(request, spec, form, status=422)
        problem = self.decided(
            request, spec, accepted="accept" in request.POST, reason=form.cleaned_data["reason"]
        )
        if problem:
            form.add_error(None, problem)
            return self.shown(request, spec, form, status=409)
        return redirect("admin:specs_spec_change", spec.pk)

    def shown(
        self, request: HttpRequest, spec: Spec, form: ReasonForm, *, status: int = 200
    ) -> HttpResponse:
        me: User = person(request)
        hidden = hidden_from(me, spec.latest)
        sheet = spec_sheet(spec, spec.latest)
        return page(
            request,
            "staff/spec.html",
            spec.title,
            crumbs=(Link("Specs", reverse("admin:specs_spec_changelist")),),
            status=status,
            spec=spec,
            sheet=sheet,
            board=None if hidden else board(spec, sheet),
            kind=kind_of(spec),
            hidden=hidden,
            score="" if hidden or spec.latest_score is None else words.points(spec.latest_score),
            drawing=reverse("spec-preview", args=[spec.pk]),
            ratings=ratings_visible_to(viewer(request)).filter(revision=spec.latest),
            review=review_of(spec.latest),
            revisions=revision_rows(spec),
            form=form,
            may_decide=self.has_decide_permission(request),
            may_correct=me.has_perm("feedback.add_correction"),
            may_review=me.has_perm("feedback.review"),
            history=reverse("admin:specs_spec_history", args=[spec.pk]),
        )


def compose(site: admin.AdminSite) -> None:
    """Put the composed page in the place of the plain one."""
    site.unregister(Spec)
    site.register(Spec, StaffSpecAdmin)
