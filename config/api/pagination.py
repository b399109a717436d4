"""Cursor pagination: the cost of a page does not grow with its number."""

from rest_framework import pagination


class CursorPagination(pagination.CursorPagination):
    """Newest first; ids are UUIDs of version 7, which sort by time."""

    page_size = 25
    max_page_size = 100
    page_size_query_param = "page_size"
    ordering = "-id"
