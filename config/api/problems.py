"""The one error shape: RFC 9457 problem details, with the names that older clients read too."""

import json
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from config.dashboard.errors import error_page, wants_page
from config.middleware.request_id import current_request_id

CONTENT_TYPE = "application/problem+json"


def problem(
    request: HttpRequest, status: int, code: str, detail: str, **extra: Any
) -> dict[str, Any]:
    """The body of an error. `code` is stable; `message` and `error` repeat for older clients."""
    title = code.replace("_", " ").capitalize() if code else HTTPStatus(status).phrase
    return {
        "type": f"urn:prompt-to-json:problem:{code}",
        "title": title,
        "status": status,
        "detail": detail,
        "instance": request.path,
        "request_id": current_request_id.get(),
        "code": code,
        "message": detail,
        "error": title,
        **extra,
    }


def problem_response(
    request: HttpRequest, status: int, code: str, detail: str, **extra: Any
) -> HttpResponse:
    """The same for middleware and Django's own error handlers, where DRF is not at work.

    People who look at a page get a page.
    """
    if wants_page(request):
        response = error_page(request, status, detail)
    else:
        body = problem(request, status, code, detail, **extra)
        response = HttpResponse(json.dumps(body), status=status, content_type=CONTENT_TYPE)
    patch_vary_headers(response, ["Accept"])
    return response
