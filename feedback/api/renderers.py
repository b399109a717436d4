"""A table for spreadsheets beside the JSON."""

from collections.abc import Mapping
from typing import Any

from rest_framework.renderers import BaseRenderer


class CsvRenderer(BaseRenderer):
    """The view hands over the finished text; see `feedback.exporting.csv_text`."""

    media_type = "text/csv"
    format = "csv"
    charset = "utf-8"

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> bytes:
        # A BOM is how spreadsheets know that it is UTF-8.
        return f"\ufeff{data}".encode()
