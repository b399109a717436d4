"""What lists of specs may be filtered and ordered by."""

from datetime import UTC, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django_filters import rest_framework as filters
from django_filters.fields import IsoDateTimeField
from rest_framework import exceptions
from rest_framework.filters import BaseFilterBackend
from rest_framework.request import Request

from specs.choices import DesignType, Engine, ReviewState
from specs.models import Spec
from specs.selectors import without_hidden_scores

# Names of the API → columns with an index. An id is a time, and sorts without a second column.
ORDERINGS = {
    "created_at": ("id",),
    "updated_at": ("updated_at", "id"),
    "latest_score": ("latest_score", "id"),
}
ALLOWED = [sign + name for name in ORDERINGS for sign in ("", "-")]


class TimeField(IsoDateTimeField):
    def to_python(self, value: Any) -> datetime | None:
        time: datetime | None = super().to_python(value)
        try:
            return time.astimezone(UTC) if time else None
        except OverflowError as problem:
            # The first and last hours of the calendar have no UTC, and databases differ on them.
            raise ValidationError(self.error_messages["invalid"], code="invalid") from problem


class TimeFilter(filters.IsoDateTimeFilter):
    field_class = TimeField


class SpecFilter(filters.FilterSet):
    design_type = filters.ChoiceFilter(choices=DesignType.choices)
    category = filters.CharFilter()
    engine = filters.ChoiceFilter(choices=Engine.choices)
    review_state = filters.ChoiceFilter(choices=ReviewState.choices)
    created_after = TimeFilter(field_name="created_at", lookup_expr="gte")
    created_before = TimeFilter(field_name="created_at", lookup_expr="lt")
    min_score = filters.NumberFilter(method="scored")

    class Meta:
        model = Spec
        fields: tuple[str, ...] = ()

    def scored(self, queryset: QuerySet[Spec], name: str, least: Any) -> QuerySet[Spec]:
        return without_hidden_scores(queryset).filter(latest_score__gte=least)


class SpecOrdering(BaseFilterBackend):
    """`ordering=-latest_score`. By score, specs without one are left out: a cursor cannot stand
    on a value that is not there."""

    def filter_queryset(self, request: Request, queryset: QuerySet[Any], view: Any) -> Any:
        if "latest_score" in self.asked(request):
            return without_hidden_scores(queryset).filter(latest_score__isnull=False)
        return queryset

    def get_ordering(self, request: Request, queryset: Any, view: Any) -> tuple[str, ...]:
        asked = self.asked(request)
        sign = "-" if asked.startswith("-") else ""
        return tuple(sign + column for column in ORDERINGS[asked.removeprefix("-")])

    def asked(self, request: Request) -> str:
        ordering: str = request.query_params.get("ordering", "-created_at")
        if ordering not in ALLOWED:
            detail = f"Not one of: {', '.join(ALLOWED)}."
            raise exceptions.ValidationError({"ordering": detail}, code="invalid_choice")
        return ordering

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        return [
            {
                "name": "ordering",
                "in": "query",
                "required": False,
                "description": "Newest first by default. By `latest_score`, specs without a score "
                "are left out.",
                "schema": {"type": "string", "enum": ALLOWED, "default": "-created_at"},
            }
        ]


class NewestRevisionFirst(BaseFilterBackend):
    def filter_queryset(self, request: Request, queryset: Any, view: Any) -> Any:
        return queryset

    def get_ordering(self, request: Request, queryset: Any, view: Any) -> tuple[str, ...]:
        return ("-number",)

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        return []
