"""Drawings: SVG for those who ask for a picture, problem details in JSON when there is none."""

from collections.abc import Mapping
from typing import Any

from rest_framework.renderers import BaseRenderer
from rest_framework.settings import api_settings


class SvgRenderer(BaseRenderer):
    media_type = "image/svg+xml"
    format = "svg"
    charset = "utf-8"

    def render(
        self,
        data: Any,
        accepted_media_type: str | None = None,
        renderer_context: Mapping[str, Any] | None = None,
    ) -> Any:
        if isinstance(data, str):
            return data.encode()
        # An error: an <img> shows none, and whoever opens the address reads why.
        fallback: Any = api_settings.DEFAULT_RENDERER_CLASSES[0]
        return fallback().render(data, None, renderer_context)
