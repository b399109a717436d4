"""Cursor pagination: the cost of a page does not grow with its number."""

from typing import Any

from django.core.exceptions import ValidationError
from rest_framework import pagination
from rest_framework.exceptions import NotFound
from rest_framework.request import Request


class CursorPagination(pagination.CursorPagination):
    """Newest first; ids are UUIDs of version 7, which sort by time."""

    page_size = 25
    max_page_size = 100
    page_size_query_param = "page_size"
    ordering = "-id"
    # Rows that share their value (a score of 100, say) are passed by offset, however many.
    offset_cutoff = 100_000

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        parameters: list[dict[str, Any]] = super().get_schema_operation_parameters(view)
        for parameter in parameters:
            if parameter["name"] == self.page_size_query_param:
                # DRF takes its default for what is no such number, and so says the document.
                parameter["schema"] = {"type": ["integer", "string"]}
                parameter["description"] = "1 to 100; anything else counts as 25."
        return parameters

    def paginate_queryset(
        self, queryset: Any, request: Request, view: Any = None
    ) -> list[Any] | None:
        try:
            return super().paginate_queryset(queryset, request, view)
        except (ValidationError, ValueError, OverflowError) as problem:
            if self.cursor_query_param not in request.query_params:
                raise
            # A cursor that decodes and still stands nowhere: made by hand, or for another order.
            raise NotFound(self.invalid_cursor_message) from problem

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        # DRF's own says `nullable`, which OpenAPI 3.1 does not know.
        link = {"type": ["string", "null"], "format": "uri", "description": "The page's address."}
        return {
            "type": "object",
            "required": ["next", "previous", "results"],
            "properties": {"next": link, "previous": link, "results": schema},
        }
