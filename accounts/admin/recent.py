"""Filters that offer what occurred lately: the values of a whole log would take a scan of it."""

from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.db.models import Count, Model, QuerySet
from django.http import HttpRequest
from django.utils import timezone

DAYS = 30
MOST = 20


class RecentValues(admin.SimpleListFilter):
    """By one column: its most frequent values of the last 30 days, and the one that is chosen.

    A value that is not offered is taken from the address all the same: bookmarks stay good.
    """

    title = parameter_name = ""

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        model: type[Model] = model_admin.model
        since = timezone.now() - timedelta(days=DAYS)
        counted = (
            model._default_manager.filter(created_at__gte=since)
            .order_by()
            .values_list(self.parameter_name)
            .annotate(Count("pk"))
            .order_by("-pk__count", self.parameter_name)[:MOST]
        )
        values = [str(value) for value, _ in counted if value != ""]
        if (chosen := self.value()) and chosen not in values:
            values.insert(0, chosen)
        return self.labelled(values)

    def labelled(self, values: list[str]) -> list[tuple[str, str]]:
        return [(value, value.replace("_", " ")) for value in values]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        value = self.value()
        if value and "\x00" in value:
            # PostgreSQL takes no such text, so no row has it.
            return queryset.none()
        return queryset.filter(**{self.parameter_name: value}) if value else queryset


def recent(column: str, title: str = "") -> type[RecentValues]:
    named = {"parameter_name": column, "title": title or column.replace("_", " ")}
    return type(f"Recent{column.title()}", (RecentValues,), named)
