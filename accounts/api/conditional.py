"""ETags of objects that have no version of their own: the tag is made of what is sent."""

import hashlib
from typing import Any

from django.http import HttpResponse
from django.utils.http import parse_etags
from rest_framework import status
from rest_framework.request import Request


class TaggedByContent:
    """A viewset mixin: reading one object gives an ETag, and 304 to a reader who has it."""

    action: str

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        response = super().finalize_response(request, response, *args, **kwargs)  # type: ignore[misc]
        if self.action == "retrieve" and response.status_code == status.HTTP_200_OK:
            sent = request.headers.get("If-None-Match", "")
            response.add_post_render_callback(lambda rendered: tag(rendered, sent))
        return response


def tag(response: Any, sent: str) -> Any:
    response["ETag"] = etag = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    known = {name.removeprefix("W/") for name in parse_etags(sent)}
    if not known & {"*", etag}:
        return response
    unchanged = HttpResponse(status=status.HTTP_304_NOT_MODIFIED)
    kept = ("ETag", "Vary", "Cache-Control", "Expires")
    for name in kept:
        if name in response:
            unchanged[name] = response[name]
    return unchanged
