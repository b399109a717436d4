"""Every failure becomes one shape here: domain errors by their code, DRF's by their kind."""

import logging
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from rest_framework import exceptions, status
from rest_framework.response import Response
from rest_framework.views import set_rollback

from config.api.problems import CONTENT_TYPE, problem, problem_response
from config.api.renderers import StrictJSONRenderer
from config.middleware.database import RETRY_AFTER_SECONDS

logger = logging.getLogger(__name__)

# Errors of the plain code know no HTTP; here their codes meet their statuses.
STATUS_BY_CODE = {
    "budget_spent": status.HTTP_429_TOO_MANY_REQUESTS,
    "not_a_design": status.HTTP_422_UNPROCESSABLE_ENTITY,
    "invalid_spec": status.HTTP_422_UNPROCESSABLE_ENTITY,
    "unreadable_spec": status.HTTP_422_UNPROCESSABLE_ENTITY,
    "revision_conflict": status.HTTP_409_CONFLICT,
    "journal_full": status.HTTP_503_SERVICE_UNAVAILABLE,
    "score_hidden": status.HTTP_403_FORBIDDEN,
    "own_spec": status.HTTP_403_FORBIDDEN,
    "rating_final": status.HTTP_409_CONFLICT,
    "lease_lost": status.HTTP_409_CONFLICT,
    "wrong_state": status.HTTP_409_CONFLICT,
    "entry_exists": status.HTTP_409_CONFLICT,
    "not_comparable": status.HTTP_422_UNPROCESSABLE_ENTITY,
    "nothing_changed": status.HTTP_422_UNPROCESSABLE_ENTITY,
    "too_few_ratings": status.HTTP_409_CONFLICT,
    "policy_mismatch": status.HTTP_409_CONFLICT,
    "not_promotable": status.HTTP_409_CONFLICT,
    "nothing_to_learn_from": status.HTTP_422_UNPROCESSABLE_ENTITY,
    "unknown_pointer": status.HTTP_422_UNPROCESSABLE_ENTITY,
}
Errors = list[dict[str, Any]]


def exception_handler(exception: Exception, context: dict[str, Any]) -> Response | None:
    """DRF's hook. None for the unexpected: Django logs it with its traceback and answers 500."""
    set_rollback()
    request = context["request"]
    if isinstance(exception, OperationalError | InterfaceError):
        logger.warning("database unavailable: %s", type(exception).__name__)
        body = problem(request, 503, "database_unavailable", "The database does not answer.")
        return _response(body, {"Retry-After": str(RETRY_AFTER_SECONDS)})
    if isinstance(exception, Http404):
        exception = exceptions.NotFound()
    elif isinstance(exception, PermissionDenied):
        exception = exceptions.PermissionDenied()
    if isinstance(exception, exceptions.ValidationError):
        return _response(_validation_problem(exception, request))
    if isinstance(exception, exceptions.APIException):
        return _response(_api_problem(exception, request), _headers(exception))
    code = getattr(exception, "code", None)
    if code in STATUS_BY_CODE:
        return _response(_domain_problem(exception, str(code), request), _headers(exception))
    return None


def _validation_problem(exception: exceptions.ValidationError, request: Any) -> dict[str, Any]:
    errors = list(_flatten(exception.get_full_details(), ""))
    if request.META.get("CONTENT_LENGTH") in {None, "", "0"}:
        # What is wrong with a query string is another matter: nothing is missing there.
        if request.method in {"POST", "PUT", "PATCH"} and any(
            error["code"] == "required" for error in errors
        ):
            return problem(request, 400, "parse_error", "The body is empty.")
    elif any(e["pointer"] == "" for e in errors) and body_is_list(request):
        return problem(request, 400, "parse_error", "The body must be a JSON object.")
    places = "; ".join(f"{e['pointer'] or 'body'}: {e['detail']}" for e in errors[:5])
    return problem(request, 422, "validation_error", places, errors=errors)


def body_is_list(request: Any) -> bool:
    try:
        return isinstance(request.data, list)
    except exceptions.APIException:
        # A header was refused before the body was read, and the body is no better.
        return False


def _flatten(details: Any, pointer: str) -> Any:
    """DRF's nested details as a flat list of pointer, detail and code."""
    if isinstance(details, dict) and set(details) == {"message", "code"}:
        yield {"pointer": pointer, "detail": str(details["message"]), "code": details["code"]}
    elif isinstance(details, dict):
        for key, value in details.items():
            name = "" if key == "non_field_errors" else f"/{key}"
            yield from _flatten(value, pointer + name)
    else:
        for index, value in enumerate(details):
            nested = isinstance(value, dict) and set(value) != {"message", "code"}
            yield from _flatten(value, f"{pointer}/{index}" if nested else pointer)


def _api_problem(exception: exceptions.APIException, request: Any) -> dict[str, Any]:
    detail = exception.detail
    text = detail if isinstance(detail, str) else "; ".join(str(part) for part in detail)
    extra = dict(getattr(exception, "extra", {}))
    codes = exception.get_codes()
    code = codes if isinstance(codes, str) else exception.default_code
    return problem(request, exception.status_code, code, str(text), **extra)


def _domain_problem(exception: Exception, code: str, request: Any) -> dict[str, Any]:
    extra: dict[str, Any] = dict(getattr(exception, "extra", {}))
    if violations := getattr(exception, "violations", ()):
        extra["errors"] = [
            {"pointer": v.pointer, "detail": v.detail, "code": v.code} for v in violations
        ]
    if code == "not_a_design":
        extra["errors"] = [{"pointer": "/prompt", "detail": str(exception), "code": code}]
        extra["understood"] = getattr(exception, "understood", "")
    return problem(request, STATUS_BY_CODE[code], code, str(exception), **extra)


def _headers(exception: Exception) -> dict[str, str]:
    headers = dict(getattr(exception, "headers", {}))
    if header := getattr(exception, "auth_header", None):
        headers["WWW-Authenticate"] = header
    if wait := getattr(exception, "wait", None):
        headers["Retry-After"] = str(int(wait))
    return headers


class ProblemResponse(Response):
    """JSON whatever else the view renders: text, a table, a drawing, a page."""

    @property
    def rendered_content(self) -> Any:
        self["Content-Type"] = CONTENT_TYPE
        return StrictJSONRenderer().render(self.data)


def _response(body: dict[str, Any], headers: dict[str, str] | None = None) -> Response:
    return ProblemResponse(body, status=body["status"], headers=headers, content_type=CONTENT_TYPE)


# Django's own handlers, for what happens outside a DRF view.
def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return problem_response(request, 400, "bad_request", "The request cannot be read.")


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return problem_response(request, 403, "permission_denied", "You may not do this.")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return problem_response(request, 404, "not_found", "There is nothing here.")


def server_error(request: HttpRequest) -> HttpResponse:
    return problem_response(request, 500, "internal_error", "Something failed here; it is logged.")
