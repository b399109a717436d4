"""Policies and sessions in the admin: read, vote, promote, roll back."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from accounts.admin.looking import ReadOnly
from accounts.principals import principal_in_session
from rl.errors import LearningError
from rl.models import IterationLog, IterationSession, PolicyVersion
from rl.selectors import sessions_told_to
from rl.services import policy_compare, policy_promote, policy_rollback, policy_votes_open


@admin.register(PolicyVersion)
class PolicyVersionAdmin(ReadOnly, admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = ("id", "algorithm", "status", "episodes", "seed", "created_at", "promoted_at")
    list_filter = ("status", "algorithm")
    exclude = ("weights",)
    actions = ("compare", "open_votes", "promote", "roll_back")

    def has_promote_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.is_superuser or request.user.has_perm("rl.change_policyversion"))

    @admin.action(description="Compare with the current policy", permissions=["promote"])
    def compare(self, request: HttpRequest, queryset: QuerySet[PolicyVersion]) -> None:
        self._each(
            request, queryset, lambda policy: str(policy_compare(policy).reasons or "better")
        )

    @admin.action(description="Ask the reviewers for blind votes", permissions=["promote"])
    def open_votes(self, request: HttpRequest, queryset: QuerySet[PolicyVersion]) -> None:
        self._each(request, queryset, lambda policy: f"{policy_votes_open(policy)} pairs opened")

    @admin.action(description="Promote, if the gate lets it", permissions=["promote"])
    def promote(self, request: HttpRequest, queryset: QuerySet[PolicyVersion]) -> None:
        self._each(request, queryset, lambda policy: f"now {policy_promote(policy).status}")

    @admin.action(description="Go back to the policy before", permissions=["promote"])
    def roll_back(self, request: HttpRequest, queryset: QuerySet[PolicyVersion]) -> None:
        try:
            messages.success(request, f"{policy_rollback()} plays again.")
        except LearningError as problem:
            messages.error(request, str(problem))

    def _each(
        self,
        request: HttpRequest,
        queryset: QuerySet[PolicyVersion],
        act: Callable[[PolicyVersion], str],
    ) -> None:
        for policy in queryset:
            try:
                messages.success(request, f"{policy}: {act(policy)}")
            except LearningError as problem:
                messages.error(request, f"{policy}: {problem}")


class IterationLogInline(admin.TabularInline):  # type: ignore[type-arg]
    model = IterationLog
    fields = ("number", "agent", "action", "score_before", "score_after", "reward", "cost")
    readonly_fields = fields
    extra = 0
    can_delete = False

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(IterationSession)
class IterationSessionAdmin(ReadOnly, admin.ModelAdmin):  # type: ignore[type-arg]
    list_display = (
        "id",
        "kind",
        "owner",
        "initial_score",
        "final_score",
        "stopped_because",
        "created_at",
    )
    list_filter = ("kind", "stopped_because")
    list_select_related = ("owner",)
    raw_id_fields = ("spec", "start_revision", "final_revision", "policy", "owner")
    inlines = (IterationLogInline,)

    def get_queryset(self, request: HttpRequest) -> QuerySet[IterationSession]:
        told = sessions_told_to(principal_in_session(request))
        return told.order_by(*self.get_ordering(request))
