"""What calls of the language model cost, by day, key, engine, model and outcome."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from accounts.admin.looking import LogAdmin, seconds
from accounts.admin.recent import RecentValues, recent
from accounts.models import Usage
from accounts.selectors import UsageTotals, principal_names, usage_of_owner, usage_totals

OK = "ok"
ENGINES = {
    "llm": ("the model", Q(outcome=OK)),
    "rules": ("the rules in its place", ~Q(outcome=OK)),
}


class KeyFilter(RecentValues):
    title, parameter_name = "key or user", "principal"

    def labelled(self, values: list[str]) -> list[tuple[str, str]]:
        names = principal_names(values)
        return [(value, names[value]) for value in values]


class EngineFilter(admin.SimpleListFilter):
    title, parameter_name = "answered by", "engine"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(engine, label) for engine, (label, _) in ENGINES.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Usage]) -> QuerySet[Usage]:
        chosen = ENGINES.get(self.value() or "")
        return queryset.filter(chosen[1]) if chosen else queryset


class UsageList(ChangeList):
    """With the totals of what is listed, and the names of who is charged."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        rows = list(self.result_list)
        names = principal_names([row.principal for row in rows])
        for row in rows:
            row.charged_name = names[row.principal]
        self.result_list = rows
        self.totals = shown(usage_totals(self.queryset))


def shown(totals: UsageTotals) -> list[tuple[str, str]]:
    return [
        ("requests", f"{totals.requests:,}"),
        ("answered by the model", f"{totals.answered:,}"),
        ("calls", f"{totals.calls:,}"),
        ("prompt tokens", f"{totals.prompt_tokens:,}"),
        ("completion tokens", f"{totals.completion_tokens:,}"),
        ("known cost", f"${totals.cost:,.4f}"),
        ("requests of unknown cost", f"{totals.unpriced:,}"),
    ]


@admin.register(Usage)
class UsageAdmin(LogAdmin):
    change_list_template = "admin/accounts/usage/change_list.html"
    list_display = (
        "created_at",
        "charged",
        "purpose",
        "model",
        "outcome",
        "tokens",
        "time",
        "price",
    )
    list_filter = (
        "created_at",
        KeyFilter,
        EngineFilter,
        recent("model"),
        recent("outcome"),
        recent("purpose"),
    )
    sortable_by = ("created_at",)
    search_fields = ("principal",)
    search_help_text = "The name of a user, the beginning of a key, or the id of a spec."
    fieldsets = (
        (None, {"fields": ("created_at", "charged", "user", "purpose", "subject")}),
        ("How it was asked", {"fields": ("model", "rung", "prompt_version", "outcome")}),
        (
            "What it cost",
            {"fields": ("attempts", "prompt_tokens", "completion_tokens", "time", "price")},
        ),
    )

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return UsageList

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Usage], search_term: str
    ) -> tuple[QuerySet[Usage], bool]:
        return usage_of_owner(queryset, search_term), False

    @admin.display(description="Charged to")
    def charged(self, usage: Usage) -> str:
        name: str | None = getattr(usage, "charged_name", None)
        return name or principal_names([usage.principal])[usage.principal]

    @admin.display(description="Tokens, in + out")
    def tokens(self, usage: Usage) -> str:
        return f"{usage.prompt_tokens:,} + {usage.completion_tokens:,}"

    @admin.display(description="Time")
    def time(self, usage: Usage) -> str:
        return seconds(usage.latency_ms)

    @admin.display(description="Cost")
    def price(self, usage: Usage) -> str:
        return "unknown" if usage.cost is None else f"${usage.cost:.6f}"
