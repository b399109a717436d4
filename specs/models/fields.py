"""A column for JSON documents that come back exactly as they went in, on every database."""

import json
from typing import Any

from django.db import models

# Made once: `json.dumps` makes an encoder for each call. What is stored has been read from JSON or
# built by this program, so nothing in it holds itself.
TEXT = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, separators=(",", ":"), check_circular=False
)


class DocumentField(models.JSONField):
    """`json` rather than `jsonb` on PostgreSQL: `jsonb` reorders keys and turns 1e+22 into an
    integer, so the same spec would read differently on SQLite and on PostgreSQL.
    """

    def db_type(self, connection: Any) -> str | None:
        return "json" if connection.vendor == "postgresql" else super().db_type(connection)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        if connection.vendor != "postgresql" or value is None:
            return super().get_db_prep_value(value, connection, prepared)
        # Django's own adapter casts to jsonb on the way in, which is what is avoided here.
        return TEXT.encode(value)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        # The driver decodes `json` itself.
        if not isinstance(value, str):
            return value
        return super().from_db_value(value, expression, connection)
