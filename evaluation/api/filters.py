"""What lists of evaluations may be filtered and ordered by."""

from typing import Any

from django.db.models import QuerySet
from django_filters import rest_framework as filters
from rest_framework import exceptions
from rest_framework.filters import BaseFilterBackend
from rest_framework.request import Request

from evaluation.choices import Grade
from evaluation.models import Evaluation
from specs.api.filters import TimeFilter
from specs.choices import DesignType

# Names of the API → columns with an index. An id is a time, and sorts without a second column.
ORDERINGS = {"created_at": ("id",), "score": ("score", "id")}
ALLOWED = [sign + name for name in ORDERINGS for sign in ("", "-")]
SCORES = {"min_value": 0, "max_value": 100}


class EvaluationFilter(filters.FilterSet):
    design_type = filters.ChoiceFilter(choices=DesignType.choices)
    grade = filters.ChoiceFilter(choices=Grade.choices)
    min_score = filters.NumberFilter(field_name="score", lookup_expr="gte", **SCORES)
    max_score = filters.NumberFilter(field_name="score", lookup_expr="lte", **SCORES)
    rubric = filters.CharFilter(field_name="rubric_id", help_text="Such as building-1.")
    spec = filters.UUIDFilter(field_name="spec_id")
    created_after = TimeFilter(field_name="created_at", lookup_expr="gte")
    created_before = TimeFilter(field_name="created_at", lookup_expr="lt")

    class Meta:
        model = Evaluation
        fields: tuple[str, ...] = ()


class EvaluationOrdering(BaseFilterBackend):
    """`ordering=-score`; newest first by default."""

    def filter_queryset(self, request: Request, queryset: QuerySet[Any], view: Any) -> Any:
        return queryset

    def get_ordering(self, request: Request, queryset: Any, view: Any) -> tuple[str, ...]:
        asked = request.query_params.get("ordering", "-created_at")
        if asked not in ALLOWED:
            detail = f"Not one of: {', '.join(ALLOWED)}."
            raise exceptions.ValidationError({"ordering": detail}, code="invalid_choice")
        sign = "-" if asked.startswith("-") else ""
        return tuple(sign + column for column in ORDERINGS[asked.removeprefix("-")])

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        return [
            {
                "name": "ordering",
                "in": "query",
                "required": False,
                "description": "Newest first by default.",
                "schema": {"type": "string", "enum": ALLOWED, "default": "-created_at"},
            }
        ]
