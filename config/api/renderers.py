"""JSON out: UTF-8 and never NaN, so that what is sent can be read by every client."""

from collections.abc import Mapping
from typing import Any

from rest_framework.renderers import BaseRenderer, JSONRenderer


class StrictJSONRenderer(JSONRenderer):
    charset = "utf-8"
    strict = True


class PlainTextRenderer(BaseRenderer):
    """For views that make their own text; it only takes part in negotiation."""

    media_type = "text/plain"
    format = "txt"

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> str:
        return str(data)
